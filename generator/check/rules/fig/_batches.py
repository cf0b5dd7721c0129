"""Totals that say in how many batches they came, with as many figures behind them (分3批转移126户，6月32户、7月59户、
8月35户): part of FIG007."""

from collections.abc import Iterator

from generator.annotate.numbers import amount
from generator.check.near import led_by, rows_led_by, rows_with
from generator.check.rules.fig._contradiction import Contradiction
from generator.check.rules.fig._listed import is_open, loosely
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Sentence, Stated, summed
from generator.check.subject import Subject
from generator.regex import regex

_IN = regex(
    r"[分按](?:成|为)?(?P<n>\d{1,2}|[两二三四五六七八九十])个?(?:批次?|期|轮|场次?|阶段|片区?|组|路|波|梯次|标段|档次?|等次|点位|考场)"
)
_RESPECTIVE = regex("^[^、,;:()]{0,8},(?:依次|分别)(?P<act>[^,;:、]{0,8})$")
_BARE = ("", "为", "是", "有", "达", "达到")
"""Behind 分别, no other act than that of the total."""
_PLACES = regex(
    r"(?<![\d第.])(?P<n>\d{1,2}|[两二三四五六七八九十])[个名家所]?(?:试点)?(?:片区?|村|社区|街道|乡镇?|镇|季度|月|中队|大队|小?组|所|站"
    "|部门|单位|学校|企业|班子成员|成员|年|假期|园区|工地|河段|网格|点位|窗口|法庭|县|区)"
)
"""How many there are of those that a list is of."""
_NAME = regex(
    "\\d[月日]|第|首|[前后末][批期场轮]|[上中下]旬|[上下]半|批|期|轮|季|[春夏秋冬][季天]?$|[头二三]一?[批期场]"
)
_IN_TURN = regex("依次|分别|各[批期轮场]|每[批期轮场]")
"""Names of batches, and what leads to their numbers alone: 本科9名、研究生3名 are no batches."""
_NEAR, _FAR = 2, 24
"""How many times as much is too much for a slip; characters between a total and how many batches it had."""


def batches(of: Subject) -> Iterator[Contradiction]:
    """Each total that as many figures behind it as it has batches do not make."""
    for row in rows_with(of, _IN):
        if len(row) < _NEAR + 1:
            continue
        for told in _IN.finditer(of.folded, row[0].begin, row[-1].at):
            many = int(amount(told["n"].replace("两", "二")) or 0)
            rest = tuple(one for one in row if not told.start() < one.at < told.end())
            yield from _of(of, rest, many, told.start())
    led = led_by(of, _RESPECTIVE)
    for row in rows_led_by(of, _RESPECTIVE) if led else ():
        yield from _each_of(of, row)


def _each_of(of: Subject, row: Sentence) -> Iterator[Contradiction]:
    """4个片区共有网格员52名，依次为12名、14名、11名、15名: as many as are told."""
    first = next((n for n, one in enumerate(row) if n and _RESPECTIVE.search(one.lead)), 0)
    total = row[first - 1]
    act = _RESPECTIVE.search(row[first].lead) if first else None
    if act is None or not (act["act"] in _BARE or act["act"] in total.own):
        # 5个村受理120件，分别调成20件、22件: of other things.
        return
    end = first + 1
    while end < len(row) and row[end].kind == total.kind and loosely(row[end].lead) == "、":
        end += 1
    said = of.folded[row[0].begin : total.at]
    many = {int(amount(told["n"].replace("两", "二")) or 0) for told in _PLACES.finditer(said)}
    if end - first > _NEAR and end - first in many and not row[end - 1].noun:
        yield from _of(of, row[first - 1 : end + 1], end - first, total.at)


def _of(of: Subject, row: Sentence, many: int, begin: int) -> Iterator[Contradiction]:
    """The total may stand before the words that tell the batches, or behind them."""
    for at, total in enumerate(row[: -many or None]):
        parts = row[at + 1 : at + 1 + many]
        if many < _NEAR or len(parts) != many or not total.exact or total.kind == "%":
            continue
        if not _listed(of, total, parts, row) or parts[0].at < begin or total.end < begin - _FAR:
            continue
        come_to = summed(parts)
        near = come_to < total.amount * _NEAR and total.amount < come_to * _NEAR
        before = any(one.kind == total.kind and agrees(parts, one) for one in row[:at])
        if near and not before and not agrees(parts, total):
            yield Contradiction("unequal", total, parts)
            return


def _listed(of: Subject, total: Stated, parts: Sentence, row: Sentence) -> bool:
    """Whether they are a list right behind the total that ends with the last of them."""
    alike = all(one.kind == total.kind and one.exact and one.depth == parts[0].depth for one in parts)
    if not alike or "其中" in parts[0].lead or is_open(of, parts) or any(one.amount >= total.amount for one in parts):
        return False
    joined = {loosely(one.lead) for one in parts[1:]}
    if len(joined) != 1 or "" in joined:
        return False
    behind = row[row.index(parts[-1]) + 1 :]
    goes_on = bool(behind) and behind[0].kind == total.kind and behind[0].lead[:1] in ("、", ",")
    told = all(_NAME.search(one.own) for one in parts) or _IN_TURN.search(parts[0].lead)
    return bool(told) and not goes_on

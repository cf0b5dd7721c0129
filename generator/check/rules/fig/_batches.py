"""Totals that say in how many batches they came, with as many figures behind them (分3批转移126户，6月32户、7月59户、
8月35户): part of FIG007."""

from collections.abc import Iterator

from generator.annotate.numbers import amount
from generator.check.near import rows_with
from generator.check.rules.fig._contradiction import Contradiction
from generator.check.rules.fig._listed import is_open, loosely
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Sentence, Stated, summed
from generator.check.subject import Subject
from generator.regex import regex

_IN = regex(
    r"[分按](?:成|为)?(?P<n>\d{1,2}|[两二三四五六七八九十])个?(?:批次?|期|轮|场次?|阶段|片区?|组|路|波|梯次|标段|档次?|等次|点位|考场)"
)
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
    goes_on = bool(behind) and behind[0].kind == total.kind and loosely(behind[0].lead) in joined
    return not goes_on

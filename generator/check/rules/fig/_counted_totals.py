"""Totals that say how many figures they are of (两项罚款合计337.55万元), each of these told before by its name, and
totals of parts in other measure words (60件，其中文件14件、合同35份、协议9份): part of FIG007."""

from collections.abc import Iterator, Sequence

from generator.check.near import led_by, rows_with
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._listed import is_open, joint, staged
from generator.check.rules.fig._lists import Contradiction, averages
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Sentence, Stated, summed, told_before
from generator.check.subject import Subject
from generator.regex import regex

_SUM = regex(
    "(?:^|[,;])(?:上述|以上|这)?(?P<n>[两二三四五六])(?:项|类|者|种|笔|批|级|部分)(?P<what>[\u4e00-\u9fff]{2,6}?)"
    "(?:共计?|合计|总计|累计)(?:为|达到?|是)?$"
)
_NUMBERS = {sign: number for number, sign in enumerate("二三四五六", 2)} | {"两": 2}
_AMONG = regex("^[,(;]?其中[\u4e00-\u9fff]{1,8}$")
_PAPERS = frozenset("件份项个")
"""Measure words in which papers and matters are counted."""


def counted(of: Subject) -> Iterator[Contradiction]:
    """Each total that the figures do not make that it says it is of."""
    sums, among = led_by(of, _SUM), led_by(of, _AMONG)
    for row in rows_with(of, _SUM) if sums else ():
        for total in row:
            if total.at in sums and total.exact:
                yield from _of_name(of, row, total)
    for row in rows_with(of, _AMONG) if among else ():
        for at in range(len(row) - 3):
            if row[at + 1].at in among and row[at].kind == "件" == row[at + 1].kind and row[at].exact:
                yield from _of_papers(of, row, at)


def _of_name(of: Subject, row: Sentence, total: Stated) -> Iterator[Contradiction]:
    told = _SUM.search(total.lead)
    if told is None:
        return
    before = [*told_before(of, row), *row[: row.index(total)]]
    apart = elsewhen(of) | averages(of)
    named = [one for one in before if one.own.endswith(told["what"]) and one.kind == total.kind]
    parts = [one for one in named if one.at not in apart]
    if len(parts) == _NUMBERS[told["n"]] and all(one.exact for one in parts) and not agrees(parts, total):
        yield Contradiction("unequal", total, tuple(parts))


def _of_papers(of: Subject, row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    total, parts = row[at], [row[at + 1]]
    for one in row[at + 2 :]:
        if joint(one.lead) != "、" or one.depth != parts[0].depth:
            break
        parts.append(one)
    several = len(parts) > 2 and len({one.kind for one in parts}) > 1
    alike = all(one.exact and one.kind in _PAPERS and one.amount < total.amount for one in parts)
    if not several or not alike or is_open(of, parts) or staged(of, parts):
        return
    come_to = summed(parts)
    gap = abs(come_to - total.amount)
    if gap and gap * 7 <= total.amount and not any(come_to == one.amount for one in row[:at]):
        yield Contradiction("unequal" if come_to > total.amount else "near", total, tuple(parts))

"""Totals that say how many figures they are of (两项罚款合计337.55万元), each of these told before by its name, and
totals of parts in other measure words (60件，其中文件14件、合同35份、协议9份): part of FIG007."""

from collections.abc import Iterator, Sequence

from generator.check.near import led_by, rows_led_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._contradiction import Contradiction
from generator.check.rules.fig._listed import is_open, joint, staged
from generator.check.rules.fig._lists import averages
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Sentence, Stated, summed, told_before
from generator.check.subject import Subject
from generator.regex import regex

_SUM = regex(
    "(?:^|[,;])(?:上述|以上|这)?(?P<n>[两二三四五六])(?:项|类|者|种|笔|批|级|部分)(?P<what>[\u4e00-\u9fff]{2,6}?)"
    "(?:共计?|合计|总计|累计)(?:为|达到?|是)?$"
)
_NUMBERS = {sign: number for number, sign in enumerate("二三四五六", 2)} | {"两": 2}
_AMONG = regex("^[,(;]?(?:其中|包括|包含)[\u4e00-\u9fff]{1,8}$")
_IN_ALL = regex("^,(?:共计?|合计|总计|累计)(?:审查|审核|办理)?$")
_HALVES = regex("上半年[、和与]?下半年分别[\u4e00-\u9fff]{0,8}$")
_WHOLE_YEAR = regex("^,(?:全年|合计|共计?|总计|累计)[\u4e00-\u9fff]{0,8}$")
_PAPERS = frozenset(("件", "份", "项", "个", "件次"))
"""Measure words in which papers and matters are counted."""
_MATTERS = ("件", "件次")


def counted(of: Subject) -> Iterator[Contradiction]:
    """Each total that the figures do not make that it says it is of."""
    sums, among = led_by(of, _SUM), led_by(of, _AMONG)
    for row in rows_led_by(of, _SUM) if sums else ():
        for total in row:
            if total.at in sums and total.exact:
                yield from _of_name(of, row, total)
    for row in rows_led_by(of, _AMONG) if among else ():
        for at in range(len(row) - 3):
            first = row[at + 1]
            if first.at in among and row[at].kind in _MATTERS and row[at].exact and _AMONG.search(first.lead):
                yield from _of_papers(of, row[at], _papers(row[at + 1 :]), row[:at])
    ends = led_by(of, _IN_ALL)
    for row in rows_led_by(of, _IN_ALL) if ends else ():
        for at in range(3, len(row)):
            total = row[at]
            if total.at in ends and total.kind in _MATTERS and total.exact and _IN_ALL.fullmatch(total.lead):
                yield from _of_papers(of, total, _papers(row[:at][::-1])[::-1], row[:at])
    halves = led_by(of, _HALVES)
    for row in rows_led_by(of, _HALVES) if halves else ():
        for one, other, total in zip(row, row[1:], row[2:], strict=False):
            told = one.at in halves and _HALVES.search(one.lead) and _WHOLE_YEAR.match(total.lead)
            alike = one.kind == other.kind == total.kind and one.exact and other.exact and total.exact
            if told and alike and len(other.lead) == 1 and not agrees((one, other), total):
                yield Contradiction("unequal", total, (one, other))


def _of_name(of: Subject, row: Sentence, total: Stated) -> Iterator[Contradiction]:
    told = _SUM.search(total.lead)
    if told is None:
        return
    before = [*told_before(of, row), *row[: row.index(total)]]
    apart = elsewhen(of) | averages(of)
    named = [one for one in before if one.own.endswith(told["what"]) and one.kind == total.kind]
    parts = [one for one in named if one.at not in apart]
    if any(one.kind == total.kind and one.amount == total.amount for one in before):
        return
    if len(parts) == _NUMBERS[told["n"]] and all(one.exact for one in parts) and not agrees(parts, total):
        yield Contradiction("unequal", total, tuple(parts))


def _papers(row: Sequence[Stated]) -> list[Stated]:
    """The list that the first of these figures begins, read onwards, or ends, read backwards."""
    parts = list(row[:1])
    for one in row[1:]:
        if joint(max(one, parts[-1], key=lambda part: part.at).lead) != "、" or one.depth != parts[0].depth:
            break
        parts.append(one)
    return parts


def _of_papers(
    of: Subject, total: Stated, parts: Sequence[Stated], before: Sequence[Stated]
) -> Iterator[Contradiction]:
    several = len(parts) > 2 and len({one.kind for one in parts}) > 1
    alike = all(one.exact and one.kind in _PAPERS and one.amount < total.amount for one in parts)
    if not several or not alike or is_open(of, parts) or staged(of, parts):
        return
    come_to = summed(parts)
    gap = abs(come_to - total.amount)
    if gap and gap * 7 <= total.amount and not any(come_to == one.amount for one in before):
        sure = come_to > total.amount or total.at > parts[-1].at
        yield Contradiction("unequal" if sure else "near", total, tuple(parts))

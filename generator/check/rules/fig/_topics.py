"""Totals that an earlier sentence tells and a later one takes up: 在来访件中，个人访187件次…; lists in short sentences
that end in the rest (合同38份。协议17份。其他文书10份。): part of FIG029."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.check.near import led_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._listed import joint, loosely, overlapping, staged
from generator.check.rules.fig._names import name, noun, own
from generator.check.rules.fig._outcomes import all_outcomes
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Sentence, Stated, summed
from generator.check.subject import Subject
from generator.records import record
from generator.regex import regex

_TOPIC = regex(
    r"^(?:在|其中,?)?(?:这些|上述|所有)?([\u4e00-\u9fff]{2,8}?)"
    r"(?:的(?:案件|申请|事项|投诉|举报|纠纷)?|案件|件)?(?:当?中),?[^,;:、()]{0,10}$"
)
_BY = regex("按[\u4e00-\u9fff]{2,6}分,[^,;:、]*$")
_REST = regex("^(?:其余|其他|其它|剩余|余下)")
DIVIDED = regex(
    "(?:^|[,;])(?:[\u4e00-\u9fff]{0,6}(?:案件|纠纷|事项|人员|问题))?(?:从|按照?)"
    "[\u4e00-\u9fff]{1,10}?(?:(?:来?看|划?分|统计),|分(?:为|成),?)[^,;:、]*$"
)
"""Before the first item of a list that divides what was told before."""
_DIVISION = regex("^(?:从|按照?)[\u4e00-\u9fff]{1,10}?分(?:为|成)")
_MANNER = regex("等|其中|主要|占|平均")
_CLOSED = frozenset(
    {"个人", "集体", "初次", "重复", "书面", "口头", "普通", "简易", "专职", "兼职", "网上", "现场", "上半", "下半"}
)

_SETTLED = regex("调解|和解|裁决|判决")
_FEW = 2
"""Outcomes that may be told of other cases too."""


@record
class Topic:
    """A total and the parts told of it elsewhere. closed: they are all that there are; named: their sentence says by
    name of what they are, so that another figure that they make is none of theirs."""

    total: Stated
    parts: tuple[Stated, ...]
    closed: bool
    named: bool = False


def topics(of: Subject, paragraph: Sequence[Sentence]) -> Iterator[Topic]:
    """Each total of a paragraph that a later sentence contradicts."""
    taken_up = led_by(of, _TOPIC)
    for number, row in enumerate(paragraph[1:], 1):
        told = _TOPIC.match(row[0].lead) if row[0].at in taken_up else None
        if told is None:
            continue
        before = [one for earlier in paragraph[:number] for one in earlier if one.exact and one.kind == row[0].kind]
        named = [one for one in reversed(before) if name(one).endswith(told[1])]
        named = [one for one in named if not own(one).endswith("未" + told[1])]
        # 纠纷486件，其中物业纠纷171件、其他纠纷167件。这些纠纷中: of all.
        total = next((one for one in named if not one.lead.startswith("、") and "其中" not in one.lead), None)
        if total is not None:
            yield from _of(of, total, row)
    yield from _itemised(paragraph)
    yield from _sorted(of, paragraph)
    yield from _by_sort(of, paragraph)


def _of(of: Subject, total: Stated, row: Sentence) -> Iterator[Topic]:
    # What all of them are of is no stage of the first.
    parts = [replace(row[0], lead=row[0].lead.partition("中")[2])]
    for one in row[1:]:
        if one.kind != total.kind or not one.exact or not loosely(one.lead):
            break
        parts.append(one)
    if not row[0].exact or overlapping(of, parts) or _MANNER.search("".join(p.lead[-8:] + p.tail[:6] for p in parts)):
        return
    firsts = {re.split("中,?", own(one))[-1][:2] for one in parts}
    closed = len(parts) == 2 and firsts <= _CLOSED
    more = max(one.amount for one in parts) > total.amount
    if any(agrees(parts[:n], total) for n in range(2, len(parts) + 1)) or staged(of, parts):
        # 维持58件、驳回17件、终止56件，直接纠错16件: what is told behind all of them is of some.
        return
    if more or closed or (len(parts) > 1 and summed(parts) > total.amount):
        # 受理86件，审结80件。审结的案件中，维持37件、驳回…: what came of them is of 80, though it makes 86.
        rest = [one for one in parts if not _SETTLED.search(own(one))]
        named = all_outcomes(of, rest) and len(parts) > _FEW
        yield Topic(total, tuple(parts), closed, named)


def _sorted(of: Subject, paragraph: Sequence[Sentence]) -> Iterator[Topic]:
    """A total and its sorts, told by its own name, at the beginning of the next sentence: 网格68个。社区网格52个，专属
    网格14个."""
    for row, later in pairwise(paragraph):
        total = row[-1]
        if later[0].kind != total.kind or not total.exact:
            continue
        noun_ = own(total)[-2:]
        parts: list[Stated] = []
        for one in later:
            told = one.kind == total.kind and one.exact and own(one).endswith(noun_) and len(own(one)) > 3
            if not told or (parts and not joint(one.lead)):
                break
            parts.append(one)
        distinct = len({own(one) for one in parts}) == len(parts) > 1
        if not distinct or len(noun_) < 2 or own(total) in {own(one) for one in parts}:
            continue
        gap = abs(summed(parts) - total.amount)
        open_ = _MANNER.search("".join(one.lead for one in parts) + parts[-1].tail[:6])
        if gap and gap * 7 <= total.amount and not open_ and not staged(of, parts) and not overlapping(of, parts):
            yield Topic(total, tuple(parts), True)


def _by_sort(of: Subject, paragraph: Sequence[Sentence]) -> Iterator[Topic]:
    """A list that says it divides what was told before: 从类型看，邻里类146件、物业类133件、其他类47件;
    按程序分，普通程序72件、简易程序240件."""
    past, divided = elsewhen(of), led_by(of, DIVIDED)
    if not any(one.at in divided for row in paragraph for one in row):
        return
    before: list[Stated] = []
    sure: list[Stated] = []
    for row in paragraph:
        for at, one in enumerate(row):
            parts = _division(row, at) if one.at in divided and DIVIDED.search(one.lead) else []
            made = [total for total in before if agrees(parts, total)] if len(parts) > 1 else []
            sure += made
            if len(parts) > 1 and before and not made:
                come_to = summed(parts)
                same = [total for total in before if total.kind == one.kind and total.at not in past]
                near = [total for total in same if abs(total.amount - come_to) * 7 <= total.amount]
                if near:
                    # 办结案件按程序分…；按领域分…: both divide the same.
                    near = [total for total in near if total in sure] or near
                    yield Topic(min(near, key=lambda total: abs(total.amount - come_to)), tuple(parts), True)
            if one.exact:
                before.append(one)


def _division(row: Sentence, at: int) -> list[Stated]:
    """The list that begins at a figure, where it leaves nothing out."""
    parts = [row[at]]
    for one in row[at + 1 :]:
        if one.kind != parts[0].kind or not loosely(one.lead) or ";" in one.lead:
            break
        parts.append(one)
    whole = all(one.exact for one in parts) and not re.search("等|主要|其中", parts[-1].tail[:6] + row[at].lead[-8:])
    names = {_DIVISION.sub("", own(one))[:2] for one in parts}
    # 立案75件，按行业分，矿山16件、化工21件、工贸29件、烟花9件: without 等 that is all.
    told = len(parts) > 2 and bool(_BY.search(row[at].lead))
    return parts if whole and (told or _REST.match(own(parts[-1])) or names <= _CLOSED) else []


def _itemised(paragraph: Sequence[Sentence]) -> Iterator[Topic]:
    """A total and the sentences of one figure behind it, up to that of the rest."""
    for number, row in enumerate(paragraph):
        total = row[-1]
        if not total.exact or total.kind == "%":
            continue
        parts: list[Stated] = []
        for later in paragraph[number + 1 : number + 9]:
            one = later[0]
            if len(later) > 1 or one.kind != total.kind or not one.exact or len(one.lead) > 12 or len(noun(one)) > 8:
                break
            parts.append(one)
            if _REST.match(own(one)):
                if len(parts) > 1 and not agrees(parts, total):
                    yield Topic(total, tuple(parts), True)
                break

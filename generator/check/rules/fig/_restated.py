"""Figures that are told again in other words: by the same words in another order, by what is said to be the same
(在办理的44件案件中), or beside a figure that both sentences tell (6家律师事务所): part of FIG019."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._names import CLAUSE, noun, own, pairs
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Sentence, Stated, in_year, of_date, paragraphs, sentences
from generator.check.subject import Subject

_LEADS = re.compile(
    r"全年|今年|本年度?|年内|当年|一年来|\d{4}年度?|以来|截至|年底|目前|共计|累计|合计|总计|(?<![公中])共(?![同产享建商治识青服性和管])|已经|现已|"
    r"依法|成功|积极|认真|扎实|提请|得到|先后|次数|[已均并还有达约到为是的了在由经]"
)
"""Words that may come and go where the same is told again."""
_LIMITS = re.compile(
    r"[上下]半年|季度|\d月|期间|专项|宣传[月周日]|分别|其中|方面|领域|该[镇乡村所局]|新增|结转|另|其余|其他|[上去]年|以上|左右|第[一二三四五]"
)
_BEHIND = re.compile("[均已都全实投共参是为将获得接]")
"""Where the name behind a figure ends."""
_REFERRED = re.compile(r"(?:^|[,;])(?:在|这|上述|以上|前述)(?:[\u4e00-\u9fff]{0,6}的)?$")
_PART_YEAR = re.compile(r"[上下]半年|前[一二三]季度|[一二三四]季度|\d月")
_WHOLE_YEAR = re.compile("^(?:全年|年度|一年)(?:共|累计)*")
_LEAST, _ANCHOR = 7, 3
"""Signs by which a figure is known whatever their order; pairs of signs by which two sentences tell one thing."""

Pair = tuple[Stated, Stated]


def restated(of: Subject) -> Iterator[Pair]:
    """Exact figures that should be the same, first told first."""
    apart = elsewhen(of)
    yield from _reordered(of, sentences(of), apart)
    for paragraph in paragraphs(of):
        rows = [row for row in paragraph if any(one.exact for one in row)]
        if len(rows) > 1:
            yield from _referred(rows)
            yield from _anchored(rows, apart)


def exceeding(of: Subject) -> Iterator[Pair]:
    """A figure of a part of the year that is more than that of the whole year, told behind it."""
    for row in sentences(of):
        for first, one in pairwise(row):
            part, whole = own(first), own(one)
            if not _PART_YEAR.search(part) or not _WHOLE_YEAR.match(whole) or first.kind != one.kind:
                continue
            said = _WHOLE_YEAR.sub("", whole)
            if first.exact and one.exact and first.amount > one.amount and said and part.endswith(said):
                yield first, one


def _reordered(of: Subject, rows: Sequence[Sentence], apart: frozenset[int]) -> Iterator[Pair]:
    """Figures that are told by the same signs, whether before the number or behind it."""
    known: dict[tuple[str, str], tuple[int, Stated]] = {}
    for number, row in enumerate(rows):
        for one in row:
            if _LIMITS.search(one.lead):
                break
            if one.kind == "%" or not one.exact or one.at in apart or one.mention.quantity.sense != "value":
                continue
            told = _signs(one)
            for signs in told if told and in_year(of, one) else ():
                place, first = known.setdefault((signs, one.kind), (number, one))
                alike = "新" in signs or of_date(of, first) == of_date(of, one)
                if place != number and first.amount != one.amount and alike:
                    yield first, one
                    break


def _signs(one: Stated) -> list[str]:
    """The signs of its name without those that lead to any: of the words before it, and with the words behind it."""
    before, after = own(one), _BEHIND.split(noun(one), maxsplit=1)[0]
    names = (before, before + after) if after else (before,)
    bare = [_LEADS.sub("", name) for name in names if len(name) >= _LEAST]
    return ["".join(sorted(name)) for name in dict.fromkeys(bare) if len(name) >= _LEAST]


def _referred(paragraph: Sequence[Sentence]) -> Iterator[Pair]:
    """A figure that is told as known (在办理的44件案件中，这44件), and the one before it that it means."""
    for number, row in enumerate(paragraph[1:], 1):
        one = row[0]
        told = noun(one)
        among = _REFERRED.search(one.lead) and re.match(r"[\u4e00-\u9fff]*中|$", told)
        if not one.exact or not (among or re.search("(?:这|上述|前述)$", one.lead)):
            continue
        before = [o for earlier in paragraph[:number] for o in earlier if o.kind == one.kind and o.exact]
        called = [o for o in before if len(pairs(told) & pairs(own(o) + noun(o))) > 1]
        sums = any(agrees(before[n:m], one) for n in range(len(before)) for m in range(n + 1, len(before) + 1))
        if called and not sums:
            yield called[-1], one


def _anchored(paragraph: Sequence[Sentence], apart: frozenset[int]) -> Iterator[Pair]:
    """Figures right behind one that both sentences tell: 培训4期236人次 … 4期培训共培训263人次."""
    told = [
        [(a, b) for a, b in pairwise(row) if b.exact and b.kind != "%" and b.at not in apart] for row in paragraph
    ]
    for number, row in enumerate(told):
        known = [(first, a) for first, a in row if first.exact and first.amount > 1 and first.kind != "%"]
        for later in told[number + 1 :] if known else ():
            for first, a in known:
                for second, b in later:
                    if first.said != second.said or a.kind != b.kind or a.amount == b.amount:
                        continue
                    limited = _LIMITS.search(first.lead + a.lead + second.lead + b.lead)
                    if not limited and _one_thing(first, second) and _alike(a, b):
                        yield a, b


def _one_thing(first: Stated, second: Stated) -> bool:
    names = [pairs(own(one) + "|" + noun(one)) for one in (first, second)]
    return len(names[0] & names[1]) >= _ANCHOR


def _alike(one: Stated, other: Stated) -> bool:
    """Whether two figures are told by nothing of their own, or by the same words: 、执业律师 … 共有执业律师."""
    a, b = (_LEADS.sub("", each.own) for each in (one, other))
    if not a:
        return not CLAUSE.search(one.lead) and not CLAUSE.search(other.lead)
    return len(a) > 2 and (b.endswith(a) or a.endswith(b))

"""Figures that are told again in other words: by the same words in another order, by the same end, or beside a figure
that both sentences tell (6家律师事务所): part of FIG019."""

import string
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.near import led_by, rows_with
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._known import Pair, across, within
from generator.check.rules.fig._names import noun, own, pairs
from generator.check.stated import Sentence, Stated, in_year, line, of_date, open_paragraphs, open_sentences
from generator.check.subject import Subject, first_responsible
from generator.regex import regex

_LEADS = regex(
    r"全年|今年|本年度?|年内|当年|一年来|\d{4}年度?|以来|截至|年底|目前|共计|累计|合计|总计|(?<![公中])共(?![同产享建商治识青服性和管])|已经|现已|"
    r"依法|成功|集体|积极|认真|扎实|提请|得到|先后|次数|进行|予以|给予|开展|全部|对|主持|组织|牵头|"
    r"(?:镇村|县乡|县镇|区街|街居)[两二]级|我[镇乡县市区局]|全[镇乡县市区]|[已均并还有达约到为是的了在由经]"
)
"""Words that may come and go where the same is told again."""
_LIMITS = regex(
    r"[上下]半年|季度|\d月|期间|专项|宣传[月周日]|分别|其中|方面|领域|该[镇乡村所局]|新增|结转|另|其余|其他|[上去]年|以上|左右|第[一二三四五](?!责任)"
)
_BODY = regex("[镇乡县区市](?:委|党委|人民政府|政府)|街道(?:党工委|办事处)?")
_COME_AND_GO = frozenset(_LEADS.pattern + _BODY.pattern + string.digits + "０１２３４５６７８９")
_BEHIND = regex("[均已都全实投共参是为将获得接]")
"""Where the name behind a figure ends."""
_PART_YEAR = regex(r"[上下]半年|前[一二三]季度|[一二三四]季度|\d月")
_WHOLE_YEAR = regex("^(?:全年|年度|一年)(?:共|累计)*")
IN_PERSON = regex("带队|督查|暗访|走访|出庭|应诉|述法|包[联案保]|接访|下访|批示|签批|协调|督办|讲|授课|宣讲|约谈|调研")
"""What leaders do in person is part of what all did."""
_ORGANS = ("党委", "政府")
"""Lists of the words by which bodies are known whose acts are counted apart."""
_END, _SHORT_END = 6, 4
_TOLD_TWICE = ("场", "件", "个", "项")
_IN_ALL = regex("全年|累计|合计|共|一年来|两级")
_LEAST, _SURE, _ANCHOR = 6, 7, 3
"""Signs by which a figure is known whatever their order, where it is said to be all or anyway; pairs of signs by which
two sentences tell one thing."""


def restated(of: Subject) -> Iterator[Pair]:
    """Exact figures that should be the same, first told first."""
    apart = elsewhen(of)
    yield from _reordered(of, open_sentences(of), apart)
    yield from _ending_alike(of, open_sentences(of), apart)
    yield from across(of)
    for paragraph in open_paragraphs(of):
        rows = [row for row in paragraph if any(one.exact for one in row)]
        if len(rows) > 1:
            yield from within(of, rows)
            yield from _anchored(rows, apart)


def exceeding(of: Subject) -> Iterator[Pair]:
    """A figure of a part of the year that is more than that of the whole year, told behind it."""
    for row in rows_with(of, _PART_YEAR):
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
    several = _sharing(of, rows, apart)
    for number, row in enumerate(rows):
        for one in row:
            if one.at not in several:
                continue
            told = _signs(one)
            for signs in told if told and in_year(of, one) else ():
                place, first = known.setdefault((signs, one.kind), (number, one))
                if len(signs) < _SURE and not any(_IN_ALL.search(own(each)) for each in (first, one)):
                    continue
                body = _BODY.match(own(one))
                if body and len(signs) - len(body[0]) >= _LEAST - 1:
                    known.setdefault((_less(signs, body[0]), one.kind), (number, one))
                alike = "新" in signs or of_date(of, first) == of_date(of, one)
                if place != number and first.amount != one.amount and alike:
                    yield first, one
                    break


def _sharing(of: Subject, rows: Sequence[Sentence], apart: frozenset[int]) -> set[int]:
    """Where the figures stand that may be told by the same signs as another: those that come and go left out."""
    limited = led_by(of, _LIMITS)
    first: dict[frozenset[str], int] = {}
    several: set[int] = set()
    for row in rows:
        for one in row:
            if one.at in limited and _LIMITS.search(one.lead):
                break
            if one.kind == "%" or not one.exact or one.at in apart or one.mention.quantity.sense != "value":
                continue
            before, after = own(one), _BEHIND.split(noun(one), maxsplit=1)[0]
            if len(before) + len(after) < _LEAST:
                continue
            for name in (before, before + after) if after else (before,):
                at = first.setdefault(frozenset(name) - _COME_AND_GO, one.at)
                if at != one.at:
                    several |= {at, one.at}
    return several


def _ending_alike(of: Subject, rows: Sequence[Sentence], apart: frozenset[int]) -> Iterator[Pair]:
    """Figures of one body whose words end alike, told in a part on the persons and before: 党工委专题研究法治建设6次 …
    书记主持党工委会议专题研究法治建设8次."""
    within = [range(part.first, part.last + 1) for part in first_responsible(of) if part.level == 1]
    if not within:
        return
    lines = {number for part in within for number in part}
    acts = of.words.get("同一件事", ())
    there: list[tuple[Sentence, int, Stated, str]] = []
    elsewhere: list[Stated] = []
    limited = led_by(of, _LIMITS)
    for row in rows:
        inside = line(of, row[0]) in lines
        for at, one in enumerate(row):
            counted = one.exact and one.at not in apart and one.mention.quantity.sense == "value"
            if not counted or one.kind not in _TOLD_TWICE or (one.at in limited and _LIMITS.search(one.lead)):
                continue
            if not inside:
                elsewhere.append(one)
            elif in_year(of, one):
                there.append((row, at, one, _LEADS.sub("", own(one))))
    ends = [(one.kind, frozenset(said[-_SHORT_END:])) for _, _, one, said in there if len(said) >= _SHORT_END]
    here: dict[tuple[str, str], list[tuple[Stated, str]]] = {}
    for one in elsewhere:
        if any(kind == one.kind and end.issubset(one.own) for kind, end in ends) and in_year(of, one):
            said = _LEADS.sub("", own(one))
            here.setdefault((one.kind, said[-_SHORT_END:]), []).append((one, said))
    for row, at, one, said in there:
        alike = [o for o, other in here.get((one.kind, said[-_SHORT_END:]), ()) if _ends(said, other, acts)]
        bodies = _bodies(of, row, at)
        alike = [o for o in alike if not bodies or not _bodies(of, (o,), 0) or bodies & _bodies(of, (o,), 0)]
        less = alike and one.amount < alike[0].amount and IN_PERSON.search(own(one))
        if alike and not less and all(o.amount != one.amount for o in alike):
            yield alike[0], one


def _ends(one: str, other: str, acts: Sequence[str]) -> bool:
    """Whether two names share their end, long enough to be one act; acts: shorter ends that are enough."""
    for n in range(_END, _SHORT_END - 1, -1):
        if len(one) >= n <= len(other) and one[-n:] == other[-n:]:
            return n == _END or one[-n:] in acts
    return False


def _bodies(of: Subject, row: Sequence[Stated], at: int) -> set[str]:
    said = "".join(one.lead for one in row[: at + 1])
    return {name for name in _ORGANS if any(word in said for word in of.words.get(name, ()))}


def _less(signs: str, words: str) -> str:
    """The signs without those of the body that is named first."""
    for sign in words:
        signs = signs.replace(sign, "", 1)
    return signs


def _signs(one: Stated) -> list[str]:
    """The signs of its name without those that lead to any: of the words before it, and with the words behind it."""
    before, after = own(one), _BEHIND.split(noun(one), maxsplit=1)[0]
    names = (before, before + after) if after else (before,)
    bare = [_LEADS.sub("", name) for name in names if len(name) >= _LEAST]
    return ["".join(sorted(name)) for name in dict.fromkeys(bare) if len(name) >= _LEAST]


def _anchored(paragraph: Sequence[Sentence], apart: frozenset[int]) -> Iterator[Pair]:
    """Figures right behind one that both sentences tell: 培训4期236人次 … 4期培训共培训263人次."""
    if len({one.said for row in paragraph for one in row}) == sum(map(len, paragraph)):
        return
    told = [[(a, b) for a, b in pairwise(row) if b.exact and b.kind != "%" and b.at not in apart] for row in paragraph]
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
        return one.lead == one.own and other.lead == other.own
    return len(a) > 2 and (b.endswith(a) or a.endswith(b))

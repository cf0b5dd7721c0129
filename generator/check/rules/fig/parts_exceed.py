"""分项多于总数。

为什么：部分不会多于全体；“其中”后面的数比前面的还大，一定有一个写错了。
依据：算术。
反例：
    制定抽查计划99个，其中联合抽查计划128个。

    调解矛盾纠纷205起，其中口头协议120起、书面协议95起。
正例：
    制定抽查计划99个，其中联合抽查计划28个。
    调解矛盾纠纷205起，其中口头协议120起、书面协议85起。
    办理人大建议20件、政协提案30件，其中满意件48件。
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.check.near import led_by, rows_with
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._funnels import funnels
from generator.check.rules.fig._lists import contradictions
from generator.check.stated import Sentence, Stated, covered, printed, sentences, summed, where, words
from generator.check.subject import Subject, may_match
from generator.diagnostics import Severity
from generator.regex import regex

_LARGEST = regex("最[大高多](?:的)?一?[份笔项件个家单宗][^,;:。]{0,20}[,:]?[^,;:。]{0,12}$")
_REPORTED, _WHO = regex("[,;(]其中(?:现场|书面|专题|会议)[^,;:、。]{0,2}述法的?$"), ("份", "人", "个", "家")
"""Each hands in one report: 共39份，其中现场述法8人."""
_MEAN = regex("(?:平均|[户人件场次期社]均|每)[^,;:、。()]{0,6}$")


def check(of: Subject) -> Iterator[Finding]:
    """Each part, or sum of parts, above the total that it is named of."""
    for found in contradictions(of):
        if found.doubt != "exceeds":
            continue
        total, parts = found.total, found.parts
        if len(parts) == 1:
            said = f"其中的“{words(parts[0])}”多于总数“{words(total)}”"
        else:
            reckoned = f"{' + '.join(words(one) for one in parts)} = {printed(summed(parts), total)}"
            said = f"其中各项{reckoned}，多于总数“{words(total)}”"
        yield Finding(where(of, parts[-1]), said, "核对总数和分项；分项有交叉的在文中说明")
    known = {part.at for one in contradictions(of) for part in one.parts}
    yield from funnels(of, known)
    for row in rows_with(of, _REPORTED) if led_by(of, _REPORTED) else ():
        for all_, part in pairwise(row):
            told = _REPORTED.search(part.lead) and "述法" in "".join([one.lead for one in row[: row.index(part)]])
            others = all_.kind in _WHO and part.kind in _WHO and all_.kind != part.kind
            if told and others and all_.exact and part.exact and part.amount > all_.amount:
                said = f"其中的“{words(part)}”多于总数“{words(all_)}”"
                yield Finding(where(of, part), said, "核对总数和分项")
    for row in sentences(of) if may_match(of, _LARGEST) else ():
        for at, one in enumerate(row):
            whole = _total(row[:at], one) if at and one.exact and _LARGEST.search(one.lead) else None
            if whole is not None and one.amount > whole.amount and not covered(of, (whole, one)):
                said = f"最大的一笔“{words(one)}”多于总数“{words(whole)}”"
                yield Finding(where(of, one), said, "核对两个数和单位（元、万元、亿元）")


def _total(before: Sentence, one: Stated) -> Stated | None:
    """What the largest is one of: the figure before it, but a mean."""
    total = before[-1]
    if len(before) > 1 and total.kind == one.kind and _MEAN.search(total.lead):
        total = before[-2]
    return total if total.exact and total.kind == one.kind and not _MEAN.search(total.lead) else None


RULE = Rule("FIG008", "分项多于总数", Severity.WARNING, check, __doc__)

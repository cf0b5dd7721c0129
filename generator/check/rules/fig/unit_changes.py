"""同一项数据前后用了不同的量词。

为什么：前面写“件”，后面写“起”，读者要想一想是不是同一个数；汇总时也对不上。
依据：前后一致是公文的基本要求。
反例：
    全年共调解矛盾纠纷130件。
    一年来，全镇调解矛盾纠纷130起，群众满意度明显提升。
反例：
    接待群众咨询1500人次，其中妇女640件、老年人860人次。
反例：
    全年受理信访事项31件，办结31人次。
正例：
    全年共调解矛盾纠纷130件。
    一年来，全镇调解矛盾纠纷130件，群众满意度明显提升。
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.annotate import units
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._names import own
from generator.check.rules.fig._phrases import repeated
from generator.check.stated import line, named, sentences, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_NEXT = regex("[、,][^,;:、()]{1,8}")
_ACT, _END = regex(",(?:已|全部|均|现已)?([\u4e00-\u9fff]{2,4})"), regex("[,;。\n]|$")
_PEOPLE = ("人", "人次", "名")


def check(of: Subject) -> Iterator[Finding]:
    """Each figure that is told again in the same words with another measure word."""
    for first, one in repeated(of):
        before, here = units.base(first.unit)[1], units.base(one.unit)[1]
        if before and here and before != here:
            said = f"“{words(one)}”与第{line(of, first)}行“{words(first)}”说的是同一项，量词不同"
            yield Finding(where(of, one), said, f"统一写“{before}”或“{here}”")
    yield from _in_one_breath(of)
    for row in sentences(of):
        for total, first, second in zip(row, row[1:], row[2:], strict=False):
            told = total.unit in _PEOPLE and first.mention.quantity.sense == "part" and _NEXT.fullmatch(second.lead)
            for part, other in ((first, second), (second, first)) if told else ():
                people = other.unit == total.unit and part.kind not in (total.kind, "%")
                if people and any(word in own(part) for word in of.words.get("身份", ())):
                    said = f"“{words(total)}”里的“{named(part)}”，量词不同"
                    yield Finding(where(of, part), said, f"核对量词，写“{part.value}{total.unit}”")


def _in_one_breath(of: Subject) -> Iterator[Finding]:
    """A number told twice in one sentence of the same things: 受理信访31件，办结31人次; 开展排查24次，24场建了台账."""
    done = of.words.get("办件", ())
    for row in sentences(of):
        for first, one in pairwise(row):
            if first.amount != one.amount or first.kind == one.kind or "%" in (first.kind, one.kind):
                continue
            act = _ACT.fullmatch(one.lead)
            bare = one.lead == "," and one.kind not in _PEOPLE and first.kind not in _PEOPLE
            if (act and act[1] in done and _END.match(one.tail)) or (bare and re.match("全部|均|都", one.tail)):
                said = f"“{words(one)}”与前面的“{words(first)}”说的是同一项，量词不同"
                yield Finding(where(of, one), said, f"核对量词，写“{one.value}{first.unit}”")


RULE = Rule("FIG021", "同一项数据量词不同", Severity.INFO, check, __doc__)

"""同一项数据前后用了不同的量词。

为什么：前面写“件”，后面写“起”，读者要想一想是不是同一个数；汇总时也对不上。
依据：前后一致是公文的基本要求。
反例：
    全年共调解矛盾纠纷130件。
    一年来，全镇调解矛盾纠纷130起，群众满意度明显提升。
反例：
    接待群众咨询1500人次，其中妇女640件、老年人860人次。
正例：
    全年共调解矛盾纠纷130件。
    一年来，全镇调解矛盾纠纷130件，群众满意度明显提升。
"""

from collections.abc import Iterator

from generator.annotate import units
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._names import own
from generator.check.rules.fig._phrases import repeated
from generator.check.stated import line, named, sentences, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_NEXT = regex("[、,][^,;:、()]{1,8}")
_PEOPLE = ("人", "人次", "名")


def check(of: Subject) -> Iterator[Finding]:
    """Each figure that is told again in the same words with another measure word."""
    for first, one in repeated(of):
        before, here = units.base(first.unit)[1], units.base(one.unit)[1]
        if before and here and before != here:
            said = f"“{words(one)}”与第{line(of, first)}行“{words(first)}”说的是同一项，量词不同"
            yield Finding(where(of, one), said, f"统一写“{before}”或“{here}”")
    for row in sentences(of):
        for total, first, second in zip(row, row[1:], row[2:], strict=False):
            told = total.unit in _PEOPLE and first.mention.quantity.sense == "part" and _NEXT.fullmatch(second.lead)
            for part, other in ((first, second), (second, first)) if told else ():
                people = other.unit == total.unit and part.kind not in (total.kind, "%")
                if people and any(word in own(part) for word in of.words.get("身份", ())):
                    said = f"“{words(total)}”里的“{named(part)}”，量词不同"
                    yield Finding(where(of, part), said, f"核对量词，写“{part.value}{total.unit}”")


RULE = Rule("FIG021", "同一项数据量词不同", Severity.INFO, check, __doc__)

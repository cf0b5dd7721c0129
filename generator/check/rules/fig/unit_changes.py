"""同一项数据前后用了不同的量词。

为什么：前面写“件”，后面写“起”，读者要想一想是不是同一个数；汇总时也对不上。
依据：前后一致是公文的基本要求。
反例：
    全年共调解矛盾纠纷130件。
    一年来，全镇调解矛盾纠纷130起，群众满意度明显提升。
正例：
    全年共调解矛盾纠纷130件。
    一年来，全镇调解矛盾纠纷130件，群众满意度明显提升。
"""

from collections.abc import Iterator

from generator.annotate import units
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._phrases import repeated
from generator.check.stated import line, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each figure that is told again in the same words with another measure word."""
    for first, one in repeated(of):
        before, here = units.base(first.unit)[1], units.base(one.unit)[1]
        if before and here and before != here:
            said = f"“{words(one)}”与第{line(of, first)}行“{words(first)}”说的是同一项，量词不同"
            yield Finding(where(of, one), said, f"统一写“{before}”或“{here}”")


RULE = Rule("FIG021", "同一项数据量词不同", Severity.INFO, check, __doc__)

"""列举全会时漏了中间的一次。

为什么：列举几次全会要连着写，写了二中、四中而没有三中，多半是套用旧稿时漏了。
依据：中央文件的规范表述；也可以写“历次全会”。
反例：
    全面贯彻党的二十大和二十届二中、四中全会精神。
正例：
    全面贯彻党的二十大和二十届二中、三中全会精神。

    全面贯彻党的二十大和二十届历次全会精神。
"""

from collections.abc import Iterator

from generator.check.calendar import PLENUM, gaps
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, spot
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each list of plenums that leaves one out."""
    for begin, end, missing in gaps(of):
        said = of.text[begin:end]
        yield Finding(spot(of, begin, end), f"“{said}全会”漏了{missing}全会", "补上，或写“历次全会”")


RULE = Rule("WRD039", "列举全会有遗漏", Severity.WARNING, check, __doc__, looks_for=(PLENUM,))

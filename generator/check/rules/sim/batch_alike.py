"""有一段与同一批的另一个单位一字不差。

为什么：单位之间互相照抄，上级一比就知道。
依据：上级的通报和评价；“60字连续相同”是本工具的取值。
反例：
    （同一文件夹里另一个单位也有这一段）
正例：
    （只有固定表述相同）
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.rules.sim._shared import shared
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """For each paragraph the first stretch of sixty and more characters, marks not counted, that another report has."""
    told: set[int] = set()
    for one in shared(of, [other for other in of.others if other.file != of.file]):
        if one.spot.line not in told:
            told.add(one.spot.line)
            yield Finding(one.spot, f"这一段有{one.length}字与“{one.other.file}”相同", "写本单位自己的情况")


RULE = Rule("SIM005", "与同批单位雷同", Severity.INFO, check, __doc__, ("batch",))

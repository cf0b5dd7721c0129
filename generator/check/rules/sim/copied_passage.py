"""有一段与去年的报告一字不差。

为什么：照抄去年是上级通报最多的毛病；情况变了，话没有变。
依据：上级的通报和评价；“60字连续相同”是本工具的取值。
反例：
    （与去年的报告比较，用 --last 给出）建立健全投诉督办长效机制，严防增量……（60字以上与去年相同）
正例：
    （只有称谓、固定表述与去年相同）
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.rules.sim._shared import shared
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each stretch of sixty and more characters, marks not counted, that last year's report has too."""
    for one in shared(of, [of.last] if of.last else ()):
        yield Finding(one.spot, f"这一段有{one.length}字与去年的报告相同", "按今年的情况重写")


RULE = Rule("SIM001", "整段照抄去年的报告", Severity.WARNING, check, __doc__, ("last",))

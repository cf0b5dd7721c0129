"""整份报告与去年的报告大部分相同。

为什么：换了年份和几个数，等于没有报告。
依据：上级的通报和评价；“五字片段重合超过60%”是本工具的取值。
反例：
    （与去年的报告比较，五字片段的重合超过60%）
正例：
    （与去年的报告比较，五字片段的重合在60%以下）
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.likeness import grams, share

_MOST = 0.6


def check(of: Subject) -> Iterator[Finding]:
    """Once, where the runs of five characters that both have are more than this share of all."""
    if of.last is None:
        return
    alike = share(grams(of.folded.split("\n")), grams(of.last.folded.split("\n")))
    if alike > _MOST:
        yield Finding(None, f"与去年的报告相同的部分占{alike * 100:.0f}%", "按今年的情况重写，尤其是不足和安排")


RULE = Rule("SIM002", "整份报告与去年雷同", Severity.WARNING, check, __doc__, ("last",))

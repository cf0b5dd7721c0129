"""起止年份之间的连接号丢了。

为什么：两个年份连成八位数，读者看不出是起止年份。
依据：GB/T 15834—2011 连接号的用法：起止年份用一字线“—”或短横线。
反例：
    《法治政府建设实施方案（20212025年）》
正例：
    《法治政府建设实施方案（2021—2025年）》
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_YEARS = regex(r"(?<!\d)((?:19|20)\d{2})((?:19|20)\d{2})(?=年)")


def check(of: Subject) -> Iterator[Finding]:
    """Each pair of years without a dash, the later one behind."""
    for where, match in found(of, _YEARS):
        if match[1] < match[2]:
            right = f"{match[1]}—{match[2]}"
            yield Finding(where, f"“{match[0]}”：两个年份之间缺了连接号", f"写“{right}”", right)


RULE = Rule("NUM007", "起止年份连成了一串", Severity.WARNING, check, __doc__, looks_for=(_YEARS,))

"""年份和月份连在一起，缺了“年”字。

为什么：复制时丢了字，读者会当成五位数。
依据：GB/T 15835—2011：年月日写全。
反例：
    20236月，召开了工作部署会议。
正例：
    2023年6月，召开了工作部署会议。

    满20236人。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_MONTH = regex(r"(?<!\d)(20[0-4]\d)(1[0-2]|[1-9])月")


def check(of: Subject) -> Iterator[Finding]:
    """Each year that runs into a month."""
    for where, match in found(of, _MONTH):
        right = f"{match[1]}年{match[2]}月"
        yield Finding(where, f"“{match[0]}”缺了“年”字", f"写“{right}”", right)


RULE = Rule("NUM008", "年月之间缺了“年”", Severity.WARNING, check, __doc__, looks_for=(_MONTH,))

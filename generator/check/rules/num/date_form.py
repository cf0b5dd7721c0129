"""正文里的日期用点、横线或斜线写。

为什么：公文里的日期写年月日，数字串会被读成编号、小数。
依据：GB/T 15835—2011 与公文惯例：日期只用“2025年2月28日”的写法。
反例：
    2025年工作要点于2024.12.30印发。

    会议于2024-03-05召开。
正例：
    会议于2024年3月5日召开。

    版本号1.2.3。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_DATE = regex(r"(?<![\d./-])((?:19|20)\d{2})([./-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d./-])")


def check(of: Subject) -> Iterator[Finding]:
    """Each date written with dots, hyphens or slashes."""
    for where, match in found(of, _DATE):
        right = f"{match[1]}年{int(match[3])}月{int(match[4])}日"
        yield Finding(where, f"日期写成了“{match[0]}”", f"写“{right}”", right)


RULE = Rule("NUM003", "日期写成了数字串", Severity.WARNING, check, __doc__, looks_for=(_DATE,))

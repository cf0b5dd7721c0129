"""正文里有固定电话号码。

为什么：对外公布的单位电话可以写，个人、内部的电话不要写。
依据：报告公开前须经审核和保密审查；《个人信息保护法》对个人信息公开的限制。
反例：
    监督电话0595-23456789。

    监督电话（0595）23456789。

    联系电话：23456789。
正例：
    德政办〔2024〕13800号。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_TELEPHONE = regex(
    r"(?<!\d)(?:0\d{2,3}[-－—]?|[(]0\d{2,3}[)] ?)\d{7,8}(?!\d)"
    r"|(?<=电话|座机|热线)[为是:：]?[2-8]\d{6,7}(?![\d件次人个元])"
)


def check(of: Subject) -> Iterator[Finding]:
    """Each number that begins with an area code or is called one."""
    for where, match in found(of, _TELEPHONE):
        yield Finding(where, f"正文里有电话号码“{match[0]}”", "确认是对外公布的单位电话，不是的删去")


RULE = Rule("PRI003", "写了电话号码", Severity.INFO, check, __doc__, looks_for=(_TELEPHONE,))

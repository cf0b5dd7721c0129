"""正文里有居民身份证号码。

为什么：身份证号码是敏感的个人信息，报告里没有任何理由出现。
依据：报告公开前须经审核和保密审查；《个人信息保护法》对个人信息公开的限制。
反例：
    当事人身份证号35052619800101123X。
正例：
    编号2024010112345678901。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_IDENTITY = regex(r"(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dXx])")


def check(of: Subject) -> Iterator[Finding]:
    """Each number of eighteen digits that is built like one."""
    for where, match in found(of, _IDENTITY):
        yield Finding(where, f"正文里有居民身份证号码“{match[0]}”", "删去")


RULE = Rule("PRI002", "写了身份证号码", Severity.ERROR, check, __doc__, looks_for=(_IDENTITY,))

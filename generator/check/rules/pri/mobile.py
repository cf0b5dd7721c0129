"""正文里有手机号码。

为什么：公开以后，号码的主人会不断接到陌生电话。
依据：报告公开前须经审核和保密审查；《个人信息保护法》对个人信息公开的限制。
反例：
    联系人电话13800138000。

    手机138-0013-8000。
正例：
    全年办理业务1380013800012件。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_MOBILE = regex(r"(?<![\d.-])1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})(?![\d-])")


def check(of: Subject) -> Iterator[Finding]:
    """Each number of eleven digits that is one of a mobile telephone."""
    for where, match in found(of, _MOBILE):
        yield Finding(where, f"正文里有手机号码“{match[0]}”", "公开前删去，确需公布的改用单位电话")


RULE = Rule("PRI001", "写了手机号码", Severity.WARNING, check, __doc__, looks_for=(_MOBILE,))

"""正文里有银行卡号。

为什么：卡号是敏感的个人信息，报告里没有任何理由出现。
依据：报告公开前须经审核和保密审查；《个人信息保护法》对个人信息公开的限制。
反例：
    工资卡号6222021234567890128已发放。

    收款账号6222021234567890123。
正例：
    编号2024010112345678901。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_CARD = regex(r"(?<!\d)(?:4|5[1-5]|62)\d{14,17}(?!\d)")
_NAMED = regex(r"(?:银行卡号?|卡号|账号|帐号|账户|收款户)[为是:]?\d{16,19}(?!\d)")


def check(of: Subject) -> Iterator[Finding]:
    """Each number of 16 to 19 digits that is called a card's, or begins as one and passes its check digit (Luhn)."""
    told = set()
    for where, match in found(of, _CARD):
        digits = [int(digit) for digit in reversed(match[0])]
        total = sum(digits[0::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
        if total % 10 == 0:
            yield Finding(where, f"正文里有银行卡号“{match[0]}”", "删去")
            told.add(match.end())
    for where, match in found(of, _NAMED):
        if match.end() not in told:
            yield Finding(where, f"正文里有银行卡号“{match[0]}”", "删去")


RULE = Rule("PRI008", "写了银行卡号", Severity.ERROR, check, __doc__, looks_for=(_CARD, _NAMED))

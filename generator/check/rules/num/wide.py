"""数字、字母、百分号用了全角。

为什么：全角的数字占一个字宽，与别处的数字不一样宽，也查找不到。
依据：公文排版的通行要求：阿拉伯数字、拉丁字母用半角。
反例：
    修订权责清单２１３项。

    办结率９８％。
正例：
    修订权责清单213项，办结率98%。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_WIDE = regex(r"[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ．]*[０-９Ａ-Ｚａ-ｚ])?％?")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def check(of: Subject) -> Iterator[Finding]:
    """Each run of such characters."""
    for where, match in found(of, _WIDE, folded=False):
        right = match[0].translate(_NARROW)
        yield Finding(where, f"“{match[0]}”用了全角", f"写“{right}”", right)


RULE = Rule("NUM017", "数字用了全角", Severity.WARNING, check, __doc__, looks_for=(_WIDE,))

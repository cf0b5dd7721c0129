"""“第一”“首先”之后用了顿号。

为什么：“第一”“首先”是词，不是序号，后面用逗号。
依据：GB/T 15834—2011 逗号的用法：“第一”“首先”等词语之后用逗号。
反例：
    第一、加强组织领导。

    首先、落实责任。
正例：
    第一，加强组织领导。

    第一、二季度。
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_WORD = regex(
    r"(?:^|(?<=[。；;：:]))[ \u3000]{0,8}(第[一二三四五六七八九十]|首先|其次|再次|最后)、(?![一二三四五六七八九十])",
    re.MULTILINE,
)


def check(of: Subject) -> Iterator[Finding]:
    """Each such word that opens a sentence."""
    for where, match in found(of, _WORD, folded=False):
        yield Finding(where, f"“{match[0].strip()}”：“{match[1]}”后用逗号", f"写“{match[1]}，”", f"{match[1]}，")


RULE = Rule("PUN010", "“第一”“首先”后用了顿号", Severity.WARNING, check, __doc__, looks_for=(_WORD,))

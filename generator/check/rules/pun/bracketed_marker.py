"""“（一）”“（1）”之后加了顿号或点。

为什么：括号已经把序数和正文隔开了。
依据：公文层次序数的写法（GB/T 9704—2012 7.3.3 的四级序数；GB/T 15834—2011：括号序数后不加点）。
反例：
    （一）、加强组织领导

    (2)．规范执法
正例：
    （一）加强组织领导
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_MARKER = regex(r"^[ \u3000]*([(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）])\s{0,2}[、,，.．。]", re.MULTILINE)


def check(of: Subject) -> Iterator[Finding]:
    """Each bracketed number at the start of a paragraph with punctuation behind it."""
    for where, match in found(of, _MARKER, folded=False):
        yield Finding(where, f"“{match[0].strip()}”：括号序数后不加标点", f"写“{match[1]}”", match[1])


RULE = Rule("PUN007", "带括号的序数后加了标点", Severity.WARNING, check, __doc__, looks_for=(_MARKER,))

"""有的数每三位用逗号分节，有的不分。

为什么：一份报告里数字的写法要统一。
依据：GB/T 15835—2011：四位以上的数可以分节，分不分全文一致；公文通常不分节。
反例：
    收入12,345万元，支出54321万元。
正例：
    收入12345万元，支出54321万元。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_GROUPED = regex(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d])")
_PLAIN = regex(r"(?<![\d,.])\d{5,9}(?![\d,])(?=[\u4e00-\u9fff])")


def check(of: Subject) -> Iterator[Finding]:
    """Each grouped number, where a number of five digits and more is not grouped."""
    grouped = list(found(of, _GROUPED))
    if not grouped or not _PLAIN.search(of.folded):
        return
    for where, match in grouped:
        right = match[0].replace(",", "")
        yield Finding(where, f"“{match[0]}”分了节，别处的数没有分", f"写“{right}”", right)


RULE = Rule("NUM013", "有的数分节，有的不分节", Severity.INFO, check, __doc__, looks_for=(_GROUPED,))

"""百分数的范围，前一个数省了百分号。

为什么：省了前面的百分号，63-68%可以读成63到68%。
依据：GB/T 15835—2011：表示百分数的范围，每个数值之后都写百分号，如“63%～68%”。
反例：
    满意率在95-98%之间。
正例：
    满意率在95%～98%之间。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_RANGE = regex(r"(?<![\d.\-—~])(\d{1,9}(?:\.\d{1,6})?)\s{0,3}([-—~～至])\s*(\d+(?:\.\d+)?)%")


def check(of: Subject) -> Iterator[Finding]:
    """Each range of percentages whose first figure has no sign."""
    for where, match in found(of, _RANGE):
        right = f"{match[1]}%{'至' if match[2] == '至' else '～'}{match[3]}%"
        yield Finding(where, f"“{match[0]}”：前一个数缺了百分号", f"写“{right}”", right)


RULE = Rule("NUM009", "百分数的范围省了百分号", Severity.WARNING, check, __doc__, looks_for=(_RANGE,))

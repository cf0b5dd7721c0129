"""第三层序数“1”之后用了顿号或全角点。

为什么：阿拉伯数字之后用小圆点“.”，汉字数字之后才用顿号。
依据：GB/T 15834—2011 4.5.3.4 一类的规则：阿拉伯数字序号后用下圆点；GB/T 9704—2012 7.3.3 第三层为“1.”。
反例：
    1、加强组织领导

    2．规范执法行为
正例：
    1.加强组织领导

    2024年，全县办理案件12件。
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_MARKER = regex(r"^[ \u3000]*(\d{1,2})\s*([、．])(?=\S)", re.MULTILINE)


def check(of: Subject) -> Iterator[Finding]:
    """Each Arabic number at the start of a paragraph that is followed by 、 or ．."""
    for where, match in found(of, _MARKER, folded=False):
        said = f"“{match[0].strip()}”：阿拉伯数字序号后用小圆点"
        mild = Severity.INFO if match[2] == "．" else None
        yield Finding(where, said, f"写“{match[1]}.”", f"{match[1]}.", severity=mild)


RULE = Rule("PUN008", "数字序号后的点不对", Severity.WARNING, check, __doc__, looks_for=(_MARKER,))

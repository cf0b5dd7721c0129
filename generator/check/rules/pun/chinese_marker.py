"""第一层序数“一”之后没有用顿号。

为什么：汉字数字之后用顿号。
依据：GB/T 9704—2012 7.3.3 第一层为“一、”；GB/T 15834—2011：汉字数字序号后用顿号。
反例：
    一.推进法治政府建设的主要情况

    二）存在的问题

    三. 下一步安排
正例：
    一、推进法治政府建设的主要情况

    一是加强领导。
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_MARKER = regex(r"^[ \u3000]*([一二三四五六七八九十]{1,3})\s*([.．,，:：)）])[ \u3000]*(?=\S)", re.MULTILINE)


def check(of: Subject) -> Iterator[Finding]:
    """Each Chinese number at the start of a paragraph that is followed by anything but 、."""
    for where, match in found(of, _MARKER, folded=False):
        if match[2] in ")）":
            said = f"“{match[0].strip()}”：少了左括号"
            yield Finding(where, said, f"写“（{match[1]}）”，第一层的写“{match[1]}、”")
            continue
        yield Finding(where, f"“{match[0].strip()}”：汉字序号后用顿号", f"写“{match[1]}、”", f"{match[1]}、")


RULE = Rule("PUN009", "汉字序号后的标点不对", Severity.WARNING, check, __doc__, looks_for=(_MARKER,))

"""中文里夹着半角标点。

为什么：半角标点只占半个字，夹在全角标点之间，行长和字距都不齐。
依据：GB/T 15834—2011：中文标点用全角；半角只用于数字、西文内部和小数点。
反例：
    全年办理案件12件,其中调解5件。

    主要做法:一是加强领导。

    全年办件320件.其中网办120件。

    （含上年结转2件)已经办结。
正例：
    全年办理案件12件，其中调解5件。

    投资1,234.5万元。

    时间为9:30。
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found, spot
from generator.diagnostics import Severity
from generator.regex import regex

_CJK = "\u3400-\u9fff“”《》、。，；：）（"
_HALF = regex(
    rf"(?<=[{_CJK}0-9%])[,;:!?](?=[{_CJK}])|(?<=[{_CJK}])[,;:!?](?=[{_CJK}0-9]|$)"
    r"|(?<=[\u3400-\u9fff])(?<![一二三四五六七八九十])\.(?=[\u3400-\u9fff]|$)",
    re.MULTILINE,
)
_BRACKETS = regex(r"\((?=[^()\n]*[\u3400-\u9fff])([^()\n]*)\)")
_MIXED = regex(r"\([^（）()\n]*）|（[^（）()\n]*\)")
_FULL = str.maketrans(",;:!?.", "，；：！？。")


def check(of: Subject) -> Iterator[Finding]:
    """Each half-width mark beside a Chinese character, unless the whole copy is like that (PUN001)."""
    if of.copied:
        return
    for where, match in found(of, _HALF, folded=False):
        right = match[0].translate(_FULL)
        yield Finding(where, f"中文里用了半角的“{match[0]}”", f"换成全角“{right}”", right)
    if "(" not in of.text and ")" not in of.text:
        return
    for _, match in found(of, _BRACKETS, folded=False):
        for at, right in ((match.start(), "（"), (match.end() - 1, "）")):
            yield Finding(spot(of, at, at + 1), f"中文里用了半角的“{of.text[at]}”", f"换成全角“{right}”", right)
    for _, match in found(of, _MIXED, folded=False):
        at, right = (match.start(), "（") if match[0][0] == "(" else (match.end() - 1, "）")
        yield Finding(spot(of, at, at + 1), f"一对括号一半是半角的“{of.text[at]}”", f"换成全角“{right}”", right)


RULE = Rule("PUN002", "中文里用了半角标点", Severity.WARNING, check, __doc__, looks_for=(_HALF, _BRACKETS, _MIXED))

"""汉字、数字之间夹了空格。

为什么：空格会在行尾拆开数和单位，也说明文字是从别处粘贴来的。
依据：公文排版的通行要求：正文字间不空格；并列的机关名称之间可以空一格。
反例：
    全镇共有42  名网格员。

    平台完成党建 引领模块开发。

    组织学习《 民法典》3次。

    办理案件2 1件。
正例：
    全镇共有42名网格员。

    《县委宣传部 县司法局关于普法的通知》

    云州市司法局 云州市民政局
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_CJK = "\u3400-\u9fff"
_COUNTED = "[余多万亿]{0,2}[件次场期名人个份项户家起条卷宗元]"
_BLANK = "[ \u00a0\u2002\u3000]+"
_SPACE = regex(
    rf"(?<=[{_CJK}]){_BLANK}(?=[0-9{_CJK}，、。；：）])|(?<=[0-9]){_BLANK}(?=[{_CJK}，、。；：%])"
    rf"|(?<=[《“（]){_BLANK}|{_BLANK}(?=[》”])"
    rf"|(?<=[0-9]){_BLANK}(?=(?:[0-9]{{1,2}}|[0-9]{{4,9}}){_COUNTED})|(?<=[0-9]{{4}}){_BLANK}(?=[0-9]{{3}}{_COUNTED})"
    rf"|(?<=[{_CJK}][0-9]){_BLANK}(?=[0-9]{{3}}{_COUNTED})"
)
"""Thin spaces may part groups of three digits: 12 000件."""
_DIVISION = regex(r"第[一二三四五六七八九十]{1,3}(?:部分|章|节)$|^\d{1,2}(?:\.\d{1,2}){0,2}$", re.MULTILINE)
"""A blank divides such a number from its heading."""
_BODIES = "局部委办厅会院府处室所站社镇乡县市区州省旗"
_KINDS = ("text", "heading")


def check(of: Subject) -> Iterator[Finding]:
    """Each such space in running text; bodies that issue something together may be set apart."""
    running = {line.number for line in of.annotation.lines if line.kind in _KINDS}
    for where, match in found(of, _SPACE, folded=False):
        before = of.text[match.start() - 1]
        if _DIVISION.search(of.text, max(0, match.start() - 6), match.start()):
            continue
        if where.line not in running or before in _BODIES or not of.text[: match.start()].rpartition("\n")[2].strip():
            continue
        around = of.text[max(match.start() - 3, 0) : match.end() + 3].replace("\n", "")
        severity = Severity.INFO if of.form in ("txt", "html") else None
        yield Finding(where, f"“{around.strip()}”中间夹了空格", "删去空格", "", severity)


RULE = Rule("NUM006", "字间夹了空格", Severity.WARNING, check, __doc__, looks_for=(_SPACE,))

"""没有页码。

为什么：多页公文每面都要编页码；手打的数字不会随页变化，要插入页码域。
依据：GB/T 9704—2012 7.5：页码一般用4号半角宋体阿拉伯数字，编排在公文版心下边缘之下。
反例：
    去掉页码
    页码是手打的数字
    去掉双页的页码
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.readers.docx.layout_facts import Side

_SAID: dict[Side, str] = {"default": "页脚", "even": "双页的页脚", "first": "首页的页脚"}


def check(of: Subject) -> Iterator[Finding]:
    """Footers of the sheet with the text that lack the number of the page."""
    found = judged(of)
    if found.sheet is None:
        return
    sides: list[Side] = ["default"]
    sides += ["even"] if found.layout.facing else []
    sides += ["first"] if found.sheet.title_page else []
    for side in sides:
        feet = found.sheet.feet.get(side, ())
        if not any(foot.paged for foot in feet):
            typed = next((foot.words for foot in feet if any(char.isdigit() for char in foot.words)), "")
            said = f"{_SAID[side]}里的“{typed}”是手打的，不随页变化" if typed else f"{_SAID[side]}没有页码"
            yield Finding(None, said, "插入页码，形式为“— 1 —”")


RULE = Rule("LAY013", "没有页码", Severity.WARNING, check, __doc__, ("docx",))

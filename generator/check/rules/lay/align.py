"""对齐方式不对。

为什么：标题居中，正文两端对齐，左右两边才齐到版心；左对齐的正文右边参差不齐。
依据：GB/T 9704—2012 7.3.1：标题居中排布；正文每面28字撑满版心（5.2.3），两端对齐是通行做法。
反例：
    标题改成左对齐
    正文改成左对齐
    正文改成居中
    主送机关改成居中
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import NAMES, each_once, judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity

_SAID = {
    "left": "左对齐", "start": "左对齐", "center": "居中", "right": "右对齐", "end": "右对齐", "both": "两端对齐",
    "distribute": "分散对齐",
}  # fmt: skip
_ROLES = ("title", "salutation", "body")


def check(of: Subject) -> Iterator[Finding]:
    """Titles that are not centred, bodies that do not fill their lines."""
    yield from each_once(of, _wrong(of))


def _wrong(of: Subject) -> Iterator[tuple[int, str, str]]:
    found = judged(of)
    for one in found.set:
        wanted = found.look.styles[one.role].align
        there = _SAID.get(one.paragraph.align, "左对齐")
        # The line of an addressee ends where its words end: both ways look the same.
        fits = there == _SAID[wanted] or (one.role == "salutation" and there in ("左对齐", "两端对齐"))
        if one.role in _ROLES and not fits:
            yield one.paragraph.number, f"{NAMES[one.role]}是{there}", f"改成{_SAID[wanted]}"


RULE = Rule("LAY009", "对齐方式不对", Severity.WARNING, check, __doc__, ("docx",))

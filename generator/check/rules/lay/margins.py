"""页边距不合规格。

为什么：天头、订口和版心的尺寸是公文版面的基础，页边距错了，每面行数、每行字数都不对。
依据：GB/T 9704—2012 5.2.1：天头37毫米±1毫米，订口28毫米±1毫米，版心156毫米×225毫米（下35毫米、右26毫米）。
反例：
    上边距改成 25.4 毫米
    左边距改成 31.8 毫米
    右边距改成 31.8 毫米
    下边距改成 25.4 毫米
    装订线 5 毫米
正例：
    成稿原样
    上边距改成 36.3 毫米
"""

from collections.abc import Iterator

from generator.check.layout import judged, millimetres
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.look_codec.units import TWIPS_PER_MM

_OFF = round(TWIPS_PER_MM)


def check(of: Subject) -> Iterator[Finding]:
    """Each margin of the sheet with the text that is more than a millimetre off, and the area that they leave."""
    found = judged(of)
    sheet, page = found.sheet, found.look.page
    if sheet is None:
        return
    left = None if sheet.left is None else sheet.left + sheet.gutter
    margins = (
        ("上", sheet.top, page.top), ("下", sheet.bottom, page.bottom),
        ("左", left, page.left), ("右", sheet.right, page.right),
    )  # fmt: skip
    wrong = [(side, there, right) for side, there, right in margins if there is None or abs(there - right) > _OFF]
    if wrong:
        named = "、".join(f"{side}{'没有设' if there is None else millimetres(there)}" for side, there, _ in wrong)
        yield Finding(None, f"页边距：{named}", "设成" + "、".join(f"{side}{millimetres(r)}" for side, _, r in wrong))


RULE = Rule("LAY002", "页边距不合规格", Severity.WARNING, check, __doc__, ("docx",))

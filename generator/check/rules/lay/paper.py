"""纸张不是 A4。

为什么：公文用纸一律用 A4 型，装订、归档、复印都按这个尺寸；Word 新建的文档常是 Letter 型纸。
依据：GB/T 9704—2012 5.1：公文用纸采用 GB/T 148 中规定的 A4 型纸，210毫米×297毫米。
反例：
    纸张改成 Letter
    纸张宽了 1 毫米
    纸张横放
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import judged, millimetres
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.look_codec.units import TWIPS_PER_MM

_OFF = round(0.6 * TWIPS_PER_MM)


def check(of: Subject) -> Iterator[Finding]:
    """Each size of paper that is not the look's, in either direction, and a report that lies on its side.

    A table behind it may.
    """
    found = judged(of)
    wanted = found.look.page
    sizes = dict.fromkeys((sheet.width, sheet.height) for sheet in found.layout.sheets)
    for width, height in sizes:
        if width is None or height is None:
            yield Finding(None, "没有设纸张大小", f"设成{millimetres(wanted.width)}×{millimetres(wanted.height)}（A4）")
            continue
        sides = zip(sorted((width, height)), sorted((wanted.width, wanted.height)), strict=True)
        if any(abs(side - right) > _OFF for side, right in sides):
            said = f"纸张是{millimetres(width)}×{millimetres(height)}"
            yield Finding(None, said, f"设成{millimetres(wanted.width)}×{millimetres(wanted.height)}（A4）")
    sheet = found.sheet
    if sheet and sheet.width and sheet.height and (sheet.width > sheet.height) != (wanted.width > wanted.height):
        yield Finding(None, "正文的纸张是横放的", "纸张方向设成纵向；附表确要横排的，另起一节")


RULE = Rule("LAY001", "纸张不是 A4", Severity.WARNING, check, __doc__, ("docx",))

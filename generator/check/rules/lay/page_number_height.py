"""页码离版心太远或太近。

为什么：页码两边的一字线上距版心下边缘7毫米，页脚距离要随下边距一起设。
依据：GB/T 9704—2012 7.5：一字线上距版心下边缘7毫米。
反例：
    页脚距离改成 15 毫米
正例：
    成稿原样
    页脚距离改成 24.9 毫米
"""

from collections.abc import Iterator

from generator.check.layout import judged, millimetres
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.look_codec.units import TWIPS_PER_MM

_OFF = 2.5 * TWIPS_PER_MM


def check(of: Subject) -> Iterator[Finding]:
    """A footer whose distance from the text differs from the look's by more than the type's height explains."""
    found = judged(of)
    sheet, page = found.sheet, found.look.page
    paged = sheet is not None and any(foot.paged for foot in sheet.feet.get("default", ()))
    if sheet is None or not paged or sheet.footer is None or sheet.bottom is None:
        return
    if abs(sheet.bottom - page.bottom) > TWIPS_PER_MM:
        return
    if abs((sheet.bottom - sheet.footer) - (page.bottom - page.footer)) > _OFF:
        wanted = millimetres(sheet.bottom - (page.bottom - page.footer))
        yield Finding(None, f"页脚距边界{millimetres(sheet.footer)}，页码离版心不是7毫米", f"页脚距边界设成{wanted}")


RULE = Rule("LAY017", "页码离版心太远或太近", Severity.WARNING, check, __doc__, ("docx",))

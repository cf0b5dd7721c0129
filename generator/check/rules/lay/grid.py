"""没有行网格，或网格与行距不一致。

为什么：网格使各面的行对齐，页末撑满版心；网格的行距与段落的固定值不同，行就对不上格。
依据：GB/T 9704—2012 5.2.3：每面22行撑满版心；文档网格是做到这一点的通行办法，标准没有规定，没有网格只作提示。
反例：
    去掉文档网格
    网格行距改成 15.6 磅
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import judged, points
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """A sheet without a grid, or with one of another pitch."""
    found = judged(of)
    sheet, pitch = found.sheet, found.look.page.line_pitch
    if sheet is None:
        return
    if not sheet.grid:
        yield Finding(
            None, "没有指定行网格", f"页面设置的文档网格里选“只指定行网格”，跨度{points(pitch)}", severity=Severity.INFO
        )
    elif abs(sheet.pitch - pitch) > 10:
        yield Finding(None, f"行网格的跨度是{points(sheet.pitch)}", f"设成{points(pitch)}，与行距一致")


RULE = Rule("LAY005", "没有行网格或网格与行距不一致", Severity.WARNING, check, __doc__, ("docx",))

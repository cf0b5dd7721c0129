"""How a report looks: page geometry and one style per role (GB/T 9704-2012)."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from generator.records import record

Align = Literal["left", "center", "right", "both"]


@record
class Page:
    """A sheet; every length in twips (1 mm = 56.693)."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int
    line_pitch: int
    chars_per_line: int = 28

    @property
    def text_width(self) -> int:
        """Width of the type area in twips."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Height of the type area in twips."""
        return self.height - self.top - self.bottom

    @property
    def char_pitch(self) -> float:
        """One character of the grid in twips (5.2.3: the unit of every indent counted in characters)."""
        return self.text_width / self.chars_per_line


@record
class ParagraphStyle:
    """Fonts and spacing of one role.

    size: half points; spacing: extra character pitch in twips; line: exact line height in twips;
    first_line_chars: indent in characters; outline: 0-based outline level or None.
    """

    font: str
    size: int
    line: int
    ascii_font: str = ""
    spacing: int = 0
    bold: bool = False
    color: str = ""
    align: Align = "both"
    first_line_chars: int = 0
    outline: int | None = None

    @property
    def char_pitch(self) -> int:
        """Advance of one ideograph in twips."""
        return self.size * 10 + self.spacing


@record
class Look:
    """A named look; `styles` has one entry per role, `alternatives` the fonts to fall back on, in order."""

    name: str
    page: Page
    styles: Mapping[str, ParagraphStyle]
    alternatives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


ROLES: tuple[str, ...] = (
    "title", "salutation", "body", "heading1", "heading2", "heading3", "heading4",
    "signature", "date", "attachment_note", "note", "attachment_mark", "attachment_title",
    "table_head", "table", "mark", "number", "issuer_label", "issuer", "imprint", "page_number",
)  # fmt: skip
"""Every role that a `Look` gives a style to."""

_XBS, _FS, _KT, _HT, _ST = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"
_standard: Look | None = None


def standard() -> Look:
    """The look of GB/T 9704-2012 for a document that brings none; the same as 标准 of the shipped look.yml."""
    global _standard
    if _standard is not None:
        return _standard

    # 22 lines of 579 fit into 225 mm, 580 would not; 28 characters need 16 pt less a quarter point.
    def text(font: str = _FS, align: Align = "both", indent: int = 0, outline: int | None = None) -> ParagraphStyle:
        return ParagraphStyle(font, 32, 579, spacing=-5, align=align, first_line_chars=indent, outline=outline)

    title = ParagraphStyle(_XBS, 44, 579, align="center")
    flush = text(align="left")
    styles = {
        "title": title,
        "salutation": flush,
        "body": text(indent=2),
        "heading1": text(_HT, indent=2, outline=0),
        "heading2": text(_KT, indent=2, outline=1),
        "heading3": text(indent=2, outline=2),
        "heading4": text(indent=2, outline=3),
        "signature": flush,
        "date": flush,
        "attachment_note": text(indent=2),
        "note": text(indent=2),
        "attachment_mark": text(_HT, align="left"),
        "attachment_title": title,
        "table_head": ParagraphStyle(_HT, 24, 400, align="center"),
        "table": ParagraphStyle(_FS, 24, 400, align="left"),
        "mark": ParagraphStyle(_XBS, 104, 1080, color="FF0000", align="center"),
        "number": text(align="center"),
        "issuer_label": flush,
        "issuer": text(_KT, align="left"),
        "imprint": ParagraphStyle(_FS, 28, 500, align="left"),
        "page_number": ParagraphStyle(_ST, 28, 400, align="right"),
    }
    _standard = Look(
        "标准",
        Page(11906, 16838, 2098, 1984, 1588, 1474, 851, 1432, 579),
        styles,
        {
            _XBS: ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "小标宋体", "华文中宋"),
            _FS: ("仿宋", "FangSong", "华文仿宋"),
            _KT: ("楷体", "KaiTi", "华文楷体"),
            _HT: ("SimHei", "华文黑体"),
            _ST: ("SimSun", "华文宋体"),
        },
    )
    return _standard

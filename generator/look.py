"""How a report looks: page geometry and one style per role (GB/T 9704-2012)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right", "both"]


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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

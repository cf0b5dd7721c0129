"""The sections of a DOCX with their footers."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from generator.readers.docx.effective import Effective
from generator.readers.docx.facts import VAL, W
from generator.readers.docx.layout_facts import Foot, Sheet, Side
from generator.readers.docx.measures import half_points, number
from generator.readers.docx.styles import is_on_attribute

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PAGE_NUMBER = "#"


def sheets_of(sections: list[tuple[int, Any]], footers: Mapping[str, Any], effective: Effective) -> tuple[Sheet, ...]:
    """The sections. sections: number of the first paragraph and `w:sectPr` of each; footers: roots by relationship."""
    made: list[Sheet] = []
    feet: dict[Side, tuple[Foot, ...]] = {}
    for first, section in sections:
        # A section without a footer of a kind has that of the section before it.
        for reference in section.iterchildren(f"{W}footerReference"):
            root = footers.get(reference.get(_ID, ""))
            if root is not None:
                feet[cast(Side, reference.get(f"{W}type", "default"))] = tuple(_feet(root, effective))
        made.append(_sheet(first, section, dict(feet)))
    return tuple(made)


def _sheet(first: int, section: Any, feet: Mapping[Side, tuple[Foot, ...]]) -> Sheet:
    size, margins, grid = (section.find(f"{W}{name}") for name in ("pgSz", "pgMar", "docGrid"))
    numbers, title = section.find(f"{W}pgNumType"), section.find(f"{W}titlePg")
    kind = "" if grid is None else grid.get(f"{W}type", "")
    return Sheet(
        first=first,
        width=_length(size, "w"),
        height=_length(size, "h"),
        top=_length(margins, "top"),
        bottom=_length(margins, "bottom"),
        left=_length(margins, "left"),
        right=_length(margins, "right"),
        footer=_length(margins, "footer"),
        gutter=_length(margins, "gutter") or 0,
        grid="" if kind == "default" else kind,
        pitch=_length(grid, "linePitch") or 0,
        char_space=0 if grid is None else number(grid.get(f"{W}charSpace")),
        number_format="decimal" if numbers is None else numbers.get(f"{W}fmt", "decimal"),
        title_page=title is not None and (title.get(VAL) is None or is_on_attribute(title.get(VAL))),
        feet=feet,
    )


def _length(element: Any, name: str) -> int | None:
    said = None if element is None else element.get(f"{W}{name}")
    return None if said is None else abs(number(said))


def _feet(root: Any, effective: Effective) -> Iterator[Foot]:
    for paragraph in root.iter(f"{W}p"):
        if paragraph.find(f".//{W}txbxContent") is None and (foot := _foot(paragraph, effective)):
            yield foot


def _foot(paragraph: Any, effective: Effective) -> Foot | None:
    words, paged, told = "", False, None
    result = depth = 0
    for element in paragraph.iter():
        name = element.tag.removeprefix(W)
        if name == "fldChar":
            kind = element.get(f"{W}fldCharType")
            depth += (kind == "begin") - (kind == "end")
            result = depth if kind == "separate" else 0 if kind == "end" else result
        elif name == "instrText" and "PAGE" in (element.text or "").split()[:1]:
            words, paged, told = words + _PAGE_NUMBER, True, element.getparent()
        elif name == "fldSimple" and "PAGE" in element.get(f"{W}instr", "").split()[:1]:
            words, paged, told = words + _PAGE_NUMBER, True, element.find(f"{W}r")
        elif name == "pgNum":
            words, paged, told = words + _PAGE_NUMBER, True, element.getparent()
        elif name == "t" and not depth and not any(True for _ in element.iterancestors(f"{W}fldSimple")):
            words += element.text or ""
            told = element.getparent() if told is None else told
    if not words.strip():
        return None
    layout = effective.of_paragraph(paragraph)
    type_ = effective.of_run(paragraph, paragraph if told is None else told)
    indents = layout.get("ind", {})
    frame = layout.get("framePr", {}).get("xAlign", "")
    return Foot(
        words.strip(),
        paged,
        {"inside": "left", "outside": "outside"}.get(frame, frame) or layout.get("jc", {}).get("val", "left"),
        number(indents.get("left", indents.get("start"))),
        number(indents.get("right", indents.get("end"))),
        effective.font(type_, "ascii") or effective.font(type_, "eastAsia"),
        half_points(type_),
    )

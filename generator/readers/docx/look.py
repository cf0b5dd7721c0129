"""The look of a sample DOCX: a county's own layout, observed paragraph by paragraph."""

import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as DocxDocument
from lxml import etree

from generator.errors import UnreadableInput
from generator.look import Align, Look, Page, ParagraphStyle, standard
from generator.readers.docx.effective import Attributes, Effective, tag
from generator.regex import regex

_LARGEST = 100_000_000
"""Bytes that all parts together may have when unpacked."""
_NUMERAL = "一二三四五六七八九十百"
_ROLE_OF_TEXT = (
    ("heading1", regex(rf"[{_NUMERAL}]+、")),
    ("heading2", regex(rf"[（(][{_NUMERAL}]+[)）]")),
    ("heading3", regex(r"\d{1,2}[.．](?!\d)")),
    ("heading4", regex(r"[（(]\d{1,2}[)）]")),
    ("attachment_note", regex(r"附\s*件\s*[：:]")),
    ("attachment_mark", regex(r"附\s*件\s*\d*$")),
    ("imprint", regex(r"抄\s*送\s*[：:]|.*印发$")),
    ("number", regex(r"\S{1,14}[〔\[（(]\d{4}[〕\]）)]第?\d+号")),
    (
        "date",
        regex(r"[\d〇○零一二三四五六七八九]{4}年[\d十一二三四五六七八九]{1,3}月[\d十一二三四五六七八九]{1,3}日$"),
    ),
    ("note", regex(r"[（(].*[)）]$")),
)
_ALIGN: Mapping[str, Align] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "both", "distribute": "both",
}  # fmt: skip
_TITLE_AT_LEAST = 36
"""Half points of the smallest type that makes a centred paragraph a title."""


def observe(data: bytes, name: str) -> Look:
    """The look of the DOCX file with these bytes; what the sample does not show is the standard's.

    name: what to call the look, and the file in messages.
    Raises: UnreadableInput when it is no DOCX.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(member.file_size for member in package.infolist()) > _LARGEST:
                raise UnreadableInput(f"“{name}”解开后太大", "另存一份只留一两页的样稿")
        return _observe(docx.Document(BytesIO(data)), name)
    except UnreadableInput:
        raise
    # Whatever a broken package makes python-docx and lxml raise (KeyError, AttributeError, XMLSyntaxError …).
    except Exception as error:
        raise UnreadableInput(f"“{name}”不是能读的 DOCX 文件", "在 Word 或 WPS 中另存为 .docx 再试") from error


def _observe(document: DocxDocument, name: str) -> Look:
    effective = Effective(document.styles.element, _theme(document))
    section: Any = document.sections[0]._sectPr
    grid = section.find(tag("docGrid"))
    usual = standard()
    seen: dict[str, ParagraphStyle] = {}
    bodies: Counter[ParagraphStyle] = Counter()
    for role, paragraph, run in _roles(document, effective):
        style = _style(effective, paragraph, run, role, grid)
        if role == "body":
            bodies[style] += len("".join(paragraph.itertext()))
        elif role not in seen:
            seen[role] = style
    body = bodies.most_common(1)[0][0] if bodies else usual.styles["body"]
    seen["body"] = body
    styles = {role: seen.get(role) or _as_body(role, body) for role in usual.styles}
    fonts = {font for style in styles.values() for font in (style.font, style.ascii_font)}
    alternatives = {font: others for font, others in usual.alternatives.items() if font in fonts}
    return Look(name, _page(section, grid, body), styles, alternatives)


def _theme(document: DocxDocument) -> Any:
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith("/theme"):
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            return etree.fromstring(relation.target_part.blob, parser)
    return None


def _as_body(role: str, body: ParagraphStyle) -> ParagraphStyle:
    """The standard's style for a role that the sample lacks, in the sample's body type where they agree."""
    style, usual = standard().styles[role], standard().styles["body"]
    if style.font == usual.font:
        style = replace(style, font=body.font, ascii_font=body.ascii_font)
    if style.size == usual.size:
        style = replace(style, size=body.size, spacing=body.spacing, line=body.line)
    return style


def _roles(document: DocxDocument, effective: Effective) -> Iterator[tuple[str, Any, Any]]:
    """Role, paragraph and the run that shows its type, for each paragraph with words."""
    titled = headed = False
    before: tuple[Any, Any] | None = None
    for element in document.element.body.iter(tag("p")):
        runs = [run for run in element.iter(tag("r")) if _words(run).strip()]
        words = "".join(_words(run) for run in runs).strip()
        if not words:
            continue
        if any(True for _ in element.iterancestors(tag("tbl"))):
            row = next(element.iterancestors(tag("tr")))
            first = row.getparent().find(tag("tr")) is row
            yield "table_head" if first else "table", element, runs[0]
            continue
        run = max(runs, key=lambda r: len(_words(r)))
        role = next((role for role, pattern in _ROLE_OF_TEXT if pattern.match(words)), "body")
        properties = effective.of_run(element, run)
        centred = effective.of_paragraph(element).get("jc", {}).get("val") == "center"
        big = _half_points(properties) >= _TITLE_AT_LEAST
        if big and not titled and _is_red(properties):
            role = "mark"
        elif big and centred and role in ("body", "note"):
            role = "attachment_title" if titled and headed else "title"
            titled = True
        elif not titled and role == "body":
            continue
        elif not headed and words[-1] in "：:" and role == "body" and len(words) <= 60:
            role = "salutation"
        if role.startswith("heading"):
            headed, run = True, runs[0]
        if role == "date" and before:
            yield "signature", *before
        before = (element, run) if role == "body" and len(words) <= 30 and words[-1] not in "。；：？！" else None
        if before is None:
            yield role, element, run
    for footer in {section.footer for section in document.sections}:
        for element in footer._element.iter(tag("p")):
            for run in [r for r in element.iter(tag("r")) if _words(r).strip()][:1]:
                yield "page_number", element, run


def _words(run: Any) -> str:
    return "".join(child.text or "" for child in run.iter(tag("t")))


def _half_points(properties: Mapping[str, Attributes]) -> int:
    value = properties.get("sz", {}).get("val", "21")
    return round(float(value))


def _is_red(properties: Mapping[str, Attributes]) -> bool:
    color = properties.get("color", {}).get("val", "")
    return len(color) == 6 and int(color[:2], 16) > 150 and int(color[2:4], 16) < 80 and int(color[4:], 16) < 80


def _style(effective: Effective, paragraph: Any, run: Any, role: str, grid: Any) -> ParagraphStyle:
    type_, layout = effective.of_run(paragraph, run), effective.of_paragraph(paragraph)
    usual = standard().styles[role]
    size = _half_points(type_)
    font = effective.font(type_, "eastAsia") or usual.font
    latin = effective.font(type_, "ascii")
    spacing = round(float(type_.get("spacing", {}).get("val", 0))) + _grid_spacing(layout, grid)
    bold = type_.get("b")
    color = type_.get("color", {}).get("val", "auto").upper()
    outline = layout.get("outlineLvl", {}).get("val")
    return ParagraphStyle(
        font=font,
        size=size,
        line=_line(layout, size, grid),
        ascii_font="" if latin == font else latin,
        spacing=spacing,
        bold=bold is not None and bold.get("val", "1") not in ("0", "false", "off"),
        color="" if color in ("AUTO", "000000") else color,
        align=_ALIGN.get(layout.get("jc", {}).get("val", ""), usual.align),
        first_line_chars=_indent(layout, paragraph, size * 10 + spacing),
        outline=int(outline) if outline is not None and int(outline) < 9 else usual.outline,
    )


def _on_grid(layout: Mapping[str, Attributes]) -> bool:
    return layout.get("snapToGrid", {}).get("val", "1") not in ("0", "false", "off")


def _grid_spacing(layout: Mapping[str, Attributes], grid: Any) -> int:
    """Twips that a grid of characters adds to each; we write character spacing instead of such a grid."""
    if grid is None or grid.get(tag("type")) not in ("linesAndChars", "snapToChars") or not _on_grid(layout):
        return 0
    return round(float(grid.get(tag("charSpace"), 0)) * 20 / 4096)


def _line(layout: Mapping[str, Attributes], size: int, grid: Any) -> int:
    spacing = layout.get("spacing", {})
    line = float(spacing.get("line", 240))
    if spacing.get("lineRule", "auto") != "auto":
        return round(line)
    if grid is not None and grid.get(tag("type")) not in (None, "default") and _on_grid(layout):
        single = float(grid.get(tag("linePitch"), 312))
    else:
        single = size * 10 * 1.3
    return round(single * line / 240)


def _indent(layout: Mapping[str, Attributes], paragraph: Any, char_pitch: int) -> int:
    indents = layout.get("ind", {})
    if chars := float(indents.get("firstLineChars", 0)):
        return round(chars / 100)
    if twips := float(indents.get("firstLine", 0)):
        return max(0, round(twips / max(char_pitch, 1)))
    words = "".join(_words(run) for run in paragraph.iter(tag("r")))
    return min(4, len(words) - len(words.lstrip("\u3000")))


def _page(section: Any, grid: Any, body: ParagraphStyle) -> Page:
    usual = standard().page
    size, margins = section.find(tag("pgSz")), section.find(tag("pgMar"))

    def read(element: Any, key: str, default: int) -> int:
        return default if element is None else abs(round(float(element.get(tag(key), default))))

    left = read(margins, "left", usual.left) + read(margins, "gutter", 0)
    right = read(margins, "right", usual.right)
    width = read(size, "w", usual.width)
    pitch = body.line
    if grid is not None and grid.get(tag("type")) not in (None, "default"):
        pitch = read(grid, "linePitch", pitch)
    return Page(
        width=width,
        height=read(size, "h", usual.height),
        top=read(margins, "top", usual.top),
        bottom=read(margins, "bottom", usual.bottom),
        left=left,
        right=right,
        header=read(margins, "header", usual.header),
        footer=read(margins, "footer", usual.footer),
        line_pitch=pitch,
        chars_per_line=max(1, int((width - left - right + 1) // max(body.char_pitch, 1))),
    )

"""A table with borders whose header rows repeat on every page."""

from collections.abc import Sequence

from generator.document.nodes import Inline, Table
from generator.look import Page
from generator.writers.docx.runs import Pen
from generator.writers.plain import plain_text
from generator.writers.title_lines import display_width

_NARROW = 12
"""Columns whose longest cell is at most so many characters are centred."""
_WIDEST = 24
"""Beyond this a column's wish for room does not count: its cells wrap."""

Row = tuple[tuple[Inline, ...], ...]


def table_xml(table: Table, pen: Pen, page: Page) -> str:
    """The `w:tbl` element, as wide as the type area."""
    rows = (*table.header, *table.rows)
    widths = [
        max((display_width(plain_text(row[column])) for row in rows if column < len(row)), default=1)
        for column in range(len(rows[0]) if rows else 0)
    ]
    if not widths:
        return ""
    twips = _column_twips(widths, page.text_width)
    centred = [width <= _NARROW for width in widths]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{page.text_width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
        + "</w:tblGrid>"
        + "".join(_row(row, pen, twips, "TableHead", None) for row in table.header)
        + "".join(_row(row, pen, twips, "TableText", centred) for row in table.rows)
        + "</w:tbl>"
    )


def _column_twips(widths: Sequence[float], total: int) -> list[int]:
    wishes = [min(max(width, 3), _WIDEST) + 1.5 for width in widths]
    twips = [int(total * wish / sum(wishes)) for wish in wishes]
    twips[-1] += total - sum(twips)
    return twips


def _row(row: Row, pen: Pen, twips: Sequence[int], style: str, centred: Sequence[bool] | None) -> str:
    repeated = "<w:tblHeader/>" if centred is None else ""
    cells = []
    for column, (cell, width) in enumerate(zip(row, twips, strict=False)):
        align = '<w:jc w:val="center"/>' if centred and centred[column] else ""
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{align}</w:pPr>{pen.runs(cell)}</w:p></w:tc>'
        )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"

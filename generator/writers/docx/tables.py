"""A table with borders whose header rows repeat on every page."""

from collections.abc import Sequence

from generator.document.nodes import Inline, Table
from generator.document.walk import plain
from generator.look import Look
from generator.writers.docx.runs import Pen
from generator.writers.title_lines import display_width

_NARROW = 12
"""Columns whose longest cell is at most so many characters are centred."""
_CELL_MARGINS = 216
"""Twips that the default margins take from a cell."""

Row = tuple[tuple[Inline, ...], ...]


def table_xml(table: Table, pen: Pen, look: Look) -> str:
    """The `w:tbl` element, as wide as the type area."""
    rows = (*table.header, *table.rows)
    widths = [
        max((display_width(plain(row[column])) for row in rows if column < len(row)), default=1)
        for column in range(len(rows[0]) if rows else 0)
    ]
    if not widths:
        return ""
    total = look.page.text_width
    twips = _column_twips(widths, total, look.styles["table_head"].char_pitch)
    centred = [width <= _NARROW for width in widths]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{total}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
        + "</w:tblGrid>"
        + "".join(_row(row, pen, twips, "TableHead", None) for row in table.header)
        + "".join(_row(row, pen, twips, "TableText", centred) for row in table.rows)
        + "</w:tbl>"
    )


def _column_twips(widths: Sequence[float], total: int, char: int) -> list[int]:
    """What each column wants if that fits, else the wide ones share what the narrow ones leave."""
    wants = [round((max(width, 2) + 0.5) * char) + _CELL_MARGINS for width in widths]
    spare = total - sum(wants)
    if spare >= 0:
        twips = [want + spare * want // sum(wants) for want in wants]
    else:
        twips = [0] * len(wants)
        left = total
        for rank, column in enumerate(sorted(range(len(wants)), key=wants.__getitem__)):
            twips[column] = min(wants[column], left // (len(wants) - rank))
            left -= twips[column]
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

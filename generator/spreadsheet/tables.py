"""Tables as workbooks and CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from generator.records import record
from generator.spreadsheet.letters import letter
from generator.spreadsheet.package import packed, require
from generator.spreadsheet.rows import FORMULA, Cell, legal, rows

_NAME_LENGTH = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))
_WIDEST = 60
_A4 = 9
_READABLE = 260
"""Characters that can still be read when they are made to fit the width of a page."""
SCALE = ("F4B6A8", "FBECB0", "B5DDB4")
"""Red, yellow, green for 0, 50 and 100, as RRGGBB: pale enough for black words."""


@record
class Sheet:
    """A table. name: what its tab says; widths: of the columns, in characters, by their contents if empty; frozen:
    columns that stay in sight; scaled: whether the numbers in the others, 0 to 100, are shown from red to green."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int] = ()
    frozen: int = 1
    scaled: bool = False


def inert(cell: str) -> str:
    """`cell` so that a program which reads CSV takes it for text: a leading = + - @ or tab would be a formula."""
    return f"'{cell}" if cell[:1] in (*FORMULA, "\t", "\r") else cell


def to_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as CSV that Excel and WPS open: UTF-8 with a mark."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([inert(name) for name in header])
    writer.writerows([inert(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def to_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook of these sheets; the header row is bold and stays in sight. Same tables, same bytes.

    Raises UsageError where openpyxl is not installed.
    """
    book = require().Workbook(write_only=True)
    more = {}
    for number, sheet in enumerate(sheets, 1):
        page = book.create_sheet(sheet.name.translate(_NOT_IN_NAMES)[:_NAME_LENGTH])
        more[number] = _fill(page, sheet)
    return packed(book, more)


def put(cell: Any, value: Cell) -> None:
    """Set an openpyxl cell to this text or number, never to a formula."""
    if isinstance(value, str):
        cell.value = legal(value)
        cell.data_type = "s"
        if value[:1] in FORMULA:
            cell.quotePrefix = True
    else:
        cell.value = value


def _fill(page: Any, sheet: Sheet) -> Iterator[str]:
    """Sets up the page; its rows, the header first."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    widths = sheet.widths or _widths(sheet)
    for column, width in enumerate(widths, 1):
        page.column_dimensions[letter(column)].width = width
    _printed(page, sum(widths), sheet.frozen)
    page.freeze_panes = f"{letter(sheet.frozen + 1)}2"
    if sheet.scaled and sheet.rows:
        _scale(page, f"{letter(sheet.frozen + 1)}2:{letter(len(sheet.header))}{len(sheet.rows) + 1}")
    styles = []
    for bold in (True, False):
        for quoted in (False, True):
            cell = WriteOnlyCell(page)
            cell.quotePrefix = quoted
            if bold:
                cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
            styles.append(cell.style_id)
    return chain(rows([sheet.header], 1, styles[:2]), rows(sheet.rows, 2, styles[2:]))


def _printed(page: Any, width: float, frozen: int) -> None:
    """A4 across, the header and what stays in sight on every page. width: of the table, in characters."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.oddFooter.center.text = "&A　第 &P 页，共 &N 页"
    page.print_title_rows, page.print_title_cols = "1:1", f"A:{letter(max(frozen, 1))}"
    if width <= _READABLE:
        page.sheet_properties.pageSetUpPr.fitToPage = True
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0


def _scale(page: Any, cells: str) -> None:
    from openpyxl.formatting.rule import ColorScaleRule

    low, middle, high = SCALE
    rule = ColorScaleRule("num", 0, low, "num", 50, middle, "num", 100, high)
    page.conditional_formatting.add(cells, rule)


def _widths(sheet: Sheet) -> list[int]:
    columns = [[name, *(row[at] for row in sheet.rows[:200])] for at, name in enumerate(sheet.header)]
    return [min(max(2 * len(str(cell or "")) for cell in column) + 2, _WIDEST) for column in columns]

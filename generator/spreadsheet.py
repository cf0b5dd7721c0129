"""Tables for spreadsheet programs: what we write is text and numbers, never a formula.

openpyxl comes with the extra `excel`; it is imported when a workbook is written.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from generator.errors import UsageError
from generator.records import record

Cell: TypeAlias = str | int | float | Decimal | None

_NAME_LENGTH = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))
_ILLEGAL = {code: None for code in range(32) if code not in (9, 10)}
_WIDEST = 60
_RISKY = ("=", "+", "-", "@", "#", "")
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
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def to_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as CSV that Excel and WPS open: UTF-8 with a mark."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([inert(name) for name in header])
    writer.writerows([inert(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def require() -> Any:
    """The openpyxl module. Raises UsageError that says how to install it."""
    try:
        import openpyxl
    except ImportError as missing:
        raise UsageError(
            "没有装读写 Excel 的组件 openpyxl", "运行 pip install 'fazhi-niandu-baogao[excel]'，或改用 CSV"
        ) from missing
    return openpyxl


def to_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook of these sheets; the header row is bold and stays in sight. Same tables, same bytes.

    Raises UsageError where openpyxl is not installed.
    """
    book = require().Workbook(write_only=True)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name.translate(_NOT_IN_NAMES)[:_NAME_LENGTH]), sheet)
    return packed(book)


def packed(book: Any) -> bytes:
    """A workbook as bytes that depend on nothing but what it holds."""
    from datetime import datetime

    book.properties.creator = ""
    book.properties.created = book.properties.modified = datetime(2020, 1, 1)
    raw = io.BytesIO()
    book.save(raw)
    return _undated(raw.getvalue())


def _undated(package: bytes) -> bytes:
    import re
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2020-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def put(cell: Any, value: Cell) -> None:
    """Set an openpyxl cell to this text or number, never to a formula."""
    if isinstance(value, str):
        cell.value = value.translate(_ILLEGAL)
        cell.data_type = "s"
        if value[:1] in ("=", "+", "-", "@"):
            cell.quotePrefix = True
    else:
        cell.value = value


def _fill(page: Any, sheet: Sheet) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    def safe(value: Cell) -> Any:
        # A cell of its own costs ten times a bare value; only what could be taken for something else needs one.
        if not isinstance(value, str) or (value[:1] not in _RISKY and value.isprintable()):
            return value
        cell = WriteOnlyCell(page)
        put(cell, value)
        return cell

    for column, width in enumerate(sheet.widths or _widths(sheet), 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
    header = []
    for name in sheet.header:
        cell = WriteOnlyCell(page)
        put(cell, name)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        header.append(cell)
    page.append(header)
    for row in sheet.rows:
        page.append([safe(value) for value in row])
    if sheet.scaled and sheet.rows:
        _scale(
            page, f"{get_column_letter(sheet.frozen + 1)}2:{get_column_letter(len(sheet.header))}{len(sheet.rows) + 1}"
        )


def _scale(page: Any, cells: str) -> None:
    from openpyxl.formatting.rule import ColorScaleRule

    low, middle, high = SCALE
    rule = ColorScaleRule("num", 0, low, "num", 50, middle, "num", 100, high)
    page.conditional_formatting.add(cells, rule)


def _widths(sheet: Sheet) -> list[int]:
    columns = [[name, *(row[at] for row in sheet.rows[:200])] for at, name in enumerate(sheet.header)]
    return [min(max(2 * len(str(cell or "")) for cell in column) + 2, _WIDEST) for column in columns]

"""How the cells of a form's workbook look, what of them may be changed, and how a sheet is printed."""

from collections.abc import Sequence
from typing import Any

from generator.spreadsheet import letter, put

GREY, HEAD, BAND = "F2F2F2", "DDE6F0", "C9D8E8"
HEAD_OF = {"figure": HEAD, "tick": "E2EFDA"}
"""Colours of the headers of figures and ticks; others are yellowish."""
HEAD_OF_WORDS = "FFF2CC"
_LINE = "BFBFBF"


def put_cell(sheet: Any, row: int, column: int, value: str, locked: bool = True, colour: str = "") -> Any:
    """A cell of the form with its words; numbers are numbers where somebody fills in. Returns it."""
    from openpyxl.styles import Alignment, Border, PatternFill, Protection, Side

    cell = sheet.cell(row, column)
    if value:
        put(cell, int(value) if value.isdecimal() and not locked and len(value) < 16 else value)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    side = Side(style="thin", color=_LINE)
    cell.border = Border(side, side, side, side)
    if colour:
        cell.fill = PatternFill("solid", fgColor=colour)
    if not locked:
        cell.protection = Protection(locked=False)
    return cell


def grey(cell: Any) -> Any:
    """Last year's figure: to be looked at only."""
    from openpyxl.styles import Font

    cell.font = Font(color="7F7F7F")
    return cell


def bold(cell: Any) -> Any:
    from openpyxl.styles import Font

    cell.font = Font(bold=True)
    return cell


def head(sheet: Any, row: int, column: int, name: str, hint: str = "", colour: str = HEAD) -> None:
    """A header, with the hint as its comment."""
    from openpyxl.comments import Comment

    cell = bold(put_cell(sheet, row, column, name, colour=colour))
    if hint:
        # As high as its words: a comment does not scroll.
        cell.comment = Comment(hint, "gen", width=320, height=40 + 20 * (len(hint) // 20 + hint.count("\n")))


def finish(sheet: Any, widths: Sequence[int], rows: str, columns: str = "") -> None:
    """Widths in characters; locked against slips, not against anybody; printed across A4 with its headers.

    rows, columns: what is repeated on every page, as `2:2` and `A:A`. Without columns the sheet is as wide as a page.
    """
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[letter(at)].width = width
    sheet.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "sort", "autoFilter"):
        setattr(sheet.protection, allowed, False)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.print_title_rows = rows
    if columns:
        sheet.print_title_cols = columns
    else:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.oddFooter.center.text = "&A　第 &P 页，共 &N 页"

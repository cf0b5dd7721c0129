"""The same questions as one table in CSV: a unit a line, a column for every question, `存在问题1/原因` for items."""

import csv
import io
from collections.abc import Sequence

from generator.encoding import decoded
from generator.errors import UnreadableInput
from generator.forms.workbook.answers import shown
from generator.forms.workbook.questions import UNITS, Page, Question
from generator.forms.workbook.read import Returned, gathered
from generator.forms.workbook.sheets import Sheet
from generator.forms.workbook.write import Row
from generator.schema.kinds.problem import Problem
from generator.schema.model import Schema
from generator.spreadsheet import letter, to_csv

_ITEMS = 3
"""Items of a list for which there are columns; more may be added by hand."""
_MOST = 20_000_000


def write(pages: Sequence[Page], rows: Sequence[Row]) -> bytes:
    """The table as CSV that Excel opens."""
    columns = [
        (f"{page.name}{number + 1 if page.items else ''}/{_label(question)}", question, number if page.items else None)
        for page in pages
        for number in range(_ITEMS if page.items else 1)
        for question in page.questions
    ]
    lines = [[row.unit, *(shown(q, dict(row.found), position) for _, q, position in columns)] for row in rows]
    return to_csv(["单位", *(name for name, _, _ in columns)], lines)


def read(data: bytes, file: str, pages: Sequence[Page], schema: Schema) -> Returned:
    """The units of such a table, in UTF-8 or GB18030. Raises UnreadableInput for what is none."""
    if len(data) > _MOST:
        raise UnreadableInput(f"“{file}”超过 {_MOST // 1_000_000} MB", "这不是填报表")
    text = decoded(data)
    if text is None:
        raise UnreadableInput(f"“{file}”不是文本", "用 Excel 打开，另存为 CSV 再交")
    try:
        lines = list(csv.reader(io.StringIO(text[0], newline="")))
    except csv.Error as error:
        raise UnreadableInput(f"“{file}”不是完好的 CSV：{error}", "用 Excel 打开，另存为 CSV 再交") from error
    header = lines[0] if lines else []
    named: dict[tuple[int, int], str | Problem] = {
        (row * 1000, 1): line[0].strip() for row, line in enumerate(lines[1:], 2) if line
    }
    cells: dict[str, dict[tuple[int, int], str | Problem]] = {UNITS: {(1, 1): "单位", **named}}
    refs: dict[str, dict[tuple[int, int], str]] = {UNITS: {}}
    for column, name in enumerate(header[1:], 2):
        where, _, label = name.strip().partition("/")
        page = where.rstrip("0123456789")
        number = int(where[len(page) :] or 0)
        here, called = cells.setdefault(page, {(1, 1): "单位"}), refs.setdefault(page, {})
        # The items of a unit follow each other as rows of their sheet.
        at = next((c for (r, c), words in here.items() if r == 1 and words == label), len(header) * number + column)
        here[1, at] = label
        for row, line in enumerate(lines[1:], 2):
            if column <= len(line) and line[column - 1].strip():
                here[row * 1000 + number, 1] = line[0].strip()
                here[row * 1000 + number, at] = _typed(line[column - 1])
                called[row * 1000 + number, at] = f"{letter(column)}{row}"
    sheets = [Sheet(page, found, refs[page]) for page, found in cells.items()]
    return gathered(sheets, file, pages, schema)


def _label(question: Question) -> str:
    return f"{question.label}（{question.unit}）" if question.unit else question.label


def _typed(cell: str) -> str:
    """The cell without the mark that keeps a spreadsheet program from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell

"""A workbook to be filled: many units (a row each), or a single one (a line each).

Hidden cells hold the path of every column or line, so that headers may be edited and columns moved; headers are locked,
what is to be filled is not.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.forms.workbook.answers import shown
from generator.forms.workbook.look import BAND, GREY, HEAD_OF, HEAD_OF_WORDS, bold, finish, grey, head, put_cell
from generator.forms.workbook.questions import TICK, Page, Question
from generator.records import record
from generator.schema.kinds.figure import number_with_unit
from generator.schema.model import Figure, Path, Value
from generator.spreadsheet import letter, packed, require

UNIT = "#unit"
LAST = "#last"
ITEM, ANSWER = "项目", "填写"
HELP = "填表说明"
"""The first sheet, which asks nothing."""
ITEM_ROWS = 4
_LONGEST_NAME = 44
"""Rows for a unit's items beyond those that it has."""
_HELP = (
    "每个单位一行（只有一个单位的表是每项一行），白格里填，灰格是名称和上年的数，不用填。",
    "表头蓝色的填数，绿色的是举措，黄色的写文字；把鼠标停在表头上看该怎么填、谁提供。",
    "数：写 25、20余、超200、1.2万；没有发生写 0，不适用写 不适用，不知道就空着。",
    f"举措：选 {TICK} 就印出批注里的那句话；要加具体做法，直接把做法写在格里。",
    "一格写几项的（如主送），按 Alt+Enter 换行，一行一项。",
    "可以用公式；存盘后再交，程序读公式算出的数。填好交给汇总的人，用 gen collect 收成表单。",
)


@record
class Row:
    """A unit. found: what its cells say already; last: last year's figures by indicator."""

    unit: str
    found: Mapping[Path, Value]
    last: Mapping[str, Figure]


def many(pages: Sequence[Page], rows: Sequence[Row]) -> bytes:
    """The workbook of these units, as XLSX. Raises UsageError where openpyxl is not installed."""
    book = _book()
    names = [row.unit for row in rows]
    for page in pages:
        sheet = book.create_sheet(page.name)
        columns = list(_columns(page, any(row.last for row in rows)))
        put_cell(sheet, 1, 1, UNIT)
        head(sheet, 2, 1, "单位")
        for at, (question, key) in enumerate(columns, 2):
            put_cell(sheet, 1, at, key)
            header = f"{question.label}（{question.unit}）" if question.unit else question.label
            if key.startswith(LAST):
                head(sheet, 2, at, "上年", "去年的数，供对照，不用填", GREY)
            else:
                head(sheet, 2, at, header, question.hint, HEAD_OF.get(question.kind, HEAD_OF_WORDS))
        sheet.row_dimensions[1].hidden = True
        last = 2 + (sum(_items(page, row) for row in rows) if page.items else len(rows))
        for number, (row, position) in enumerate(_lines(page, rows), 3):
            put_cell(sheet, number, 1, row.unit, colour=GREY)
            for at, (question, key) in enumerate(columns, 2):
                if key.startswith(LAST):
                    grey(put_cell(sheet, number, at, _last(question, row), colour=GREY))
                else:
                    put_cell(sheet, number, at, shown(question, dict(row.found), position), locked=False)
        for at, (question, key) in enumerate(columns, 2):
            if not key.startswith(LAST):
                _validate(sheet, question, f"{letter(at)}3:{letter(at)}{last}")
        if page.items:
            _unlock_units(sheet, last, names)
        sheet.freeze_panes = "B3"
        name = min(max((2 * len(unit) + 2 for unit in names), default=16), _LONGEST_NAME)
        widths = [name, *(8 if key.startswith(LAST) else _width(question) for question, key in columns)]
        finish(sheet, widths, "2:2", "A:A")
    return packed(book)


def one(pages: Sequence[Page], row: Row) -> bytes:
    """The workbook of a single unit, as XLSX: one sheet from top to bottom, one for each list."""
    book = _book()
    sheet = book.create_sheet("填报表")
    for at, name in enumerate((UNIT, ITEM, ANSWER, "填什么", "上年", "说明"), 1):
        head(sheet, 1, at, name)
    number = 2
    for page in pages:
        if page.items:
            continue
        for at in range(1, 7):
            bold(put_cell(sheet, number, at, page.name if at == 2 else "", colour=BAND))
        number += 1
        for question in page.questions:
            put_cell(sheet, number, 1, question.key)
            put_cell(sheet, number, 2, question.label, colour=HEAD_OF.get(question.kind, HEAD_OF_WORDS))
            put_cell(sheet, number, 3, shown(question, dict(row.found)), locked=False)
            put_cell(sheet, number, 4, _asked(question), colour=GREY)
            grey(put_cell(sheet, number, 5, _last(question, row), colour=GREY))
            put_cell(sheet, number, 6, question.hint, colour=GREY)
            _validate(sheet, question, f"C{number}")
            number += 1
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = "C2"
    finish(sheet, [4, 20, 44, 12, 10, 70], "1:1")
    for page in pages:
        if page.items:
            _list(book.create_sheet(page.name), page, row)
    return packed(book)


def _list(sheet: Any, page: Page, row: Row) -> None:
    for at, question in enumerate(page.questions, 1):
        put_cell(sheet, 1, at, question.key)
        head(sheet, 2, at, question.label, question.hint)
        _validate(sheet, question, f"{letter(at)}3:{letter(at)}{2 + _items(page, row)}")
    sheet.row_dimensions[1].hidden = True
    for number, (_, position) in enumerate(_lines(page, [row]), 3):
        for at, question in enumerate(page.questions, 1):
            put_cell(sheet, number, at, shown(question, dict(row.found), position), locked=False)
    sheet.freeze_panes = "A3"
    finish(sheet, [_width(question) for question in page.questions], "2:2")


def _book() -> Any:
    book = require().Workbook()
    sheet = book.active
    sheet.title = HELP
    for number, line in enumerate(_HELP, 1):
        put_cell(sheet, number, 1, line)
    finish(sheet, [100], "1:1")
    return book


def _columns(page: Page, with_last: bool) -> Iterator[tuple[Question, str]]:
    for question in page.questions:
        yield question, question.key
        if with_last and question.kind == "figure":
            yield question, f"{LAST}/{question.key}"


def _items(page: Page, row: Row) -> int:
    head = page.questions[0].path[0]
    taken = [path[1] for path in row.found if path[0] == head and len(path) > 1 and isinstance(path[1], int)]
    return max(taken, default=-1) + 1 + ITEM_ROWS


def _lines(page: Page, rows: Sequence[Row]) -> Iterator[tuple[Row, int | None]]:
    for row in rows:
        for position in range(_items(page, row)) if page.items else [None]:
            yield row, position


def _last(question: Question, row: Row) -> str:
    figure = row.last.get(str(question.path[-2])) if question.kind == "figure" else None
    return number_with_unit(figure) if figure else ""


def _validate(sheet: Any, question: Question, cells: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    if question.kind == "figure":
        rule = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
        rule.errorStyle = "warning"
        rule.errorTitle, rule.error = "不是数", "可以写 25、20余、超200、1.2万、不适用；确是这样写的，选“是”"
    elif question.kind == "tick" or question.choices:
        listed = ",".join(question.choices) if question.choices else TICK
        rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
        rule.showErrorMessage = bool(question.choices)
        rule.error = f"从这些里选：{listed}"
    else:
        return
    rule.add(cells)
    sheet.add_data_validation(rule)


def _unlock_units(sheet: Any, last: int, names: Sequence[str]) -> None:
    from openpyxl.styles import Protection
    from openpyxl.worksheet.datavalidation import DataValidation

    for number in range(3, last + 1):
        sheet.cell(number, 1).protection = Protection(locked=False)
    rule = DataValidation(type="list", formula1=f"'单位'!$A$3:$A${2 + len(names)}", allow_blank=True)
    rule.error = "写“单位”表里的名称"
    rule.showErrorMessage = True
    rule.add(f"A3:A{last}")
    sheet.add_data_validation(rule)


def _asked(question: Question) -> str:
    if question.kind == "tick":
        return f"{TICK} 或做法"
    return f"数（{question.unit}）" if question.kind == "figure" else "选一项" if question.choices else "文字"


def _width(question: Question) -> int:
    return {"figure": 12, "tick": 14, "prose": 50}.get(question.kind, 24)

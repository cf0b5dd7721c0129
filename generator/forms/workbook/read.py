"""A filled workbook as the forms of its units: every cell that cannot be read is told with sheet, cell and remedy."""

from collections.abc import Mapping, Sequence

from generator.diagnostics import Diagnostic, Severity
from generator.errors import UnreadableInput
from generator.forms.index import Index, index_of
from generator.forms.suggest import nearest
from generator.forms.workbook.answers import values
from generator.forms.workbook.questions import UNITS, Page, Question
from generator.forms.workbook.sheets import Sheet, sheets
from generator.forms.workbook.write import ANSWER, HELP, ITEM, LAST, UNIT
from generator.records import record
from generator.schema.kinds.problem import Problem
from generator.schema.model import Path, Schema, Value
from generator.spreadsheet import letter

_HEADER_ROWS = 5
_ELSEWHERE = "要写进报告的，写到“补充”或“其他数据”；不用的删去"
_MERGED = Problem("合并了几个格，看不出是谁的", "拆开合并的格，各填各的")


@record
class Filled:
    """One unit of a workbook. key: its name there, "" where it is the only one; cells: where each value stands."""

    key: str
    values: Mapping[Path, Value]
    cells: Mapping[Path, str]


@record
class Returned:
    """A workbook that was read."""

    units: tuple[Filled, ...]
    diagnostics: tuple[Diagnostic, ...]


def read(data: bytes, file: str, pages: Sequence[Page], schema: Schema) -> Returned:
    """The units of a workbook that `generator.forms.workbook.write` made, as XLSX or as people sent it back.

    pages: what the workbook asks. Raises UnreadableInput for what is no workbook, or none of ours.
    """
    return gathered(sheets(data, file), file, pages, schema)


def gathered(sheets: Sequence[Sheet], file: str, pages: Sequence[Page], schema: Schema) -> Returned:
    """The same from sheets at hand."""
    gathering = _Gathering(file, pages, index_of(schema))
    for sheet in sheets:
        gathering.sheet(sheet)
    if not gathering.known:
        raise UnreadableInput(f"“{file}”不是填报表", "用 gen form --xlsx 写一份填报表来填；表头不要删")
    gathering.leave_out()
    units = tuple(Filled(key, found, gathering.cells[key]) for key, found in gathering.units.items() if found)
    return Returned(units, tuple(gathering.diagnostics))


class _Gathering:
    """What is found while sheets are read."""

    def __init__(self, file: str, pages: Sequence[Page], index: Index) -> None:
        self.file, self.index = file, index
        self.questions = {question.key: (question, page) for page in pages for question in page.questions}
        self.by_label = {
            (page.name, label): question.key
            for page in pages
            for question in page.questions
            for label in (question.label, f"{question.label}（{question.unit}）")
        }
        self.units: dict[str, dict[Path, Value]] = {}
        self.cells: dict[str, dict[Path, str]] = {}
        self.items: dict[tuple[str, str], int] = {}
        self.names: list[str] = []
        self.diagnostics: list[Diagnostic] = []
        self.unknown: list[Sheet] = []
        self.known = False

    def sheet(self, sheet: Sheet) -> None:
        """Reads a sheet in whichever direction its hidden cells run."""
        top = {words: column for (row, column), words in sheet.cells.items() if row == 1 and isinstance(words, str)}
        if ITEM in top and ANSWER in top:
            self._downwards(sheet, top[ITEM], top[ANSWER])
            return
        header = self._header(sheet)
        if header is None:
            self.unknown.append(sheet)
            return
        row, columns = header
        self.known = True
        lines: dict[int, dict[int, str | Problem]] = {}
        for (number, column), words in sheet.cells.items():
            if number > row:
                lines.setdefault(number, {})[column] = words
        unit_column = next((c for (r, c), w in sheet.cells.items() if r <= row and w in (UNIT, "单位")), 0)
        unit = ""
        for number in sorted(lines):
            line = lines[number]
            if unit_column:
                said = line.get(unit_column)
                unit = said.strip() if isinstance(said, str) and said.strip() else unit
            if sheet.name == UNITS and unit and unit not in self.names:
                self.names.append(unit)
            if all(not words for column, words in line.items() if column in columns):
                continue
            if unit_column and not self._unit(sheet, unit, number, unit_column):
                continue
            self._line(sheet, unit, number, line, columns)
        self._beside(sheet, row, {*columns, unit_column}, lines)

    def leave_out(self) -> None:
        """Tells of sheets that nobody asked for."""
        for sheet in self.unknown:
            written = sorted(place for place, words in sheet.cells.items() if words)
            if written and sheet.name != HELP:
                message = f"“{sheet.name}”不是填报表里的，其中 {len(written)} 格没有收"
                self._tell(sheet, *written[0], message, _ELSEWHERE)

    def _beside(self, sheet: Sheet, header: int, known: set[int], lines: Mapping[int, Mapping[int, object]]) -> None:
        """Tells what was written into columns that nobody asked for."""
        written: dict[int, list[int]] = {}
        for number, line in lines.items():
            for column, words in line.items():
                key = sheet.cells.get((header - 1, column))
                if words and column not in known and not (isinstance(key, str) and key.startswith(LAST)):
                    written.setdefault(column, []).append(number)
        for column, rows in written.items():
            name = sheet.cells.get((header, column))
            named = f"“{name}”列" if name and isinstance(name, str) else f"{letter(column)} 列"
            message = f"{named}不是填报表的列，里面 {len(rows)} 格没有收"
            self._tell(sheet, rows[0], column, message, _ELSEWHERE)

    def _unit(self, sheet: Sheet, unit: str, row: int, column: int) -> bool:
        """Whether the line is of a unit that the workbook has."""
        if not unit:
            self._tell(sheet, row, column, "这一行没有写单位，没有收", "在第一列写上单位的名称")
            return False
        if self.names and unit not in self.names:
            near = nearest(unit, self.names)
            hint = f"是不是“{'”“'.join(near)}”？" if near else "先在“单位”表里加上这个单位"
            self._tell(sheet, row, column, f"“单位”表里没有“{unit}”，这一行没有收", hint)
            return False
        return True

    def _header(self, sheet: Sheet) -> tuple[int, dict[int, Question]] | None:
        """The row of the headers and what each column asks: by the hidden row, else by the labels."""
        by_row: dict[int, dict[int, str]] = {}
        for (row, column), words in sheet.cells.items():
            if row <= _HEADER_ROWS and isinstance(words, str):
                by_row.setdefault(row, {})[column] = words
        for row, cells in sorted(by_row.items()):
            columns = {c: self.questions[words][0] for c, words in cells.items() if words in self.questions}
            if columns:
                return row + 1, columns
        for row, cells in sorted(by_row.items()):
            keys = {c: self.by_label.get((sheet.name, words.strip())) for c, words in cells.items()}
            columns = {c: self.questions[key][0] for c, key in keys.items() if key}
            if len(columns) > 1 or (columns and "单位" in cells.values()):
                return row, columns
        return None

    def _line(
        self, sheet: Sheet, unit: str, row: int, line: Mapping[int, str | Problem], columns: Mapping[int, Question]
    ) -> None:
        page = self.questions[next(iter(columns.values())).key][1]
        position = None
        if page.items:
            position = self.items.get((unit, page.name), 0)
            self.items[unit, page.name] = position + 1
        for column, question in columns.items():
            if column in line:
                end = sheet.merged.get((row, column), (row, column))
                wide = any(column < other <= end[1] for other in columns)
                words = _MERGED if line[column] and (end[0] > row or wide) else line[column]
                self._cell(sheet, unit, row, column, question, words, position)

    def _downwards(self, sheet: Sheet, labels: int, answers: int) -> None:
        """A sheet of one unit: a line for each question, under bands with the names of the pages."""
        self.known = True
        page = ""
        for row in sorted({row for row, _ in sheet.cells if row > 1}):
            label, key = sheet.cells.get((row, labels), ""), sheet.cells.get((row, labels - 1), "")
            found = key if key in self.questions else self.by_label.get((page, str(label)))
            if isinstance(found, str):
                if (row, answers) in sheet.cells:
                    end = sheet.merged.get((row, answers), (row, answers))
                    words = _MERGED if end[0] > row else sheet.cells[row, answers]
                    self._cell(sheet, "", row, answers, self.questions[found][0], words)
            elif any(str(label) == name for name, _ in self.by_label):
                page = str(label)

    def _cell(
        self,
        sheet: Sheet,
        unit: str,
        row: int,
        column: int,
        question: Question,
        words: str | Problem,
        position: int | None = None,
    ) -> None:
        found = self.units.setdefault(unit, {})
        cells = self.cells.setdefault(unit, {})
        read = [words] if isinstance(words, Problem) else values(question, words, self.index, position)
        for value in read:
            if isinstance(value, Problem):
                self._tell(sheet, row, column, f"{question.label}：{value.message}", value.hint)
            else:
                found[value[0]] = value[1]
                cells[value[0]] = sheet.ref(row, column)

    def _tell(self, sheet: Sheet, row: int, column: int, message: str, hint: str) -> None:
        where = f"{self.file} {sheet.ref(row, column)}"
        self.diagnostics.append(Diagnostic("XLS001", None, f"{where} {message}", hint, Severity.ERROR))

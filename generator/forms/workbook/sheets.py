"""The sheets of a returned workbook as words by row and column, whatever people did to it."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from generator.errors import UnreadableInput
from generator.forms.workbook.cells import words_of
from generator.records import record
from generator.schema.kinds.problem import Problem
from generator.spreadsheet import letter, require

_MOST_BYTES = 30_000_000
_MOST_CELLS = 2_000_000


@record
class Sheet:
    """A sheet without its emptiness. cells: (row, column) -> words or what is wrong, 1-based; refs: what a cell is
    called, where it is not by column and row; merged: first cell of a merged range -> its last one."""

    name: str
    cells: Mapping[tuple[int, int], str | Problem]
    refs: Mapping[tuple[int, int], str] = field(default_factory=dict)
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def ref(self, row: int, column: int) -> str:
        """`行政执法!C5`."""
        return self.refs.get((row, column)) or f"{self.name}!{letter(column)}{row}"


def sheets(data: bytes, file: str) -> list[Sheet]:
    """The sheets of an XLSX in their order. Raises UnreadableInput for what is none, or too large for a form."""
    openpyxl = require()
    formulas = _bounded(data, file)
    try:
        shown = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        written = openpyxl.load_workbook(io.BytesIO(data)) if formulas else shown
    except Exception as error:
        # openpyxl answers a malformed workbook with whatever its parsers raise.
        raise UnreadableInput(f"“{file}”打不开，不是完好的 Excel 工作簿", "用 Excel 打开，另存为 .xlsx 再交") from error
    return [Sheet(page.title, dict(_cells(page, written[page.title])), {}, _merged(page)) for page in shown.worksheets]


def _merged(page: Any) -> dict[tuple[int, int], tuple[int, int]]:
    return {(merged.min_row, merged.min_col): (merged.max_row, merged.max_col) for merged in page.merged_cells.ranges}


def _bounded(data: bytes, file: str) -> bool:
    """Refuses what is too large or holds entities, before anything parses it; whether there are formulas in it."""
    formulas = False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if "xl/workbook.xml" not in package.namelist():
                raise UnreadableInput(f"“{file}”不是 Excel 工作簿", "用 Excel 或 WPS 打开，另存为 .xlsx 再交")
            unpacked = 0
            for part in package.infolist():
                with package.open(part) as stream:
                    content = stream.read(_MOST_BYTES - unpacked + 1)
                unpacked += len(content)
                if unpacked > _MOST_BYTES:
                    raise UnreadableInput(f"“{file}”解开后超过 {_MOST_BYTES // 1_000_000} MB", "这不是填报表")
                if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                    raise UnreadableInput(f"“{file}”里有不该有的文档类型声明", "用 Excel 另存为 .xlsx 再交")
                formulas = formulas or (part.filename.startswith("xl/worksheets/") and b"<f" in content)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error) as error:
        raise UnreadableInput(f"“{file}”打不开，不是完好的 .xlsx", "加了密码的先去掉密码；.xls 另存为 .xlsx") from error
    return formulas


def _cells(page: Any, written: Any) -> Iterator[tuple[tuple[int, int], str | Problem]]:
    """The cells that hold something: a workbook may claim a million rows."""
    if len(page._cells) > _MOST_CELLS:
        raise UnreadableInput(f"“{page.title}”表里有 {len(page._cells)} 个格", "这不是填报表")
    for (row, column), cell in sorted(page._cells.items()):
        if cell.value is None:
            formula = written._cells.get((row, column))
            if formula is not None and formula.data_type == "f":
                yield (row, column), Problem("公式没有算出的值", "用 Excel 或 WPS 打开，存一次盘再交")
            continue
        yield (row, column), words_of(cell.value, cell.number_format)
    for merged in page.merged_cells.ranges:
        if merged.min_col == merged.max_col == 1:
            top = page._cells.get((merged.min_row, 1))
            for row in range(merged.min_row + 1, min(merged.max_row, merged.min_row + 1000) + 1):
                if top is not None and top.value is not None:
                    yield (row, 1), words_of(top.value)

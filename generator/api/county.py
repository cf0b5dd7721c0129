"""All units of a county in one table: who lacks what, the best first and the worst last."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.api.checking import Checked
from generator.check.shown import quote
from generator.diagnostics import Severity
from generator.errors import UsageError
from generator.records import record
from generator.report_lines import plain, width

_ELEMENTS = {"STA001": "举措成效", "STA004": "不足", "STA006": "原因", "STA007": "第一责任人", "STA009": "下年安排"}
"""Rules whose findings mean that a statutory element is missing."""
_KINDS = ((".yml", ".yaml"), (".docx", ".docm"), (".doc", ".wps"), (".pdf",), (".html", ".htm"), (".md",), (".txt",))
"""Formats in the order in which they stand for a unit's report."""
_NAMES = {Severity.ERROR: "应改", Severity.WARNING: "提醒", Severity.INFO: "提示"}
_HEADER = ("名次", "单位", "文件", "应改", "提醒", "提示", "缺少的法定内容")


@record
class Row:
    """A unit. counts: errors, warnings, hints; lacking: names of statutory elements; unread: its file says nothing."""

    unit: str
    file: str
    counts: tuple[int, int, int]
    lacking: tuple[str, ...]
    unread: bool = False


def one_a_unit(checked: Sequence[Checked]) -> list[Checked]:
    """The files without those that say a unit's report of a year once more in another format.

    A form stands before the DOCX, this before the others; two files of one format are both kept. So are those that
    name no unit.
    """
    best: dict[tuple[str, int], int] = {}
    for one in checked:
        key = _whose(one)
        if key is not None:
            best[key] = min(best.get(key, len(_KINDS)), _kind(one))
    return [one for one in checked if (key := _whose(one)) is None or _kind(one) == best[key]]


def _whose(one: Checked) -> tuple[str, int] | None:
    unit = one.subject.annotation.outline.unit if one.subject else ""
    return (unit, one.subject.year) if one.subject and unit and "【" not in unit else None


def _kind(one: Checked) -> int:
    suffix = Path(one.file).suffix.lower()
    return next((at for at, kind in enumerate(_KINDS) if suffix in kind), len(_KINDS))


def ranked(checked: Sequence[Checked]) -> list[Row]:
    """The best first: by statutory elements that are lacking, then by errors, warnings and hints; what cannot be read
    is last."""
    return sorted(map(_row, checked), key=lambda row: (row.unread, len(row.lacking), row.counts, row.file))


def county_lines(checked: Sequence[Checked]) -> Iterator[str]:
    """The table for a terminal, with the best and the worst named first."""
    rows = ranked(checked)
    if not rows:
        yield "没有可以检查的文件"
        return
    known = [row for row in rows if not row.unread]
    best = f"；最好的是{plain(known[0].unit)}，最要改的是{plain(known[-1].unit)}" if known else ""
    lost = f"；{len(rows) - len(known)} 份读不出，列在最后" if len(rows) > len(known) else ""
    yield f"{len(known)} 个单位{best}{lost}"
    cells = [_HEADER, *(tuple(map(str, line)) for line in _cells(rows))]
    widths = [max(width(plain(line[at])) for line in cells) for at in range(len(_HEADER))]
    for line in cells:
        padded = (plain(cell) + " " * (room - width(plain(cell))) for cell, room in zip(line, widths, strict=True))
        yield "  ".join(padded).rstrip()


def write_county(target: Path, checked: Sequence[Checked]) -> None:
    """The table, and every finding on a second sheet, as XLSX; no text becomes a formula.

    Raises UsageError where openpyxl is not installed, CannotWrite.
    """
    try:
        from openpyxl import Workbook
    except ImportError as lacking:
        raise UsageError("写 Excel 要装 openpyxl", "pip install openpyxl") from lacking
    from io import BytesIO

    from generator.outputs.whole import replace

    book = Workbook()
    sheet = book.active
    sheet.title = "总表"
    _fill(sheet, [_HEADER, *_cells(ranked(checked))], (6, 30, 34, 8, 8, 8, 40))
    details = [
        (one.file, found.code, _NAMES[found.severity], found.place.line if found.place else "",
         quote(found, one.source), found.message, found.hint)
        for one in checked
        for found in one.diagnostics
    ]  # fmt: skip
    heads = ("文件", "规则", "轻重", "行或段", "原文", "问题", "怎么改")
    _fill(book.create_sheet("明细"), [heads, *details], (34, 10, 10, 8, 30, 50, 40))
    held = BytesIO()
    book.save(held)
    replace(target, held.getvalue())


def _fill(sheet: object, rows: Sequence[Sequence[object]], widths: Sequence[int]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)  # type: ignore[attr-defined]
            if isinstance(value, str):
                # A text that begins with = + - @ stays text.
                cell.value, cell.data_type = plain(value)[:32_000], "s"
                cell.quotePrefix = value[:1] in ("=", "+", "-", "@")
            else:
                cell.value = value
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
    for column, room in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = room  # type: ignore[attr-defined]
    sheet.freeze_panes = "A2"  # type: ignore[attr-defined]


def _cells(rows: Sequence[Row]) -> list[tuple[object, ...]]:
    return [
        (rank, row.unit, row.file, *row.counts, "读不出" if row.unread else "、".join(row.lacking) or "无")
        for rank, row in enumerate(rows, 1)
    ]


def _row(one: Checked) -> Row:
    codes = {found.code for found in one.diagnostics if found.severity is Severity.ERROR}
    counts = [sum(found.severity is severity for found in one.diagnostics) for severity in Severity]
    unit = one.subject.annotation.outline.unit if one.subject else ""
    name = Path(one.file).name
    lacking = tuple(words for code, words in _ELEMENTS.items() if code in codes)
    known = unit if unit and "【" not in unit else Path(one.file).stem
    return Row(known, name, (counts[0], counts[1], counts[2]), lacking, one.subject is None)

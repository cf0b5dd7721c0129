"""What careless people do to a workbook: each of it is understood, or told with the cell and what to write."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from drafting import shipped

from generator import api
from generator.cli.run import main
from generator.forms.index import index_of
from generator.forms.workbook import read
from generator.forms.workbook.answers import values
from generator.forms.workbook.questions import pages
from generator.forms.workbook.read import Returned
from generator.schema.kinds.problem import Problem
from generator.schema.model import Path as FieldPath
from generator.schema.model import Value
from generator.soffice import convert, program

UNITS = ["青禾县清溪镇人民政府", "青禾县白石乡人民政府", "青禾县石桥镇人民政府"]
PAGES = pages(shipped().schema, "乡镇")
_TICK: FieldPath = ("measures", "enforcement", "ticks", "三项制度")


def book(units: int = 2) -> Any:
    return openpyxl.load_workbook(io.BytesIO(api.workbook("乡镇", UNITS[:units], 2025)))


def cell(made: Any, sheet: str, label: str, row: int = 3) -> Any:
    column = next(c.column for c in made[sheet][2] if str(c.value).startswith(label))
    return made[sheet].cell(row, column)


def returned(made: Any) -> Returned:
    out = io.BytesIO()
    made.save(out)
    return read.read(out.getvalue(), "表.xlsx", PAGES, shipped().schema)


def value(found: Returned, path: FieldPath) -> Value | None:
    return found.units[0].values.get(path)


def told(found: Returned) -> list[str]:
    return [diagnostic.message for diagnostic in found.diagnostics]


def ticked(words: str) -> list[object]:
    """The details of a tick with these words in its cell, or what is wrong."""
    question = next(q for page in PAGES for q in page.questions if q.path == _TICK)
    found = values(question, words, index_of(shipped().schema))
    return [value.message if isinstance(value, Problem) else value[1] for value in found]


def test_every_way_to_say_yes_is_a_tick() -> None:
    assert {str(ticked(words)) for words in ("√", "有", "是", "已落实", "✔", "☑", "y", "1")} == {"['']"}


def test_every_way_to_say_no_is_none() -> None:
    assert [ticked(words) for words in ("×", "无", "没有", "-", "/", "未开展", "0", "否")] == [[]] * 8


def test_a_word_that_is_neither_yes_nor_something_done_is_told() -> None:
    assert ticked("较好") == ["“较好”看不出做没做"]
    assert ticked("公示执法信息12条") == ["公示执法信息12条"]


def test_a_date_shown_as_a_number_is_a_date_and_a_date_for_a_number_is_told() -> None:
    made = book()
    cell(made, "单位", "成文日期").value = 46052
    cell(made, "行政执法", "执法人员").value = date(2025, 3, 4)
    found = returned(made)
    assert value(found, ("report", "date")) == "2026-01-30"
    (message,) = told(found)
    assert "执法人员：“2025-03-04”是日期，这一格填数" in message


@pytest.mark.parametrize("across", [False, True])
def test_cells_merged_over_two_questions_or_units_are_told(across: bool) -> None:
    made = book()
    target = cell(made, "行政执法", "三项制度")
    target.value = "√"
    down, right = (0, 1) if across else (1, 0)
    made["行政执法"].merge_cells(
        start_row=3, start_column=target.column, end_row=3 + down, end_column=target.column + right
    )
    found = returned(made)
    assert value(found, _TICK) is None
    (message,) = told(found)
    assert "合并了几个格" in message


def test_a_column_and_a_sheet_that_nobody_asked_for_are_told_not_lost() -> None:
    made = book()
    sheet = made["行政执法"]
    column = sheet.max_column + 1
    sheet.cell(2, column).value = "备注"
    sheet.cell(3, column).value = "另有联合执法12次"
    made.create_sheet("附表")["B2"] = "附件一"
    messages = told(returned(made))
    assert len(messages) == 2
    assert "“备注”列不是填报表的列，里面 1 格没有收" in messages[0]
    assert "附表!B2 “附表”不是填报表里的，其中 1 格没有收" in messages[1]


def collect(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["collect", "交回", "--units", "名单.txt", "-o", "表单"])
    captured = capsys.readouterr()
    return code, captured.out + captured.err


@pytest.fixture
def sent_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("名单.txt").write_text("\n".join(UNITS), encoding="utf-8")
    folder = Path("交回")
    folder.mkdir()
    return folder


def form(unit: str, more: str = "主要举措: {行政执法: {数据: {执法人员: 9}}}\n") -> str:
    return f"单位: {{名称: {unit}, 层级: 乡镇}}\n{more}"


def test_who_came_twice_who_is_not_on_the_list_and_who_wrote_nothing(
    sent_back: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sent_back / "一.yml").write_text(form(UNITS[0]), encoding="utf-8")
    (sent_back / "二.yml").write_text(form(UNITS[0]), encoding="utf-8")
    (sent_back / "三.yml").write_text(form("青禾县白石镇人民政府"), encoding="utf-8")
    (sent_back / "四.yml").write_text(form(UNITS[2], ""), encoding="utf-8")
    code, said = collect(capsys)
    assert code == 1
    assert f"“{UNITS[0]}”交了 2 份：{Path('交回', '一.yml')}、{Path('交回', '二.yml')}" in said
    assert f"名单里没有“青禾县白石镇人民政府”（是不是“{UNITS[1]}”" in said
    assert f"交了空表、什么也没有填的 1 个：{UNITS[2]}" in said
    assert f"还没有交的 1 个：{UNITS[1]}" in said


@pytest.mark.parametrize("name", ["旧.xls", "金山.et", "开放.ods"])
def test_without_libreoffice_an_older_table_is_told_how_to_save_it(
    sent_back: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("GEN_SOFFICE", "no-such-program")
    (sent_back / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    _, said = collect(capsys)
    assert f"{name}”是 {Path(name).suffix} 格式的表格，没有 LibreOffice 读不出" in said
    assert "另存为 .xlsx 再交" in said


def test_a_table_that_nothing_here_reads_is_told_how_to_export_it(
    sent_back: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sent_back / "苹果.numbers").write_bytes(b"PK\x03\x04")
    _, said = collect(capsys)
    assert "苹果.numbers”是 .numbers 格式的表格，读不了" in said
    assert "导出为 .xlsx 再交" in said


@pytest.mark.layout
@pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("name", "to"), [("旧.xls", "xls:MS Excel 97"), ("金山.et", "xls:MS Excel 97"), ("开放.ods", "ods:calc8")]
)
def test_an_older_table_is_read_by_libreoffice(
    sent_back: Path, capsys: pytest.CaptureFixture[str], name: str, to: str
) -> None:
    made = book()
    cell(made, "行政执法", "执法人员").value = 9
    cell(made, "行政执法", "执法人员", 4).value = "二十多"
    new, office = io.BytesIO(), program()
    assert office is not None
    made.save(new)
    (sent_back / name).write_bytes(convert(office, new.getvalue(), "new.xlsx", to).content)
    _, said = collect(capsys)
    assert "收到 2 份" in said
    assert "执法人员: 9" in (Path("表单") / f"{UNITS[0]}.yml").read_text(encoding="utf-8")
    assert "执法人员: 20多人" in (Path("表单") / f"{UNITS[1]}.yml").read_text(encoding="utf-8")


@pytest.mark.layout
@pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
def test_what_only_looks_like_an_older_table_is_refused(sent_back: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sent_back / "坏.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 8)
    _, said = collect(capsys)
    assert "坏.xls”不是完好的 .xls 表格" in said


def test_a_workbook_that_kingsoft_named_its_own_way_is_read(
    sent_back: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = book()
    cell(made, "行政执法", "执法人员").value = 9
    made.save(sent_back / "表.et.xlsx")
    (sent_back / "表.et.xlsx").rename(sent_back / "表.et")
    _, said = collect(capsys)
    assert "收到 2 份" in said


def test_a_sheet_is_printed_with_its_headers_and_shows_whole_names() -> None:
    made = book()
    sheet = made["行政执法"]
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.print_title_cols) == ("B3", "$2:$2", "$A:$A")
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.column_dimensions["A"].width >= 2 * len(UNITS[0])
    assert sheet["A3"].protection.locked
    assert not cell(made, "行政执法", "执法人员").protection.locked

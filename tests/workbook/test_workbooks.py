"""Forms as workbooks: what is filled in comes back, whatever people do to the sheet; nothing runs."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from drafting import profile_of, shipped
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import api
from generator.cli.run import main
from generator.errors import UnreadableInput
from generator.forms.index import index_of
from generator.forms.workbook import read, table, write
from generator.forms.workbook.answers import values
from generator.forms.workbook.questions import Page, all_pages, pages
from generator.forms.workbook.read import Returned
from generator.forms.workbook.write import Row
from generator.forms.write import form_text
from generator.schema.model import Figure, Value
from generator.schema.model import Path as FieldPath

UNITS = ("青禾县清溪镇人民政府", "青禾县白石乡人民政府", "青禾县石桥镇人民政府")
PAGES = pages(shipped().schema, "乡镇")
_WORDS = st.text("甲乙丙=+-@#'\" ，1", min_size=1, max_size=8).map(lambda words: f"办{words}好")


def answer(kind: str, unit: str, choices: tuple[str, ...]) -> st.SearchStrategy[str]:
    if kind == "figure":
        number = st.integers(0, 99) if unit == "%" else st.integers(0, 10**6)
        return number.map(str) | number.map(lambda n: f"{n}余") | st.just("不适用")
    if kind == "tick":
        return st.just("√") | _WORDS
    if choices:
        return st.sampled_from(choices)
    fixed = {"year": "2025", "date": "2026-02-20", "level": "乡镇", "integer": "7", "docnumber": "青政〔2026〕3号"}
    if kind in fixed:
        return st.just(fixed[kind])
    return st.just("1、2") if kind == "positions" else _WORDS


@st.composite
def filled(draw: st.DrawFn) -> dict[FieldPath, Value]:
    """Values of one unit such as cells can hold."""
    found: dict[FieldPath, Value] = {}
    index = index_of(shipped().schema)
    for page in PAGES:
        for position in range(draw(st.integers(0, 2))) if page.items else [None]:
            chosen = draw(st.sets(st.sampled_from(page.questions), max_size=4))
            for question in (q for q in page.questions if q in chosen or (page.items and q is page.questions[0])):
                words = draw(answer(question.kind, question.unit, question.choices))
                for value in values(question, words, index, position):
                    assert isinstance(value, tuple), value
                    found[value[0]] = value[1]
    return found


def again(data: bytes, pages: tuple[Page, ...] = PAGES) -> Returned:
    return read.read(data, "表.xlsx", pages, shipped().schema)


@settings(max_examples=12)
@given(st.lists(filled(), min_size=1, max_size=3))
def test_a_workbook_gives_back_the_values_that_it_holds(units: list[dict[FieldPath, Value]]) -> None:
    rows = [Row(f"{number}号镇", found, {}) for number, found in enumerate(units)]
    wanted = {row.unit: dict(row.found) for row in rows if row.found}
    for returned in (
        again(write.many(PAGES, rows)),
        table.read(table.write(PAGES, rows), "表.csv", PAGES, shipped().schema),
    ):
        assert returned.diagnostics == ()
        assert {unit.key: dict(unit.values) for unit in returned.units} == wanted


@settings(max_examples=12)
@given(filled())
def test_the_workbook_of_one_unit_gives_back_its_values(found: dict[FieldPath, Value]) -> None:
    returned = again(write.one(PAGES, Row("清溪镇", found, {})))
    assert returned.diagnostics == ()
    assert [dict(unit.values) for unit in returned.units] == ([found] if found else [])


@settings(max_examples=12)
@given(filled())
def test_workbook_to_form_to_workbook_keeps_the_values(found: dict[FieldPath, Value]) -> None:
    form = profile_of(form_text(found, shipped().schema)).values if found else {}
    returned = again(write.many(PAGES, [Row("清溪镇", form, {})]))
    assert [dict(unit.values) for unit in returned.units] == ([found] if found else [])


def book(rows: int = 2) -> Any:
    data = api.workbook("乡镇", UNITS[:rows], 2025)
    return openpyxl.load_workbook(io.BytesIO(data))


def saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def cell(made: Any, sheet: str, label: str, row: int) -> Any:
    page = made[sheet]
    column = next(c.column for c in page[2] if str(c.value).startswith(label))
    return page.cell(row, column)


def value_of(returned: Returned, unit: str, path: FieldPath) -> Value | None:
    (found,) = [u for u in returned.units if u.key == unit]
    return found.values.get(path)


_CASES = ("measures", "disputes", "data", "mediation_cases", 0)


@pytest.mark.parametrize(
    ("entered", "number_format", "wanted"),
    [
        (130, "General", Figure("130", "件")),
        (130.0, "0.00", Figure("130", "件")),
        ("130", "@", Figure("130", "件")),
        (" 130起 ", "General", Figure("130", "起")),
        ("１３０", "General", Figure("130", "件")),
        ("1,300余", "General", Figure("1300", "件", "", "余")),
    ],
)
def test_numbers_are_understood_however_they_were_typed(entered: object, number_format: str, wanted: Figure) -> None:
    made = book()
    target = cell(made, "矛盾纠纷", "调解矛盾纠纷", 3)
    target.value, target.number_format = entered, number_format
    assert value_of(again(saved(made)), UNITS[0], _CASES) == wanted


def test_percent_formats_and_dates_are_understood() -> None:
    county = pages(shipped().schema, "县")
    page, question = next((page, q) for page in county for q in page.questions if q.unit == "%")
    made = openpyxl.load_workbook(io.BytesIO(api.workbook("县", ["青禾县人民政府", "云岭县人民政府"], 2025)))
    rate = cell(made, page.name, question.label, 3)
    rate.value, rate.number_format = 0.985, "0.0%"
    day = cell(made, "单位", "成文日期", 3)
    day.value, day.number_format = date(2026, 2, 20), "yyyy/m/d"
    returned = again(saved(made), county)
    assert value_of(returned, "青禾县人民政府", ("report", "date")) == "2026-02-20"
    assert value_of(returned, "青禾县人民政府", question.path) == Figure("98.5", "%")


def test_what_cannot_be_read_is_told_with_sheet_cell_value_and_remedy() -> None:
    made = book()
    target = cell(made, "矛盾纠纷", "调解矛盾纠纷", 4)
    target.value = "一大堆"
    (told,) = again(saved(made)).diagnostics
    assert told.message.startswith(f"表.xlsx 矛盾纠纷!{target.coordinate} 调解矛盾纠纷：“一大堆”")
    assert told.hint


def test_columns_may_be_moved_and_headers_edited() -> None:
    made = book()
    cell(made, "矛盾纠纷", "调解矛盾纠纷", 3).value = 12
    page = made["矛盾纠纷"]
    page.insert_cols(2)
    cell(made, "矛盾纠纷", "调解矛盾纠纷", 2).value = "调解了多少"
    assert value_of(again(saved(made)), UNITS[0], _CASES) == Figure("12", "件")


def test_a_workbook_without_its_hidden_row_is_read_by_its_headers() -> None:
    made = book()
    cell(made, "矛盾纠纷", "调解矛盾纠纷", 3).value = 12
    for page in made.worksheets[1:]:
        page.delete_rows(1)
    assert value_of(again(saved(made)), UNITS[0], _CASES) == Figure("12", "件")


def test_a_unit_merged_over_its_items_counts_for_all_of_them() -> None:
    made = book()
    page = made["存在问题"]
    for row, words in ((3, "培训不够"), (4, "力量薄弱")):
        cell(made, "存在问题", "问题", row).value = words
    page.merge_cells("A3:A4")
    returned = again(saved(made))
    assert value_of(returned, UNITS[0], ("problems", 1, "problem")) == "力量薄弱"


def test_a_number_merged_over_two_units_is_refused() -> None:
    made = book(3)
    target = cell(made, "矛盾纠纷", "调解矛盾纠纷", 6 - 1)
    made["矛盾纠纷"].insert_rows(3, 3)
    target = cell(made, "矛盾纠纷", "调解矛盾纠纷", 6)
    target.value = 5
    made["矛盾纠纷"].merge_cells(f"{target.coordinate}:{target.column_letter}7")
    (told,) = again(saved(made)).diagnostics
    assert "合并了几个格" in told.message


def test_a_unit_that_the_list_lacks_is_told_with_the_likely_one() -> None:
    made = book()
    made["矛盾纠纷"]["A3"].value = "青禾县清溪镇政府"
    cell(made, "矛盾纠纷", "调解矛盾纠纷", 3).value = 12
    (told,) = again(saved(made)).diagnostics
    assert "没有“青禾县清溪镇政府”" in told.message
    assert UNITS[0] in told.hint


def test_the_value_of_a_formula_is_read_and_one_without_value_is_told() -> None:
    made = book()
    target = cell(made, "矛盾纠纷", "调解矛盾纠纷", 3)
    target.value = "=1+2"
    data = saved(made)
    (told,) = again(data).diagnostics
    assert "公式没有算出的值" in told.message
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = next(name for name, part in parts.items() if b"<f>1+2</f>" in part)
    parts[sheet] = parts[sheet].replace(b"<f>1+2</f><v></v>", b"<f>1+2</f><v>3</v>").replace(
        b"<f>1+2</f><v />", b"<f>1+2</f><v>3</v>"
    )
    assert value_of(again(zipped(parts)), UNITS[0], _CASES) == Figure("3", "件")


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def test_what_was_typed_with_an_equals_sign_is_written_as_text() -> None:
    found: dict[FieldPath, Value] = {("problems", 0, "problem"): "=HYPERLINK(1)", ("unit", "name", 0): "@SUM"}
    data = write.many(PAGES, [Row("=1+1", found, {})])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet for sheet in sheets)
    csv = table.write(PAGES, [Row("=1+1", found, {})]).decode("utf-8-sig")
    assert "'=1+1" in csv
    assert "'@SUM" in csv


def test_a_table_in_gb18030_is_read() -> None:
    found: dict[FieldPath, Value] = {("unit", "name", 0): "清溪镇人民政府", _CASES: Figure("12", "件")}
    data = table.write(PAGES, [Row("清溪镇", found, {})]).decode("utf-8-sig").encode("gb18030")
    (unit,) = table.read(data, "表.csv", PAGES, shipped().schema).units
    assert dict(unit.values) == found


def test_a_dimension_that_a_workbook_only_claims_costs_nothing() -> None:
    made = book()
    made["矛盾纠纷"].cell(1_048_576, 16_384).value = "x"
    cell(made, "矛盾纠纷", "调解矛盾纠纷", 3).value = 12
    returned = again(saved(made))
    assert value_of(returned, UNITS[0], _CASES) == Figure("12", "件")


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"not a workbook", zipped({"xl/workbook.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
     zipped({"xl/workbook.xml": b"<a/>"}), zipped({"word/document.xml": b"<a/>"}),
     zipped({"xl/workbook.xml": b"<a/>", "bomb": b"0" * 40_000_000})],
    ids=["empty", "torn", "text", "entities", "hollow", "word", "bomb"],
)  # fmt: skip
def test_what_is_no_workbook_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        again(data)


def test_every_level_is_understood_without_being_told_which() -> None:
    for level, unit in (("街道", "河西街道办事处"), ("县", "青禾县人民政府"), ("部门", "青禾县水务局")):
        returned = again(api.workbook(level, [unit], 2025), all_pages(shipped().schema))
        assert [unit.values["unit", "level"] for unit in returned.units] == [level]


def test_collecting_tells_what_is_wrong_and_who_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("名单.txt").write_text("\n".join(UNITS), encoding="utf-8")
    Path("交回").mkdir()
    arguments = ["--level", "乡镇", "--year", "2025"]
    assert main(["form", "--xlsx", "--unit", UNITS[0], *arguments, "-o", "交回/清溪.xlsx"]) == 0
    made = openpyxl.load_workbook("交回/清溪.xlsx")
    rows = {c.value: c.row for c in made["填报表"]["B"]}
    made["填报表"].cell(rows["调解矛盾纠纷"], 3).value = "许多"
    made["填报表"].cell(rows["三项制度"], 3).value = "√"
    made.save("交回/清溪.xlsx")
    Path("交回/白石.yml").write_text(f"单位: {{名称: {UNITS[1]}, 层级: 乡镇}}\n", encoding="utf-8")
    Path("交回/坏.xlsx").write_bytes(b"PK")
    assert main(["collect", "交回", "--units", "名单.txt", "-o", "表单"]) == 1
    captured = capsys.readouterr()
    assert "清溪.xlsx 填报表!C" in captured.err
    assert "“许多”" in captured.err
    assert "坏.xlsx”打不开" in captured.err
    assert f"还没有交的 1 个：{UNITS[2]}" in captured.err
    assert "收到 2 份，2 处要核对。" in captured.out
    profile = profile_of(Path(f"表单/{UNITS[0]}.yml").read_text(encoding="utf-8"))
    assert ("measures", "enforcement", "ticks", "三项制度") in profile.values


def test_last_years_figures_stand_beside_and_are_not_read_back(tmp_path: Path) -> None:
    last = tmp_path / "去年.yml"
    theme = "主要举措: {矛盾纠纷: {数据: {调解矛盾纠纷: 98}}}\n"
    last.write_text(f"单位: {{名称: {UNITS[0]}, 层级: 乡镇}}\n{theme}", encoding="utf-8")
    data = api.workbook("乡镇", UNITS[:2], 2025, last=[last])
    made = openpyxl.load_workbook(io.BytesIO(data))
    target = cell(made, "矛盾纠纷", "调解矛盾纠纷", 3)
    assert made["矛盾纠纷"].cell(3, target.column + 1).value == "98件"
    assert value_of(again(data), UNITS[0], _CASES) is None


def test_a_report_in_word_is_collected_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    form = Path(__file__).parents[2] / "profiles" / "gekeng-2024.yml"
    assert main(["draft", str(form), "-o", "交回"]) == 0
    assert main(["collect", "交回", "-o", "表单"]) == 0
    assert "收到 1 份。" in capsys.readouterr().out
    values = profile_of(Path("表单/德化县葛坑镇人民政府.yml").read_text(encoding="utf-8")).values
    assert values["measures", "disputes", "data", "mediation_cases", 0] == Figure("130", "起")

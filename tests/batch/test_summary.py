"""The summary of a batch: who is to be phoned first, what stands out, nothing that runs."""

import csv
import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from drafting import shipped

from generator import api
from generator.api import Batched
from generator.batch.alike import Pair
from generator.batch.facts import Facts, Number
from generator.batch.ledger import Entry
from generator.batch.summary import MANY, Row, summary

_FORMS_OF_A_UNIT = [("一", "2025"), ("二", "2025"), ("去年", "2024")]
_EVIL = "=cmd|'/c calc'!A1<script>alert(1)</script>"


def row(unit: str, rank: int = 1, gaps: tuple[str, ...] = (), warnings: int = 0, facts: Facts | None = None) -> Row:
    return Row(f"{unit}.yml", unit, "乡镇", "完成", rank, 0, warnings, gaps, 3000, "", facts)


def indicator() -> str:
    return next(i.id for i in shipped().schema.indicators.values() if i.kind == "count")


def test_whoever_is_to_be_phoned_first_stands_on_top() -> None:
    rows = [row("甲"), row("乙", warnings=3), row("丙", gaps=("报告.成文日期",)), row("丁", rank=0)]
    assert [found.unit for found in summary(rows, shipped().schema).rows] == ["丁", "丙", "乙", "甲"]


def test_figures_out_of_the_way_are_named_with_what_is_usual() -> None:
    name = indicator()
    amounts = [40, 55, 61, 48, 52, 70, 45, 5200, 58]
    said = [Facts("", "乡镇", {name: Number(f"{amount}件", Decimal(amount))}, {}) for amount in amounts]
    rows = [row(f"{number}号镇", facts=each) for number, each in enumerate(said)]
    made = summary(rows, shipped().schema)
    (found,) = made.outliers
    assert (made.rows[found.unit].unit, found.indicator) == ("7号镇", name)
    assert found.why == "5200件，同级其余 8 个单位在 40—70 之间"


def test_the_smallest_of_many_is_not_out_of_the_way_for_being_the_smallest() -> None:
    amounts = (15, 15, 15, 15, 16, 16, 16, 16, 9)
    said = [Facts("", "乡镇", {indicator(): Number(f"{n}件", Decimal(n))}, {}) for n in amounts]
    rows = [row(f"{number}号镇", facts=each) for number, each in enumerate(said)]
    assert summary(rows, shipped().schema).outliers == ()


def test_who_is_alike_or_out_of_the_way_comes_before_who_is_fine_and_is_told_why() -> None:
    rows = [row("甲"), row("乙"), row("丙"), row("丁", gaps=("报告.成文日期",))]
    made = summary(rows, shipped().schema, [Pair(1, 2, 0.96, "相同的话")])
    assert [(found.unit, found.said) for found in made.rows] == [
        ("丁", ""),
        ("丙", "与乙雷同（96%）"),
        ("乙", "与丙雷同（96%）"),
        ("甲", ""),
    ]
    assert made.pairs == (Pair(2, 1, 0.96, "相同的话"),)


def test_two_forms_of_one_unit_and_year_are_named_but_not_those_of_two_years() -> None:
    rows = [replace(row(form), facts=Facts("甲镇", "乡镇", {}, {}, year)) for form, year in _FORMS_OF_A_UNIT]
    assert {found.form: found.said for found in summary(rows, shipped().schema).rows} == {
        "一.yml": "同一单位同一年度另有二.yml",
        "二.yml": "同一单位同一年度另有一.yml",
        "去年.yml": "",
    }


def test_a_unit_of_the_list_without_a_form_stands_on_top(tmp_path: Path) -> None:
    list(api.summarised(iter(results(2, "甲镇")), output=tmp_path, listed=["甲镇人民政府", "乙镇人民政府"]))
    book = openpyxl.load_workbook(tmp_path / "汇总.xlsx")
    assert [(line[0].value, line[2].value) for line in book["状态"].iter_rows(min_row=2)] == [
        ("乙镇人民政府", "没有交"),
        ("甲镇", "完成"),
        ("甲镇", "完成"),
    ]
    assert "1 份没有交" in (tmp_path / "汇总.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("amount", "last", "told"), [(120, 20, True), (20, 120, True), (120, 100, False), (6, 1, False)]
)
def test_a_figure_many_times_last_years_is_named(amount: int, last: int, told: bool) -> None:
    said = Facts("", "乡镇", {indicator(): Number(f"{amount}件", Decimal(amount), Decimal(last))}, {})
    assert bool(summary([row("甲", facts=said)], shipped().schema).outliers) == told


def results(units: int, name: str) -> list[Batched]:
    said = Facts(name, "乡镇", {indicator(): Number("12件", Decimal(12))}, {"enforcement": (1, 4)})
    entry = Entry("a.yml", "", "", {}, (_EVIL,), {"warning": {"FIG001": 2}}, 3000)
    return [Batched(Path(f"{n}.yml"), "drafted", None, None, entry, said) for n in range(units)]


def test_what_somebody_entered_never_becomes_a_formula_or_markup(tmp_path: Path) -> None:
    made = list(api.summarised(iter(results(3, _EVIL)), output=tmp_path))
    assert len(made) == 3
    page = (tmp_path / "汇总.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    book = openpyxl.load_workbook(tmp_path / "汇总.xlsx")
    assert book["状态"]["A2"].value == _EVIL
    assert book["状态"]["A2"].data_type == "s"
    with zipfile.ZipFile(tmp_path / "汇总.xlsx") as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist() if name.startswith("xl/worksheets"))


def test_figures_of_thousands_of_units_go_to_csv(tmp_path: Path) -> None:
    list(api.summarised(iter(results(MANY + 1, "=1+1")), output=tmp_path))
    book = openpyxl.load_workbook(tmp_path / "汇总.xlsx", read_only=True)
    assert book.sheetnames == ["状态", "雷同"]
    assert sum(1 for _ in book["状态"].rows) == MANY + 2
    lines = list(csv.reader(io.StringIO((tmp_path / "汇总-数据.csv").read_text(encoding="utf-8-sig"))))
    assert len(lines) == MANY + 2
    assert {line[0] for line in lines[1:]} == {"'=1+1"}
    assert (tmp_path / "汇总.html").read_text(encoding="utf-8").count("<tr") < 500


def test_a_summary_with_notes_in_it_is_kept(tmp_path: Path) -> None:
    list(api.summarised(iter(results(2, "甲镇")), output=tmp_path))
    (tmp_path / "汇总.html").write_text("已电话联系", encoding="utf-8")
    list(api.summarised(iter(results(2, "甲镇")), output=tmp_path))
    assert (tmp_path / "汇总.html").read_text(encoding="utf-8") == "已电话联系"
    assert (tmp_path / "汇总-2.html").exists()


def test_the_same_results_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("一", "二"):
        list(api.summarised(iter(results(4, "甲镇")), output=tmp_path / name))
    assert (tmp_path / "一" / "汇总.xlsx").read_bytes() == (tmp_path / "二" / "汇总.xlsx").read_bytes()

"""Many units' figures as the upper level's: sums, rates from sums, nothing averaged, nothing hidden."""

from itertools import permutations
from pathlib import Path

import openpyxl
import pytest
from drafting import profile_of, shipped
from hypothesis import given, settings
from hypothesis import strategies as st
from report_strategies import report_forms

from generator import api
from generator.cli.run import main
from generator.errors import UsageError
from generator.rollup import Total, Unit, totals, values_of
from generator.schema.model import Figure, Profile

_FORM = """报告: {{年度: {year}}}
单位: {{名称: 青禾县{name}人民政府, 简称: {name}, 层级: 乡镇, 上级: 青禾县}}
主要举措:
  矛盾纠纷:
    数据:
{data}
"""


def form(name: str, year: int = 2024, **data: str) -> str:
    lines = "\n".join(f"      {label}: {words}" for label, words in data.items())
    return _FORM.format(name=name, year=year, data=lines)


def unit(name: str, **data: str) -> Unit:
    return Unit(name, profile_of(form(name, **data)))


def total(units: list[Unit], label: str) -> Total:
    schema = shipped().schema
    (found,) = [t for t in totals(units, schema) if schema.indicators[t.indicator].label == label]
    return found


def test_counts_are_added_and_missing_units_named() -> None:
    found = total([unit("甲镇", 调解矛盾纠纷="130起"), unit("乙镇", 调解矛盾纠纷="20起"), unit("丙镇")], "调解矛盾纠纷")
    assert found.figure == Figure("150", "起")
    assert found.missing == ("丙镇",)


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("130余", "20", ("150", "余")),
        ("超130", "20余", ("150", "余")),
        ("近130", "20余", ("150", "约")),
        ("1.2万", "300", ("12300", "")),
    ],
)
def test_what_is_approximate_stays_so(one: str, other: str, shown: tuple[str, str]) -> None:
    figure = total([unit("甲镇", 调解矛盾纠纷=one), unit("乙镇", 调解矛盾纠纷=other)], "调解矛盾纠纷").figure
    assert figure is not None
    assert (figure.text, figure.qualifier) == shown


def test_a_rate_is_reckoned_from_the_sums_never_averaged() -> None:
    units = [
        unit("甲镇", 摸排矛盾纠纷="100", 化解矛盾纠纷="50", 矛盾纠纷化解率="50%"),
        unit("乙镇", 摸排矛盾纠纷="10", 化解矛盾纠纷="10", 矛盾纠纷化解率="100%"),
    ]
    figure = total(units, "矛盾纠纷化解率").figure
    assert figure is not None
    assert (figure.text, figure.unit) == ("54.5", "%")
    units[1] = unit("乙镇", 矛盾纠纷化解率="100%")
    assert total(units, "矛盾纠纷化解率").figure is None


def test_last_year_is_added_only_where_every_unit_gives_it() -> None:
    with_last = unit("甲镇", 调解矛盾纠纷="{本年: 5, 上年: 4}")
    figure = total([with_last, unit("乙镇", 调解矛盾纠纷="{本年: 3, 上年: 6}")], "调解矛盾纠纷").figure
    assert figure is not None
    assert figure.last is not None
    assert figure.last.amount == 10
    figure = total([with_last, unit("乙镇", 调解矛盾纠纷="3")], "调解矛盾纠纷").figure
    assert figure is not None
    assert figure.last is None


def test_figures_of_other_periods_and_parts_are_not_mixed_in() -> None:
    units = [unit("甲镇", 调解矛盾纠纷="{值: 500, 时段: 五年来}"), unit("乙镇", 调解矛盾纠纷="3")]
    found = total(units, "调解矛盾纠纷")
    assert found.figure == Figure("3", "件")
    assert found.missing == ("甲镇",)


def test_a_rate_from_sums_speaks_for_the_units_of_its_parts() -> None:
    both = [unit("甲镇", 调解矛盾纠纷="10", 调解成功="9"), unit("乙镇", 调解矛盾纠纷="10", 调解成功="10")]
    units = [*both, unit("丙镇")]
    schema = shipped().schema
    _, notes = values_of(totals(units, schema), schema)
    (said,) = [note for path, note in notes.items() if schema.indicators[str(path[-2])].label == "调解成功率"]
    assert said == "由合计数重算（调解成功19 ÷ 调解矛盾纠纷20），2 个单位；缺 1 个：丙镇"


@given(report_forms())
def test_the_rollup_of_one_unit_is_that_unit(text: str) -> None:
    profile = profile_of(text)
    schema = shipped().schema
    values, _ = values_of(totals([Unit("甲", profile)], schema), schema)
    for path, figure in values.items():
        own = [v for p, v in profile.values.items() if isinstance(v, Figure) and p[-2] == path[-2]]
        assert any((v.text, v.unit, v.scale, v.qualifier) == (figure.text, figure.unit, figure.scale, figure.qualifier) for v in own)  # noqa: E501


@settings(max_examples=25)
@given(st.lists(report_forms(), min_size=2, max_size=3))
def test_sums_do_not_depend_on_the_order(texts: list[str]) -> None:
    schema = shipped().schema
    units = [Unit(str(number), profile_of(text)) for number, text in enumerate(texts)]
    sums = [{t.indicator: t.figure for t in totals(order, schema)} for order in permutations(units)]
    assert all(found == sums[0] for found in sums)


def written(folder: Path, **forms: str) -> list[str]:
    for name, text in forms.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return [str(folder / f"{name}.yml") for name in forms]


def test_the_rolled_up_form_drafts_and_its_trace_leads_to_each_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    files = written(Path(), 甲=form("甲镇", 调解矛盾纠纷="130"), 乙=form("乙镇", 调解矛盾纠纷="20"))
    level = ["--unit", "青禾县人民政府", "--level", "县"]
    assert main(["rollup", *files, *level, "-o", "县.yml", "--table", "对照.xlsx"]) == 0
    assert "2 个单位汇总出 1 个数" in capsys.readouterr().out
    assert main(["draft", "县.yml", "--to", "md", "--trace", "-o", "稿"]) == 0
    trace = next(Path("稿").glob("*出处.csv")).read_text(encoding="utf-8-sig")
    (row,) = [line for line in trace.splitlines() if line.startswith("数,150")]
    assert "甲镇130件（甲.yml:6）" in row
    assert "乙镇20件（乙.yml:6）" in row
    sheet = openpyxl.load_workbook("对照.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == ["矛盾纠纷", "调解矛盾纠纷", "件", 130, 20, 150, "合计"]


def test_the_own_form_wins_and_conflicts_are_shown(tmp_path: Path) -> None:
    written(tmp_path, 甲=form("甲镇", 调解矛盾纠纷="130"), 乙=form("乙镇", 调解矛盾纠纷="20"))
    own = tmp_path / "县.yaml"
    text = form("", 调解矛盾纠纷="160").replace("层级: 乡镇", "层级: 县")
    own.write_text(text, encoding="utf-8")
    found = api.rollup([tmp_path], unit="青禾县人民政府", level="县", own=own)
    assert "160件" in found.text
    (conflict,) = found.diagnostics
    assert conflict.code == "ROL001"
    assert conflict.place is not None
    assert (conflict.place.line, "填的是160件，2 个单位合计是150件" in conflict.message) == (6, True)


def test_forms_of_two_years_are_not_mixed(tmp_path: Path) -> None:
    written(tmp_path, 甲=form("甲镇"), 乙=form("乙镇", year=2023))
    with pytest.raises(UsageError, match="2023、2024"):
        api.rollup([tmp_path], unit="青禾县人民政府", level="县")


def test_units_without_a_readable_form_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    written(Path(), 甲=form("甲镇", 调解矛盾纠纷="1"), 乙=form("乙镇", 调解矛盾纠纷="一堆"), 丙=form("甲镇"))
    Path("名单.txt").write_text("甲镇\n丁镇\n", encoding="utf-8")
    code = main(["rollup", ".", "--unit", "青禾县人民政府", "--level", "县", "--units", "名单.txt", "-o", "县.yaml"])
    told = capsys.readouterr().err
    assert code == 1
    assert "乙.yml：有 1 处读不懂" in told
    assert "“甲镇”已有一份" in told
    assert "名单上还有 1 个单位没有表单：丁镇" in told


def test_an_empty_profile_has_nothing_to_add() -> None:
    assert totals([Unit("甲", Profile({}, {}))], shipped().schema) == ()

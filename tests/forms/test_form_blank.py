"""Blank forms: short enough, readable, and true about what they will print."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from forms_small import SMALL
from forms_strategies import forms, profiles
from hypothesis import given
from hypothesis import strategies as st
from strategies import words

from generator import resources
from generator.compose import catalog, grammar
from generator.diagnostics import Severity
from generator.forms.blank import FIGURES, LONGEST, blank, short_of, upper_of
from generator.forms.characters import forbidden
from generator.forms.collection import collection, search
from generator.forms.json_schema import json_schema
from generator.forms.read import read
from generator.schema import codec
from generator.schema.model import Profile, Schema
from generator.schema.words import filled, pick, words_for

LEVELS = {"乡镇": "德化县葛坑镇人民政府", "街道": "某区白云街道办事处", "县": "法库县人民政府", "部门": "某县司法局"}
PROFILES = sorted((Path(__file__).parent.parent.parent / "profiles").glob("*-20*.yml"))


@pytest.fixture(scope="module")
def real() -> Schema:
    sources = resources.read_sources(resources.find_template(resources.DEFAULT_TEMPLATE))
    return codec.from_sources(sources, catalog.read(grammar.trees(sources)).measures)


@pytest.mark.parametrize(("level", "unit"), LEVELS.items())
def test_a_blank_form_lacks_things_and_has_no_other_findings(real: Schema, level: str, unit: str) -> None:
    reading = read(blank(real, level, unit, 2024, 3).encode(), "form.yml", real)
    assert {d.severity for d in reading.diagnostics} == {Severity.INFO}
    assert {d.code[:4] for d in reading.diagnostics} == {"FRM9"}
    assert reading.profile.values[("report", "year")] == 2024
    assert reading.profile.values[("report", "variant")] == 3
    assert reading.profile.values[("unit", "name", 0)] == unit
    assert reading.profile.values[("unit", "level")] == level


@given(words().filter(lambda w: not forbidden(w)), st.integers(2015, 2099), st.integers(1, 9999), profiles(SMALL))
def test_whatever_the_unit_is_called_a_blank_form_can_be_read(
    unit: str, year: int, variant: int, last: Profile
) -> None:
    reading = read(blank(SMALL, "乡镇", unit, year, variant, last).encode(), "form.yml", SMALL)
    assert not [d for d in reading.diagnostics if d.severity is Severity.ERROR and d.code != "FRM004"]
    assert reading.profile.values[("report", "year")] == year


def test_a_township_can_take_its_form_in_at_a_glance(real: Schema) -> None:
    text = blank(real, "乡镇", LEVELS["乡镇"], 2024, 1)
    keys = [line.split(":")[0].strip() for line in text.split("\n")]
    listed = {i.label for i in real.indicators.values() if "乡镇" in i.levels}
    assert text.count("\n") <= LONGEST
    assert len([key for key in keys if key in listed]) == len(listed) <= FIGURES
    assert text.count("必填") <= 12
    assert text.startswith("# yaml-language-server: $schema=")


def test_ticking_what_a_form_offers_and_filling_its_figures_reads_without_a_warning(real: Schema) -> None:
    text = blank(real, "乡镇", LEVELS["乡镇"], 2024, 1).replace("#- ", "- ")
    labels = "|".join(i.label for i in real.indicators.values())
    text = re.sub(rf"(?m)^( +(?:{labels}): ) +#", r"\g<1>7  #", text)
    reading = read(text.encode(), "form.yml", real)
    assert not [d for d in reading.diagnostics if d.severity is not Severity.INFO]
    ticks = [path for path in reading.profile.values if "ticks" in path]
    assert len(ticks) == text.count("将印：") >= 24


def test_required_fields_come_first() -> None:
    lines = blank(SMALL, "乡镇", "某县甲镇人民政府", 2024, 1).split("\n")
    report = lines[lines.index("报告:") + 1 : lines.index("单位:")]
    marks = ["必填" in line for line in report]
    assert marks == sorted(marks, reverse=True)


def test_what_last_year_said_is_taken_over_or_told() -> None:
    last = read(
        "报告: {年度: 2023}\n单位: {名称: 甲镇, 简称: 甲镇, 上级: 乙市, 主送: [乙市人民政府, 丙]}\n"
        "主要举措: {行政执法: {数据: {行政处罚案件: 20余起, 执法人员: {值: 3, 范围: 村级}}}}\n".encode(),
        "last.yml",
        SMALL,
    ).profile
    text = blank(SMALL, "乡镇", "某县甲镇人民政府", 2024, 1, last)
    now = read(text.encode(), "form.yml", SMALL).profile.values
    assert now[("unit", "upper")] == "乙市"
    assert [now[("unit", "addressee", n)] for n in (0, 1)] == ["乙市人民政府", "丙"]
    assert re.search(r"行政处罚案件: \{本年: , 上年: 20余起\}  # ", text)
    assert not re.search(r"执法人员:\n +本年", text)
    assert now[("report", "year")] == 2024


def test_a_tick_shows_the_sentence_of_the_form_s_variant() -> None:
    for variant in (1, 2, 3):
        text = blank(SMALL, "乡镇", "某县甲镇人民政府", 2024, variant)
        chosen = pick(variant, SMALL.measures[0].sentences, SMALL.measures[0].label)
        assert f"将印：{filled(chosen, {})}" in text
        assert "将印：全镇执法人员持证上岗。" in text


def test_names_of_a_unit_come_from_the_end_of_its_name() -> None:
    assert words_for("某县甲镇人民政府", "某县", SMALL)["党委"] == "镇党委"
    assert words_for("某县甲镇人民政府", "某县", SMALL)["上级法治办"] == "县委依法治县办"
    assert words_for("某某中心", "某盟", SMALL)["上级党委"] == "上级党委"
    assert words_for("某县甲镇人民政府", "某县", SMALL, {"self": "本镇"})["自称"] == "本镇"


@pytest.mark.parametrize(
    ("unit", "upper", "short"),
    [
        ("德化县葛坑镇人民政府", "德化县", "葛坑镇"),
        ("法库县四家子蒙古族乡人民政府", "法库县", "四家子蒙古族乡"),
        ("广州市番禺区钟村街道办事处", "广州市番禺区", "钟村街道"),
        ("天津市滨海新区人民政府", "天津市", "滨海新区"),
        ("法库县人民政府", "", "法库县"),
        ("德化县人民政府办公室", "德化县", ""),
        ("厦门市发展和改革委员会", "厦门市", ""),
        ("苏州工业园区管理委员会", "", ""),
        ("沧州市经济开发区管委会", "沧州市", ""),
        ("区市场监督管理局", "", ""),
        ("青禾县人民政府东关街道办事处", "青禾县", "东关街道"),
    ],
)
def test_a_unit_s_name_tells_its_superior(unit: str, upper: str, short: str) -> None:
    assert upper_of(unit) == upper
    assert short_of(unit, upper) == short


@pytest.mark.parametrize("path", PROFILES, ids=lambda p: p.stem)
def test_shipped_profiles_have_no_errors_and_fit_the_json_schema(real: Schema, path: Path) -> None:
    raw = path.read_bytes()
    assert not [d for d in read(raw, str(path), real).diagnostics if d.severity is not Severity.INFO]
    schema = json_schema(real)
    assert _misfits(yaml.safe_load(raw), schema, schema) == []


@given(forms(SMALL))
def test_every_form_fits_the_json_schema(text: str) -> None:
    schema = json_schema(SMALL)
    assert _misfits(yaml.load(text, Loader=yaml.BaseLoader), schema, schema, typed=False) == []  # noqa: S506


@pytest.mark.parametrize(
    "text",
    ["报告: {年渡: 2024}", "主要举措: {监督: {举措: [植树]}}", "主要举措: {监督: {数据: {植树: 1}}}", "附表: 也许"],
)
def test_the_json_schema_underlines_what_the_reader_refuses(text: str) -> None:
    schema = json_schema(SMALL)
    assert _misfits(yaml.safe_load(text), schema, schema)


def test_the_collection_table_names_every_figure_once_under_its_supplier(real: Schema) -> None:
    table = collection(real, "乡镇")
    for indicator in real.indicators.values():
        rows = [line for line in table.split("\n") if f"| {indicator.label} |" in line]
        assert len(rows) == ("乡镇" in indicator.levels)
    assert table.index("## 司法所") > 0
    widths = {line.count("|") for line in table.split("\n") if line.startswith("|")}
    assert widths == {7}


def test_a_search_finds_by_label_alias_clause_and_theme() -> None:
    assert search(SMALL, "执法人员")[0].id == "officers"
    assert "officers" in [i.id for i in search(SMALL, "行政执法人员")]
    assert {i.id for i in search(SMALL, "罚没")} == {"fines"}
    assert {i.id for i in search(SMALL, "权力监督")} == {"suggestions", "handled", "rate"}
    assert {i.id for i in search(SMALL, "行政 案件")} == {"cases"}
    assert len(search(SMALL, "")) == len(SMALL.indicators)
    assert search(SMALL, "植树") == []


def _misfits(value: Any, schema: Any, root: Any, at: str = "", typed: bool = True) -> list[str]:
    """What of `value` breaks `schema`, for the few words of JSON Schema that ours uses."""
    found: list[str] = []
    if "$ref" in schema:
        return _misfits(value, root["definitions"][schema["$ref"].rsplit("/", 1)[1]], root, at, typed)
    for one in schema.get("allOf", ()):
        found += _misfits(value, one, root, at, typed)
    if "anyOf" in schema and all(_misfits(value, one, root, at, typed) for one in schema["anyOf"]):
        found.append(f"{at}: {value!r}")
    if ("enum" in schema and value not in [*schema["enum"], *map(str, schema["enum"] if not typed else ())]) or (
        "const" in schema and value != schema["const"]
    ):
        found.append(f"{at}: {value!r}")
    kinds = {"string": str, "number": (int, float), "boolean": bool, "null": type(None), "object": dict, "array": list}
    wanted = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", ())
    dated = type(value).__name__ == "date" and "string" in wanted
    if wanted and not dated and not any(isinstance(value, kinds[name]) for name in wanted):
        found.append(f"{at}: {value!r} is no {wanted}")
    if isinstance(value, dict):
        for key, held in value.items():
            if key in schema.get("properties", {}):
                found += _misfits(held, schema["properties"][key], root, f"{at}.{key}", typed)
            elif schema.get("additionalProperties") is False:
                found.append(f"{at}.{key}")
    if isinstance(value, list) and "items" in schema:
        for held in value:
            found += _misfits(held, schema["items"], root, at, typed)
    return found

"""What depends on the date of a report."""

from dataclasses import replace
from typing import Any

import pytest
from drafting import drafted, paragraphs, shipped

from generator.compose import Template
from generator.compose.calendar import period


def opening(year: int, template: Template | None = None, **report: Any) -> str:
    """The opening paragraph of a report."""
    data = {
        "报告": {"年度": year, "变体": 1, **report},
        "单位": {"名称": "云岭镇人民政府", "层级": "乡镇", "上级": "青石县"},
    }
    return paragraphs(drafted(data, template).document)[0]


@pytest.mark.parametrize(
    ("year", "date", "phrase"),
    [
        (2023, "2024-07-17", "党的二十大和二十届二中全会精神"),
        (2023, "2024-07-18", "党的二十大和二十届二中、三中全会精神"),
        (2024, None, "党的二十大和二十届二中、三中全会精神"),
        (2025, None, "党的二十大和二十届历次全会精神"),
        (2022, "2022-10-21", "党的十九大和十九届历次全会精神"),
        (2022, "2023-02-27", "党的二十大精神"),
        (2022, None, "党的二十大和二十届二中全会精神"),
        (2018, "2019-03-01", "党中央决策部署"),
    ],
)
def test_the_plenum_is_the_last_one_before_the_report(year: int, date: str | None, phrase: str) -> None:
    told = {"成文日期": date} if date else {}
    assert f"{phrase}，" in opening(year, **told)


@pytest.mark.parametrize(("verified", "named"), [(True, True), (False, False)])
def test_an_unverified_plenum_is_never_asserted(verified: bool, named: bool) -> None:
    ready = shipped()
    row = {"name": "某次会议", "ends": "2024-12-31", "phrase": "某次会议精神", "verified": verified}
    meetings = ready.schema.wording["meetings"]
    assert isinstance(meetings, list | tuple)
    wording = {**ready.schema.wording, "meetings": [*meetings, row]}
    changed = replace(ready, schema=replace(ready.schema, wording=wording))
    assert ("某次会议精神，" in opening(2024, changed)) is named


def test_the_form_overrides_the_plenum() -> None:
    assert "某次会议精神，" in opening(2024, 全会="某次会议精神")


@pytest.mark.parametrize(
    ("key", "year", "name"),
    [
        ("普法", 2025, "“八五”普法规划"),
        ("普法", 2026, "“九五”普法规划"),
        ("纲要", 2024, "《法治政府建设实施纲要（2021—2025年）》"),
        ("纲要", 2026, ""),
    ],
)
def test_a_plan_is_named_only_while_it_is_in_force(key: str, year: int, name: str) -> None:
    assert period(shipped().schema, key, year) == name


def test_a_report_without_a_year_has_placeholders_and_no_zero() -> None:
    data = {"单位": {"名称": "云岭镇人民政府", "层级": "乡镇", "上级": "青石县"}}
    draft = drafted(data)
    assert "【待补充：年度】年" in paragraphs(draft.document)[0]
    assert not any(word in p for p in paragraphs(draft.document) for word in ("None", "0年"))

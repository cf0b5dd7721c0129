"""The blank forms that ship are what `gen form` writes, and lack nothing but what a clerk enters."""

from pathlib import Path

import pytest

from generator import api
from generator.diagnostics import Severity
from generator.errors import UnreadableInput

FOLDER = Path(__file__).parents[1] / "profiles"
LEVELS = {"township": "乡镇", "subdistrict": "街道", "county": "县", "department": "部门"}


def test_each_level_has_its_blank_form() -> None:
    assert {path.stem.removeprefix("blank-") for path in FOLDER.glob("blank-*.yml")} == set(LEVELS)


@pytest.mark.parametrize(("name", "level"), LEVELS.items())
def test_a_blank_form_is_current(name: str, level: str) -> None:
    form = (FOLDER / f"blank-{name}.yml").read_text("utf-8")
    assert api.blank_form(level, "", 2025) == form, "run `make blanks`"


@pytest.mark.parametrize("name", LEVELS)
def test_a_blank_form_only_lacks_entries(name: str) -> None:
    drafted = api.prepare(api.Request(FOLDER / f"blank-{name}.yml", ("md",))).drafted
    assert {(d.severity, d.code[:4]) for d in drafted.diagnostics} == {(Severity.INFO, "FRM9")}
    assert drafted.gaps


def test_a_form_of_last_year_that_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    last = tmp_path / "去年.yml"
    last.write_text("报告: {年度: 前年}\n单位: {层级: 村}\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="有 2 处读不懂"):
        api.blank_form("乡镇", "甲镇人民政府", 2025, last=last)

"""Drafts of complete forms raise nothing above a hint: false positives are the enemy."""

import os
from pathlib import Path

import pytest
import yaml
from complete_reports import complete
from drafting import SHIPPED_PROFILES
from report_strategies import as_text

from generator import api
from generator.diagnostics import Severity
from generator.resources import shipped

MANY = int(os.environ.get("GEN_EXAMPLES", "15"))
LACKING = yaml.safe_load((Path(__file__).parent.parent / "eval" / "data" / "drafts.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def judge() -> api.Judge:
    return api.judge()


@pytest.mark.parametrize("seed", range(MANY))
def test_the_draft_of_a_complete_form_raises_nothing_above_a_hint(seed: int, judge: api.Judge, tmp_path: Path) -> None:
    form = tmp_path / "form.yml"
    form.write_text(as_text(complete(seed)), "utf-8")
    checked = api.check(form, judge)
    assert checked.subject is not None, checked.diagnostics
    assert [(d.code, d.message) for d in checked.diagnostics if d.severity is not Severity.INFO] == []


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_a_real_form_raises_only_what_its_data_lack(name: str, judge: api.Judge) -> None:
    found = api.check(shipped("profiles") / f"{name}.yml", judge).diagnostics
    assert {d.code for d in found if d.severity is not Severity.INFO} == set(LACKING[name])

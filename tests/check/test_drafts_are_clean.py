"""Drafts of complete forms raise nothing above a hint: false positives are the enemy."""

import os
from pathlib import Path

import pytest
from complete_reports import complete
from drafting import SHIPPED_PROFILES
from report_strategies import as_text

from generator import api
from generator.diagnostics import Severity
from generator.resources import shipped

MANY = int(os.environ.get("GEN_EXAMPLES", "15"))
LACKING = {
    "wuding-2025": {"FIG001", "FIG003", "FIG004", "STA006", "STA008"},
    "faku-2023": {"FIG002", "STA006", "STA008"},
    "zhongcun-2022": {"STA006", "STA008", "STA014"},
    "binhai-2024": {"STA006"},
    "gekeng-2024": {"FIG001", "STA006", "STA008"},
}
"""What the data of the real reports lack or contradict themselves in."""


@pytest.fixture(scope="module")
def judge() -> api.Judge:
    return api.judge()


@pytest.mark.parametrize("seed", range(MANY))
def test_the_draft_of_a_complete_form_raises_nothing_above_a_hint(
    seed: int, judge: api.Judge, tmp_path: Path
) -> None:
    form = tmp_path / "form.yml"
    form.write_text(as_text(complete(seed)), "utf-8")
    checked = api.check(form, judge)
    assert checked.subject is not None, checked.diagnostics
    assert [(d.code, d.message) for d in checked.diagnostics if d.severity is not Severity.INFO] == []


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_a_real_form_raises_only_what_its_data_lack(name: str, judge: api.Judge) -> None:
    found = api.check(shipped("profiles") / f"{name}.yml", judge).diagnostics
    assert {d.code for d in found if d.severity is not Severity.INFO} <= LACKING[name]

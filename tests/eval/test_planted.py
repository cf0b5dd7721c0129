"""Errors of kinds that people make, planted in clean drafts, are found (`python -m tests.eval.planted` prints all)."""

import os

import pytest
from checking import rules

from tests.eval.planted.alike import WAYS as ALIKE
from tests.eval.planted.kinds import kinds
from tests.eval.planted.measure import Trial, forms, likenesses, texts

WAYS = int(os.environ.get("GEN_EXAMPLES", "3"))
LEAST = 0.95


@pytest.mark.parametrize("group", ["FIG", "STA", "WRD", "PUN", "NUM", "PRI", "SIM"])
def test_nearly_all_errors_of_a_group_are_found_at_their_place(group: str) -> None:
    trials = [t for kind in (texts, forms, likenesses) for t in kind((group,), WAYS)]
    missed = [trial for trial in trials if not trial.told]
    assert len(missed) <= (1 - LEAST) * len(trials), [_named(trial) for trial in missed]


def test_every_rule_about_text_is_planted() -> None:
    about_text = {code for code, rule in rules().items() if rule.needs == ("annotation",)}
    assert about_text - set(kinds()) == {"PUN001"}
    assert {code for code in rules() if code.startswith("SIM")} == set(ALIKE)


def _named(trial: Trial) -> str:
    return f"{trial.code} {trial.said}"

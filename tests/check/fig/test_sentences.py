"""Sentences whose figures agree raise nothing above a hint; those with one error raise its rule."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from checking import findings, rules

from generator.diagnostics import Severity

HERE = Path(__file__).parent
FIGURES = [code for code, rule in rules().items() if code.startswith("FIG") and rule.needs == ("annotation",)]


def _cases(name: str) -> list[Any]:
    return list(yaml.safe_load((HERE / name).read_text("utf-8")))


@pytest.mark.parametrize("text", _cases("quiet.yml"))
def test_figures_that_agree_are_left_in_peace(text: str) -> None:
    found = [d for d in findings(text, FIGURES) if d.severity is not Severity.INFO]
    assert not found, [(d.code, d.message) for d in found]


@pytest.mark.parametrize("case", _cases("found.yml"), ids=lambda case: case["text"])
def test_an_error_is_found_by_its_rule(case: dict[str, str]) -> None:
    found = findings(case["text"], FIGURES)
    assert case["code"] in {d.code for d in found}, [(d.code, d.message) for d in found]

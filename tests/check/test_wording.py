"""Sentences with one error of words, marks, numbers or privacy raise its rule; those that look alike raise none."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from checking import findings, rules

from generator.diagnostics import Severity

HERE = Path(__file__).parent
OF_A_WHOLE_REPORT = {"WRD029", "WRD032", "PUN016"}
CODES = [
    code
    for code, rule in rules().items()
    if (code[:3] in ("WRD", "PUN", "NUM", "PRI") or code == "STA020")
    and rule.needs == ("annotation",)
    and code not in OF_A_WHOLE_REPORT
]


def _cases(name: str) -> list[Any]:
    return list(yaml.safe_load((HERE / name).read_text("utf-8")))


@pytest.mark.parametrize("case", _cases("wording_found.yml"), ids=lambda case: case["text"])
def test_an_error_is_found_by_its_rule(case: dict[str, str]) -> None:
    assert case["code"] in {d.code for d in findings(case["text"], CODES)}


@pytest.mark.parametrize("text", _cases("wording_quiet.yml"))
def test_what_only_looks_like_an_error_is_left_in_peace(text: str) -> None:
    found = findings(text, CODES)
    assert not found, [(d.code, d.message) for d in found]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("《信访工作条例》自2022年6月1日起施行。", Severity.WARNING),
        ("《黑土地保护法》自2022年9月1日起施行。", Severity.INFO),
    ],
)
def test_a_day_in_force_that_was_not_verified_is_a_hint(text: str, severity: Severity) -> None:
    assert [(d.code, d.severity) for d in findings(text, ["WRD049"])] == [("WRD049", severity)]

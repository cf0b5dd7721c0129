"""Sentences with one error of words, marks, numbers or privacy raise its rule; those that look alike raise none."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from checking import findings, rules

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

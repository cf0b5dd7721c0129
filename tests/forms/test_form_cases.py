"""Findings about forms, case by case: tests/cases/forms/*.yml."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from forms_small import SMALL

from generator.diagnostics import Severity, stops
from generator.forms.codes import CODES
from generator.forms.read import read

CASES = Path(__file__).parent.parent / "cases" / "forms"


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{path.stem}: {case['name']}")


@pytest.mark.parametrize("case", list(cases()))
def test_a_form_is_told_what_the_case_says_and_nothing_else(case: dict[str, Any]) -> None:
    reading = read(case["form"].encode(), "form.yml", SMALL)
    found = [d for d in reading.diagnostics if d.severity is not Severity.INFO]
    told = [(d.code, d.place.line, d.place.column) for d in found if d.place]
    expected = [(e["code"], e["line"], e["column"]) for e in case["expect"]]
    assert sorted(told) == sorted(expected), [(d.code, str(d.place), d.message, d.hint) for d in found]
    for one in case["expect"]:
        at = (one["code"], one["line"], one["column"])
        messages = [d.message for d, where in zip(found, told, strict=True) if where == at]
        hints = [d.hint for d, where in zip(found, told, strict=True) if where == at]
        assert any(str(one["says"]) in message for message in messages), messages
        assert any(one.get("hint", "") in hint for hint in hints), hints
    assert stops(reading.diagnostics) == case.get("stops", False)
    for name, value in case.get("values", {}).items():
        path = tuple(int(step) if step.isdigit() else step for step in name.split("."))
        assert reading.profile.values.get(path) == value, name


def test_every_code_of_the_cases_is_declared() -> None:
    used = {e["code"] for case in cases() for e in case.values[0]["expect"]}
    assert used <= set(CODES)


def test_every_finding_says_what_to_do_instead() -> None:
    for case in cases():
        for diagnostic in read(case.values[0]["form"].encode(), "form.yml", SMALL).diagnostics:
            if diagnostic.severity is not Severity.INFO:
                assert diagnostic.hint, diagnostic

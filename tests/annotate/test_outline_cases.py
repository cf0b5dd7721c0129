"""The outlines of small reports with everything odd that has been seen in real ones."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from annotate.outlines_of_drafts import HALF, WIDE, broken, outline_of, page

from generator.annotate.model import Outline

_CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/annotate/outlines.yml").read_text("utf-8"))


def _expected(lines: list[str]) -> list[tuple[int, str, str, str]]:
    found = []
    for line in lines:
        head, text, role = (part.strip() for part in line.split("|"))
        level, marker = head.split()
        found.append((int(level), "" if marker == "-" else marker, text, role))
    return found


def _found(outline: Outline) -> list[tuple[int, str, str, str]]:
    return [(s.level, s.marker, s.text, s.role) for s in outline.sections]


@pytest.mark.parametrize("case", _CASES, ids=[case["fact"] for case in _CASES])
def test_the_outline_of_a_small_report(case: dict[str, Any]) -> None:
    assert _found(outline_of(page(case["text"]))) == _expected(case["sections"])
    assert _found(outline_of(broken(case["text"]))) == _expected(case["sections"])


@pytest.mark.parametrize("case", _CASES, ids=[case["fact"] for case in _CASES])
def test_half_width_marks_make_no_difference(case: dict[str, Any]) -> None:
    expected = [(level, role, text) for level, _, text, role in _expected(case["sections"])]
    found = _found(outline_of(page(case["text"].translate(HALF))))
    assert [(level, role, text.translate(WIDE)) for level, _, text, role in found] == expected

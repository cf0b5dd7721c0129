"""Sentences with clauses, case by case: tests/cases/clauses.yml."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from drafting import drafted, paragraphs, small, small_form

from generator.errors import BrokenTemplate

CASES = Path(__file__).parent.parent / "cases" / "clauses.yml"


def cases() -> Iterator[Any]:
    for case in yaml.safe_load(CASES.read_text("utf-8")):
        yield pytest.param(case, id=case["name"])


@pytest.mark.parametrize("case", list(cases()))
def test_the_theme_says_what_the_case_says(case: dict[str, Any]) -> None:
    template = small(case["text"], case["indicators"])
    theme = {"数据": case["data"]} if case["data"] else {"标题": "只有标题"}
    assert paragraphs(drafted(small_form(theme), template).document) == case["says"]


@pytest.mark.parametrize("case", list(cases()))
def test_no_figure_is_lost_in_silence(case: dict[str, Any]) -> None:
    template = small(case["text"], case["indicators"])
    theme = {"数据": case["data"]} if case["data"] else {"标题": "只有标题"}
    assert [d.message for d in drafted(small_form(theme), template).diagnostics if d.code == "CMP001"] == []


@pytest.mark.parametrize(
    "text",
    [
        "[[甲{{ d.甲 }}。",
        "甲{{ d.甲 }}]]((。",
        "((甲[[{{ d.甲 }}))]]。",
        "[[甲{{ d.甲 }}]]||无。",
        "[[甲{{ d.甲 }}]]))。",
    ],
)
def test_marks_that_do_not_pair_are_the_templates_fault(text: str) -> None:
    with pytest.raises(BrokenTemplate, match="没有成对"):
        drafted(small_form({"数据": {"甲": 1}}), small(text, {"甲": {}}))

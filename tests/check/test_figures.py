"""Figures against each other: tests/cases/figures.yml, and what the real reports got wrong."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from checking import form_findings as check
from drafting import SHIPPED_PROFILES, drafted, profile_of, shipped, shipped_profile
from report_strategies import as_text

from generator.diagnostics import Diagnostic, Severity, stops

CASES = Path(__file__).parent.parent / "cases" / "figures.yml"
KNOWN = {
    "wuding-2025": [("FIG001", "复议办结24件"), ("FIG003", "84.64%"), ("FIG004", "复议调解和解")],
    "faku-2023": [("FIG002", "98.9%")],
    "gekeng-2024": [("FIG001", "口头协议94")],
    "zhongcun-2022": [],
    "binhai-2024": [],
}
"""What the five reports contradict themselves in."""


def cases() -> Iterator[Any]:
    for case in yaml.safe_load(CASES.read_text("utf-8")):
        yield pytest.param(case, id=case["name"])


def form(case: dict[str, Any]) -> str:
    """A case as a form."""
    data = {
        "报告": {"年度": 2024},
        "单位": {"名称": "青石县人民政府", "层级": "县", "上级": "云州市"},
        "主要举措": {
            theme: {"数据": {label: _plain(v) for label, v in told.items()}} for theme, told in case["data"].items()
        },
    }
    if "highlights" in case:
        figures = {label: _plain(v) for label, v in case["highlights"].items()}
        data["亮点"] = [{"标题": "复议提质", "内容": "做法", "数据": figures}]
    return as_text(data)


def _plain(value: Any) -> Any:
    return value if isinstance(value, dict) else str(value)


def _matches(found: Sequence[Diagnostic], expected: Sequence[tuple[str, Sequence[str]]]) -> bool:
    return len(found) == len(expected) and all(
        any(d.code == code and all(word in d.message + d.hint for word in said) for d in found)
        for code, said in expected
    )


@pytest.mark.parametrize("case", list(cases()))
def test_the_case_is_told_what_contradicts_and_nothing_else(case: dict[str, Any]) -> None:
    found = check(profile_of(form(case)), shipped())
    assert _matches(found, [(one["code"], one["says"]) for one in case["found"]]), [(d.code, d.message) for d in found]


@pytest.mark.parametrize("case", list(cases()))
def test_what_contradicts_is_printed_as_typed(case: dict[str, Any]) -> None:
    profile = profile_of(form(case))
    assert not stops(check(profile, shipped()))
    draft = drafted(profile)
    assert [d for d in draft.diagnostics if d.code == "CMP001"] == []


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_the_contradictions_of_the_real_reports_are_found(name: str) -> None:
    found = check(shipped_profile(name), shipped())
    assert _matches(found, [(code, [said]) for code, said in KNOWN[name]]), [(d.code, d.message) for d in found]


def test_every_finding_is_a_warning_with_a_place_and_a_remedy() -> None:
    for name in SHIPPED_PROFILES:
        for finding in check(shipped_profile(name), shipped()):
            assert finding.severity is Severity.WARNING
            assert finding.place is not None
            assert finding.hint

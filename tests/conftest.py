"""What all tests share: strict mode, and Hypothesis profiles.

GEN_EXAMPLES=500 tries so many examples of each law.
With GEN_STRICT=1 (the release run) a skip is a failure, unless the test is marked `corpus`: the real
reports are not part of the project, and those skips are listed by name at the end.
"""

import os
from collections.abc import Generator

import hypothesis
import pytest

_NAME_CHARACTERS = 60

STRICT = os.environ.get("GEN_STRICT", "") not in ("", "0")

# No deadline: a laid-out page takes seconds, and the machines that run this differ.
_SLOW = (hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.data_too_large)
hypothesis.settings.register_profile("quick", deadline=None, max_examples=50, suppress_health_check=_SLOW)
hypothesis.settings.register_profile(
    "strict", deadline=None, max_examples=40, suppress_health_check=_SLOW, derandomize=True
)
hypothesis.settings.load_profile("strict" if STRICT else "quick")
if wanted := os.environ.get("GEN_EXAMPLES", ""):
    hypothesis.settings.register_profile("wanted", hypothesis.settings(), max_examples=int(wanted))
    hypothesis.settings.load_profile("wanted")


def _forbid(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure that says what was missing."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    report.outcome = "failed"
    report.longrepr = f"GEN_STRICT forbids skipping: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    expected_failure = hasattr(report, "wasxfail")
    if STRICT and report.skipped and not expected_failure and item.get_closest_marker("corpus") is None:
        _forbid(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if STRICT and report.skipped:
        _forbid(report)
    return report


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a case by words that every worker makes alike: a ZIP holds the time it was made, and a page is no name."""
    if isinstance(val, bytes):
        return argname
    if isinstance(val, str) and len(val) > _NAME_CHARACTERS:
        return f"{val[:_NAME_CHARACTERS]}…"
    return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report.nodeid for report in terminalreporter.getreports("skipped")]
    if STRICT and skipped:
        terminalreporter.section("skipped: tests on the real reports")
        for name in sorted(skipped):
            terminalreporter.line(name)

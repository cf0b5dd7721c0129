"""The five real reports: every finding was read and judged (tests/eval/data/findings.yml)."""

import os
from pathlib import Path

import pytest
import yaml

from generator import api

CORPUS = Path(os.environ.get("GEN_CORPUS") or Path(__file__).resolve().parents[3] / "shared" / "corpus")
JUDGED = yaml.safe_load((Path(__file__).parent.parent / "eval" / "data" / "findings.yml").read_text("utf-8"))
GROUPS = ("STA", "WRD", "PUN", "NUM", "PRI")
LEAST = 0.95

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the real reports are not here"),
]


@pytest.fixture(scope="module")
def found() -> dict[str, set[tuple[str, int]]]:
    """Code and line (0 for the whole) of what is found, by number of the report."""
    judge = api.judge(settings=api.Settings(select=GROUPS))
    made: dict[str, set[tuple[str, int]]] = {}
    for number in JUDGED["must"]:
        file = next(CORPUS.glob(f"{number}_*.txt"))
        told = api.check(file, judge).diagnostics
        made[number] = {(d.code, d.place.line if d.place else 0) for d in told if d.code.startswith(GROUPS)}
    return made


def pairs(listed: dict[str, list[int]]) -> set[tuple[str, int]]:
    return {(code, line) for code, lines in listed.items() for line in lines}


@pytest.mark.parametrize("number", list(JUDGED["must"]))
def test_what_is_plainly_wrong_in_a_report_is_found(number: str, found: dict[str, set[tuple[str, int]]]) -> None:
    assert pairs(JUDGED["must"][number]) - found[number] == set()


def test_nearly_all_findings_are_judged_right(found: dict[str, set[tuple[str, int]]]) -> None:
    every = {(number, *one) for number, ones in found.items() for one in ones}
    right = {(number, *one) for number, listed in JUDGED["right"].items() for one in pairs(listed)}
    assert len(every & right) >= LEAST * len(every), every - right

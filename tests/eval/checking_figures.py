"""`python -m tests.eval.checking_figures`: what the rules about figures find in the real reports, each finding judged.

The judgements are in `data/figure_findings.yml`; reports are read from $GEN_CORPUS, else `../shared/corpus`.
"""

import sys
from collections import Counter
from pathlib import Path

import yaml

from generator import api
from generator.check.engine import Settings
from tests.eval.figures import CORPUS, REPORTS

JUDGED = Path(__file__).parent / "data" / "figure_findings.yml"
Found = tuple[str, str, int]
"""Number of a report, code, line."""


def found() -> list[Found]:
    """Every finding about figures in the real reports."""
    judge = api.judge(settings=Settings(select=("FIG",)))
    told: list[Found] = []
    for number in REPORTS:
        (file,) = CORPUS.glob(f"{number}_*.txt")
        for one in api.check(file, judge).diagnostics:
            if one.code.startswith("FIG"):
                told.append((number, one.code, one.place.line if one.place else 0))
    return told


def judged(verdict: str) -> list[Found]:
    """The findings of which a reader said that they are `right` or `wrong`."""
    listed = yaml.safe_load(JUDGED.read_text("utf-8"))[verdict]
    return [(number, code, line) for number, several in listed.items() for code, line, _ in several]


def main() -> int:
    """Prints precision and what is missing; 1 where a finding was not judged yet."""
    told = found()
    right, wrong = Counter(judged("right")), Counter(judged("wrong"))
    unknown = Counter(told) - right - wrong
    hits = sum((Counter(told) & right).values())
    sys.stdout.write(f"findings {len(told)}, right {hits}, precision {hits / len(told):.3f}\n")
    for one in sorted((right - Counter(told)).elements()):
        sys.stdout.write(f"missing: {one}\n")
    for one in sorted(unknown.elements()):
        sys.stdout.write(f"not judged: {one}\n")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())

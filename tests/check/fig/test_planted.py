"""Errors planted into clean drafts are found where they stand; without them nothing above a hint is told."""

import os
import re
from functools import cache
from random import Random

import pytest
from check.fig.planting import KINDS
from checking import findings, rules
from complete_reports import complete
from drafting import drafted

from generator.diagnostics import Diagnostic, Severity
from generator.document.walk import plain, stretches

MANY = int(os.environ.get("GEN_EXAMPLES", "20"))
FIGURES = [code for code, rule in rules().items() if code.startswith("FIG") and rule.needs == ("annotation",)]
LEAST = 0.95


@cache
def clean(seed: int) -> tuple[str, ...]:
    """The lines of a draft."""
    return tuple(plain(inlines) for inlines in stretches(drafted(complete(seed, year=2024)).document.blocks))


def _draft(seed: int, planted: str) -> list[str]:
    """A draft that tells none of the figures of the sentence that goes into it."""
    names = re.findall(r"([\u4e00-\u9fff]{4})\d", planted)
    drafts = (clean(number % 40) for number in range(seed, seed + 40))
    return next(list(lines) for lines in drafts if not any(name in line for name in names for line in lines))


def told(lines: list[str]) -> list[Diagnostic]:
    return findings("\n".join(lines), FIGURES)


@pytest.mark.parametrize("kind", KINDS)
def test_planted_errors_are_found_at_their_place_and_clean_sentences_raise_nothing(kind: str) -> None:
    code, plant = KINDS[kind]
    missed, noise = [], []
    for seed in range(MANY):
        draw = Random(f"{kind}{seed}")  # noqa: S311 - no secret
        right, wrong = plant(draw)
        lines = _draft(seed, wrong)
        at = draw.randrange(4, len(lines) // 2)
        last = at + 1 + wrong.count("\n")
        with_error = told([*lines[:at], *wrong.split("\n"), *lines[at:]])
        if not any(d.code == code and d.place and at < d.place.line <= last for d in with_error):
            missed.append((wrong, [(d.code, d.message) for d in with_error]))
        without = told([*lines[:at], *right.split("\n"), *lines[at:]])
        noise += [(right, d.code, d.message) for d in without if d.severity is not Severity.INFO]
    assert not noise
    assert len(missed) <= (1 - LEAST) * MANY, missed

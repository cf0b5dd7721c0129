"""Errors planted in clean drafts are found: every rule about text, in many drafts."""

import os
from collections import Counter
from collections.abc import Mapping
from functools import cache
from random import Random

import pytest
from checking import judged, rules
from planting import STRUCTURAL, draft_text, sentences, with_sentence

from generator.check.engine import run
from generator.check.subject import Subject

WAYS = int(os.environ.get("GEN_EXAMPLES", "3"))
LEAST = 0.95


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - no secret


@cache
def clean(seed: int, year: int) -> tuple[str, Subject]:
    text = draft_text(seed, year)
    return text, judged(text, year)


def found(code: str, text: str, year: int) -> bool:
    return any(one.code == code for one in run(judged(text, year), [rules()[code]]))


def test_every_rule_about_text_is_planted() -> None:
    planted = {code for code, _ in sentences()} | set(STRUCTURAL)
    judged_by_text = {c for c, r in rules().items() if r.needs == ("annotation",) and not c.startswith("FIG")}
    assert judged_by_text - planted == {"PUN001"}


@pytest.mark.parametrize("group", ["STA", "WRD", "PUN", "NUM", "PRI"])
def test_nearly_all_planted_errors_of_a_group_are_found(group: str) -> None:
    hits: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for seed in range(WAYS):
        for code, example in sentences():
            if code.startswith(group):
                text, _ = clean(seed, example.year)
                planted = with_sentence(text, code, example.text, chance(seed))
                tried[code] += 1
                hits[code] += found(code, planted, example.year)
        for code, plant in STRUCTURAL.items():
            if code.startswith(group):
                text, of = clean(seed, 2024)
                tried[code] += 1
                hits[code] += found(code, plant(text, of, chance(seed)), 2024)
    missed = {code: f"{hits[code]} of {tried[code]}" for code in tried if hits[code] < tried[code]}
    assert sum(hits.values()) >= LEAST * sum(tried.values()), missed
    assert_none_is_blind(hits, tried)


def assert_none_is_blind(hits: Mapping[str, int], tried: Mapping[str, int]) -> None:
    """No rule misses most of what is planted for it."""
    assert [code for code in tried if hits[code] * 2 < tried[code]] == []

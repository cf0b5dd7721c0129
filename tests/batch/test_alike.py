"""Likeness between units: the same pairs whether every pair is held together or hashed."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.batch.alike import pairs
from generator.likeness import grams, likeness, longest_passage, share


def report(seed: int) -> list[str]:
    chance = Random(seed)  # noqa: S311
    return ["".join(chr(0x4E00 + chance.randrange(600)) for _ in range(120)) for _ in range(8)]


@pytest.mark.parametrize("units", [60, 400])
def test_alike_reports_are_found_among_many_and_nothing_else(units: int) -> None:
    reports = [report(seed) for seed in range(units)]
    reports[units - 1] = reports[7]
    reports[40] = [*reports[3][:7], reports[40][0]]
    found = pairs(reports, reports.__getitem__)
    assert [(pair.first, pair.second) for pair in found] == [(7, units - 1), (3, 40)]
    assert found[0].share == 1
    assert 0.7 < found[1].share < 0.9
    assert found[1].passage in reports[3]


def test_the_same_passage_is_found_within_a_paragraph_only() -> None:
    one = ["全年开展排查五十五次，调处纠纷一百件", "其他工作照常"]
    other = ["工作开展得力", "上半年排查五十五次，调处纠纷一百二十件"]
    assert longest_passage(one, other) == "排查五十五次，调处纠纷一百"
    assert longest_passage(["甲乙丙", "丁戊己"], ["甲乙丙丁戊己"]) == "甲乙丙"


@given(st.lists(st.text("甲乙丙丁 ", max_size=30)), st.lists(st.text("甲乙丙丁 ", max_size=30)))
def test_likeness_is_symmetric_and_whole_only_for_the_same_runs(one: list[str], other: list[str]) -> None:
    found = likeness(one, other).share
    assert found == likeness(other, one).share
    assert 0 <= found <= 1
    assert (found == 1) == (grams(one) == grams(other) and bool(grams(one)))
    assert share(grams(one), grams(one)) == (1 if grams(one) else 0)

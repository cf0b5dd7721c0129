"""Counting is a map and a sum: any order, any grouping, any detour through a file gives the same bytes. What is
learned from drafts is the schema that made them."""

import random
from pathlib import Path
from typing import Any

import learning_drafts
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from learning_strategies import LABELS, LEVELS, records

from generator import api
from generator.api import load
from generator.learn.count import Counts, count, dump
from generator.learn.count import load as load_counts
from generator.learn.heap import Heap, added
from generator.learn.induce import induce
from generator.learn.plain import lines


def text(counts: Counts) -> str:
    return "\n".join(lines(induce(counts, LABELS)))


@given(st.lists(records(), max_size=8), st.randoms(use_true_random=False))
def test_counts_add_up_in_any_order_and_grouping(reports: list[Any], dice: random.Random) -> None:
    shuffled = dice.sample(reports, len(reports))
    heaps = [[report] for report in shuffled]
    left = dice.randint(1, max(len(heaps), 1))
    while len(heaps) > left:
        one = heaps.pop(dice.randrange(len(heaps)))
        heaps[dice.randrange(len(heaps))] += one
    together = count(reports, LEVELS)
    parts = [Heap(count(heap, LEVELS), len(heap)) for heap in heaps]
    dice.shuffle(parts)
    whole = added(parts)
    assert dump(whole.counts) == dump(together)
    assert whole.reports == len(reports)
    assert text(whole.counts) == text(together)


@given(st.lists(records(), max_size=6), st.integers(0, 6))
def test_counts_come_back_from_their_file_and_can_be_added_to(
    tmp_path_factory: Any, reports: list[Any], cut: int
) -> None:
    file: Path = tmp_path_factory.mktemp("counts") / "counts.jsonl"
    assert load_counts(file) == Counts()
    file.write_bytes(dump(count(reports[:cut], LEVELS)))
    before = load_counts(file)
    before.update(count(reports[cut:], LEVELS))
    assert dump(before) == dump(count(reports, LEVELS))


@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000))
def test_learning_from_drafts_of_a_known_schema_finds_it_again(tmp_path_factory: Any, first: int) -> None:
    folder: Path = tmp_path_factory.mktemp("drafts")
    truth = learning_drafts.added(
        truth for _, truth in learning_drafts.write_drafts(folder, range(first, first + 40))
    )
    learned = yaml.safe_load(api.learn([folder], jobs=1).text)

    def support(kind: str) -> dict[str, int]:
        return {name: found["support"]["全部"][0] for name, found in learned[kind].items()}

    sections = support("sections")
    assert {role: sections.get(role, 0) for role in truth.roles} == truth.roles
    themes = support("themes")
    # A heading deep down may name a second theme (干部法治素养): more are found, never fewer.
    assert all(seen <= themes[theme] <= seen + 6 for theme, seen in truth.themes.items())
    usual = [theme.id for theme in learning_drafts.themes() if truth.themes[theme.id] * 2 > truth.reports]
    assert [theme for theme in learned["standard"]["themes"] if theme in usual] == usual
    figures = support("indicators")
    found = sum(min(figures.get(name, 0), seen) for name, seen in truth.indicators.items())
    assert found >= 0.98 * truth.indicators.total()
    counted = {name: seen for name, seen in figures.items() if load()[1].schema.indicators[name].kind == "count"}
    assert found >= 0.97 * sum(counted.values())
    for name in truth.indicators:
        typical = learned["indicators"].get(name, {}).get("typical", {}).get("全部")
        if typical and truth.indicators[name] > 3:
            size = learning_drafts.size(load()[1].schema.indicators[name])
            assert 0.7 * size <= typical["median"] <= 1.3 * size, name

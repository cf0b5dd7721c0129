"""Counting is a map and a sum: any order, any grouping, any detour through a file gives the same bytes."""

import random
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from learning_strategies import LABELS, LEVELS, records

from generator.learn.count import Counts, count, dump, load
from generator.learn.heap import Heap, added
from generator.learn.induce import induce
from generator.learn.plain import lines


def text(counts: Counts) -> str:
    return "\n".join(lines(induce(counts, LABELS)))


@given(st.lists(records(), max_size=8), st.randoms(use_true_random=False))
def test_counts_add_up_in_any_order_and_grouping(reports: list[Any], dice: random.Random) -> None:
    shuffled = dice.sample(reports, len(reports))
    heaps = [[report] for report in shuffled]
    while len(heaps) > 1:
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
    assert load(file) == Counts()
    file.write_bytes(dump(count(reports[:cut], LEVELS)))
    before = load(file)
    before.update(count(reports[cut:], LEVELS))
    assert dump(before) == dump(count(reports, LEVELS))

"""Faults planted in the DOCX of many complete reports are found, and the untouched ones are quiet."""

import os
from collections import Counter

import pytest
from check.lay.mutating import MUTANTS, NothingToChange, edited, laid
from complete_reports import complete
from drafting import SHIPPED_PROFILES, drafted, shipped_profile
from layout.shapes import SHAPES
from report_strategies import as_text

from generator.writers.docx import write

WAYS = int(os.environ.get("GEN_EXAMPLES", "3"))
LEAST = 0.95
_PLAIN = "成稿原样"


@pytest.fixture(scope="module")
def originals() -> list[bytes]:
    return [write(drafted(as_text(complete(seed, 2024, "标准"))).document) for seed in range(WAYS)]


def test_an_untouched_draft_raises_nothing_about_its_layout(originals: list[bytes]) -> None:
    assert [laid(data) for data in originals] == [()] * WAYS


@pytest.mark.parametrize("name", [*SHIPPED_PROFILES, *SHAPES])
def test_a_shipped_draft_and_every_shape_of_report_is_found_right(name: str) -> None:
    document = drafted(shipped_profile(name)).document if name in SHIPPED_PROFILES else SHAPES[name].document
    assert laid(write(document)) == ()


def test_nearly_all_planted_faults_are_found(originals: list[bytes]) -> None:
    tried: Counter[str] = Counter()
    missed: list[tuple[int, str, str]] = []
    for name, one in MUTANTS.items():
        wanted = {*one["finds"], *one.get("hints", ())}
        for seed, data in enumerate(originals):
            try:
                changed = edited(data, one["edits"])
            except NothingToChange:
                continue
            found = {d.code for d in laid(changed)}
            tried.update(wanted)
            missed += [(seed, name, code) for code in sorted(wanted - found)]
            assert wanted or not found or one.get("own"), (seed, name, found)
    every = {code for one in MUTANTS.values() for code in (*one["finds"], *one.get("hints", ()))}
    assert every == set(tried)
    assert len(missed) <= (1 - LEAST) * tried.total(), missed
    assert not [code for code in tried if sum(code == m[2] for m in missed) * 2 > tried[code]]

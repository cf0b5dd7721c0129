"""The drafts of complete forms raise nothing above a hint: as forms, and as the files that are handed out."""

import os

import pytest

from tests.eval.planted.measure import quiet

MANY = int(os.environ.get("GEN_EXAMPLES", "12"))


@pytest.mark.parametrize("seed", range(MANY))
def test_a_draft_without_errors_raises_nothing_above_a_hint(seed: int) -> None:
    assert list(quiet(seed, seed + 1)) == []

"""The real reports: what a reader judged to be wrong in their figures is found, and nothing else."""

from collections import Counter

import pytest

from tests.eval.checking_figures import found, judged
from tests.eval.figures import CORPUS

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the real reports are not here"),
]


def test_every_finding_was_judged_and_nineteen_in_twenty_are_right() -> None:
    told = Counter(found())
    right = Counter(judged("right"))
    assert not told - right - Counter(judged("wrong"))
    assert not right - told
    assert sum((told & right).values()) >= 0.95 * sum(told.values())

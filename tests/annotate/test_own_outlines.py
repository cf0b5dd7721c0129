"""How well outlines in our own words are read, with the habits of real ones: the corpus is not needed for this."""

import json
from pathlib import Path
from typing import Any

from tests.eval.outlines import read_lexicon, role_verdicts, theme_verdicts

_OUTLINES = Path(__file__).parents[1] / "eval" / "data" / "outlines.jsonl"


def _records() -> list[dict[str, Any]]:
    return [json.loads(line) for line in _OUTLINES.read_text("utf-8").splitlines()]


def test_at_least_98_of_100_parts_have_their_role() -> None:
    words = read_lexicon()
    verdicts = [ok for record in _records() for *_, ok in role_verdicts(record, words)]
    assert sum(verdicts) >= 0.98 * len(verdicts) > 150


def test_at_least_93_of_100_headings_have_their_first_theme() -> None:
    words = read_lexicon()
    verdicts = [found[:1] == right[:1] for each in _records() for *_, right, found in theme_verdicts(each, words)]
    assert sum(verdicts) >= 0.93 * len(verdicts) > 190


def test_a_last_part_after_the_problems_is_what_is_planned_and_a_heading_that_mends_problems_is_not_one() -> None:
    words = read_lexicon()
    headings = ["一年来的做法", "补齐短板弱项,提升执法能力", "存在的问题", "2026年重点任务"]
    record = {"headings": [{"level": 1, "text": text, "role": ""} for text in headings]}
    assert [found for _, _, found, _ in role_verdicts(record, words)] == ["measures", "measures", "problems", "plans"]

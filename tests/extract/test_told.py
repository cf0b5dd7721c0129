"""Clauses in the clerk's own words: which figure they tell, and that they tell none that is nothing like them."""

import pytest
from drafting import shipped

from generator.extract.told import likeliest


@pytest.mark.parametrize(
    ("words", "indicator"),
    [
        ("全年开展执法检查12次", "enforcement_merged_times"),
        ("为邻里调解纠纷8件", "mediation_cases"),
        ("栽种月季3人", None),
        ("种树3次", None),
        ("养鸭5件", None),
        ("腌菜12人次", None),
        ("修路3公里", None),
        ("栽种月季", None),
    ],
)
def test_what_is_like_nothing_tells_no_figure(words: str, indicator: str | None) -> None:
    told = likeliest(shipped().schema, words, ())
    assert (told[0] if told else None) == indicator

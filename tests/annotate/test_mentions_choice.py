"""Which indicator is taken for a number, and when none is: each reason by itself."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from drafting import shipped

from generator.annotate.mentions_choice import Asked, choice, share_said
from generator.annotate.mentions_cues import cues_of
from generator.annotate.mentions_index import Index, index_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def index() -> Index:
    cues = cues_of(yaml.safe_load((ROOT / "templates" / "rule-of-law" / "mentions.yml").read_text("utf-8")))
    return index_of(shipped().schema, cues)


def _number(index: Index, name: str) -> int:
    return next(n for n, one in enumerate(index.indicators) if one is not None and one.id == name)


def _words(index: Index, number: int, least: float = 0.0, most: float = 1.0) -> frozenset[str]:
    """Pairs that say a share of some phrase of the indicator between the two bounds, and no phrase more."""
    for at in index.phrases_of[number]:
        for size in range(len(index.phrases[at].pairs), 0, -1):
            words = frozenset(sorted(index.phrases[at].pairs)[:size])
            share = max(share_said(index.phrases[other], words, index.weights) for other in index.phrases_of[number])
            if least <= share <= most:
                return words
    raise AssertionError("no such words")


def _chosen(
    index: Index,
    name: str,
    *,
    unit: str = "件",
    themes: Sequence[str] = (),
    words: frozenset[str] | None = None,
    head: str = "",
    worth: float = 6.0,
    second: float = 0.0,
) -> bool:
    """Whether the indicator is taken where it fits so well and another one so well."""
    number = _number(index, name)
    other = (number + 1) % len(index.indicators)
    said = _words(index, number, 0.99) if words is None else words
    own = index.own.get(unit, ())
    asked = Asked(unit, tuple(themes), said, head, "", own)
    ranked = [(-worth, number), *([(-second, other)] if second else [])]
    return choice(ranked, asked, index) == number


def _foreign(index: Index, name: str) -> str:
    """A pair that words of some indicator have and this one's have not."""
    pairs = index.pairs[_number(index, name)]
    return next(pair for pair in sorted(index.weights) if pair not in pairs and not pair.endswith("类"))


def test_what_is_said_in_full_is_taken(index: Index) -> None:
    assert _chosen(index, "penalty_cases")
    assert _chosen(index, "penalty_cases", head="处罚", themes=("enforcement",))


def test_a_sort_by_name_is_not_all_of_another_thing(index: Index) -> None:
    assert "强制" in index.pairs[_number(index, "coercion_cases")]
    assert not _chosen(index, "coercion_cases", head="制类")
    assert _chosen(index, "coercion_cases", head="强制")


def test_words_of_another_thing_beside_the_number_need_its_measure_word(index: Index) -> None:
    head = _foreign(index, "penalty_cases")
    assert _chosen(index, "penalty_cases", head=head)
    assert not _chosen(index, "penalty_cases", head=head, unit="人次")


def test_in_another_part_words_of_another_thing_need_more(index: Index) -> None:
    head = _foreign(index, "penalty_cases")
    assert _chosen(index, "penalty_cases", head=head, themes=("enforcement",), worth=6.0)
    assert not _chosen(index, "penalty_cases", head=head, themes=("publicity",), worth=7.9)
    assert _chosen(index, "penalty_cases", head=head, themes=("publicity",), worth=8.0)


def test_in_another_part_most_of_a_phrase_must_be_said(index: Index) -> None:
    number = _number(index, "penalty_cases")
    head, half = _foreign(index, "penalty_cases"), _words(index, number, 0.56, 0.69)
    assert _chosen(index, "penalty_cases", head=head, themes=("enforcement",), words=half, worth=9.0)
    assert not _chosen(index, "penalty_cases", head=head, themes=("publicity",), words=half, worth=9.0)


def test_less_is_enough_where_it_stands_far_before_all_others(index: Index) -> None:
    number = _number(index, "law_savvy_people")
    some = _words(index, number, 0.36, 0.54)
    own = {"unit": "名", "themes": ("publicity",), "words": some, "head": ""}
    assert _chosen(index, "law_savvy_people", **own, worth=20.0, second=2.0)
    assert not _chosen(index, "law_savvy_people", **own, worth=20.0, second=19.0)
    assert not _chosen(index, "law_savvy_people", **own, worth=3.9, second=2.0)


def test_a_number_without_a_measure_word_needs_all_of_a_phrase(index: Index) -> None:
    number = _number(index, "penalty_cases")
    assert _chosen(index, "penalty_cases", unit="", words=_words(index, number, 1.0))
    assert not _chosen(index, "penalty_cases", unit="", words=_words(index, number, 0.7, 0.98), worth=30.0)


def test_a_rate_needs_more_than_a_count(index: Index) -> None:
    number = _number(index, "petition_closing_rate")
    some = _words(index, number, 0.555, 0.599)
    assert not _chosen(index, "petition_closing_rate", unit="%", words=some, worth=5.0)
    assert _chosen(index, "petition_closing_rate", unit="%", words=_words(index, number, 0.61, 0.99), worth=5.0)

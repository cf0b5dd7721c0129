"""Which phrases are said near a number, and how much of each."""

from collections.abc import Mapping, Sequence, Set
from typing import TypeAlias

from generator.annotate.mentions_context import Context
from generator.annotate.mentions_index import Postings, bare
from generator.annotate.mentions_weights import WEIGHTS
from generator.annotate.pairs import pairs_in
from generator.records import record

_COMMON = 3.2
"""Weight up to which a pair is too common to bring up a phrase by itself, unless it stands right beside the number."""
_TOPICAL = 3.6
"""Weight up to which a pair is too common to say what a sentence is about."""
_CLOSE, _BEFORE, _AFTER = 3, 24, 16
"""Characters right beside a number, before it and after it."""
_WEIGHED = 40
"""Phrases whose common pairs are counted too: those of which most is there without them."""
_TRIED = 16
"""Phrases looked at closely for a number: those of which most is there."""

Said: TypeAlias = tuple[Sequence[int], float]
"""Phrases, and what a pair of characters says for each of them."""


@record
class Topic:
    """What a sentence is about. pairs: those of its pairs of characters that any indicator has; worth: of those that
    say something of it, in their order."""

    pairs: Set[str]
    worth: Mapping[str, float]


@record
class Near:
    """phrases: the numbers of those of which most is said, with how much; pairs: of characters beside the number that
    they may have."""

    phrases: Sequence[tuple[int, float]]
    pairs: Set[str]


def topic(sentence: str, weights: Mapping[str, float]) -> Topic:
    """The topic of a sentence; pairs that many indicators share say nothing of it. weights: of each pair."""
    share = WEIGHTS["topic"]
    known = dict.fromkeys(filter(weights.__contains__, pairs_in(bare(sentence))))
    return Topic(frozenset(known), {pair: share * weights[pair] for pair in known if weights[pair] > _TOPICAL})


def near(context: Context, about: Topic, table: Postings, roots: Sequence[float], said: list[float]) -> Near:
    """What is said near a number or in its sentence.

    about: the topic of that; table: of what is counted in its measure word; roots: 1 to the root of each phrase's
    weight; said: a zero for each phrase, all of them zeros again afterwards.
    """
    other, topical = WEIGHTS["other"], about.worth
    close = f"{context.before[-_CLOSE:]} {context.after[:_CLOSE]}"
    told: list[Said] = []
    common: list[Said] = []
    met: set[str] = set()
    # A pair that stands there twice counts where it says more.
    for words, share, follows in (
        (context.before[-_BEFORE:], WEIGHTS["before"], False),
        (context.after[:_AFTER], WEIGHTS["after"], True),
        (context.lead, WEIGHTS["lead"], False),
        (context.ahead, WEIGHTS["ahead"], True),
    ):
        for pair in pairs_in(words):
            if pair not in table or pair in met:
                continue
            met.add(pair)
            weight, every, lead, follow = table[pair]
            worth = weight * share
            if weight <= _COMMON and pair not in close:
                common.append((every, worth))
                continue
            least = topical.get(pair, 0.0)
            mine, others = follow if follows else lead
            told.append((mine, worth if worth > least else least))
            if others:
                worth *= other
                told.append((others, worth if worth > least else least))
    further: list[Said] = [
        (table[pair][1], worth) for pair, worth in topical.items() if pair in table and pair not in met
    ]
    if not told:
        # With nothing rare beside it, what is common brings up phrases, or else the rest of the sentence.
        told, common, further = (common, [], further) if common else (further, [], [])
    found = _brought(told, said)
    for numbers, worth in further:
        for number in numbers:
            if said[number]:
                said[number] += worth
    tried = found
    if common:
        tried = _foremost(found, said, roots, _WEIGHED)
        weighed = set(tried)
        for numbers, worth in common:
            for number in weighed.intersection(numbers):
                said[number] += worth
    phrases = [(number, said[number]) for number in _foremost(tried, said, roots, _TRIED)]
    for number in found:
        said[number] = 0.0
    return Near(phrases, met)


def _brought(told: Sequence[Said], said: list[float]) -> list[int]:
    """The phrases that these pairs bring up, after adding what each says."""
    found: list[int] = []
    for numbers, worth in told:
        for number in numbers:
            before = said[number]
            if not before:
                found.append(number)
            said[number] = before + worth
    return found


def _foremost(found: list[int], said: Sequence[float], roots: Sequence[float], most: int) -> list[int]:
    """So many phrases, and those equal to the last, of those of which most is said for their length."""
    if len(found) <= most:
        return found
    worths = [said[number] * roots[number] for number in found]
    least = sorted(worths)[-most]
    return [number for number, worth in zip(found, worths, strict=True) if worth >= least][: 2 * most]

"""How well the words of an indicator fit the words around a number."""

from collections.abc import Mapping
from dataclasses import field

from generator.annotate.mentions_context import Context
from generator.annotate.mentions_index import Index, Phrase, bare, pairs_of
from generator.annotate.model import Quantity
from generator.records import record

WEIGHTS: dict[str, float] = {
    "before": 1.0,
    "after": 0.9,
    "lead": 0.6,
    "topic": 0.35,
    "ahead": 0.3,
    "earlier": 0.12,
    "cover": 0.7,
    "end": 0.6,
    "start": 0.4,
    "second": 0.2,
    "like": 0.75,
    "theme": 1.2,
    "astray": 0.35,
    "least": 2.0,
    "sure": 5.0,
    "other": 0.3,
    "hint": 0.2,
}
"""What each kind of evidence is worth, fitted on reports and drafts."""
_TRIED = 8
"""Indicators looked at closely for a number: those whose words are nearest."""


@record
class Topic:
    """What a sentence is about. worth: of each of its pairs of characters; matched: number of a phrase -> what of it the
    sentence says; hints: measure word -> indicator -> the same, roughly. The last two are filled when asked for."""

    worth: Mapping[str, float]
    matched: dict[int, float] = field(default_factory=dict)
    hints: dict[str, Mapping[int, float]] = field(default_factory=dict)


def topic(sentence: str, earlier: str, index: Index) -> Topic:
    """The topic of a sentence, faintly that of the one before it."""
    weights = index.weights
    worth = {pair: WEIGHTS["earlier"] * weights[pair] for pair in pairs_of(bare(earlier)) if pair in weights}
    for pair in pairs_of(bare(sentence)):
        if pair in weights:
            worth[pair] = WEIGHTS["topic"] * weights[pair]
    return Topic(worth)


def best(
    q: Quantity, context: Context, about: Topic, themes: tuple[str, ...], index: Index, certain: bool
) -> int | None:
    """The number in `index.indicators` of the indicator that fits best, None where none fits well enough.

    certain: whether `q` is a quantity whatever stands around it.
    """
    unit = q.unit if q.unit in index.own else q.unit.lstrip("万亿")
    table = index.found.get(unit)
    if table is None:
        return None
    near = _near(context, index.weights)
    own = index.own.get(unit, frozenset())
    found, most = None, 0.0
    for number in _candidates(near, unit, about, index, own):
        score = _score(index.phrases[number], near, about, context)
        if unit and number not in own:
            score *= WEIGHTS["like"]
        if index.indicators[number].theme in themes:
            score *= WEIGHTS["theme"]
        if score > most:
            found, most = number, score
    if found is None or most < WEIGHTS["least" if certain else "sure"]:
        return None
    if not unit and not any(phrase.pairs <= near.keys() for phrase in index.phrases[found]):
        return None
    return found


_Near = dict[str, tuple[float, float, float]]
"""Pair of characters beside the number -> its worth to words on either side of it, before it, after it."""


def _near(context: Context, weights: Mapping[str, float]) -> _Near:
    found: _Near = {}
    other = WEIGHTS["other"]
    for pair in pairs_of(context.ahead):
        if pair in weights:
            worth = weights[pair] * WEIGHTS["ahead"]
            found[pair] = worth, worth * other, worth
    for pair in pairs_of(context.lead):
        if pair in weights:
            worth = weights[pair] * WEIGHTS["lead"]
            found[pair] = worth, worth, worth * other
    for pair in pairs_of(context.after[:16]):
        if pair in weights:
            worth = weights[pair] * WEIGHTS["after"]
            found[pair] = worth, worth * other, worth
    for pair in pairs_of(context.before[-24:]):
        if pair in weights:
            worth = weights[pair] * WEIGHTS["before"]
            found[pair] = worth, worth, worth * other
    return found


def _candidates(near: _Near, unit: str, about: Topic, index: Index, own: frozenset[int]) -> list[int]:
    table = index.found[unit]
    hints = about.hints.get(unit)
    if hints is None:
        hints = about.hints[unit] = _hints(about.worth, table)
    sums: dict[int, float] = {}
    for pair, (worth, _, _) in near.items():
        for number in table.get(pair, ()):
            sums[number] = sums.get(number, 0.0) + worth
    if not sums:
        sums = dict.fromkeys(hints, 0.0)
    if len(sums) <= _TRIED:
        return list(sums)
    share = WEIGHTS["hint"]
    ranked = [((sums[n] + share * hints.get(n, 0.0)) * (1.0 if n in own else 0.75), n) for n in sums]
    ranked.sort(reverse=True)
    return [number for _, number in ranked[:_TRIED]]


def _hints(worth: Mapping[str, float], table: Mapping[str, tuple[int, ...]]) -> dict[int, float]:
    sums: dict[int, float] = {}
    for pair, value in worth.items():
        for number in table.get(pair, ()):
            sums[number] = sums.get(number, 0.0) + value
    return sums


def _score(phrases: tuple[Phrase, ...], near: _Near, about: Topic, context: Context) -> float:
    scores = sorted([_fit(phrase, near, about, context) for phrase in phrases], reverse=True)
    return scores[0] + WEIGHTS["second"] * sum(scores[1:3])


def _fit(phrase: Phrase, near: _Near, about: Topic, context: Context) -> float:
    """How well a phrase fits: what of it is there, and whether it stands right beside the number."""
    matched = about.matched.get(phrase.number)
    if matched is None:
        matched = sum([about.worth[pair] for pair in phrase.pairs & about.worth.keys()])
        about.matched[phrase.number] = matched
    beside = phrase.pairs & near.keys()
    for pair in beside:
        side = 0 if not (phrase.before or phrase.after) else 1 if pair in phrase.before else 2
        matched += max(near[pair][side] - about.worth.get(pair, 0.0), 0.0)
    if not matched:
        return 0.0
    score: float = matched * (matched / phrase.total) ** WEIGHTS["cover"]
    if not beside:
        return score * WEIGHTS["astray"] if context.before or context.after else score
    if context.before and phrase.words[-1] == context.before[-1]:
        score += WEIGHTS["end"] * _shared(context.before[::-1], phrase.words[::-1])
    if context.after and not phrase.before and phrase.words[0] == context.after[0]:
        score += WEIGHTS["start"] * _shared(context.after, phrase.words)
    return score


def _shared(words: str, phrase: str) -> int:
    """Characters that both begin with."""
    size = 0
    for one, other in zip(words, phrase, strict=False):
        if one != other:
            break
        size += 1
    return size

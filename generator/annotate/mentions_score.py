"""How well the words of an indicator fit the words around a number."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import chain
from math import fsum
from operator import add
from typing import TypeAlias

from generator.annotate.mentions_choice import Asked, choice
from generator.annotate.mentions_context import Context
from generator.annotate.mentions_index import Index, Phrase, Postings, bare, pairs_in, postings_of
from generator.records import record

WEIGHTS: dict[str, float] = {
    "before": 1.0,
    "after": 1.2,
    "lead": 0.6,
    "topic": 0.2,
    "ahead": 0.3,
    "cover": 0.7,
    "end": 0.65,
    "start": 0.4,
    "second": 0.16,
    "like": 0.75,
    "theme": 1.2,
    "point": 1.1,
    "kin": 0.2,
    "again": 0.85,
    "least": 2.2,
    "sure": 5.5,
    "other": 0.3,
    "none": 1.2,
    "head": 0.7,
}
"""What each kind of evidence is worth, fitted on reports and drafts."""
_COMMON = 3.2
"""Weight up to which a pair is too common to bring up a phrase by itself, unless it stands right beside the number."""
_TOPICAL = 3.6
"""Weight up to which a pair is too common to say what a sentence is about."""
_CLOSE = 3
"""Characters right beside a number."""
_WEIGHED = 40
"""Phrases whose common pairs are counted too: those of which most is there without them."""
_TRIED = 16
"""Phrases looked at closely for a number: those of which most is there."""


@record
class Topic:
    """What a sentence is about. known: its pairs of characters that any indicator has, in their order; pairs: the same;
    worth: of those that say something of it; matched: measure word -> phrase -> what the sentence says of it, filled
    when asked for."""

    known: tuple[str, ...]
    pairs: frozenset[str]
    worth: Mapping[str, float]
    matched: dict[str, Mapping[int, float]] = field(default_factory=dict)


Answers: TypeAlias = dict[tuple[object, ...], int | None]
"""What was found for the words around a number: a report tells many things in the same words."""


def topic(sentence: str, index: Index) -> Topic:
    """The topic of a sentence; pairs that many indicators share say nothing of it."""
    weights, share = index.weights, WEIGHTS["topic"]
    words = bare(sentence)
    known = tuple(dict.fromkeys(filter(weights.__contains__, map(add, words, words[1:]))))
    return Topic(known, frozenset(known), {p: share * weights[p] for p in known if weights[p] > _TOPICAL})


def best(
    unit: str,
    context: Context,
    about: Topic,
    themes: tuple[str, ...],
    index: Index,
    certain: bool,
    before: Sequence[int],
    answers: Answers,
) -> int | None:
    """The number in `index.indicators` of what fits best, an indicator or none; None where nothing fits well enough.

    unit: the measure word; certain: whether it is a quantity whatever stands around it; before: the indicators told in
    the sentence; answers: those given before, kept for as long as one report is read.
    """
    unit = unit if unit in index.own else unit.lstrip("万亿")
    table = postings_of(index, unit)
    if not table:
        return None
    weights = index.weights
    ahead = tuple([pair for pair in pairs_in(context.ahead) if pair in weights])
    asked = (unit, context.before, context.lead, context.after, ahead, certain, themes, tuple(before), about.known)
    if asked not in answers:
        near = _near(context, ahead, weights)
        answers[asked] = _best(unit, context, near, about, themes, index, table, certain, before)
    return answers[asked]


def _best(
    unit: str,
    context: Context,
    near: "_Near",
    about: Topic,
    themes: tuple[str, ...],
    index: Index,
    table: Postings,
    certain: bool,
    before: Sequence[int],
) -> int | None:
    own = index.own.get(unit, frozenset())
    scores: dict[int, list[float]] = {}
    close = {*pairs_in(context.before[-_CLOSE:]), *pairs_in(context.after[:_CLOSE])}
    nearest = _nearest(near, close, _about(about, unit, table), about.worth, table, index)
    for number, worth in _fits(nearest, context):
        if number in scores:
            scores[number].append(worth)
        else:
            scores[number] = [worth]
    # 法治思想专题讲座1次: what stands right beside the number is what it counts.
    head = context.before[-2:] if len(context.before) > 1 else context.after[:2]
    named = head in index.weights
    last = index.points[before[-1]] if before else None
    least = WEIGHTS["least" if certain else "sure"]
    ranked: list[tuple[float, int]] = []
    for number, several in scores.items():
        score = several[0]
        if len(several) > 1:
            several.sort(reverse=True)
            score = several[0] + WEIGHTS["second"] * sum(several[1:3])
        if named and head not in index.pairs[number]:
            score *= WEIGHTS["head"]
        indicator = index.indicators[number]
        if indicator is None:
            score *= WEIGHTS["none"]
        else:
            if unit and number not in own:
                score *= WEIGHTS["like"]
            if indicator.theme in themes:
                score *= WEIGHTS["theme"]
        if number in before:
            score *= WEIGHTS["again"]
        elif index.points[number] == last:
            score *= WEIGHTS["point"]
            # 审计发现问题46个，完成整改41个: what was told last goes on.
            shared = index.labels[number] & index.labels[before[-1]]
            score += WEIGHTS["kin"] * fsum([index.weights[pair] for pair in shared])
        if score >= least:
            ranked.append((-score, number))
    ranked.sort()
    words = about.pairs if unit else frozenset(near)
    return choice(ranked, Asked(unit, themes, words, head, context.after[:2], own), index)


_Near = dict[str, tuple[float, float, float]]
"""Pair of characters beside the number -> its worth to words on either side of it, before it, after it."""


def _near(context: Context, ahead: Sequence[str], weights: Mapping[str, float]) -> _Near:
    found: _Near = {}
    other = WEIGHTS["other"]
    for pair in ahead:
        worth = weights[pair] * WEIGHTS["ahead"]
        found[pair] = worth, worth * other, worth
    for pair in pairs_in(context.lead):
        if pair in weights:
            worth = weights[pair] * WEIGHTS["lead"]
            found[pair] = worth, worth, worth * other
    for pair in pairs_in(context.after[:16]):
        if pair in weights:
            worth = weights[pair] * WEIGHTS["after"]
            found[pair] = worth, worth * other, worth
    for pair in pairs_in(context.before[-24:]):
        if pair in weights:
            worth = weights[pair] * WEIGHTS["before"]
            found[pair] = worth, worth, worth * other
    return found


def _about(about: Topic, unit: str, table: Postings) -> Mapping[int, float]:
    """What a sentence says of each phrase for things counted in `unit`."""
    sums = about.matched.get(unit)
    if sums is None:
        told = [(table[pair][3], worth) for pair, worth in about.worth.items() if pair in table]
        made = dict.fromkeys(chain.from_iterable([held for held, _ in told]), 0.0)
        for held, worth in told:
            for number in held:
                made[number] += worth
        sums = about.matched[unit] = made
    return sums


def _nearest(
    near: _Near,
    close: Container[str],
    about: Mapping[int, float],
    told: Mapping[str, float],
    table: Postings,
    index: Index,
) -> list[tuple[Phrase, float]]:
    """The phrases of which most is said, with how much, near the number or in its sentence."""
    said, common = _beside(near, close, about, told, table, index.weights)
    if not said:
        from_pairs = [pair for pair, _ in common] or told
        every = chain.from_iterable([table[pair][3] for pair in from_pairs if pair in table])
        said = {number: about.get(number, 0.0) for number in every}
    shares = index.shares
    more = [told for told in common if told[1]]
    if more:
        weighed = _foremost(said, shares, _WEIGHED)
        if len(weighed) < 2 * _WEIGHED:
            # What was not weighed stays behind all that was: that only gained.
            said = {number: said[number] for number in weighed}
        counted = set(weighed)
        for pair, worth in more:
            for number in counted.intersection(table[pair][3]):
                said[number] += worth
    phrases = index.phrases
    return [(phrases[number], said[number]) for number in _foremost(said, shares, _TRIED)]


def _beside(
    near: _Near,
    close: Container[str],
    about: Mapping[int, float],
    told: Mapping[str, float],
    table: Postings,
    weights: Mapping[str, float],
) -> tuple[dict[int, float], list[tuple[str, float]]]:
    """What is said of each phrase that the words near a number bring up, near it or in its sentence; and the pairs too
    common to bring one up, with what each says beyond what is told of the sentence."""
    common: list[tuple[str, float]] = []
    telling: list[tuple[tuple[int, ...], float]] = []
    brought: list[tuple[int, ...]] = []
    for pair, worths in near.items():
        if pair not in table:
            continue
        held, known = table[pair], told.get(pair, 0.0)
        if weights[pair] <= _COMMON and pair not in close:
            common.append((pair, max(worths[0] - known, 0.0)))
            continue
        brought.append(held[3])
        for numbers, worth in zip(held, worths, strict=False):
            if numbers and worth > known:
                telling.append((numbers, worth - known))
    said = {number: about.get(number, 0.0) for number in chain.from_iterable(brought)}
    for numbers, gain in telling:
        for number in numbers:
            said[number] += gain
    return said, common


def _foremost(said: Mapping[int, float], shares: Sequence[float], most: int) -> list[int]:
    """So many phrases, and those equal to the last, of those of which most is said for their length."""
    if len(said) <= most:
        return list(said)
    worths = [worth * worth * shares[number] for number, worth in said.items()]
    least = sorted(worths)[-most]
    return [number for number, worth in zip(said, worths, strict=True) if worth >= least][: 2 * most]


def _fits(nearest: Sequence[tuple[Phrase, float]], context: Context) -> Iterator[tuple[int, float]]:
    """The indicator of each phrase, and how well this fits: what of it is there, and whether it stands right beside the
    number."""
    cover, end, start = WEIGHTS["cover"], WEIGHTS["end"], WEIGHTS["start"]
    before, after = context.before[::-1], context.after
    last, first = before[:1] or None, after[:1] or None
    for phrase, matched in nearest:
        score: float = matched * (matched / phrase.total) ** cover
        words = phrase.words
        if words[-1] == last:
            score += end * _shared(before, words[::-1])
        if words[0] == first and not phrase.sided:
            score += start * _shared(after, words)
        yield phrase.indicator, score


def _shared(words: str, phrase: str) -> int:
    """Characters that both begin with."""
    size = 0
    for one, other in zip(words, phrase, strict=False):
        if one != other:
            break
        size += 1
    return size

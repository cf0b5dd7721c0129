"""How well the words of an indicator fit the words around a number."""

from collections.abc import Container, Mapping, Sequence
from itertools import chain
from math import fsum
from operator import add
from typing import TypeAlias

from generator.annotate.mentions_choice import Asked, choice, only
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
    "theme": 1.35,
    "point": 1.1,
    "kin": 0.2,
    "again": 0.85,
    "least": 2.2,
    "sure": 5.5,
    "other": 0.3,
    "none": 1.2,
    "head": 0.7,
    "part": 0.35,
    "named": 0.47,
    "told": 0.4,
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
    worth: of those that say something of it."""

    known: tuple[str, ...]
    pairs: frozenset[str]
    worth: Mapping[str, float]


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
    earlier: str = "",
) -> int | None:
    """The number in `index.indicators` of what fits best, an indicator or none; None where nothing fits well enough.

    unit: the measure word; certain: whether it is a quantity whatever stands around it; before: the indicators told in
    the sentence; answers: those given before, kept for as long as one report is read; earlier: what stands before the
    number in its sentence.
    """
    unit = unit if unit in index.own else unit.lstrip("万亿")
    table = postings_of(index, unit)
    if not table:
        return None
    weights = index.weights
    ahead = tuple([pair for pair in pairs_in(context.ahead) if pair in weights])
    asked = (unit, context, ahead, certain, themes, tuple(before), about.known, earlier)
    if asked not in answers:
        near = _near(context, ahead)
        answers[asked] = _best(unit, context, near, about, themes, index, table, certain, before, earlier)
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
    earlier: str,
) -> int | None:
    own = index.own.get(unit, frozenset())
    close = {*pairs_in(context.before[-_CLOSE:]), *pairs_in(context.after[:_CLOSE])}
    # 法治思想专题讲座1次: what stands right beside the number is what it counts.
    head = context.before[-2:] if len(context.before) > 1 else context.after[:2]
    asked = Asked(unit, themes, about.pairs if unit else frozenset(near), head, context.after[:2], own)
    least = WEIGHTS["least" if certain else "sure"]
    nearest = _nearest(near, close, about.worth, table, index.roots)
    ranked = _ranked(nearest, context, asked, index, before, least)
    if not ranked and certain and head not in index.weights:
        about = topic(earlier, index)
        asked = Asked(unit, themes, about.pairs, head, "", own)
        nearest = _nearest({}, close, about.worth, table, index.roots)
        ranked = _ranked(nearest, context, asked, index, before, WEIGHTS["told"])
        return only(ranked, asked, index, before)
    return choice(ranked, asked, index)


def _ranked(
    nearest: Sequence[tuple[int, float]],
    context: Context,
    asked: Asked,
    index: Index,
    before: Sequence[int],
    least: float,
) -> list[tuple[float, int]]:
    """How well each indicator fits, negative, and its number in the index, the best first; least: how well it must."""
    named = asked.head in index.weights
    last = index.points[before[-1]] if before else None
    # 诉讼案件72件，其中行政31件: what a part is called tells it from the whole.
    other, again = (WEIGHTS["part" if context.whole else name] for name in ("head", "again"))
    ranked: list[tuple[float, int]] = []
    for number, several in _scores(nearest, context, index.phrases).items():
        score = several[0]
        if len(several) > 1:
            several.sort(reverse=True)
            score = several[0] + WEIGHTS["second"] * sum(several[1:3])
        if named and asked.head not in index.pairs[number]:
            score *= other
        indicator = index.indicators[number]
        if indicator is None:
            score *= WEIGHTS["none"]
        else:
            if asked.unit and number not in asked.own:
                score *= WEIGHTS["like"]
            if indicator.theme in asked.themes:
                score *= WEIGHTS["theme"]
        if number in before:
            # 信访事项29件，其中网上信访17件: the part bears the name of the whole.
            score *= WEIGHTS["named"] if context.whole and asked.head in index.pairs[number] else again
        elif index.points[number] == last:
            score *= WEIGHTS["point"]
            # 审计发现问题46个，完成整改41个: what was told last goes on.
            shared = index.labels[number] & index.labels[before[-1]]
            score += WEIGHTS["kin"] * fsum([index.weights[pair] for pair in shared])
        if score >= least:
            ranked.append((-score, number))
    ranked.sort()
    return ranked


_Near = dict[str, tuple[float, bool]]
"""Pair of characters beside the number -> the share of its weight that it gives to the words of that side; whether it
stands after the number."""


def _near(context: Context, ahead: Sequence[str]) -> _Near:
    """The pairs beside a number; one that stands there twice counts where it says more."""
    found = dict.fromkeys(ahead, (WEIGHTS["ahead"], True))
    found.update(dict.fromkeys(pairs_in(context.whole + context.lead), (WEIGHTS["lead"], False)))
    found.update(dict.fromkeys(pairs_in(context.after[:16]), (WEIGHTS["after"], True)))
    found.update(dict.fromkeys(pairs_in(context.before[-24:]), (WEIGHTS["before"], False)))
    return found


def _nearest(
    near: _Near, close: Container[str], about: Mapping[str, float], table: Postings, roots: Sequence[float]
) -> list[tuple[int, float]]:
    """The phrases of which most is said near the number or in its sentence, with how much."""
    other = WEIGHTS["other"]
    told, brought, common = [], [], []
    for pair, (share, follows) in near.items():
        if pair not in table:
            continue
        weight, every, lead, follow = table[pair]
        worth = weight * share
        if weight <= _COMMON and pair not in close:
            common.append((every, worth))
            continue
        least = about.get(pair, 0.0)
        mine, others = follow if follows else lead
        told.append((mine, worth if worth > least else least))
        if others:
            worth *= other
            told.append((others, worth if worth > least else least))
        brought.append(every)
    further = [(table[pair][1], about[pair]) for pair in about if pair in table and pair not in near]
    found = list(dict.fromkeys(chain.from_iterable(brought or [every for every, _ in common or further])))
    said = [0.0] * len(roots)
    for numbers, worth in chain(told, further):
        for number in numbers:
            said[number] += worth
    if common:
        weighed = _foremost(found, said, roots, _WEIGHED)
        if len(weighed) < 2 * _WEIGHED:
            # What was not weighed stays behind all that was: that only gained.
            found = weighed
        counted = set(weighed)
        for numbers, worth in common:
            for number in counted.intersection(numbers):
                said[number] += worth
    return [(number, said[number]) for number in _foremost(found, said, roots, _TRIED)]


def _foremost(found: list[int], said: Sequence[float], roots: Sequence[float], most: int) -> list[int]:
    """So many phrases, and those equal to the last, of those of which most is said for their length."""
    if len(found) <= most:
        return found
    worths = [said[number] * roots[number] for number in found]
    least = sorted(worths)[-most]
    return [number for number, worth in zip(found, worths, strict=True) if worth >= least][: 2 * most]


def _scores(
    nearest: Sequence[tuple[int, float]], context: Context, phrases: Sequence[Phrase]
) -> dict[int, list[float]]:
    """For each indicator how well its phrases fit: what of them is there, and whether it stands right beside the
    number."""
    cover, end, start = WEIGHTS["cover"], WEIGHTS["end"], WEIGHTS["start"]
    before, after = context.before[::-1], context.after
    last, first = before[:1] or None, after[:1] or None
    scores: dict[int, list[float]] = {}
    for number, matched in nearest:
        phrase = phrases[number]
        score = matched * (matched / phrase.total) ** cover
        if phrase.last == last:
            score += end * _shared(before, phrase.words[::-1])
        if phrase.first == first:
            score += start * _shared(after, phrase.words)
        if phrase.indicator in scores:
            scores[phrase.indicator].append(score)
        else:
            scores[phrase.indicator] = [score]
    return scores


def _shared(words: str, phrase: str) -> int:
    """Characters that both begin with."""
    size = 0
    for one, other in zip(words, phrase, strict=False):
        if one != other:
            break
        size += 1
    return size

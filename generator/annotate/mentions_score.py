"""How well the words of an indicator fit the words around a number."""

from collections.abc import Sequence
from math import fsum

from generator.annotate.mentions_choice import Asked, choice, only, thing
from generator.annotate.mentions_context import Context, is_sent
from generator.annotate.mentions_index import Index, Phrase, postings_of, written
from generator.annotate.mentions_near import Topic, near, topic
from generator.annotate.mentions_weights import WEIGHTS

_NONE: frozenset[int] = frozenset()
_NOTHING = Context("", "", "", "")


def best(
    unit: str,
    context: Context,
    about: Topic,
    themes: tuple[str, ...],
    index: Index,
    certain: bool,
    before: Sequence[int],
    said: list[float],
    earlier: str = "",
) -> int | None:
    """The number in `index.indicators` of what fits best, an indicator or none; None where nothing fits well enough.

    unit: the measure word; about: the topic of the sentence; themes: of the part; certain: whether it is a quantity
    whatever stands around it; before: the indicators told in the sentence; said: as `near` wants it; earlier: what
    stands before the number in its sentence.
    """
    unit = unit if unit in index.own else unit.lstrip("万亿")
    table = postings_of(index, unit)
    if not table:
        return None
    found = near(context, about, table, index.roots, said)
    # 法治思想专题讲座1次: what stands right beside the number is what it counts.
    head = context.before[-2:] if len(context.before) > 1 else context.after[:2]
    own = index.own.get(unit, _NONE)
    counted = thing(unit, context.after)
    asked = Asked(unit, themes, about.pairs if unit else found.pairs, head, context.after[:2], own, counted)
    ranked = _ranked(found.phrases, context, asked, index, before, WEIGHTS["least" if certain else "sure"])
    if not ranked and certain and head not in index.weights:
        about = topic(earlier, index.weights)
        asked = Asked(unit, themes, about.pairs, head, "", own)
        found = near(_NOTHING, about, table, index.roots, said)
        return only(_ranked(found.phrases, context, asked, index, before, WEIGHTS["told"]), asked, index, before)
    return choice(ranked, asked, index)


def _ranked(
    said: Sequence[tuple[int, float]],
    context: Context,
    asked: Asked,
    index: Index,
    before: Sequence[int],
    least: float,
) -> list[tuple[float, int]]:
    """How well each indicator fits, negative, and its number in the index, the best first; least: how well it must."""
    head = asked.head if asked.head in index.weights else ""
    last = index.points[before[-1]] if before else None
    second = WEIGHTS["second"]
    sent = is_sent(context)
    ranked: list[tuple[float, int]] = []
    for number, several in _scores(said, context, index.phrases).items():
        score = several[0]
        if len(several) > 1:
            several.sort(reverse=True)
            score = several[0] + second * sum(several[1:3])
        if head and head not in index.pairs[number]:
            score *= WEIGHTS["head"]
        indicator = index.indicators[number]
        if indicator is None:
            score *= WEIGHTS["none"]
        elif sent and indicator.nature == "stock":
            continue
        else:
            if asked.unit and number not in asked.own:
                score *= WEIGHTS["like"]
            if indicator.theme in asked.themes:
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
    return ranked


def _scores(said: Sequence[tuple[int, float]], context: Context, phrases: Sequence[Phrase]) -> dict[int, list[float]]:
    """For each indicator how well its phrases fit: what of them is there, and whether it stands right beside the
    number."""
    cover, end, start = WEIGHTS["cover"], WEIGHTS["end"], WEIGHTS["start"]
    last, first = context.before[-1:] or None, context.after[:1] or None
    before = written(context.before)
    scores: dict[int, list[float]] = {}
    for number, matched in said:
        phrase = phrases[number]
        score = matched * (matched / phrase.total) ** cover
        if phrase.last == last:
            score += end * _ending(phrase.written, before)
        if phrase.first == first:
            score += start * _ending(written(phrase.words[::-1]), written(context.after[::-1]))
        if phrase.indicator in scores:
            scores[phrase.indicator].append(score)
        else:
            scores[phrase.indicator] = [score]
    return scores


def _ending(one: int, other: int) -> int:
    """With how many characters two words end alike, as `written`."""
    differ = one ^ other
    return ((differ & -differ).bit_length() - 1 if differ else one.bit_length() + 15) // 16

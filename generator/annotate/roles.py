"""Which of the statutory parts a heading opens: by its words, by what stands below, by its place."""

from collections.abc import Sequence

from generator.annotate.headings_grammar import folded
from generator.annotate.lexicon import Lexicon
from generator.annotate.themes import evidence
from generator.records import record

MEASURES, HIGHLIGHTS, PROBLEMS, PLANS, OTHER = "measures", "highlights", "problems", "plans", "other"
FIRST_RESPONSIBLE = "first_responsible"
_CLEAR = 3.0
_THEMED = 4.0


@record
class Top:
    """A part of the whole report. text: its heading; below: the headings directly under it; known: its role where it
    was found by that role."""

    text: str
    below: tuple[str, ...] = ()
    known: str = ""


def roles(tops: Sequence[Top], lexicon: Lexicon) -> list[str]:
    """The role of each part, in their order; "" nowhere.

    A heading without a clear word of a role is a theme of the measures, as in reports without an umbrella
    heading. One that only says 情况 is an overview where the measures follow under a heading of their own. The last
    part after measures and problems that names no theme (2026年重点任务) is what is planned.
    """
    clear = [top.known or said(top.text, lexicon) for top in tops]
    found: list[str] = []
    for at, (top, role) in enumerate(zip(tops, clear, strict=True)):
        if role == MEASURES and is_generic(top.text, lexicon) and MEASURES in clear[at + 1 :]:
            umbrella = len(top.below) > 1 and any(evidence(below, lexicon) for below in top.below)
            role = MEASURES if umbrella else OTHER
        found.append(role or MEASURES)
    if MEASURES not in found and HIGHLIGHTS in found:
        # 一、工作亮点 of a report that has no other part on what was done.
        found[found.index(HIGHLIGHTS)] = MEASURES
    if _ends_in_plans(tops, found, lexicon):
        found[-1] = PLANS
    return found


def _ends_in_plans(tops: Sequence[Top], found: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the last part, by its words of the measures, stands where only plans can."""
    if not found or found[-1] != MEASURES or tops[-1].known or PROBLEMS not in found or PLANS in found:
        return False
    return MEASURES in found[: found.index(PROBLEMS)] and is_bare(folded(tops[-1].text), lexicon)


def said(text: str, lexicon: Lexicon) -> str:
    """The role that the words of a heading say, "" if they do not; the strongest wins, of equals the first named."""
    words = folded(text)
    weights = _weights(words, lexicon)
    if not weights:
        return ""
    best = max(weights.values())
    chosen = next((role for role in lexicon.roles if best and weights.get(role) == best), "")
    if chosen == MEASURES:
        return chosen if best >= _CLEAR or is_bare(words, lexicon) else ""
    return chosen if best >= _CLEAR else ""


def is_both(text: str, lexicon: Lexicon) -> bool:
    """Whether a heading opens the problems and the plans at once (不足与下步打算)."""
    weights = _weights(folded(text), lexicon)
    return min(weights.get(PROBLEMS, 0.0), weights.get(PLANS, 0.0)) >= _CLEAR


def _weights(words: str, lexicon: Lexicon) -> dict[str, float]:
    weights: dict[str, float] = {}
    for _, _, told in lexicon.cues.within(words):
        for role, weight in told:
            weights[role] = max(weight, weights.get(role, 0.0))
    return weights


def nested(text: str, lexicon: Lexicon) -> str:
    """The role that a part inside another serves, "" for most."""
    found = {role for _, _, told in lexicon.inner.within(folded(text)) for role, _ in told}
    return next((role for role in lexicon.nested if role in found), "")


def is_generic(text: str, lexicon: Lexicon) -> bool:
    """Whether a heading does not say what stands below it (基本情况)."""
    words = folded(text)
    return any(words.endswith(phrase) for phrase in lexicon.generic) and not any(
        weight > _CLEAR + 2 and cue in words for cue, weight in lexicon.roles.get(MEASURES, ())
    )


def is_bare(words: str, lexicon: Lexicon) -> bool:
    """Whether the words say nothing of any subject."""
    return max(evidence(words, lexicon).values(), default=0.0) < _THEMED

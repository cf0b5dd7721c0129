"""Outlines -> counts. All counts are whole numbers, so those of two heaps of reports add up in any order."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from generator.learn.outlines import Outline, style, themes, wording

Counts: TypeAlias = Counter[tuple[str, ...]]

WHOLE = "全部"
_INNERMOST = {"一是", "1.", "1、"}
"""Numbers below which a chain rarely goes on: a cut after them hides no layer."""
_LEVELS = {"township": "乡镇", "subdistrict": "街道", "county": "县", "department": "部门"}


def count(outlines: Iterable[Outline]) -> Counts:
    """What the reports show.

    A truncated report is evidence for what stands before its cut, never for the absence of what may
    stand after it: it counts for openings, first headings, wordings and markers, not for presence.
    """
    counts: Counts = Counter()
    for outline in outlines:
        for path in _seen(outline):
            for level in _levels(outline):
                counts[(*path, level)] += 1
        if not outline.get("truncated"):
            for kind, name, ordinal in _positions(outline):
                counts[(kind, name, "position", "sum")] += ordinal
                counts[(kind, name, "position", "count")] += 1
    return counts


def _levels(outline: Outline) -> tuple[str, ...]:
    label = _LEVELS.get(outline["level"])
    return (WHOLE, label) if label else (WHOLE,)


def _seen(outline: Outline) -> Iterator[tuple[str, ...]]:
    """Every fact that this report shows, with the fact that makes it a case (“of”)."""
    yield ("reports",)
    yield from _sections(outline)
    yield from _themes(outline)
    yield from _markers(outline)
    yield from _opening(outline)
    if "indicators" in outline:
        yield ("with_indicators",)
        yield from (("indicators", id_, "support") for id_ in sorted(set(outline["indicators"])))


def _sections(outline: Outline) -> Iterator[tuple[str, ...]]:
    tops = [h for h in outline["headings"] if h["level"] == 1 and h.get("role")]
    roles = list(dict.fromkeys(h["role"] for h in tops))
    if roles:
        yield ("headed",)
        yield ("sections", roles[0], "first")
    for heading in tops:
        if heading["text"] and not themes(heading):
            yield ("sections", heading["role"], "worded")
            yield ("sections", heading["role"], "wordings", wording(heading["text"]))
    if not outline.get("truncated"):
        yield ("full",)
        yield ("sequences", " ".join(roles))
        yield from (("sections", role, "support") for role in roles)


def _themed(outline: Outline) -> list[tuple[str, tuple[str, ...]]]:
    """The headings of subjects in their order: of level 2 under the measures, of level 1 in flat reports."""
    return [(h["text"], themes(h)) for h in outline["headings"] if themes(h)]


def _themes(outline: Outline) -> Iterator[tuple[str, ...]]:
    headings = _themed(outline)
    if headings:
        yield ("themed",)
        yield ("themes", headings[0][1][0], "first")
    for theme in sorted({t for _, several in headings for t in several}):
        yield ("themes", theme, "shown")
        if not outline.get("truncated"):
            yield ("themes", theme, "support")
    for text, several in headings:
        for phrase in wording(text).split("，") if text else ():
            yield ("themes", several[0], "phrases", phrase)
        yield ("themes", several[0], "phrased")
        yield from (("themes", several[0], "merged", other) for other in several[1:])


def _markers(outline: Outline) -> Iterator[tuple[str, ...]]:
    chain: dict[int, str] = {}
    placed: dict[int, list[bool]] = {}
    for heading in outline["headings"]:
        kind = style(heading["marker"])
        if kind:
            chain.setdefault(heading["level"], kind)
            placed.setdefault(heading["level"], []).append(bool(heading.get("run_in")))
    if chain and (not outline.get("truncated") or len(chain) > 2 or chain[max(chain)] in _INNERMOST):
        yield ("marked",)
        yield ("chains", "".join(chain[level] for level in sorted(chain)))
    for level, marks in placed.items():
        yield ("numbered", str(level))
        if sum(marks) * 2 > len(marks):
            yield ("run_in", str(level))


def _opening(outline: Outline) -> Iterator[tuple[str, ...]]:
    opening = outline.get("opening")
    if not opening:
        return
    yield ("opened",)
    for name in ("salutation", "transition"):
        if opening.get(f"has_{name}"):
            yield ("openings", name)
    if opening.get("salutation"):
        yield ("salutations", wording(opening["salutation"]))
    cue = wording(opening.get("transition_cue") or "")
    if cue.startswith("现将"):
        yield ("transitions", cue)


def _positions(outline: Outline) -> Iterator[tuple[str, str, int]]:
    """Where a section or theme first stands, counted from 1."""
    roles = dict.fromkeys(h["role"] for h in outline["headings"] if h["level"] == 1 and h.get("role"))
    for ordinal, role in enumerate(roles, 1):
        yield "sections", role, ordinal
    met: set[str] = set()
    for ordinal, (_, several) in enumerate(_themed(outline), 1):
        for theme in several:
            if theme not in met:
                met.add(theme)
                yield "themes", theme, ordinal

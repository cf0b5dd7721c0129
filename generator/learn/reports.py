"""A report understood -> its outline record."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.annotate.model import Annotation, Line, Mention, Section
from generator.annotate.units import base
from generator.learn.outlines import Outline
from generator.regex import regex
from generator.schema.model import Schema

_STOPS = "，。；：,;:"
_PARTIAL = regex(
    r"半年|季度|近|过去|任期|换届|成立|建成|运行|启用|时期|期间|每年|年均|[二两三四五六七八九十]年|\d年[来间内]"
)
"""Periods other than the year of the report."""
_FEW = 2
"""Figures of a theme from which a report tells of it, heading or not: one may be mistaken."""
_FURTHER = ("problems", "plans", "highlights", "other")
"""Parts whose headings name no theme of the measures, whatever they are about."""


def outline_of(annotation: Annotation, schema: Schema) -> Outline:
    """What a report read to its end shows: headings, opening and closing, length of its parts, figures.

    schema: says of which theme an indicator is.
    """
    outline = annotation.outline
    lines = {line.number: line for line in annotation.lines}
    return {
        "unit": outline.unit,
        "level": outline.level,
        "year": outline.year,
        "title": outline.title,
        "headings": list(_headings(outline.sections)),
        "told": list(_told(annotation, schema, lines)),
        "opening": {
            "has_salutation": bool(outline.salutation),
            "salutation": outline.salutation,
            "has_transition": bool(outline.transition),
            "transition_cue": outline.transition,
        },
        "closing": {"signature": outline.signature, "date": outline.date},
        "characters": _characters(annotation),
        "figures": [_figure(mention, lines) for mention in annotation.mentions],
        "truncated": False,
    }


def _headings(sections: Sequence[Section]) -> Iterator[Mapping[str, Any]]:
    for section, top in _placed(sections):
        # Themes are of level 2 under the measures, in flat reports of level 1.
        themed = top.role not in _FURTHER and section.level == (1 if top.themes else 2)
        yield {
            "level": section.level,
            "marker": section.marker,
            "text": section.text,
            "role": section.role,
            "theme": list(section.themes) if themed else [],
            "run_in": section.run_in,
            "line": section.spot.line,
        }


def _placed(sections: Sequence[Section]) -> Iterator[tuple[Section, Section]]:
    """Each section with the part of level 1 that it is or is in."""
    top = sections[0] if sections else None
    for section in sections:
        top = section if section.level == 1 or top is None else top
        yield section, top


def _told(annotation: Annotation, schema: Schema, lines: Mapping[int, Line]) -> Iterator[Mapping[str, Any]]:
    """The themes that the measures tell of: named by a heading of any depth, or by two figures of theirs.

    part: which of the measures' parts the heading is or is in, from 1; 0 for figures, which stand anywhere.
    """
    measures = [(s, top) for s, top in _placed(annotation.outline.sections) if top.role not in _FURTHER]
    parts: list[tuple[int, bool, Section]] = []
    for section, top in measures:
        ranked = section.level <= (1 if top.themes else 2)
        parts.append(((parts[-1][0] if parts else 0) + ranked, ranked, section))
    met: set[str] = set()
    # A theme is where a part of its own is, if it has one, not where a deeper heading touches on it before.
    for part, ranked, section in sorted(parts, key=lambda each: not each[1]):
        for theme in section.themes if ranked or section.role else section.themes[:1]:
            if theme not in met:
                met.add(theme)
                words = f"{section.marker}{section.text}"
                yield {"theme": theme, "line": section.spot.line, "quote": words, "part": part}
    inside = {n for section, top in measures if section is top for n in range(section.first, section.last + 1)}
    figures: dict[str, list[Mention]] = {}
    for mention in annotation.mentions:
        indicator = schema.indicators.get(mention.indicator or "")
        if indicator is not None and mention.quantity.spot.line in inside:
            figures.setdefault(indicator.theme, []).append(mention)
    for theme, several in figures.items():
        if theme not in met and len(several) >= _FEW:
            figure = _figure(several[0], lines)
            yield {"theme": theme, "line": figure["line"], "quote": figure["quote"], "part": 0}


def _characters(annotation: Annotation) -> dict[str, int]:
    """Characters without blanks: of the whole, and of each role on level 1."""
    sizes = {line.number: len("".join(line.text.split())) for line in annotation.lines}
    found = {"report": sum(sizes.values())}
    for section in annotation.outline.sections:
        if section.level == 1 and section.role:
            own = sum(sizes.get(number, 0) for number in range(section.first, section.last + 1))
            found[section.role] = found.get(section.role, 0) + own
    return found


def _figure(mention: Mention, lines: Mapping[int, Line]) -> Mapping[str, Any]:
    quantity = mention.quantity
    text = lines[quantity.spot.line].text if quantity.spot.line in lines else ""
    start = max((text.rfind(stop, 0, quantity.spot.start) for stop in _STOPS), default=-1) + 1
    return {
        "indicator": mention.indicator,
        "label": mention.label,
        "unit": base(quantity.unit)[1],
        "amount": str(quantity.amount),
        "whole": quantity.sense == "value" and not (quantity.scope or _PARTIAL.search(quantity.period)),
        "line": quantity.spot.line,
        "quote": text[start : quantity.spot.end].strip(),
    }

"""`gen inspect`: a report's outline and figures as plain data."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any

from generator.annotate.model import Annotation, Line, Mention, Section
from generator.api.reading import Understood
from generator.diagnostics import Diagnostic
from generator.regex import regex


def as_plain(understood: Understood) -> dict[str, Any]:
    """What JSON can hold: the frame, `sections`, `figures` and `diagnostics`; None for what a report lacks.

    A figure's value and unit are as printed, amount is in the base unit, line is the line (txt, md, html
    source) or paragraph (DOCX, PDF) it stands in, quote the clause around it; the period of what is aimed at is 目标.
    A number that several names share (见面率、满意率均为100%) is one figure, with `also` for the further indicators.
    """
    outline = understood.annotation.outline
    return {
        "file": understood.file,
        "title": outline.title or None,
        "unit": outline.unit or None,
        "year": outline.year or None,
        "level": outline.level or None,
        "salutation": outline.salutation or None,
        "transition": outline.transition or None,
        "signature": outline.signature or None,
        "date": outline.date or None,
        "sections": [_section(section) for section in outline.sections],
        "figures": list(_figures(understood.annotation)),
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in understood.diagnostics],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "level": section.level,
        "marker": section.marker,
        "text": section.text,
        "role": section.role or None,
        "theme": list(section.themes),
        "line": section.spot.line,
        "run_in": section.run_in,
    }


def _figures(annotation: Annotation) -> Iterator[dict[str, Any]]:
    lines = {line.number: line for line in annotation.lines}
    for mention, *also in printed(annotation.mentions):
        quantity = mention.quantity
        yield {
            "indicator": mention.indicator,
            **({"also": [other.indicator for other in also]} if also else {}),
            "label": mention.label,
            "value": quantity.value,
            "unit": quantity.unit,
            "amount": _number(quantity.amount),
            "qualifier": quantity.qualifier or None,
            "period": _AIM if quantity.sense == "target" else quantity.period or None,
            "scope": quantity.scope or None,
            "theme": mention.theme or None,
            "line": quantity.spot.line,
            "quote": quote(mention, lines),
        }


def printed(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, ...]]:
    """The mentions of each printed number together, in reading order."""
    for _, several in groupby(mentions, key=lambda mention: mention.quantity.spot):
        yield tuple(several)


_AIM = "目标"
_STOP = regex(r"[。；;，：！？!?]|[,:](?!\d)|(?<!\d)[,:]")
"""What ends a clause; not the mark inside 3,846.2 or 9:30."""
_CLAUSE = 120
"""Characters that a clause may have on either side of its figure."""


def quote(mention: Mention, lines: Mapping[int, Line]) -> str:
    """The clause in which a figure stands, as printed."""
    spot = mention.quantity.spot
    text = lines[spot.line].text
    floor, ceiling = max(0, spot.start - _CLAUSE), min(len(text), spot.end + _CLAUSE)
    first = max([found.end() for found in _STOP.finditer(text, floor, spot.start)], default=floor)
    after = _STOP.search(text, spot.end, ceiling)
    return text[first : after.start() if after else ceiling].strip()


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "line": place.line if place else None,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }

"""What a county office wants to know of one unit's form, small enough to keep for every unit."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from generator.compose.entries import Entries
from generator.document.nodes import Block, Paragraph
from generator.document.walk import stretches, texts
from generator.records import record
from generator.schema.kinds.figure import number_with_unit
from generator.schema.model import Figure, Schema


@record
class Number:
    """A figure of one unit. shown: as printed; amount: None where it is not exact; last: last year's amount."""

    shown: str
    amount: Decimal | None = None
    last: Decimal | None = None


@record
class Facts:
    """unit, level, year: as the form says, "" where it does not; figures: by indicator id; filled: by theme id, how
    many of its usual figures are given and how many there are."""

    unit: str
    level: str
    figures: Mapping[str, Number]
    filled: Mapping[str, tuple[int, int]]
    year: str = ""


def facts(entries: Entries, schema: Schema) -> Facts:
    """What one form says, in short."""
    level = str(entries.get("unit", "level") or "")
    figures: dict[str, Number] = {}
    given: set[str] = set()
    for by_id in entries.figures.values():
        for indicator, entered in by_id.items():
            given.add(indicator)
            whole = [figure for figure, _ in entered if not (figure.scope or figure.period or figure.part)]
            if whole:
                figures.setdefault(indicator, _number(whole[0]))
    given |= {str(p[-2]) for p, v in entries.profile.values.items() if isinstance(v, Figure) and v.not_applicable}
    unit, year = (str(entries.get(*path) or "") for path in (("unit", "name", 0), ("report", "year")))
    return Facts(unit, level, figures, _filled(given, level, schema), year)


def _number(figure: Figure) -> Number:
    last = figure.last
    return Number(
        number_with_unit(figure),
        figure.amount if figure.exact else None,
        last.amount if last is not None and last.exact else None,
    )


def _filled(given: set[str], level: str, schema: Schema) -> dict[str, tuple[int, int]]:
    asked: dict[str, list[str]] = {}
    for indicator in schema.indicators.values():
        if level in indicator.levels:
            asked.setdefault(indicator.theme, []).append(indicator.id)
    return {theme: (len(given.intersection(usual)), len(usual)) for theme, usual in asked.items()}


def gaps(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The fields whose placeholders stand in a draft, each once, in reading order."""
    found: dict[str, None] = {}
    for inlines in stretches(blocks):
        for text in texts(inlines):
            if text.source is not None and text.source.kind == "gap":
                found[text.source.path] = None
    return tuple(found)


def own_words(blocks: Iterable[Block], frame: Iterable[str]) -> tuple[str, ...]:
    """The paragraphs that say something of the unit's own: no headings, no fixed opening or closing.

    frame: labels of the parts of a form that every report prints alike (报告, 单位).
    """
    shared = tuple(f"{label}." for label in frame)
    found = []
    for block in blocks:
        if isinstance(block, Paragraph):
            runs = list(texts(block.inlines))
            if any(text.source is not None and not text.source.path.startswith(shared) for text in runs):
                found.append("".join(text.words for text in runs))
    return tuple(found)

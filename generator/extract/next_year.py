"""What the form of the year after takes over from a report: facts about the unit, and every figure as 上年."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.annotate.model import Annotation, Mention
from generator.annotate.scopes import PARTS
from generator.compose import Template
from generator.extract.found import Found
from generator.extract.model import Extraction
from generator.extract.told import of_quantity
from generator.regex import regex
from generator.schema.model import Figure, Indicator

_WHOLE = regex(
    r"(?:全年|年内|年度内|目前|现有|现已|当年|本年度?|今年以?来?|截[至止]到?(?:目前|今)|截[至止]到?(?:年|[\d]{1,2}月)底?)"
)
_TARGET = "目标"
_AIMED = regex("力争|争取|目标|计划|预计|确保|实现|达到")


def last_year(extraction: Extraction, annotation: Annotation, template: Template) -> Found:
    """What next year's form takes over: facts about the unit, and figures.

    A figure of a part of the unit or of another time keeps 范围 and 时段, so that it is compared with its like only.
    """
    found = Found()
    for path, value in extraction.profile.values.items():
        if path[0] == "unit" or "offices" in path:
            evidence = extraction.evidence[path]
            found.put(path, value, evidence.line, evidence.doubtful)
    if extraction.drafted:
        for path, value in {**extraction.profile.values, **extraction.derived}.items():
            if isinstance(value, Figure) and not value.not_applicable:
                found.put(path, value, extraction.evidence[path].line, extraction.evidence[path].doubtful)
        return found
    home = next(s.id for s in template.schema.sections if s.shape == "themes")
    single = {s.theme: s.id for s in template.schema.sections if s.shape == "theme"}
    for indicator, figure, line, doubtful in _told(annotation, template):
        own = single.get(indicator.theme)
        found.figures((own,) if own else (home, indicator.theme), indicator.id, [figure], line, doubtful)
    return found


def _told(annotation: Annotation, template: Template) -> Iterator[tuple[Indicator, Figure, int, bool]]:
    """Each figure whose indicator is known, once: those of the whole unit and year before those of a part."""
    year = annotation.outline.year
    limited: list[tuple[Indicator, Figure, int, bool]] = []
    known: dict[tuple[str, str, str], set[str]] = {}
    for mention in annotation.mentions:
        indicator = template.schema.indicators.get(mention.indicator or "")
        figure = of_quantity(mention.quantity, indicator) if indicator else None
        if indicator is None or figure is None:
            continue
        period, scope = _limits(mention, indicator, year)
        same = known.setdefault((indicator.id, period, scope), set())
        if str(figure.amount) in same:
            continue
        doubtful = bool(period or scope or same) or mention.theme not in ("", indicator.theme)
        doubtful = doubtful or mention.quantity.scope in PARTS or figure.unit != mention.quantity.unit
        same.add(str(figure.amount))
        told = indicator, replace(figure, period=period, scope=scope), mention.quantity.spot.line, doubtful
        if period or scope:
            limited.append(told)
        else:
            yield told
    yield from limited


def _limits(mention: Mention, indicator: Indicator, year: int) -> tuple[str, str]:
    """The time and the part of the unit that a figure is limited to, "" for the report's year and the whole unit."""
    quantity = mention.quantity
    period = "" if of_the_year(quantity.period, year) else quantity.period
    if quantity.sense == "target" and not _AIMED.search(period):
        # A bare date (2024年底) does not tell last year's aim from what there was.
        period = _TARGET
    # What is counted as a share (其中) is an indicator of its own.
    return period, "" if quantity.scope in PARTS else quantity.scope


def of_the_year(period: str, year: int) -> bool:
    """Whether a time that ends with the report or lies in its year is meant: 截至目前, 2024年以来, 2024年5月."""
    if not period or _WHOLE.fullmatch(period):
        return True
    named = rf"(?:截[至止]到?)?{year}\s?年(?:度|度?以来|来|年?底|末|\s?\d{{1,2}}\s?月.*)?"
    return bool(year and re.fullmatch(named, period))

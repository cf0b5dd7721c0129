"""Clauses that a clerk worded (句): which figure they tell."""

import re
from collections.abc import Container

from generator.annotate.mentions import mentions
from generator.annotate.mentions_cues import Cues
from generator.annotate.mentions_index import pairs_of
from generator.annotate.model import Line, Outline, Quantity, Section, Spot
from generator.annotate.quantities import expression_of, scan
from generator.forms.index import units_of
from generator.regex import regex
from generator.schema.kinds import figure
from generator.schema.model import Figure, Indicator, Schema

_OWN_YEAR = ("", "全年", "年内", "年度内", "目前", "现有", "现已", "当年", "本年度", "今年", "今年以来")
_WISHED = regex("^(?:力争|争取|预计|计划|确保)")
_CUES = Cues()
"""One for all: the index of a schema is kept by it."""


def told(schema: Schema, theme: str, words: str, allowed: Container[str] | None) -> tuple[str, Figure] | None:
    """The figure (indicator id, figure with its 句) that `words` tell, of those `allowed`; None where they tell none
    or several."""
    if words.startswith("其中"):
        # The draft says so itself, before what is a share of another figure.
        return None
    spot = Spot(1, 0, 0)
    section = Section(1, "", "", "measures", (theme,), False, spot, 1, 1)
    outline = Outline("", "", 0, "", "", "", "", "", (section,) if theme else ())
    found = [
        mention
        for mention in mentions((Line(1, words),), outline, schema, _CUES)
        if mention.indicator is not None and (allowed is None or mention.indicator in allowed)
    ]
    if len(found) != 1:
        return None
    indicator = schema.indicators[str(found[0].indicator)]
    value = of_quantity(found[0].quantity, indicator)
    return (indicator.id, _worded(value, words, found[0].quantity)) if value is not None else None


def figure_of(words: str, indicator: Indicator) -> Figure | None:
    """The figure of `indicator` (with its 句) that `words` may tell: the first number that is counted so."""
    units = units_of(indicator)
    for found in scan(Line(1, words), expression_of(_CUES)):
        if not {found.quantity.unit, found.quantity.unit.lstrip("万亿")}.isdisjoint(units):
            value = of_quantity(found.quantity, indicator)
            if value is not None:
                return _worded(value, words, found.quantity)
    return None


def likeliest(
    schema: Schema, words: str, taken: Container[str], nature: str = "", allowed: Container[str] | None = None
) -> tuple[str, Figure] | None:
    """The indicator, of those that are not `taken`, whose own words are most like these and that may be counted so;
    with its figure. nature: of those of this nature ("stock", "flow") alone; allowed: of those alone."""
    best: tuple[tuple[int, bool], str, Figure] | None = None
    for indicator in schema.indicators.values():
        if (nature and indicator.nature != nature) or (allowed is not None and indicator.id not in allowed):
            continue
        figure = figure_of(words, indicator) if indicator.id not in taken else None
        if figure is None:
            continue
        # Of several the one that is counted so first of all leaves the others to what stands beside it.
        # One that is nothing like them still keeps the clause where the draft has it; it is marked as doubtful.
        alike = len(pairs_of(words) & pairs_of(indicator.label + indicator.clause)), figure.unit == indicator.unit
        if best is None or alike > best[0]:
            best = alike, indicator.id, figure
    return (best[1], best[2]) if best else None


def _worded(value: Figure, words: str, quantity: Quantity) -> Figure:
    period = "" if of_its_year(quantity.period) else _WISHED.sub("", quantity.period)
    return Figure(value.text, value.unit, value.scale, value.qualifier, period=period, sentence=words)


def of_its_year(period: str, year: int = 0) -> bool:
    """Whether these words limit a figure to nothing but the report's own year (0 if unknown)."""
    return period in _OWN_YEAR or bool(year and re.fullmatch(f"{year}\\s?年度?", period))


def of_quantity(quantity: Quantity, indicator: Indicator) -> Figure | None:
    """A quantity as the figure of its indicator; in the base unit where it is not counted as the form counts it."""
    units = units_of(indicator)
    before = quantity.qualifier if quantity.qualifier in ("超", "超过", "近", "约", "逾") else ""
    after = quantity.qualifier if quantity.qualifier in ("余", "多", "以上") else ""
    scale = quantity.unit[:1] if quantity.unit[:1] in ("万", "亿") else ""
    unit = quantity.unit.removeprefix(scale)
    late = after if after != "以上" else ""
    above = after if after == "以上" else ""
    for counted in (unit, ""):
        read = figure.parse(f"{before}{quantity.value}{scale}{late}{counted}{above}", units)
        if isinstance(read, Figure):
            return read
    return None

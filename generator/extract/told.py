"""Clauses that a clerk worded (句): which figure they tell."""

import re
from collections.abc import Container

from generator.annotate.mentions import mentions
from generator.annotate.mentions_cues import Cues
from generator.annotate.model import Line, Mention, Outline, Quantity, Section, Spot
from generator.forms.index import units_of
from generator.schema.kinds import figure
from generator.schema.model import Figure, Indicator, Schema

_OWN_YEAR = ("", "全年", "年内", "年度内", "目前", "现有", "现已", "当年", "本年度", "今年", "今年以来")
_CUES = Cues()
"""One for all: the index of a schema is kept by it."""


def told(schema: Schema, theme: str, words: str, allowed: Container[str] | None) -> tuple[str, Figure] | None:
    """The figure (indicator id, figure with its 句) that `words` tell, of those `allowed`; None where they tell none
    or several."""
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
    value = of_quantity(found[0], indicator)
    return (indicator.id, _worded(value, words, found[0].quantity)) if value is not None else None


def _worded(value: Figure, words: str, quantity: Quantity) -> Figure:
    period = "" if of_its_year(quantity.period) else quantity.period
    return Figure(value.text, value.unit, value.scale, value.qualifier, period=period, sentence=words)


def of_its_year(period: str, year: int = 0) -> bool:
    """Whether these words limit a figure to nothing but the report's own year (0 if unknown)."""
    return period in _OWN_YEAR or bool(year and re.fullmatch(f"{year}\\s?年度?", period))


def of_quantity(mention: Mention, indicator: Indicator) -> Figure | None:
    """A quantity as the figure of its indicator; in the base unit where it is not counted as the form counts it."""
    quantity = mention.quantity
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

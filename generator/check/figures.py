"""Figures of a form against each other: what the rules FIG001 to FIG006 share.

Rates by GB/T 15835 practice: rounded half up, never rounded up to 100%.
"""

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal

from generator.compose.entries import Entries, gather
from generator.compose.figures import Sourced
from generator.compose.template import Template
from generator.document.nodes import Source
from generator.records import record
from generator.schema.kinds.figure import show
from generator.schema.model import Figure, Indicator, Profile


@record
class FormFigures:
    """The figures of a form. known: those of the whole unit and year that may be reckoned with, by indicator; amounts:
    of those from which the template reckons anything."""

    entries: Entries
    template: Template
    known: Mapping[str, Sourced]
    amounts: Mapping[str, Decimal]
    rates: tuple["Rate", ...]
    """Every exact rate of the whole unit and year."""


@record
class Rate:
    """A rate as entered; words: as the report prints it, in “”."""

    indicator: Indicator
    printed: Decimal
    source: Source
    words: str


def form_figures(profile: Profile, template: Template, filled: Entries | None = None) -> FormFigures:
    """filled: the profile's entries, where they are at hand already."""
    entries = filled or gather(profile, template.schema, template.names)
    amounts = {i: entries.known[i][0].amount for i in template.reckoned & entries.known.keys()}
    return FormFigures(entries, template, entries.known, amounts, tuple(_rates(entries, template)))


def _rates(entries: Entries, template: Template) -> Iterator[Rate]:
    for by_id in entries.figures.values():
        for identifier in filter(template.rates.__contains__, by_id):
            indicator = template.schema.indicators[identifier]
            for figure, source in by_id[identifier]:
                if figure.exact and not (figure.scope or figure.period):
                    yield Rate(indicator, Decimal(figure.text), source, f"“{indicator.label}{show(figure)}”")


def plain_figures(form: FormFigures) -> Iterator[tuple[str, Figure, Source]]:
    """The first exact figure of the whole unit and year that each section gives for an indicator."""
    for by_id in form.entries.figures.values():
        for identifier, entered in by_id.items():
            for figure, source in entered:
                if figure.exact and not (figure.scope or figure.period or figure.part):
                    yield identifier, figure, source
                    break


def label(form: FormFigures, identifier: str) -> str:
    """`复议受理19件`."""
    return form.template.schema.indicators[identifier].label + show(form.known[identifier][0])


def exponent(number: Decimal) -> int:
    """-2 for a number printed with two decimals."""
    found = number.as_tuple().exponent
    return found if isinstance(found, int) else 0


def rounded(exact: Decimal, printed: Decimal) -> Decimal:
    """`exact` with as many decimals as `printed`, half up."""
    return exact.quantize(Decimal(1).scaleb(exponent(printed)), ROUND_HALF_UP)


def truncated(exact: Decimal, printed: Decimal) -> Decimal:
    """`exact` cut to as many decimals as `printed`."""
    return exact.quantize(Decimal(1).scaleb(exponent(printed)), ROUND_DOWN)


def attainable(printed: Decimal, whole: Decimal) -> bool:
    """Whether some whole number over `whole`, rounded or cut to the printed decimals, gives `printed` percent."""
    step = Decimal(1).scaleb(exponent(printed))
    lowest = ((printed - step / 2) * whole / 100).to_integral_value(ROUND_CEILING)
    return any(
        printed in (rounded(exact, printed), truncated(exact, printed))
        for k in (lowest - 1, lowest, lowest + 1, lowest + 2)
        if 0 <= k <= whole
        for exact in (k * 100 / whole,)
    )

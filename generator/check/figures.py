"""Figures of a form against each other: relations, rates, the same figure twice.

Sources: the relations that the template folder declares (indicators.yml); rates by GB/T 15835 practice,
rounded half up, never rounded up to 100%.
"""

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal

from generator.compose import formulas
from generator.compose.entries import Entries, gather
from generator.compose.figures import Sourced
from generator.compose.formulas import Formula
from generator.compose.template import Template
from generator.diagnostics import Diagnostic, Severity
from generator.document.nodes import Source
from generator.schema.kinds.figure import show
from generator.schema.model import Figure, Indicator, Profile

_Known = dict[str, Sourced]


def check(profile: Profile, template: Template, filled: Entries | None = None) -> tuple[Diagnostic, ...]:
    """Every contradiction between the figures of this form, as warnings: a draft prints what was typed.

    filled: the profile's entries, where they are at hand already.
    """
    entries = filled or gather(profile, template.schema, template.names)
    figures = entries.known
    found = [*_relations(figures, template), *_rates(entries, figures, template), *_twice(entries, template)]
    return tuple(sorted(found, key=lambda d: (d.place.start if d.place else 0, d.code)))


def _warning(code: str, source: Source, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, source.place, message, hint, Severity.WARNING)


def _relations(figures: _Known, template: Template) -> Iterator[Diagnostic]:
    amounts = {i: figure.amount for i, (figure, _) in figures.items()}
    for constraint, (operator, left, right) in zip(template.schema.constraints, template.relations, strict=True):
        if constraint.unless in amounts:
            continue
        a, b = formulas.value(left, amounts), formulas.value(right, amounts)
        if a is None or b is None:
            continue
        holds = a <= b if operator == "<=" else a >= b if operator == ">=" else a == b
        if not holds:
            said = "，".join(
                template.schema.indicators[i].label + show(figures[i][0])
                for i in dict.fromkeys(formulas.operands(left) + formulas.operands(right))
            )
            place = figures[formulas.operands(left)[0]][1]
            yield _warning("FIG001", place, f"{constraint.message}：{said}", "核对这几个数，确无误的在文中说明口径")


def _rates(entries: Entries, figures: _Known, template: Template) -> Iterator[Diagnostic]:
    amounts = {i: figure.amount for i, (figure, _) in figures.items()}
    for by_id in entries.figures.values():
        for identifier, entered in by_id.items():
            indicator = template.schema.indicators[identifier]
            if indicator.kind != "rate":
                continue
            for figure, source in entered:
                if figure.exact and not (figure.scope or figure.period):
                    yield from _rate(indicator, figure, source, figures, amounts, template)


def _rate(
    indicator: Indicator,
    figure: Figure,
    source: Source,
    figures: _Known,
    amounts: Mapping[str, Decimal],
    template: Template,
) -> Iterator[Diagnostic]:
    printed = Decimal(figure.text)
    words = f"“{indicator.label}{show(figure)}”"
    if printed > 100:
        yield _warning("FIG005", source, f"{words}超过100%", "核对分子、分母")
        return
    formula = template.formulas.get(indicator.id)
    exact = formulas.value(formula, amounts) if formula else None
    if exact is not None and formula is not None:
        yield from _computed(words, printed, exact * 100, source, formula, figures, template)
        return
    whole = amounts.get(indicator.denominator)
    if whole and whole == whole.to_integral_value() and not _attainable(printed, whole):
        base = template.schema.indicators[indicator.denominator].label + show(figures[indicator.denominator][0])
        message = f"{words}与“{base}”对不上：以它为分母，取任何整数都得不出这个率"
        yield _warning("FIG003", source, message, "核对分母，或写明率的口径")


def _computed(
    words: str,
    printed: Decimal,
    exact: Decimal,
    source: Source,
    formula: Formula,
    figures: _Known,
    template: Template,
) -> Iterator[Diagnostic]:
    step = Decimal(1).scaleb(_exponent(printed))
    rounded = exact.quantize(step, ROUND_HALF_UP)
    if printed == rounded and not (printed == 100 and exact < 100):
        return
    labels = {i: template.schema.indicators[i].label + show(figures[i][0]) for i in formulas.operands(formula)}
    reckoning = formulas.words(formula, labels)
    if printed == 100 and exact < 100:
        yield _warning("FIG006", source, f"{words}写满了100%，但{reckoning}不足100%", "未达到全部的，不写100%")
    elif printed == exact.quantize(step, ROUND_DOWN):
        right = format(rounded if rounded < 100 else exact.quantize(step / 10, ROUND_DOWN), "f")
        yield _warning("FIG002", source, f"{words}是截去尾数的，{reckoning}四舍五入为{right}%", f"写 {right}%")
    else:
        yield _warning("FIG002", source, f"{words}与{reckoning}不符，按此计算为{rounded:f}%", "核对分子、分母和率")


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _attainable(printed: Decimal, whole: Decimal) -> bool:
    """Whether some whole number over `whole`, rounded or cut to the printed decimals, gives `printed` percent."""
    step = Decimal(1).scaleb(_exponent(printed))
    lowest = ((printed - step / 2) * whole / 100).to_integral_value(ROUND_CEILING)
    return any(
        printed in (exact.quantize(step, ROUND_HALF_UP), exact.quantize(step, ROUND_DOWN))
        for k in (lowest - 1, lowest, lowest + 1, lowest + 2)
        if 0 <= k <= whole
        for exact in (k * 100 / whole,)
    )


def _twice(entries: Entries, template: Template) -> Iterator[Diagnostic]:
    """One figure of the whole unit and year, given in two places with two values."""
    first: dict[str, tuple[Figure, Source]] = {}
    for by_id in entries.figures.values():
        for identifier, entered in by_id.items():
            plain_ones = [(f, s) for f, s in entered if f.exact and not (f.scope or f.period or f.part)]
            for figure, source in plain_ones[:1]:
                before = first.setdefault(identifier, (figure, source))
                if before[0] is not figure and before[0].amount != figure.amount:
                    label = template.schema.indicators[identifier].label
                    where = f"{before[1].path}（第{before[1].place.line}行）" if before[1].place else before[1].path
                    message = f"“{label}”前后不一：此处{show(figure)}，{where}{show(before[0])}"
                    yield _warning("FIG004", source, message, "两处写同一个数；口径不同的写明范围或时段")

"""Figures that a form need not hold: what its other figures yield by formula is printed all the same."""

from collections.abc import Mapping
from decimal import Decimal

from generator.compose import Template, formulas
from generator.compose.entries import gather
from generator.compose.figures import percent, plain
from generator.extract.found import Found
from generator.schema.kinds.figure import number_with_unit
from generator.schema.model import Figure, Path, Profile


def without_derived(found: Found, template: Template) -> dict[Path, Figure]:
    """Takes out of `found` what a draft would reckon to the same words; what that was."""
    taken: dict[Path, Figure] = {}
    known = gather(Profile(found.values, {}), template.schema, template.names).known
    amounts = {name: sourced[0].amount for name, sourced in known.items()}
    left = {name for name, formula in template.formulas.items() if _yields(template, name, amounts, found)}
    for name in sorted(left):
        if left.isdisjoint(formulas.operands(template.formulas[name])):
            for path in [path for path in found.values if _at(path, name)]:
                value = found.values.pop(path)
                if isinstance(value, Figure):
                    taken[path] = value
    return taken


def _at(path: Path, name: str) -> bool:
    return len(path) > 3 and path[-3] == "data" and path[-2] == name


def _yields(template: Template, name: str, amounts: Mapping[str, Decimal], found: Found) -> bool:
    """Whether the one figure of indicator `name`, in its own theme's template, is what its formula yields."""
    entered = [(path, value) for path, value in found.values.items() if _at(path, name)]
    if len(entered) != 1:
        return False
    path, value = entered[0]
    indicator = template.schema.indicators[name]
    theme = path[-4] if len(path) > 4 else next((s.theme for s in template.schema.sections if s.id == path[0]), "")
    if indicator.label not in template.named.get(str(theme), frozenset()) or not isinstance(value, Figure):
        return False
    if value.last or value.sentence or value.scope or value.period or value.documents or path[-1]:
        return False
    formula = template.formulas[name]
    if any(operand not in amounts for operand in formulas.operands(formula)):
        return False
    result = formulas.value(formula, amounts)
    if result is None or result < 0 or (indicator.kind == "rate" and result > 1):
        return False
    rate = indicator.kind == "rate"
    words = percent(result, Decimal(1), indicator.round) + "%" if rate else plain(result) + indicator.unit
    return words == number_with_unit(value)

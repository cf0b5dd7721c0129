"""Complete forms with two figures that contradict each other."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from complete_reports import complete
from drafting import profile_of, shipped
from report_strategies import as_text

from generator.compose import formulas
from generator.schema.model import Indicator, Profile

Data = Mapping[str, Any]
_APART = ("第一责任人",)
"""Themes that are a part of the form by themselves."""


def profile(data: Data) -> Profile:
    """The form, read."""
    return profile_of(as_text(dict(data)))


def contradicted(code: str) -> Iterator[tuple[str, Data]]:
    """Forms that break the rule, with what is contradictory in them."""
    for seed in count():
        for number, figures in enumerate(_FIGURES[code](seed)):
            yield f"{figures}", _with(complete(seed * 10 + number, 2024, "标准"), figures)


def _with(data: dict[str, Any], figures: Mapping[str, Any]) -> Data:
    by_label = {i.label: i for i in shipped().schema.indicators.values()}
    themes = {theme.id: theme.label for theme in shipped().schema.themes}
    for label, value in figures.items():
        if label == "亮点":
            data["亮点"][0]["数据"] = value
            continue
        name = themes[by_label[label].theme]
        theme = data["主要举措"].setdefault(name, {}) if name not in _APART else data.setdefault(name, {})
        theme.setdefault("数据", {})[label] = value
    return data


def _relations(seed: int) -> Iterator[dict[str, Any]]:
    """Counts in which the left side of a relation is larger than the right."""
    schema = shipped().schema
    for constraint in schema.constraints:
        words = constraint.expression.split()
        plain = [word for word in words if word.isidentifier()]
        simple = len(words) == 3 and all(schema.indicators[word].kind == "count" for word in plain)
        if simple:
            left, _, right = words
            yield {schema.indicators[right].label: 20 + seed, schema.indicators[left].label: 23 + seed * 2}


def _rates() -> Iterator[tuple[Indicator, Indicator, Indicator]]:
    """Each rate that is entered, with the counts that it is one of the other."""
    indicators = shipped().schema.indicators
    for rate in indicators.values():
        formula = formulas.parse(rate.formula) if rate.formula else None
        if rate.unit == "%" and isinstance(formula, tuple) and formula[0] == "/":
            top, bottom = formula[1:]
            if isinstance(top, str) and isinstance(bottom, str) and {top, bottom} <= set(indicators):
                yield rate, indicators[top], indicators[bottom]


def _miscounted(seed: int) -> Iterator[dict[str, Any]]:
    for rate, top, bottom in _rates():
        whole, part = 160 + seed, 120 + seed
        yield {top.label: part, bottom.label: whole, rate.label: f"{part * 100 / whole + 4.3:.1f}"}


def _unattainable(seed: int) -> Iterator[dict[str, Any]]:
    for rate, _, bottom in _rates():
        yield {bottom.label: 7, rate.label: f"{50 + seed % 3}.37"}


def _over(seed: int) -> Iterator[dict[str, Any]]:
    for rate, _, _ in _rates():
        yield {rate.label: 101 + seed}


def _full(seed: int) -> Iterator[dict[str, Any]]:
    for rate, top, bottom in _rates():
        yield {top.label: 30 + seed, bottom.label: 33 + seed, rate.label: 100}


def _twice(seed: int) -> Iterator[dict[str, Any]]:
    """One figure under its theme, and with another value in a highlight."""
    for label in ("普法宣传活动", "调解矛盾纠纷", "行政处罚案件", "不予处罚案件", "信访件"):
        if label in {i.label for i in shipped().schema.indicators.values()}:
            yield {label: 30 + seed, "亮点": {label: 34 + seed}}


_FIGURES = {
    "FIG001": _relations,
    "FIG002": _miscounted,
    "FIG003": _unattainable,
    "FIG004": _twice,
    "FIG005": _over,
    "FIG006": _full,
}

"""What came of a batch, for the office that has to chase the units: who is to be phoned first, and about what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from math import log1p
from statistics import median

from generator.batch.alike import Pair
from generator.batch.facts import Facts
from generator.records import record
from generator.schema.model import Schema

MANY = 2_000
"""Above so many units figures go to CSV, and no table holds them beside each other."""
WORST = 200
"""Units that the page of a large batch shows."""

_FEWEST = 8
"""Units whose figures are compared; of fewer none is out of the way."""
_FAR = 3.5
"""Median absolute deviations: the limit of Iglewicz and Hoaglin (1993)."""
_LEAST_SPREAD = 0.25
_APART = 0.7
"""Twice as much, or half as much, as the nearest of the others."""
_JUMP = 5
_LEAST_JUMP = 20


@record
class Row:
    """One unit. status: in words for the user; rank: the lowest is to be phoned first; said: what it is to be told,
    shortest form; errors, warnings: of its findings; gaps: fields still to be filled; facts: None where the form cannot
    be read; noted: how often it stands out among the others."""

    form: str
    unit: str
    level: str
    status: str
    rank: int
    errors: int
    warnings: int
    gaps: tuple[str, ...]
    characters: int
    said: str
    facts: Facts | None = None
    noted: int = 0

    @property
    def urgency(self) -> tuple[int, int, int, int, str]:
        """Sorts whoever is to be phoned first to the top."""
        return self.rank, -self.errors, -len(self.gaps), -self.warnings - self.noted, self.form


@record
class Outlier:
    """A figure out of the way. unit: position in the rows; why: in words for the user."""

    unit: int
    indicator: str
    why: str


@record
class Summary:
    """rows: the most urgent first; pairs: positions in `rows`."""

    rows: tuple[Row, ...]
    outliers: tuple[Outlier, ...]
    pairs: tuple[Pair, ...]


def summary(rows: Sequence[Row], schema: Schema, alike: Iterable[Pair] = ()) -> Summary:
    """The rows in the order of urgency, each told what stands out of it. alike: positions in `rows`."""
    strange, pairs = outliers(rows, schema), tuple(alike)
    notes: dict[int, list[str]] = {}
    for at, others in _twice(rows):
        notes.setdefault(at, []).append(f"同一单位同一年度另有{'、'.join(rows[other].form for other in others)}")
    for pair in pairs:
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            notes.setdefault(one, []).append(f"与{rows[other].unit}雷同（{pair.share:.0%}）")
    for outlier in strange:
        notes.setdefault(outlier.unit, []).append(f"{schema.indicators[outlier.indicator].label}离群")
    noted = [_noted(row, notes.get(at, [])) for at, row in enumerate(rows)]
    order = sorted(range(len(rows)), key=lambda at: noted[at].urgency)
    place = {at: number for number, at in enumerate(order)}
    moved = sorted((Outlier(place[o.unit], o.indicator, o.why) for o in strange), key=lambda o: (o.unit, o.indicator))
    return Summary(
        tuple(noted[at] for at in order),
        tuple(moved),
        tuple(Pair(place[pair.first], place[pair.second], pair.share, pair.passage) for pair in pairs),
    )


def _twice(rows: Sequence[Row]) -> Iterator[tuple[int, list[int]]]:
    """Rows of a unit that has several for the year, each with the others."""
    of_unit: dict[tuple[str, str], list[int]] = {}
    for at, row in enumerate(rows):
        if row.facts is not None and row.facts.unit:
            of_unit.setdefault((row.facts.unit, row.facts.year), []).append(at)
    for same in of_unit.values():
        yield from ((at, [other for other in same if other != at]) for at in same if len(same) > 1)


def _noted(row: Row, notes: Sequence[str]) -> Row:
    if not notes:
        return row
    return replace(row, noted=len(notes), said="；".join([row.said, *notes] if row.said else notes))


def outliers(rows: Sequence[Row], schema: Schema) -> list[Outlier]:
    """Figures far from those of the other units of the level, or many times last year's."""
    found: list[Outlier] = []
    columns: dict[tuple[str, str], list[tuple[int, Decimal]]] = {}
    for at, row in enumerate(rows):
        for indicator, number in (row.facts.figures if row.facts else {}).items():
            if number.amount is None:
                continue
            columns.setdefault((row.level, indicator), []).append((at, number.amount))
            if number.last is not None and _jumps(number.amount, number.last):
                found.append(Outlier(at, indicator, f"{number.shown}，上年 {number.last:f}"))
    for (_, indicator), column in columns.items():
        if schema.indicators[indicator].kind != "rate":
            found += _far(indicator, column, rows)
    return sorted(found, key=lambda outlier: (outlier.unit, outlier.indicator))


def _jumps(amount: Decimal, last: Decimal) -> bool:
    low, high = sorted((amount, last))
    return high - low >= _LEAST_JUMP and high >= _JUMP * low


def _far(indicator: str, column: Sequence[tuple[int, Decimal]], rows: Sequence[Row]) -> Iterable[Outlier]:
    if len(column) < _FEWEST:
        return
    # Counts of large and small townships differ by factors, not by differences.
    scaled = [log1p(float(amount)) for _, amount in column]
    middle = median(scaled)
    spread = max(1.4826 * median(abs(value - middle) for value in scaled), _LEAST_SPREAD)
    near = [amount for (_, amount), value in zip(column, scaled, strict=True) if abs(value - middle) <= _FAR * spread]
    if not near or len(near) == len(column):
        return
    least, most = min(near), max(near)
    # The smallest of a row of townships is not out of the way for being the smallest.
    low, high = log1p(float(least)) - _APART, log1p(float(most)) + _APART
    for (at, _), value in zip(column, scaled, strict=True):
        facts = rows[at].facts
        if abs(value - middle) > _FAR * spread and not low <= value <= high and facts is not None:
            others = f"同级其余 {len(near)} 个单位在 {least:f}—{most:f} 之间"
            yield Outlier(at, indicator, f"{facts.figures[indicator].shown}，{others}")


def share(filled: Mapping[str, tuple[int, int]], theme: str) -> float | None:
    """How much of a theme's usual figures is given, 0 to 1; None where there are none."""
    given, usual = filled.get(theme, (0, 0))
    return given / usual if usual else None


def indicators(rows: Iterable[Row], schema: Schema) -> list[str]:
    """The indicators that any unit gives, in the order of the dictionary."""
    given = {indicator for row in rows if row.facts for indicator in row.facts.figures}
    return [indicator for indicator in schema.indicators if indicator in given]


def themes(rows: Iterable[Row], schema: Schema) -> list[str]:
    """The themes for which any unit is asked, in the order of the form."""
    asked = {theme for row in rows if row.facts for theme in row.facts.filled}
    return [theme.id for theme in schema.themes if theme.id in asked]

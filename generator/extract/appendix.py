"""The table of main indicators (附表) that a draft may close with: it says more of each figure than the text does."""

from collections.abc import Sequence
from dataclasses import replace

from generator.annotate.model import Line
from generator.extract.found import Found
from generator.forms.index import units_of
from generator.records import record
from generator.schema.kinds import figure
from generator.schema.kinds.figure import show
from generator.schema.model import Figure, Indicator, Path, Schema

_COLUMNS = 4


@record
class Row:
    """One figure of the table: its indicator, the time and place that limit it ("" if none), it, last year's."""

    indicator: Indicator
    where: str
    figure: Figure
    last: Figure | None


def rows(lines: Sequence[Line], schema: Schema) -> list[Row]:
    """The rows of the table, [] where the report has none."""
    found = [row for line in lines if line.kind in ("attachment", "table") for row in line.text.split("\n")]
    cells = [row.split("\t") for row in found]
    labels = {indicator.label: indicator for indicator in schema.indicators.values()}
    return [row for cell in cells if len(cell) == _COLUMNS and (row := _row(cell, labels)) is not None]


def _row(cells: Sequence[str], labels: dict[str, Indicator]) -> Row | None:
    label, where = cells[1], ""
    if label not in labels and label.endswith("）"):
        # The label itself may hold brackets, hence the first that opens behind a known one.
        label, where = next(((cells[1][:at], cells[1][at + 1 : -1]) for at in _brackets(label, labels)), ("", ""))
    indicator = labels.get(label)
    read = figure.parse(cells[2], units_of(indicator)) if indicator else None
    if indicator is None or not isinstance(read, Figure):
        return None
    last = figure.parse(cells[3], units_of(indicator)) if cells[3].strip() else None
    return Row(indicator, where, read, last if isinstance(last, Figure) else None)


def _brackets(label: str, labels: dict[str, Indicator]) -> list[int]:
    return [at for at, sign in enumerate(label) if sign == "（" and label[:at] in labels]


def settled(found: Found, table: Sequence[Row]) -> None:
    """Gives the figures of `found` last year's value and the order that the table tells: that of the form."""
    if not table:
        return
    place: dict[Path, int] = {}
    free = {path: value for path, value in found.values.items() if isinstance(value, Figure)}
    for number, row in enumerate(table):
        path = next((path for path, value in free.items() if _is(path, value, row)), None)
        if path is not None:
            place[path] = number
            found.values[path] = replace(free.pop(path), last=row.last)
    first: dict[Path, int] = {}
    for path, number in place.items():
        first[path[:2]] = min(number, first.get(path[:2], number))
    late = len(table)
    rest = {path: at for at, path in enumerate(found.values)}

    def order(path: Path) -> tuple[int, int, int]:
        return first.get(path[:2], late), place.get(path, -1 if path not in free else late), rest[path]

    found.values = {path: found.values[path] for path in sorted(found.values, key=order)}


def _is(path: Path, value: Figure, row: Row) -> bool:
    if path[-2] != row.indicator.id or value.period + value.scope != row.where:
        return False
    return show(value) == show(row.figure) or value.amount == row.figure.amount

"""Tables of data, told from tables that only lay a page out."""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from generator.document.nodes import Inline, Span, Table
from generator.readers.html.inlines import Piece, inlines_of
from generator.readers.html.source import line_of, words_of

_LONG = 150
"""Characters; a cell of data has fewer."""
_MOST_CELLS = 20_000
_WIDEST = 100


def outer_tables(root: etree._Element) -> set[etree._Element]:
    """The tables that other tables stand in."""
    found: set[etree._Element] = set()
    stack: list[etree._Element] = []
    for event, table in etree.iterwalk(root, events=("start", "end"), tag="table"):
        if event == "end":
            stack.pop()
            continue
        if stack:
            found.add(stack[-1])
        stack.append(table)
    return found


def is_data(table: etree._Element) -> bool:
    """Whether a table that holds no other is one of data: a grid of short cells."""
    if (table.get("role") or "") == "presentation":
        return False
    widths, count, long = [], 0, 0
    for row in _rows(table):
        cells = _cells(row)
        widths.append(len(cells))
        count += len(cells)
        long += sum(len(words_of(cell).strip()) > _LONG for cell in cells)
        if count > _MOST_CELLS:
            return False
    return len(widths) > 1 and max(widths) > 1 and long * 5 <= count


def table_of(table: etree._Element) -> tuple[Table, int]:
    """The table with its spans filled by empty cells, and the last line of the source that it reaches."""
    header: list[list[tuple[Inline, ...]]] = []
    rows: list[list[tuple[Inline, ...]]] = []
    held: dict[int, int] = {}
    first = last = line_of(table)
    for row in _rows(table):
        made: list[tuple[Inline, ...]] = []
        cells = _cells(row)
        for cell in cells:
            while held.get(len(made), 0) and len(made) < _WIDEST:
                held[len(made)] -= 1
                made.append(())
            down = _number(cell.get("rowspan")) - 1
            for part in range(_number(cell.get("colspan"))):
                if len(made) < _WIDEST:
                    held[len(made)] = down
                    made.append(inlines_of(list(_pieces(cell)))[1] if part == 0 else ())
        while held.get(len(made), 0) and len(made) < _WIDEST:
            held[len(made)] -= 1
            made.append(())
        last = max(last, line_of(row))
        heads = not rows and bool(cells) and all(cell.tag == "th" for cell in cells)
        (header if heads else rows).append(made)
    width = max((len(row) for row in (*header, *rows)), default=0)
    filled = [tuple(tuple(row + [()] * (width - len(row))) for row in part) for part in (header, rows)]
    return Table(filled[0], filled[1], Span(first, last)), last


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    return islice(table.iter("tr"), _MOST_CELLS)


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _number(said: str | None) -> int:
    return min(max(int(said), 1), _WIDEST) if said and said.isdecimal() and len(said) < 4 else 1


def _pieces(cell: etree._Element) -> Iterator[Piece]:
    """The words of a cell; lines inside it are joined."""
    for element in cell.iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style"):
            bold = element.tag in ("b", "strong")
            if element.text:
                yield element.text, bold, False
        if element is not cell and element.tail:
            yield element.tail, False, False

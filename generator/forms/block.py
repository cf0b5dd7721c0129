"""The plain part of YAML that forms are written in, read line by line: `key: value`, `key:`, `- value`, `- key: value`,
`[1, 3]`, `{本年: 4, 上年: 3}`, blank lines and notes.

Nine forms in ten hold nothing else, and a program that knows only that reads them in half the time that YAML takes.
Whatever else a form holds, or holds wrongly, is left to the YAML parser: where this reader has an answer, it is the
same to the last place, and `generator.forms.slips` would find nothing to mend.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, count
from typing import TypeAlias

from generator.forms.nodes import Entries, Listing, Node, Scalar

Row: TypeAlias = tuple[int, int, str, str, int, int, int]
"""A line that says something: blanks before it, width of its dash (0 if none), key ("" if none), value, number, offsets
of what stands behind the dash and of the value."""

_DEEPEST = 40
_END: Row = (-1, 0, "", "", 0, 0, 0)


class Unclear(Exception):
    """What is read is more than plain, or wrong."""


@lru_cache(maxsize=1)
def _lines() -> re.Pattern[str]:
    """Groups of a line with a key: indent, dash, key, blanks, value; of an item without: indent, dash, value; of one
    that is neither, nor blank, nor a note: the whole line."""
    first = r"[^\s\-－–—﹣•·?:：,，\[\]{}#&*!|>%@`\"']"
    key = rf"{first}[^\s:：#]{{0,100}}+"
    plain = rf"{first}[^:#\n]*+(?::(?=\S)[^:#\n]*+)*+"
    item = rf"{first}[^:：#\n]*+"
    word = rf"{first}[^\s:：#,，\[\]{{}}\"']*+"
    flow = rf"\[{word}(?:, {word})*+\]|\{{{word}: {word}(?:, {word}: {word})*+\}}"
    # "#" with a blank before and none behind may be meant as words: that is told elsewhere.
    note = r"(?: *+(?<= )#[ #][^\n]*+| *+)"
    pair, listed = rf"( *+)(- ++)?+({key}):(?:( ++)({plain}|{flow}))?+{note}", rf"( *+)(- ++)({item}){note}"
    return re.compile(rf"(?:{pair}|{listed}| *+(?:#[^\n]*+)?|([^\n]++))(?:\n|\Z)")


class Rows:
    """The lines of a form that say something, and how far they were read. Raises Unclear where one of them is odd.

    text: without tabs and carriage returns.
    """

    __slots__ = ("at", "rows")

    def __init__(self, text: str) -> None:
        self.at = 0
        self.rows: list[Row] = []
        add = self.rows.append
        lines = text.split("\n")
        starts = accumulate([len(line) + 1 for line in lines], initial=0)
        for number, line, found in zip(count(1), starts, _lines().findall(text), strict=False):
            indent, dash, key, gap, value, item_indent, item_dash, item, odd = found
            if key:
                column, width = len(indent), len(dash)
                start = line + column + width
                add((column, width, key, value.rstrip(" "), number, start, start + len(key) + 1 + len(gap)))
            elif item:
                column, width = len(item_indent), len(item_dash)
                start = line + column + width
                add((column, width, "", item.rstrip(" "), number, start, start))
            elif odd:
                raise Unclear
        self.rows.append(_END)

    def first(self) -> Row:
        """The row that the form begins with, which is the first of a mapping. Raises Unclear where there is none."""
        row = self.rows[0]
        if row is _END or row[1]:
            raise Unclear
        return row

    def over(self) -> None:
        """Raises Unclear unless all rows were read."""
        if self.rows[self.at] is not _END:
            raise Unclear

    def pairs(self, column: int) -> Iterator[Row]:
        """The rows of the mapping that begins here; what stands below one is read before the next is asked for."""
        rows = self.rows
        while (row := rows[self.at])[0] == column and not row[1]:
            self.at += 1
            yield row
        if row[0] >= column:
            raise Unclear

    def items(self, column: int) -> Iterator[Row]:
        """The rows with which the items of the list that begins here begin; one with a key stays to be read as the
        first of its mapping, at the column behind the dash."""
        rows = self.rows
        while (row := rows[self.at])[0] == column and row[1]:
            if row[2]:
                row = rows[self.at] = (column + row[1], 0, *row[2:])
            else:
                self.at += 1
            yield row
        if row[0] > column:
            raise Unclear

    def below(self, column: int) -> Row | None:
        """The row that what the key before it waits for begins with, None if that is nothing."""
        row = self.rows[self.at]
        return row if row[0] > column or (row[0] == column and row[1]) else None

    def end(self) -> int:
        """Offset at which the row read last ends."""
        _, _, key, words, _, start, begin = self.rows[self.at - 1]
        return begin + len(words) if words else start + len(key) + 1

    def value(self, row: Row, depth: int = 0) -> Node:
        """What stands behind a key or below it."""
        if row[3]:
            return word(row)
        below = self.below(row[0])
        if below is None:
            end = row[5] + len(row[2]) + 1
            return Scalar("", True, row[4], row[0] + len(row[2]) + 2, end, end)
        if depth > _DEEPEST:
            raise Unclear
        return self._listing(below, depth) if below[1] else self.entries(below, depth)

    def entries(self, first: Row, depth: int = 0) -> Entries:
        """The mapping that begins with this row."""
        made = Entries(first[4], first[0] + 1, first[5])
        made.pairs = [(key(row), self.value(row, depth + 1)) for row in self.pairs(first[0])]
        made.end = self.end()
        if len({name.words for name, _ in made.pairs}) < len(made.pairs):
            raise Unclear
        return made

    def _listing(self, first: Row, depth: int) -> Listing:
        made = Listing(False, first[4], first[0] + 1, first[5] - first[1])
        made.items = [self.entries(row, depth + 1) if row[2] else word(row) for row in self.items(first[0])]
        made.end = self.end()
        return made


def read_block(text: str) -> Entries | None:
    """The mapping that `text` is, None where the YAML parser has to look. text: without tabs and carriage returns."""
    try:
        rows = Rows(text)
        root = rows.entries(rows.first())
        rows.over()
        return root
    except Unclear:
        return None


def key(row: Row) -> Scalar:
    """The key of a row."""
    column, _, words, _, number, start, _ = row
    return Scalar(words, True, number, column + 1, start, start + len(words))


def word(row: Row) -> Node:
    """The value of a row, which has one."""
    column, dash, _, words, number, start, begin = row
    at = begin - start + column + dash + 1
    if words[0] in "[{":
        return _flow(words, number, at, begin)
    return Scalar(words, True, number, at, begin, begin + len(words))


def _flow(words: str, number: int, column: int, start: int) -> Listing | Entries:
    """What stands in brackets or braces."""
    listing, entries = Listing(True, number, column, start), Entries(number, column, start)
    made = listing if words[0] == "[" else entries
    made.end = start + len(words)
    at = 1
    for item in words[1:-1].split(", "):
        parts = []
        for part in item.split(": "):
            parts.append(Scalar(part, True, number, column + at, start + at, start + at + len(part)))
            at += len(part) + 2
        if len(parts) == 1:
            listing.items += parts
        else:
            entries.pairs.append((parts[0], parts[1]))
    if len({name.words for name, _ in entries.pairs}) < len(entries.pairs):
        raise Unclear
    return made

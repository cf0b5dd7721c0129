"""A form as read, before any meaning: scalars, lists and mappings, each with where it stands.

These are made by the thousand for one form; slots and no more.
"""

from typing import TypeAlias


class Scalar:
    """words: the text; plain: typed without quotes; line, column 1-based, start, end in characters."""

    __slots__ = ("column", "end", "line", "plain", "start", "words")

    def __init__(self, words: str, plain: bool, line: int, column: int, start: int, end: int) -> None:
        self.words = words
        self.plain = plain
        self.line = line
        self.column = column
        self.start = start
        self.end = end


class Listing:
    """Items in their order; flow: written in [ ]."""

    __slots__ = ("column", "end", "flow", "items", "line", "start")

    def __init__(self, flow: bool, line: int, column: int, start: int) -> None:
        self.items: list[Node] = []
        self.flow = flow
        self.line = line
        self.column = column
        self.start = start
        self.end = start


class Entries:
    """Keys with their values, in their order and as often as they were written."""

    __slots__ = ("column", "end", "line", "pairs", "start")

    def __init__(self, line: int, column: int, start: int) -> None:
        self.pairs: list[tuple[Scalar, Node]] = []
        self.line = line
        self.column = column
        self.start = start
        self.end = start


Node: TypeAlias = Scalar | Listing | Entries

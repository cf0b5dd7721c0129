"""One report as plain data, so that others can print exactly what we print: same words, same values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from generator.document.nodes import Block, Division, Document, Text
from generator.document.walk import texts
from generator.flow import Piece, printed

Part: TypeAlias = str | tuple[str, str]
"""Fixed words, or the group and the name of a value."""


@dataclass(frozen=True)
class Line:
    """A paragraph: pieces of a role (`title`, `heading1` …, `body`)."""

    pieces: tuple[tuple[str, tuple[Part, ...]], ...]


@dataclass(frozen=True)
class Content:
    """Lines with holes, and what fills the holes."""

    lines: tuple[Line, ...]
    values: dict[str, dict[str, str]]

    @property
    def size(self) -> tuple[int, int, int]:
        """Characters printed, values, YAML lines."""
        parts = [part for line in self.lines for _, pieces in line.pieces for part in pieces]
        words = [part if isinstance(part, str) else self.values[part[0]][part[1]] for part in parts]
        return sum(map(len, words)), sum(map(len, self.values.values())), self.yaml.count("\n")

    @property
    def yaml(self) -> str:
        """The values as the form of a generator that knows nothing of reports."""
        return yaml.safe_dump(self.values, allow_unicode=True, width=10_000)


def hole(group: str, name: str) -> str:
    """The value in Jinja's notation."""
    return f"{{{{ {group}.{name} }}}}"


def content_of(document: Document) -> Content:
    """Every text that came from the form or was computed becomes a hole; the rest is fixed."""
    values: dict[str, dict[str, str]] = {}

    def keep(words: str) -> Part:
        count = sum(map(len, values.values()))
        group, name = f"part{count // 12 + 1}", f"value{count % 12 + 1}"
        values.setdefault(group, {})[name] = words
        return group, name

    def part(text: Text) -> Part:
        ours = text.source is None or text.source.kind in ("fixed", "tick")
        return text.words if ours else keep(text.words)

    lines = tuple(
        Line(tuple((role, tuple(map(part, texts(inlines)))) for role, inlines in pieces))
        for pieces in _pieces(document.blocks)
    )
    return Content(lines, values)


def _pieces(blocks: Iterable[Block]) -> Iterator[tuple[Piece, ...]]:
    for shown in printed(blocks):
        if shown.pieces:
            yield shown.pieces
        elif isinstance(shown.block, Division):
            yield from _pieces(shown.block.blocks)

"""Going through a tree."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from generator.document.nodes import Block, Division, Heading, Inline, LineBreak, Paragraph, Strong, Table, Text


def stretches(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    """The inlines of each title, heading, paragraph and cell, in reading order."""
    for block in blocks:
        if type(block) is Paragraph or type(block) is Heading:
            yield block.inlines
        elif isinstance(block, Division):
            yield from stretches(block.blocks)
        elif isinstance(block, Table):
            for row in (*block.header, *block.rows):
                yield from row
        else:
            yield block.inlines


def all_texts(blocks: Iterable[Block]) -> list[Text]:
    """Every text of these blocks, in reading order."""
    found: list[Any] = list(chain.from_iterable(stretches(blocks)))
    # Nearly always there is nothing else.
    return found if {Text}.issuperset(map(type, found)) else list(texts(found))


def characters(found: Iterable[Text]) -> int:
    """Words as Word counts them for Chinese: every character that is not a space."""
    return sum(map(len, "".join([text.words for text in found]).split()))


def texts(inlines: Iterable[Inline]) -> Iterator[Text]:
    """Every text, those set in bold among them."""
    for inline in inlines:
        if type(inline) is Text:
            yield inline
        elif isinstance(inline, Strong):
            yield from texts(inline.inlines)


def plain(inlines: Iterable[Inline], line_break: str = "") -> str:
    """The words alone; `line_break` stands for a forced line end."""
    parts: list[str] = []
    for inline in inlines:
        if isinstance(inline, Text):
            parts.append(inline.words)
        elif isinstance(inline, LineBreak):
            parts.append(line_break)
        else:
            parts.append(plain(inline.inlines, line_break))
    return "".join(parts)

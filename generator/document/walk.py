"""Going through a tree."""

from collections.abc import Iterable, Iterator

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
    inlines: list[Inline] = []
    for stretch in stretches(blocks):
        inlines += stretch
    found = [inline for inline in inlines if type(inline) is Text]
    return found if len(found) == len(inlines) else list(texts(inlines))


def characters(found: Iterable[Text]) -> int:
    """Words as Word counts them for Chinese: every character that is not a space."""
    words = "".join([text.words for text in found])
    return len(words) if words.isprintable() and " " not in words else len("".join(words.split()))


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

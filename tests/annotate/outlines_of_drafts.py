"""What a draft's tree says of its own outline, and reading the outline of a document back."""

import random
from functools import cache

from generator.annotate.lexicon import Lexicon
from generator.annotate.lines import lines
from generator.annotate.model import Outline
from generator.annotate.outline import outline
from generator.api.inputs import load
from generator.api.reading import words_of
from generator.document.nodes import Document, Heading, LineBreak, Paragraph, Span, Text
from generator.document.walk import plain

WIDE = str.maketrans(",;:()!?", "，；：（）！？")
HALF = str.maketrans("，；：（）！？", ",;:()!?")


@cache
def words() -> Lexicon:
    """The shipped genre's lexicon."""
    return words_of(*load(None)).lexicon


def outline_of(document: Document) -> Outline:
    """The outline that is read from a document."""
    return outline(lines(document), document.meta, words())


def page(text: str) -> Document:
    """A text as a reader of text files gives it: a paragraph for each line."""
    listed = enumerate(text.split("\n"), 1)
    return Document(tuple(Paragraph((Text(line),), Span(at, at)) for at, line in listed if line.strip()))


def broken(text: str) -> Document:
    """The same as one paragraph with forced line ends."""
    parts = [part for line in text.split("\n") for part in (Text(line), LineBreak())]
    return Document((Paragraph(tuple(parts), Span(1, 1)),))


def text_of(document: Document) -> str:
    """A document as a text file, a paragraph a line."""
    return "\n".join(line.text for line in lines(document))


def dropped(text: str, seed: int, share: float) -> str:
    """The text without a share of its characters, line ends kept."""
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    return "".join(c for c in text if c == "\n" or chance.random() >= share)


def headings(document: Document) -> list[tuple[int, str]]:
    """Nesting depth and words of each heading of a draft's tree."""
    found: list[tuple[int, str]] = []
    opened: list[int] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            while opened and opened[-1] >= block.level:
                opened.pop()
            opened.append(block.level)
            found.append((len(opened), plain(block.inlines).rstrip("。：；，")))
    return found


def sections(found: Outline) -> list[tuple[int, str]]:
    """Level and words of each section, in full width."""
    return [(section.level, section.text.translate(WIDE)) for section in found.sections]


def levels(found: Outline) -> list[tuple[int, str]]:
    """Level and role of each section."""
    return [(section.level, section.role) for section in found.sections]

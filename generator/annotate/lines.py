"""A document as the lines that are printed, each with the number by which its file knows it."""

from collections.abc import Iterator, Sequence

from generator.annotate.model import Kind, Line, Part
from generator.document.nodes import Block, Division, Document, Heading, Inline, Paragraph, Strong, Table, Title
from generator.document.walk import plain
from generator.flow import printed

_KINDS: dict[str, Kind] = {
    "letterhead": "letterhead",
    "mark": "letterhead",
    "number": "letterhead",
    "issuer": "letterhead",
    "salutation": "salutation",
    "signature": "signature",
    "date": "date",
    "attachment_note": "attachment",
    "attachment": "attachment",
    "note": "note",
    "imprint": "imprint",
    "copies": "imprint",
    "printed": "imprint",
}
_INHERITED = {"letterhead", "attachment", "imprint"}
"""Kinds that everything inside takes on."""


def lines(document: Document) -> tuple[Line, ...]:
    """Its titles, headings, paragraphs and tables as printed, headings with their numbers, run-in ones merged.

    A line's number is what its block's span begins with, or the next one where it has none. Paragraphs that
    share a number (a page written on one line) become one line whose text is divided by line feeds.
    """
    found: list[Line] = []
    numbers: set[int] = set()
    for number, part, text in _paragraphs(document.blocks, ""):
        last = found[-1] if found else None
        if last is not None and number == last.number:
            found[-1] = _joined(last, part, text)
            continue
        if number is None or number in numbers:
            number = max(numbers, default=0) + 1
        numbers.add(number)
        found.append(Line(number, text, part.kind, part.level, part.head))
    return tuple(found)


def _joined(line: Line, part: Part, text: str) -> Line:
    parts = line.parts or (Part(0, line.kind, line.level, line.head),)
    added = Part(len(line.text) + 1, part.kind, part.level, part.head)
    return Line(line.number, f"{line.text}\n{text}", line.kind, line.level, line.head, (*parts, added))


def _paragraphs(blocks: Sequence[Block], inside: str) -> Iterator[tuple[int | None, Part, str]]:
    """Number, format and words of each printed paragraph."""
    for item in printed(blocks):
        block = item.block
        number = block.span.first if block.span is not None else None
        if isinstance(block, Division):
            kind = _KINDS.get(block.name, "text")
            yield from _paragraphs(block.blocks, inside if inside in _INHERITED else kind)
        elif isinstance(block, Table):
            yield from _rows(block, number)
        else:
            text = "".join(plain(inlines, "\n") for _, inlines in item.pieces)
            yield number, _part(block, item.pieces[0][1], inside), text


def _part(block: Block, first: tuple[Inline, ...], inside: str) -> Part:
    if inside:
        return Part(0, inside)  # type: ignore[arg-type]
    if isinstance(block, Title):
        return Part(0, "title")
    if isinstance(block, Heading) and block.placement != "joined":
        return Part(0, "heading", block.level, len(plain(first)))
    if isinstance(block, Paragraph) and first and isinstance(first[0], Strong):
        return Part(0, "text", 0, len(plain(first[:1])))
    return Part(0)


def _rows(table: Table, number: int | None) -> Iterator[tuple[int | None, Part, str]]:
    rows = [*table.header, *table.rows]
    words = "\n".join("\t".join(plain(cell, " ") for cell in row) for row in rows)
    yield number, Part(0, "table"), words

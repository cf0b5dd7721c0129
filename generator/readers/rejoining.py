"""Paragraphs of a document that were broken at a fixed width (copied from a PDF, or with forced line ends), joined."""

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, Severity
from generator.document.nodes import Block, Document, Inline, LineBreak, Paragraph, Span, Text
from generator.document.walk import plain
from generator.readers import codes
from generator.readers.reading import Reading
from generator.readers.wrapped import WIDEST, full, goes_on
from generator.records import record


@record
class _Line:
    """A line of a paragraph. block: its paragraph's position; begins: whether it is the first of it."""

    block: int
    begins: bool
    inlines: tuple[Inline, ...]
    words: str


def rejoined(reading: Reading) -> Reading:
    """The same with such paragraphs joined again, which is told."""
    blocks = reading.document.blocks
    lines = _lines(blocks)
    if lines is None:
        return reading
    wrapped = full([line.words for line in lines])
    if not any(wrapped):
        return reading
    made = list(_joined(blocks, lines, wrapped))
    told = rejoinings(len(blocks) - len(made) + _breaks(blocks) - _breaks(made))
    document = Document(tuple(made), reading.document.meta, reading.document.look)
    return Reading(document, (*reading.diagnostics, told))


def rejoinings(number: int) -> Diagnostic:
    """What there is to say of so many line ends that were taken back."""
    message = f"文件按固定宽度断了行，{number} 处已接回"
    return Diagnostic(codes.REJOINED, None, message, "位置是各段第一行的", Severity.INFO)


def _lines(blocks: Sequence[Block]) -> list[_Line] | None:
    """The lines of all paragraphs, an empty one where something else stands; None where one is too long for that."""
    found: list[_Line] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            found.append(_Line(at, True, (), ""))
            continue
        pieces: list[list[Inline]] = [[]]
        for inline in block.inlines:
            if isinstance(inline, LineBreak):
                pieces.append([])
            else:
                pieces[-1].append(inline)
        for number, piece in enumerate(pieces):
            words = plain(piece, "\n")
            if len(words) > WIDEST:
                return None
            found.append(_Line(at, number == 0, tuple(piece), words))
    return found


def _joined(blocks: Sequence[Block], lines: Sequence[_Line], wrapped: Sequence[bool]) -> Iterator[Block]:
    pending: list[_Line] = []
    inlines: tuple[Inline, ...] = ()
    for number, line in enumerate(lines):
        words = plain(inlines)
        on = bool(pending and wrapped[number - 1] and line.words.strip() and goes_on(words, line.words))
        if pending and line.begins and not on:
            yield _paragraph(blocks, pending, inlines)
            pending, inlines = [], ()
        if not isinstance(blocks[line.block], Paragraph):
            yield blocks[line.block]
            continue
        if pending and not on:
            inlines = (*inlines, LineBreak())
        inlines = (*inlines, *(_stripped(line.inlines) if on else line.inlines))
        pending.append(line)
    if pending:
        yield _paragraph(blocks, pending, inlines)


def _paragraph(blocks: Sequence[Block], pending: Sequence[_Line], inlines: tuple[Inline, ...]) -> Block:
    first, last = blocks[pending[0].block], blocks[pending[-1].block]
    if first.span is None or last.span is None:
        return Paragraph(inlines)
    return Paragraph(inlines, Span(first.span.first, last.span.last))


def _stripped(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    first = inlines[0] if inlines else None
    return (Text(first.words.lstrip()), *inlines[1:]) if isinstance(first, Text) else inlines


def _breaks(blocks: Sequence[Block]) -> int:
    return sum(isinstance(one, LineBreak) for block in blocks if isinstance(block, Paragraph) for one in block.inlines)

"""A draft as a subject: findings about its words are told at the lines of the form that the words came from."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence

from generator.check.subject import Subject
from generator.diagnostics import Diagnostic, Fix
from generator.document.nodes import Block, Division, Document, Inline, LineBreak, Table, Text
from generator.document.walk import plain, texts
from generator.flow import printed
from generator.places import Place

DRAFT = ""
"""The file name of places in a draft, which is in no file."""

_NEAR = 6
"""Characters on either side by which words are known again in the form."""

Runs = tuple[tuple[int, Text], ...]
"""Offset within the line, and the words there."""


def runs(document: Document, wanted: Container[int]) -> Mapping[int, Runs]:
    """The words of these lines of a draft, by the numbers that `generator.annotate.lines` gives them."""
    numbered = enumerate(_lines(document.blocks), 1)
    return {number: tuple(_offsets(line)) for number, line in numbered if number in wanted}


def at_home(of: Subject, found: Sequence[Diagnostic], document: Document, form: str) -> Iterator[Diagnostic]:
    """The findings with places in the form instead of the draft; those about the template's own words have none.

    form: the form's text; a fix is kept where the words stand in it as they are printed.
    """
    wanted = {told.place.line for told in found if told.place is not None and told.place.file == DRAFT}
    lines = runs(document, wanted) if wanted else {}
    for diagnostic in found:
        place = diagnostic.place
        if place is None or place.file != DRAFT:
            yield diagnostic
            continue
        start = place.start - of.starts[place.line - 1]
        at, text = _run(lines.get(place.line, ()), start, place.end - place.start)
        if text and text.source and text.source.kind == "gap":
            # The form's own reading says already what is not filled in.
            continue
        home = text.source.place if text and text.source else None
        within = _within(home, form, text, start - at, place.end - place.start) if home and text else None
        fix = Fix(within, diagnostic.fix.text) if diagnostic.fix and within else None
        yield Diagnostic(
            diagnostic.code, within or home, diagnostic.message, diagnostic.hint, diagnostic.severity, fix
        )


def _run(line: Runs, start: int, length: int) -> tuple[int, Text | None]:
    """The run that the finding begins in; one that the form gave, if the finding holds such."""
    at = max(bisect_right([begin for begin, _ in line], start) - 1, 0)
    for begin, text in line[at:]:
        if begin >= start + max(length, 1):
            break
        if text.source and text.source.place:
            return begin, text
    return line[at] if line else (0, None)


def _within(home: Place, form: str, text: Text, offset: int, length: int) -> Place | None:
    """Where in a value of the form words of its run stand, None where it does not hold them as they are printed."""
    held = form[home.start : home.end]
    if not length or offset < 0 or offset + length > len(text.words):
        return None
    # The draft may have closed the words with a mark that the form lacks: what stands nearby tells the place too.
    for near in (len(text.words), _NEAR, 0):
        first = max(0, offset - near)
        piece = text.words[first : offset + length + near]
        if held.count(piece) == 1:
            begin = home.start + held.index(piece) + offset - first
            break
    else:
        return None
    line = form.count("\n", 0, begin) + 1
    column = begin - (form.rfind("\n", 0, begin) + 1) + 1
    return Place(home.file, line, column, begin, begin + length)


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[Inline, ...]]:
    for item in printed(blocks):
        if isinstance(item.block, Division):
            yield from _lines(item.block.blocks)
        elif isinstance(item.block, Table):
            yield tuple(_table(item.block))
        else:
            yield tuple(inline for _, inlines in item.pieces for inline in inlines)


def _table(table: Table) -> Iterator[Inline]:
    for at, row in enumerate([*table.header, *table.rows]):
        for column, cell in enumerate(row):
            if at or column:
                yield Text("\t" if column else "\n")
            yield from (Text(" ") if isinstance(inline, LineBreak) else inline for inline in cell)


def _offsets(line: Sequence[Inline]) -> Iterator[tuple[int, Text]]:
    at = 0
    for inline in line:
        begin = at
        for text in texts((inline,)):
            yield begin, text
            begin += len(text.words)
        at += len(plain((inline,), "\n"))

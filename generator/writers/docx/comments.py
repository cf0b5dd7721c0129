"""Notes as Word comments: which words each stands at, and the part that holds them."""

from collections.abc import Iterator, Sequence

from generator.document.nodes import Block, Source, Text
from generator.document.walk import stretches, texts
from generator.writers.docx.markup import NAMESPACES, PROLOG, escape
from generator.writers.docx.runs import Anchors
from generator.writers.notes import Note

_AUTHOR = "起草提示"
# Word wants a date; any fixed one keeps the bytes the same. This is the day GB/T 9704-2012 came into force.
_DATE = "2012-07-01T00:00:00Z"

UNPLACED = -1
"""Stands in `Anchors` for the notes without a place in the tree."""


def anchor(blocks: Sequence[Block], notes: Sequence[Note]) -> Anchors:
    """For each note the first `Text` whose source, or an operand of it, stands at its place or path."""
    candidates = [
        (text, tuple(_sources(text.source)))
        for inlines in stretches(blocks)
        for text in texts(inlines)
        if text.source is not None
    ]
    anchors: Anchors = {}
    for number, note in enumerate(notes):
        target = _target(note, candidates)
        anchors.setdefault(UNPLACED if target is None else id(target), []).append(number)
    return anchors


def _target(note: Note, candidates: list[tuple[Text, tuple[Source, ...]]]) -> Text | None:
    place, path = note.place, note.path
    if place is not None:
        for text, sources in candidates:
            if any(source.place == place for source in sources):
                return text
    if path:
        for text, sources in candidates:
            if any(source.path == path for source in sources):
                return text
    if place is not None:
        for text, sources in candidates:
            for source in sources:
                at = source.place
                if at and at.file == place.file and at.start < place.end and place.start < at.end:
                    return text
    if path:
        for text, sources in candidates:
            if any(source.path.startswith(path + ".") for source in sources):
                return text
    return None


def _sources(source: Source | None) -> Iterator[Source]:
    if source is not None:
        yield source
        for operand in source.operands:
            yield from _sources(operand)


def comments_xml(notes: Sequence[Note]) -> str:
    """The part word/comments.xml."""
    return (
        f"{PROLOG}<w:comments {NAMESPACES}>"
        + "".join(_comment(number, note.text) for number, note in enumerate(notes))
        + "</w:comments>"
    )


def _comment(number: int, text: str) -> str:
    paragraphs = []
    mark = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    for line in text.split("\n"):
        paragraphs.append(
            f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{mark}'
            f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        )
        mark = ""
    return (
        f'<w:comment w:id="{number}" w:author="{_AUTHOR}" w:date="{_DATE}" w:initials="提示">'
        f"{''.join(paragraphs)}</w:comment>"
    )

"""A report as a DOCX of GB/T 9704-2012, written as XML text into a zip put together by hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.document.nodes import Document, Title
from generator.document.walk import plain
from generator.look import standard
from generator.writers.docx.body import document_xml
from generator.writers.docx.package import pack, part
from generator.writers.docx.parts import constant_parts, properties
from generator.writers.docx.runs import Anchors

if TYPE_CHECKING:
    from generator.writers.notes import Note


def write(document: Document, notes: "Sequence[Note]" = ()) -> bytes:
    """The bytes of a DOCX file; the same document and notes always give the same bytes.

    document: its `look`, or the standard's; meta `sealed` and `imprint_even_page` ("yes") are obeyed.
    notes: each becomes a comment at the first words that come from its place or path, else at the title.
    """
    look = document.look or standard()
    anchors: Anchors = {}
    if notes:
        from generator.writers.docx.comments import anchor, comments_xml

        anchors = anchor(document.blocks, notes)
    body, blank_footer = document_xml(document, look, anchors)
    parts = [
        *constant_parts(look, comments=bool(notes), blank_footer=blank_footer),
        properties(_title(document)),
        part("word/document.xml", body),
    ]
    if notes:
        parts.append(part("word/comments.xml", comments_xml(notes)))
    return pack(parts)


def _title(document: Document) -> str:
    for block in document.blocks:
        if isinstance(block, Title):
            return plain(block.inlines)
    return document.meta.get("title", "")

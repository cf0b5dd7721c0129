"""Law 1 for the constrained Markdown of templates, and law 11 for its reader."""

from hypothesis import given
from hypothesis import strategies as st
from strategies import documents, words

from generator.document.nodes import Document, Paragraph
from generator.readers.markdown import lint, read
from generator.writers.source_markdown import write


@given(documents())
def test_what_is_written_reads_back_as_the_same_document(document: Document) -> None:
    assert read(write(document)) == document


@given(documents())
def test_what_is_written_has_nothing_to_complain_about(document: Document) -> None:
    assert lint(write(document)) == ()


@given(st.text() | words())
def test_any_text_reads_as_a_document_and_settles(text: str) -> None:
    once = read(text)
    assert read(write(once)) == once


@given(words())
def test_every_sign_can_be_taken_literally(text: str) -> None:
    escaped = "".join(f"&#{ord(sign)};" for sign in text)
    (paragraph,) = read(escaped).blocks
    assert isinstance(paragraph, Paragraph)
    assert [inline.words for inline in paragraph.inlines] == [text]  # type: ignore[union-attr]

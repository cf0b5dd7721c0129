"""Law 1 for DOCX, and law 11 for its reader."""

from hypothesis import given
from strategies import documents

from generator.document.nodes import Document
from generator.readers.docx import read
from generator.writers.docx import write


@given(documents())
def test_what_is_written_reads_back_as_the_same_document(document: Document) -> None:
    assert read(write(document), "报告.docx").document == document

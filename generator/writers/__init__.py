"""The table of writers: a document tree becomes the bytes of a file."""

from collections.abc import Sequence
from importlib import import_module

from generator.document.nodes import Document
from generator.errors import UsageError
from generator.writers.notes import Note

WRITERS: dict[str, tuple[str, str]] = {
    "docx": ("generator.writers.docx", ".docx"),
    "md": ("generator.writers.markdown", ".md"),
    "html": ("generator.writers.html", ".html"),
    "pdf": ("generator.writers.pdf", ".pdf"),
}
"""Name of a format -> module with `write(document, notes) -> bytes`, and the file's extension."""


def write(document: Document, format: str, notes: Sequence[Note] = ()) -> bytes:
    """`document` in the format of that name, its writer imported now. Raises UsageError, CannotWrite."""
    return bytes(import_module(WRITERS[known(format)][0]).write(document, notes))


def known(format: str) -> str:
    """`format`, if there is a writer for it; raises UsageError otherwise."""
    if format not in WRITERS:
        raise UsageError(f"没有名为“{format}”的输出格式", f"可用的格式：{'、'.join(WRITERS)}")
    return format

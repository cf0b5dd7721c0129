"""The paragraphs of a body with the numbers by which the reader, and so every finding, knows them."""

from collections.abc import Iterator
from typing import Any

from generator.readers.docx.facts import W
from generator.readers.docx.runs import chosen_of

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_AROUND = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}


def numbered(parent: Any) -> Iterator[tuple[Any, bool]]:
    """Every `w:p` that counts, in reading order, the first of them number 1, and whether it is in a table.

    Paragraphs of text boxes and notes do not count: they bear the number of the one they hang on.
    """
    return _numbered(parent, False)


def _numbered(parent: Any, inside: bool) -> Iterator[tuple[Any, bool]]:
    for child in parent:
        tag = child.tag
        if tag == f"{W}p":
            yield child, inside
        elif tag == f"{W}tbl":
            for row in _in(child, f"{W}tr"):
                properties = row.find(f"{W}trPr")
                if properties is None or properties.find(f"{W}del") is None:
                    for cell in _in(row, f"{W}tc"):
                        yield from _numbered(cell, True)
        elif tag in _AROUND:
            yield from _numbered(child, inside)
        elif tag == f"{_MC}AlternateContent" and (chosen := chosen_of(child)) is not None:
            yield from _numbered(chosen, inside)


def _in(parent: Any, tag: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _in(child, tag)

"""`gen check --review`: the report as it was sent, with the findings as Word comments at their places."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from generator.api.checking import Checked
from generator.api.inputs import content
from generator.check.shown import quote
from generator.diagnostics import Diagnostic, Severity
from generator.errors import UsageError
from generator.readers.bounds import MOST_BLOCKS
from generator.writers.docx.comments_placing import Remark

SUFFIXES = (".docx", ".docm", ".dotx")
_OURS = ("RDR", "BUG")
"""What was not read and what went wrong with us is no remark on the report."""
_LEVELS = {Severity.ERROR: "应改", Severity.WARNING: "提醒", Severity.INFO: "提示"}


def review(file: Path, checked: Checked) -> bytes:
    """A copy of a DOCX with what was found in it as comments; nothing is written.

    Raises UsageError for another format, UnreadableInput.
    """
    from generator.writers.docx.comments_review import commented

    if file.suffix.lower() not in SUFFIXES:
        raise UsageError(f"“{file}”不是 DOCX，加不了批注", "只有 DOCX 能加批注；别的先另存为 DOCX")
    return commented(content(file), str(file), tuple(remarks(checked)))


def remarks(checked: Checked) -> Iterator[Remark]:
    """What was found as comments, in the order of the text; what concerns the whole report stands at its beginning."""
    of = checked.subject
    numbers = [line.number for line in of.annotation.lines] if of is not None else []
    ends = {number: after - 1 for number, after in pairwise([*numbers, MOST_BLOCKS])}
    first = numbers[0] if numbers else 1
    rows = checked.source.split("\n")
    for found in checked.diagnostics:
        if found.code[:3] in _OURS:
            continue
        place = found.place
        if place is None or place.file not in ("", checked.file):
            yield Remark(first, ends.get(first, first), "", 0, _said(found, "全文："))
            continue
        words = quote(found, checked.source)
        row = rows[place.line - 1] if place.line <= len(rows) else ""
        before = _bare(row[: place.column - 1] + words[:-1])
        ordinal = _count(before, _bare(words))
        yield Remark(place.line, ends.get(place.line, place.line), words, ordinal, _said(found))


def _count(text: str, words: str) -> int:
    """How often the words begin in the text, overlapping ones too."""
    return sum(text.startswith(words, at) for at in range(len(text))) if words else 0


def _said(found: Diagnostic, about: str = "") -> str:
    rows = [f"{_LEVELS[found.severity]} {found.code} {about}{found.message}", found.hint]
    return "\n".join(row.replace("\n", " ") for row in rows if row)


def _bare(words: str) -> str:
    return "".join(words.split())

"""The places in a report that may be headings, in their order, with what speaks for each."""

import re
from collections.abc import Iterator, Sequence

from generator.annotate.headings_grammar import ITEMS, Mark, folded, marks
from generator.annotate.lexicon import Lexicon
from generator.annotate.model import Kind, Line
from generator.annotate.outline_depths import Claim
from generator.annotate.roles import MEASURES, said
from generator.records import record

_STOPS = re.compile(r"[。;!?]")
_PEEK = 40
_SHORT = 28
_HEADED = {"text", "heading"}


@record
class Paragraph:
    """A printed paragraph: where it stands, what its format says."""

    line: int
    """Position of its line among the lines."""
    start: int
    end: int
    kind: Kind
    level: int
    head: int


@record
class Candidate:
    """A place that may be a heading: its paragraph's position, its number, and what the depth search weighs."""

    paragraph: int
    mark: Mark
    claim: Claim
    role: str = ""
    """For a part without heading, or a heading found by its words: the role it was found by."""


def paragraphs(lines: Sequence[Line], texts: Sequence[str]) -> list[Paragraph]:
    """The paragraphs of all lines that are not empty. texts: the lines, folded."""
    found: list[Paragraph] = []
    for at, (line, text) in enumerate(zip(lines, texts, strict=True)):
        parts = [(p.start, p.kind, p.level, p.head) for p in line.parts] or [(0, line.kind, line.level, line.head)]
        begins = [p[0] for p in parts] + [len(text) + 1]
        for (start, kind, level, head), after in zip(parts, begins[1:], strict=True):
            first, last = start, max(after - 1, start)
            # A forced line end begins a paragraph too, except in a table.
            while first < last:
                cut = text.find("\n", first, last)
                end = last if cut < 0 or kind == "table" else cut
                if text[first:end].strip():
                    found.append(Paragraph(at, first, end, kind, level, head if first == start else 0))
                first = end + 1
    return found


def candidates(paragraphs: Sequence[Paragraph], texts: Sequence[str], lexicon: Lexicon) -> Iterator[Candidate]:
    """Every place in the paragraphs of the body that may be a heading."""
    for at, paragraph in enumerate(paragraphs):
        if paragraph.kind not in _HEADED:
            continue
        text = texts[paragraph.line]
        numbered = False
        for mark in marks(text, paragraph.start, paragraph.end):
            if mark.opens and mark.kind == "一、" and not mark.sure and not _is_short(text, paragraph):
                continue
            numbered = numbered or mark.opens
            yield Candidate(at, mark, _claim(mark, at, paragraph, text, lexicon))
        if not numbered and (bare := _unnumbered(at, paragraph, text, lexicon)):
            yield bare


def _is_short(text: str, paragraph: Paragraph) -> bool:
    words = text[paragraph.start : paragraph.end].strip()
    return len(words) <= _SHORT and words[-1:] not in "。;!?,、"


def _claim(mark: Mark, at: int, paragraph: Paragraph, text: str, lexicon: Lexicon) -> Claim:
    kinds = (mark.kind, *mark.others)
    outermost = False
    if mark.kind not in ITEMS and mark.kind == "一、":
        words = text[mark.end : min(mark.end + _PEEK, paragraph.end)]
        role = said(_STOPS.split(words, maxsplit=1)[0], lexicon)
        outermost = role not in ("", MEASURES)
    return Claim(kinds, mark.ordinal, at, mark.opens, mark.sure, outermost=outermost)


def _unnumbered(at: int, paragraph: Paragraph, text: str, lexicon: Lexicon) -> Candidate | None:
    """A heading without number: by its format, or a short line that says which part it opens."""
    words = text[paragraph.start : paragraph.end].strip()
    mark = Mark(paragraph.start, paragraph.start, "", 0, True, True)
    if paragraph.kind == "heading":
        return Candidate(at, mark, Claim(("",), 0, at, True, True, rank=max(paragraph.level, 1)))
    if not _is_short(text, paragraph):
        return None
    role = said(words, lexicon)
    if role in ("", MEASURES) and not (role and words.startswith(("20", "主要", "推进", "工作"))):
        return None
    return Candidate(at, mark, Claim(("",), 0, at, True, True, rank=1, outermost=True), role)


__all__ = ["Candidate", "Paragraph", "candidates", "folded", "paragraphs"]

"""The body of a DOCX as facts: paragraphs and tables in reading order, numbered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.document.walk import plain
from generator.readers import codes
from generator.readers.bounds import MOST_BLOCKS, too_long
from generator.readers.docx.facts import VAL, Fact, Stretch, W, WordParagraph, WordTable, is_on, whole
from generator.readers.docx.numbering import Numbering, next_number
from generator.readers.docx.runs import Piece, Story, chosen_of, pieces_of, stretches_of
from generator.readers.docx.styles import Styles, numbering_of, outline_level, style_of

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_AROUND = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_PARAGRAPH, _TABLE, _CHUNK, _ALTERNATE = f"{W}p", f"{W}tbl", f"{W}altChunk", f"{_MC}AlternateContent"
_PROPERTIES, _STYLE, _NUMBERED, _OUTLINED = f"{W}pPr", f"{W}pStyle", f"{W}numPr", f"{W}outlineLvl"
_TABS, _FRAME, _MARK = f"{W}tabs", f"{W}framePr", f"{W}rPr"
_GONE = {f"{W}del", f"{W}moveFrom"}
_WIDEST = 63
"""Columns that a table of Word may have."""
_DEEPEST = 3
"""Boxes and notes within one another."""


@dataclass(slots=True)
class Walk:
    """What reading goes through with.

    name: of the file; notes: kind -> id -> the element that holds the note's paragraphs; count: paragraphs so
    far; held: the words of a paragraph whose end was deleted; depth: of boxes and notes, whose paragraphs bear
    the number of the one they hang on.
    """

    name: str
    story: Story
    styles: Styles
    numbering: Numbering
    notes: Mapping[str, dict[str, Any]]
    count: int = 0
    held: list[Piece] = field(default_factory=list)
    depth: int = 0


def facts_of(body: Any, walk: Walk) -> list[Fact]:
    """Every paragraph with words, and every table; `walk.story.seen` gets what could not be carried, by code.

    Raises: UnreadableInput when there are more paragraphs than a report can have.
    """
    found = list(_facts(body, walk))
    if walk.held:
        found.append(WordParagraph(walk.count, "", 0, "", False, False, stretches_of(walk.held)))
    return found


def _facts(parent: Any, walk: Walk) -> Iterator[Fact]:
    for child in parent:
        tag = child.tag
        if tag == _PARAGRAPH:
            yield from _paragraph(child, walk)
        elif tag == _TABLE:
            yield _table(child, walk)
        elif tag in _AROUND:
            yield from _facts(child, walk)
        elif tag == _ALTERNATE:
            if (chosen := chosen_of(child)) is not None:
                yield from _facts(chosen, walk)
        elif tag == _CHUNK:
            walk.story.seen[codes.EMBEDDED] += 1
        elif tag in _GONE:
            walk.story.seen[codes.REVISIONS] += 1


def _paragraph(element: Any, walk: Walk) -> Iterator[Fact]:
    story = walk.story
    if not walk.depth:
        walk.count += 1
    number = walk.count
    if number > MOST_BLOCKS:
        raise too_long(walk.name)
    properties = element.find(_PROPERTIES)
    identity, style = "", walk.styles.default
    level: int | None = None
    listed, stops, goes_on = False, False, False
    numbering = style.numbering
    for one in () if properties is None else properties:
        tag = one.tag
        if tag == _STYLE:
            identity = one.get(VAL, "")
            style = style_of(walk.styles, identity, style)
            numbering = numbering if listed else style.numbering
        elif tag == _NUMBERED:
            listed, numbering = True, numbering_of(one, style.numbering)
        elif tag == _OUTLINED:
            level = outline_level(one)
        elif tag == _TABS:
            stops = True
        elif tag == _FRAME:
            goes_on = one.get(f"{W}dropCap", "none") != "none"
        elif tag == _MARK:
            goes_on = goes_on or any(mark.tag in _GONE for mark in one)
    # The weight of a style that names a part of the report is that part's look.
    bold = bool(style.bold) and not style.role and not style.level
    pieces = pieces_of(element, story, bold, style.hidden)
    boxes, notes = story.boxes[:], story.notes[:]
    story.boxes.clear()
    story.notes.clear()
    if goes_on:
        walk.held.extend(pieces)
        pieces = []
    elif walk.held:
        pieces, walk.held[:] = walk.held + pieces, []
    before = boxes if not pieces else []
    yield from _hung(before, walk)
    stretches = stretches_of(pieces)
    # One without words has its number too.
    auto = next_number(walk.numbering, *numbering, identity) if numbering and not goes_on else ""
    if style.role == "contents":
        story.seen[codes.CONTENTS] += bool(stretches)
    elif stretches and (style.styled or any(map(_has_words, stretches))):
        level = style.level if level is None else level
        yield WordParagraph(number, style.role, level, auto, stops, style.styled, stretches)
    yield from _hung(boxes if pieces else [], walk)
    # A note stands in one place, however often somebody refers to it.
    found = [walk.notes[kind].pop(note, None) for kind, note in notes]
    story.seen[codes.FOOTNOTES] += sum(one is not None for one in found)
    yield from _hung([one for one in found if one is not None], walk)


def _has_words(stretch: Stretch) -> bool:
    return bool(plain(stretch.inlines).strip())


def _hung(containers: list[Any], walk: Walk) -> Iterator[Fact]:
    """The paragraphs of boxes and notes of the paragraph just read."""
    if walk.depth > _DEEPEST:
        return
    walk.depth += 1
    for container in containers:
        yield from _facts(container, walk)
    walk.depth -= 1


def _table(element: Any, walk: Walk) -> WordTable:
    first = walk.count + 1
    rows: list[tuple[tuple[Fact, ...], ...]] = []
    header = 0
    for row in _inside(element, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            walk.story.seen[codes.REVISIONS] += 1
            continue
        cells: list[tuple[Fact, ...]] = []
        if properties is not None:
            cells += [()] * _span(properties.find(f"{W}gridBefore"), 0)
            if len(rows) == header and is_on(properties.find(f"{W}tblHeader")):
                header += 1
        for cell in _inside(row, f"{W}tc"):
            cells += _cell(cell, walk)
        rows.append(tuple(cells))
    width = max(map(len, rows), default=0)
    filled = tuple(row + ((),) * (width - len(row)) for row in rows)
    properties = element.find(f"{W}tblPr")
    lined = properties is not None and any(properties.find(f"{W}{n}") is not None for n in ("tblStyle", "tblBorders"))
    return WordTable(first, header, lined, filled)


def _cell(element: Any, walk: Walk) -> list[tuple[Fact, ...]]:
    """The cell, and an empty one for each further column it covers; one that continues another is empty."""
    properties = element.find(f"{W}tcPr")
    inside = tuple(_facts(element, walk))
    if properties is None:
        return [inside]
    for name in ("vMerge", "hMerge"):
        merged = properties.find(f"{W}{name}")
        if merged is not None and merged.get(VAL, "continue") == "continue":
            inside = ()
    return [inside, *[()] * (_span(properties.find(f"{W}gridSpan"), 1) - 1)]


def _span(element: Any, default: int) -> int:
    return default if element is None else whole(element.get(VAL), default, _WIDEST)


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The children called `tag`, those in content controls too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _inside(child, tag)

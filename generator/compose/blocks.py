"""Rendered markup becomes the blocks of the report: clauses resolved, empty headings gone, points arranged.

An empty `###` ends the point before it and lets the next paragraph continue that point's; an empty `####`
ends the point, and the next paragraph stands by itself.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from generator.compose.clauses import continued, resolve, sentences
from generator.compose.tokens import BODY, MISSING, NOTHING, Sentence, Table
from generator.document.nodes import Block, Division, Heading, Inline, LineBreak, Paragraph, Placement, Text, Title
from generator.document.nodes import Table as TableBlock
from generator.readers import markdown

_POINT = 3
_Cells: TypeAlias = tuple[tuple[tuple[Inline, ...], ...], ...]


Stretch: TypeAlias = tuple[str, int, Placement, str, tuple[Sentence, ...]]
"""Kind, level and placement of a block as `readers.markdown` has them; its raw text, or of what is said its
sentences."""

_BODIES = f"([{chr(BODY)}-{chr(MISSING - 1)}])"
_SAID = ("heading", "title")


def stretches(markup: str, table: Table) -> tuple[Stretch, ...]:
    """What rendered `markup` consists of, whole themes put in where their tokens stand."""
    out: list[Stretch] = []
    for kind, level, placement, raw, _, _ in markdown.blocks(markup.replace(NOTHING + "\n", "").replace(NOTHING, "")):
        if kind == "paragraph":
            _splice(raw, table, out)
        else:
            out.append((kind, level, placement, raw, sentences(raw, table) if kind in _SAID else ()))
    return tuple(out)


def _splice(raw: str, table: Table, out: list[Stretch]) -> None:
    """A paragraph: what stands beside a theme's token goes on in the paragraph that the theme begins or ends with."""
    joins = False
    for piece in filter(None, re.split(_BODIES, raw)):
        inside = table[piece].body if BODY <= ord(piece[0]) < MISSING else (paragraph(sentences(piece, table)),)
        if joins and inside and out[-1][0] == inside[0][0] == "paragraph":
            inside = (paragraph(out.pop()[4] + inside[0][4]), *inside[1:])
        out += inside
        joins = True


def paragraph(said: tuple[Sentence, ...]) -> Stretch:
    """A paragraph of these sentences."""
    return "paragraph", 0, "own_line", "", said


def build(markup: str, table: Table, points: Placement) -> tuple[Block, ...]:
    """The blocks of rendered `markup`; `points` is how headings of level 3 stand (joined 一是, run_in 1.)."""
    stack: list[tuple[str, list[Block]]] = [("", [])]
    opening, goes_on = "", False
    for kind, level, placement, raw, said in stretches(markup, table):
        into = stack[-1][1]
        if kind == "paragraph":
            words, last = continued(said, opening if goes_on else "")
            if words:
                into.extend([Paragraph(tuple(inlines)) for inlines in words])
                opening, goes_on = last, False
        elif kind == "heading":
            words = resolve(said) if said else [[]]
            goes_on = not said and level == _POINT
            if words:
                opening = "" if _entered(words[0]) else opening
                into.append(Heading(level, tuple(words[0]), points if level == _POINT else placement))
        elif kind == "title":
            into.append(Title(tuple(_broken(resolve(said)))))
        elif kind == "table":
            into.append(_table(raw, table))
        elif kind == "open":
            stack.append((raw, []))
        elif len(stack) > 1:
            name, inside = stack.pop()
            if inside:
                stack[-1][1].append(Division(name, tuple(inside)))
    return tuple(_alone(_continued(_kept(stack[0][1]))))


def _broken(paragraphs: list[list[Inline]]) -> list[Inline]:
    """A title's words, a line break where a value has one (several signatories)."""
    out: list[Inline] = []
    for inline in paragraphs[0] if paragraphs else []:
        if isinstance(inline, Text) and "\n" in inline.words:
            for at, words in enumerate(inline.words.split("\n")):
                out += [LineBreak()] if at else []
                out += [Text(words, inline.source)] if words else []
        else:
            out.append(inline)
    return out


def _table(raw: str, table: Table) -> TableBlock:
    def cells(rows: _Cells) -> _Cells:
        return tuple(tuple(_cell(cell, table) for cell in row) for row in rows)

    read = markdown.table(raw)
    return TableBlock(cells(read.header), cells(read.rows))


def _cell(cell: tuple[Inline, ...], table: Table) -> tuple[Inline, ...]:
    words = "".join(inline.words for inline in cell if isinstance(inline, Text))
    resolved = resolve(sentences(words, table))
    return tuple(resolved[0]) if resolved else ()


def _kept(blocks: list[Block]) -> list[Block]:
    """Without the headings that nothing stands under; what the clerk entered as a heading always stays."""
    out: list[Block] = []
    # Headings of a lower number than this have something under them.
    bare = 1
    for block in reversed(blocks):
        if type(block) is not Heading:
            out.append(block)
            bare = 5
        elif block.level < bare or (block.level > 1 and _entered(block.inlines)):
            out.append(block)
            bare = block.level
    return out[::-1]


def _entered(inlines: Iterable[Inline]) -> bool:
    for inline in inlines:
        if type(inline) is Text and inline.source is not None and inline.source.kind == "value":
            return True
    return False


def _continued(blocks: list[Block]) -> list[Block]:
    """Empty headings resolved: the paragraph after an empty `###` goes on where the last one ended."""
    out: list[Block] = []
    goes_on = False
    for block in blocks:
        if type(block) is Heading and not block.inlines:
            goes_on = block.level == _POINT
            continue
        if goes_on and isinstance(block, Paragraph) and out and isinstance(last := out[-1], Paragraph):
            out[-1] = Paragraph(last.inlines + block.inlines)
        else:
            out.append(block)
        goes_on = False
    return out


def _alone(blocks: list[Block]) -> list[Block]:
    """A single 一是 or 1. bears no number: its heading goes, or opens the paragraph if the clerk entered it."""
    alone = {at for at, count in _siblings(blocks).items() if count == 1}
    if not alone:
        return blocks
    out: list[Block] = []
    opening: tuple[Inline, ...] = ()
    for at, block in enumerate(blocks):
        if at in alone and isinstance(block, Heading):
            fixed = all(isinstance(i, Text) and (i.source is None or i.source.kind == "fixed") for i in block.inlines)
            opening = () if fixed else (*block.inlines, Text("。"))
            continue
        if opening and isinstance(block, Paragraph):
            block = replace(block, inlines=opening + block.inlines)
        elif opening:
            out.append(Paragraph(opening))
        opening = ()
        out.append(block)
    return [*out, Paragraph(opening)] if opening else out


def _siblings(blocks: list[Block]) -> dict[int, int]:
    """How many headings share the part of each heading that is a point or joined, by position."""
    groups: dict[int, int] = {}
    members: list[list[int]] = [[], [], [], [], []]
    for at, block in enumerate(blocks):
        if type(block) is Heading:
            level = block.level
            counted = level == _POINT or block.placement == "joined"
            closed = range(level + 1 if counted else level, 5)
            if counted:
                members[level].append(at)
        elif type(block) is Division:
            closed = range(5)
        else:
            continue
        for level in closed:
            if members[level]:
                groups |= dict.fromkeys(members[level], len(members[level]))
                members[level] = []
    for group in members:
        groups |= dict.fromkeys(group, len(group))
    return groups

"""Blocks as the paragraphs that are printed: numbers put in, run-in and joined headings merged."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from generator.document.nodes import Block, Heading, Inline, Paragraph, Text, Title
from generator.document.walk import plain
from generator.numbering import needs_full_stop, numbered
from generator.records import record

Piece: TypeAlias = tuple[str, tuple[Inline, ...]]
"""A role (`title`, `heading1` to `heading4`, `joined1` to `joined4`, `body`) and what is printed in it; the first
inline of a heading is its number."""

_ROLES = [[f"{role}{level}" for level in range(5)] for role in ("heading", "joined")]
"""Roles of headings by whether they are joined, and level."""

FULL_STOP = Text("。")
"""What closes a heading that had no mark at its end, always this very object."""


@record
class Printed:
    """A printed paragraph, or with no pieces a block that is none (table, division).

    block: the block itself, or the first of those that share the paragraph.
    """

    block: Block
    pieces: tuple[Piece, ...] = ()


def printed(blocks: Iterable[Block]) -> Iterator[Printed]:
    """What a reader sees of `blocks`.

    A run-in heading takes in the paragraph after it. Joined headings, each with the paragraph after it,
    go on where the paragraph before them ended: 存在以下问题：一是…二是….
    """
    opener: Block | None = None
    pieces: list[Piece] = []
    after_heading = False
    for block, number in numbered(blocks):
        head: Piece | None = None
        joined = False
        if type(block) is Heading:
            joined = block.placement == "joined"
            head = _ROLES[joined][block.level], (Text(number), *block.inlines)
        if opener is not None:
            if joined or (after_heading and type(block) is Paragraph):
                if after_heading:
                    _close(pieces)
                pieces.append(head or ("body", _inlines(block)))
                after_heading = head is not None
                continue
            yield _group(opener, pieces, after_heading)
            opener, pieces = None, []
        if type(block) is Heading and head is not None:
            if block.placement == "own_line":
                yield Printed(block, (head,))
            else:
                opener, pieces, after_heading = block, [head], True
        elif type(block) is Paragraph:
            opener, pieces, after_heading = block, [("body", block.inlines)], False
        elif type(block) is Title:
            yield Printed(block, (("title", block.inlines),))
        else:
            yield Printed(block)
    if opener is not None:
        yield _group(opener, pieces, after_heading)


def _group(opener: Block, pieces: list[Piece], after_heading: bool) -> Printed:
    # A run-in heading that nothing followed stands as a line of its own, without a full stop.
    alone = len(pieces) == 1 and pieces[0][0].startswith("heading")
    if after_heading and not alone:
        _close(pieces)
    return Printed(opener, tuple(pieces))


def _close(pieces: list[Piece]) -> None:
    role, inlines = pieces[-1]
    if needs_full_stop(plain(inlines[1:])):
        pieces[-1] = role, (*inlines, FULL_STOP)


def _inlines(block: Block) -> tuple[Inline, ...]:
    return block.inlines if isinstance(block, (Title, Heading, Paragraph)) else ()

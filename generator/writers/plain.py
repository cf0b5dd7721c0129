"""The words of a tree without its formatting."""

from collections.abc import Iterable

from generator.document.nodes import Division, Inline, Paragraph, Strong, Text


def plain_text(inlines: Iterable[Inline]) -> str:
    """The words of `inlines`; a forced line end is nothing."""
    return "".join(
        inline.words if isinstance(inline, Text) else plain_text(inline.inlines) if isinstance(inline, Strong) else ""
        for inline in inlines
    )


def paragraphs_of(division: Division) -> list[Paragraph]:
    """The paragraphs right inside `division`."""
    return [block for block in division.blocks if isinstance(block, Paragraph)]

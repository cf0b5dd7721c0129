"""A heading that bears its number in its words: number and words told apart."""

import re

from generator.document.nodes import Heading, Inline, Span, Strong, Text

_MARKER = (
    r"(?:第?[一二三四五六七八九十百]{1,4}[、.．是]|[（(][一二三四五六七八九十]{1,3}[）)]、?"
    r"|\d{1,2}(?:[、．]|\.(?!\d))|[（(]\d{1,2}[）)]|[①-⑳])"
)


def is_numbered(words: str) -> bool:
    """Whether `words` begin with the number of a heading."""
    return re.match(_MARKER, words.lstrip()) is not None


def heading(level: int, inlines: tuple[Inline, ...], span: Span) -> Heading:
    """The heading on a line of its own; level is cut to what `Heading` knows."""
    level = max(1, min(level, 4))
    first = inlines[0] if inlines else Text("")
    text = first.inlines[0] if isinstance(first, Strong) and first.inlines else first
    found = re.match(_MARKER, text.words) if isinstance(text, Text) else None
    if found is None or not isinstance(text, Text):
        return Heading(level, inlines, span=span, marker="")
    rest: tuple[Inline, ...] = (Text(words),) if (words := text.words[found.end() :].lstrip()) else ()
    if isinstance(first, Strong):
        inside = (*rest, *first.inlines[1:])
        rest = (Strong(inside),) if inside else ()
    return Heading(level, (*rest, *inlines[1:]), span=span, marker=found[0])

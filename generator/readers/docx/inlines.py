"""Words taken off the ends of inlines."""

from generator.document.nodes import Inline, Strong, Text

Inlines = tuple[Inline, ...]


def without_start(inlines: Inlines, words: str) -> Inlines | None:
    """`inlines` without the `words` they begin with, None where they begin otherwise."""
    if not words:
        return inlines
    if not inlines:
        return None
    first = inlines[0]
    if isinstance(first, Strong):
        inside = without_start(first.inlines, words)
        return None if inside is None else (*((Strong(inside),) if inside else ()), *inlines[1:])
    if not isinstance(first, Text) or not first.words.startswith(words):
        return None
    rest = first.words[len(words) :]
    return (Text(rest), *inlines[1:]) if rest else inlines[1:]


def without_end(inlines: Inlines, words: str) -> Inlines | None:
    """`inlines` without the `words` they end in, None where they end otherwise."""
    last = inlines[-1] if inlines else None
    if not isinstance(last, Text) or not last.words.endswith(words):
        return None
    rest = last.words[: len(last.words) - len(words)]
    return (*inlines[:-1], Text(rest)) if rest else inlines[:-1]


def joined(first: Inlines, second: Inlines) -> Inlines:
    """Both in a row; where two texts meet they are one."""
    if first and second and isinstance(first[-1], Text) and isinstance(second[0], Text):
        return (*first[:-1], Text(first[-1].words + second[0].words), *second[1:])
    return first + second


def split_at(inlines: Inlines, sign: str) -> list[Inlines]:
    """The parts of `inlines` between the signs that stand in plain text."""
    parts: list[Inlines] = [()]
    for inline in inlines:
        if isinstance(inline, Text) and sign in inline.words:
            first, *more = inline.words.split(sign)
            parts[-1] += (Text(first),) if first else ()
            parts += [(Text(words),) if words else () for words in more]
        else:
            parts[-1] += (inline,)
    return parts

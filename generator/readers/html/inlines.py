"""The words of a line as a browser shows them: white space collapsed, bold kept."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from generator.document.nodes import Inline, LineBreak, Strong, Text
from generator.regex import regex

Piece: TypeAlias = tuple[str, bool, bool]
"""Words, whether they are bold, whether they are a link; `\\x03` is a forced line end."""

_ON, _OFF, _BREAK = "\x01", "\x02", "\x03"
_WIDE = "[\u2014-\u201f\u2026\u3000-\u9fff\uff00-\uffef]"
# A line end in the source between Chinese characters is no blank.
_FOLDED = regex(rf"(?<={_WIDE})([\x01\x02]*)\n([\x01\x02]*)(?={_WIDE})")
_BLANKS = regex(r"[ \t\r\f\xa0]+")
_RUNS = regex(r"(?=[\x01\x02])")


def inlines_of(pieces: Sequence[Piece]) -> tuple[str, tuple[Inline, ...], float]:
    """The words alone, the inlines, and the share of characters that are links."""
    linked = sum(_visible(words) for words, _, link in pieces if link)
    whole = "".join([words for words, _, _ in pieces])
    if _BREAK not in whole and not any(bold for _, bold, _ in pieces):
        words = _collapsed(whole).strip()
        return words, (Text(words),) if words else (), linked / max(_visible(words), 1) if linked else 0.0
    joined, strong = [], False
    for words, bold, _ in pieces:
        # Blanks are neither bold nor not.
        if bold != strong and words.strip():
            joined.append(_ON if bold else _OFF)
            strong = bold
        joined.append(words)
    text = _collapsed("".join(joined))
    runs = [(run[1:] if run[:1] in (_ON, _OFF) else run, run[:1] == _ON) for run in _RUNS.split(text)]
    while runs and not runs[0][0].strip():
        runs.pop(0)
    while runs and not runs[-1][0].strip():
        runs.pop()
    if not runs:
        return "", (), 0.0
    runs[0] = runs[0][0].lstrip(), runs[0][1]
    runs[-1] = runs[-1][0].rstrip(), runs[-1][1]
    inlines: list[Inline] = []
    for words, bold in runs:
        inner = _broken(words)
        if inner:
            inlines += [Strong(inner)] if bold else inner
    plain = "".join(words for words, _ in runs).replace(_BREAK, "")
    return plain, tuple(inlines), linked / max(_visible(plain), 1)


def _visible(words: str) -> int:
    return len("".join(words.split()))


def _collapsed(words: str) -> str:
    words = _BLANKS.sub(" ", words)
    if "\n" not in words:
        return words
    words = _FOLDED.sub(r"\1\2", re.sub(r" ?\n[ \n]*", "\n", words))
    return re.sub(r"[ \n]+", " ", words)


def _broken(words: str) -> tuple[Inline, ...]:
    parts: list[Inline] = []
    for number, part in enumerate(words.split(_BREAK)):
        if number:
            parts.append(LineBreak())
        if part:
            parts.append(Text(part))
    return tuple(parts)

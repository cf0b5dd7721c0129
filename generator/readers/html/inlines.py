"""The words of a line as a browser shows them: white space collapsed, bold kept."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from generator.document.nodes import Inline, LineBreak, Strong, Text

Piece: TypeAlias = tuple[str, bool, bool]
"""Words, whether they are bold, whether they are a link; `\\x03` is a forced line end."""

_ON, _OFF, _BREAK = "\x01", "\x02", "\x03"
_WIDE = "[\u2014-\u201f\u2026\u3000-\u9fff\uff00-\uffef]"
# A line end in the source between Chinese characters is no blank.
_FOLDED = rf"(?<={_WIDE})([\x01\x02]*)\n([\x01\x02]*)(?={_WIDE})"


def inlines_of(pieces: Sequence[Piece]) -> tuple[str, tuple[Inline, ...], float]:
    """The words alone, the inlines, and the share of characters that are links."""
    linked = sum(len("".join(words.split())) for words, _, link in pieces if link)
    if len(pieces) == 1 and not pieces[0][1]:
        words = _collapsed(pieces[0][0]).strip()
        return words, (Text(words),) if words else (), float(bool(linked))
    joined, strong = [], False
    for words, bold, _ in pieces:
        # Blanks are neither bold nor not.
        if bold != strong and words.strip():
            joined.append(_ON if bold else _OFF)
            strong = bold
        joined.append(words)
    text = _collapsed("".join(joined))
    runs = [(run[1:] if run[:1] in (_ON, _OFF) else run, run[:1] == _ON) for run in re.split(r"(?=[\x01\x02])", text)]
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
    return plain, tuple(inlines), min(1.0, linked / max(len("".join(plain.split())), 1))


def _collapsed(words: str) -> str:
    words = re.sub(r"[ \t\r\f\xa0]+", " ", words)
    if "\n" not in words:
        return words
    words = re.sub(_FOLDED, r"\1\2", re.sub(r" ?\n[ \n]*", "\n", words))
    return re.sub(r"[ \n]+", " ", words)


def _broken(words: str) -> tuple[Inline, ...]:
    parts: list[Inline] = []
    for number, part in enumerate(words.split(_BREAK)):
        if number:
            parts.append(LineBreak())
        if part:
            parts.append(Text(part))
    return tuple(parts)

"""Marked-up text as sentences and their clauses, before it is known which values there are.

Marks: `[[…]]` a clause, `((…))` a group, `a||b` b where the figure is 0, `**` bold on and off. What a clause
comes to say is `generator.compose.clauses`' business.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from generator.compose.tokens import CLOSED, LIVE, MISSING, NEUTRAL
from generator.document.nodes import Text
from generator.errors import BrokenTemplate
from generator.records import record

FIRST = chr(LIVE)
"""The first token: whatever string begins with a character from here on is one."""

_NEUTRAL, _MISSING = chr(NEUTRAL), chr(MISSING)
_ANY = "[\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
_CLOSED = f"{chr(CLOSED)}-{chr(NEUTRAL - 1)}"
_SENTENCE = re.compile(f"[^。！？{_CLOSED}]*(?:[。！？]+[”’）》]*|[{_CLOSED}]|$)")
_PIECES = re.compile(rf"(\[\[|\]\]|\(\(|\)\)|\|\||\*\*|{_ANY})")


@record
class Clause:
    """A clause, or a group of them (`group`), and what it says.

    own: the tokens of the values that it says itself; inner: the clauses and groups inside it; otherwise: what
    it says instead where the figure is 0.
    """

    group: bool
    parts: "Parts"
    own: tuple[str, ...]
    inner: tuple["Clause", ...]
    otherwise: "Parts | None" = None


Part: TypeAlias = str | Text | Clause
"""A token or `**`, words, or a clause."""
Parts: TypeAlias = tuple[Part, ...]


def divided(text: str) -> Iterator[str]:
    """The sentences of `text`; a token of a whole sentence ends one."""
    return filter(None, _SENTENCE.findall(text))


def parse(sentence: str) -> Parts:
    """The parts of a sentence. Raises BrokenTemplate for marks that do not pair."""
    stack = [_Open("")]
    top = stack[0]
    for piece in _PIECES.split(sentence):
        if piece >= FIRST:
            top.parts.append(piece)
            if top.said is top.parts and not _NEUTRAL <= piece < _MISSING:
                top.own.append(piece)
        elif piece == "[[" or piece == "((":
            top = _Open(piece)
            stack.append(top)
        elif piece == "]]" or piece == "))":
            closed = stack.pop()
            if not stack or (closed.mark == "[[") != (piece == "]]"):
                raise _unpaired(piece, sentence)
            top = stack[-1]
            made = closed.made()
            top.parts.append(made)
            top.inner.append(made)
        elif piece == "||":
            if len(stack) == 1:
                raise _unpaired(piece, sentence)
            top.parts = []
        elif piece == "**":
            top.parts.append(piece)
        elif piece:
            top.parts.append(Text(piece))
    if len(stack) > 1:
        raise _unpaired(top.mark, sentence)
    return tuple(top.parts)


def values(parts: Parts) -> Iterator[str]:
    """The tokens that keep some clause of `parts` alive."""
    for part in parts:
        if isinstance(part, Clause):
            yield from part.own
            yield from values(part.inner)


class _Open:
    """A clause that has begun: `parts` is where what comes next belongs."""

    __slots__ = ("inner", "mark", "own", "parts", "said")

    def __init__(self, mark: str) -> None:
        self.mark = mark
        self.said: list[Part] = []
        self.parts = self.said
        self.own: list[str] = []
        self.inner: list[Clause] = []

    def made(self) -> Clause:
        otherwise = None if self.parts is self.said else tuple(self.parts)
        return Clause(self.mark == "((", tuple(self.said), tuple(self.own), tuple(self.inner), otherwise)


def _unpaired(mark: str, text: str) -> BrokenTemplate:
    readable = re.sub(_ANY, "…", text)
    return BrokenTemplate(f"模板里的标记“{mark}”没有成对：{readable}", "子句写 [[ … ]]，组写 (( … ))，一一成对")

"""Clauses: what stays of a template's sentence once it is known which values there are.

Marks, resolved on tokens after Jinja: `[[…]]` a clause, which vanishes with its missing figure unless an
entered figure would vanish with it; `((…))` a group, which vanishes with its last clause; `a||b` b when
the figure is 0. A sentence that holds a clause is itself a group. A lead word belongs to its group, a
separator to the clause after it, so nothing has to mend punctuation afterwards.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from generator.compose.tokens import MISSING, NEUTRAL, Cell, Table
from generator.document.nodes import Inline, Strong, Text
from generator.errors import BrokenTemplate

MOST_FIGURES = 6
"""Figures a sentence holds at most; a longer one is continued in a new sentence."""
MOST_CHARACTERS = 120
"""Characters a sentence holds at most, where it can be divided."""

_FIRST = "\U000f0000"
_NEUTRAL = chr(NEUTRAL)
_MISSING = chr(MISSING)
_ANY = "[\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
_SENTENCE = re.compile("[^。！？\U000f4000-\U000f7fff]*(?:[。！？]+[”’）》]*|[\U000f4000-\U000f7fff]|$)")
_ALIVE = re.compile("[\U000f0000-\U000f7fff]")
_PIECES = re.compile(rf"(\[\[|\]\]|\(\(|\)\)|\|\||\*\*|{_ANY})")
_SPECIAL = re.compile(rf"\[\[|\(\(|\*\*|{_ANY}")
_OPENERS = re.compile("[，、；]?(?:其中)?")
_SEPARATORS = ("，", "；")


@dataclass(slots=True)
class _Node:
    """A clause or group: its parts, the values it says itself, and whether anything entered is in it."""

    clause: bool
    parts: "_Parts" = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    alive: bool = False
    otherwise: "_Parts | None" = None


_Parts: TypeAlias = list[str | _Node]
_Words: TypeAlias = list[Text]


def resolve(text: str, table: Table) -> list[list[Inline]]:
    """The paragraphs that `text`, one paragraph of rendered markup, becomes; [] when nothing is left.

    Several come out only where a value is prose of several paragraphs. Raises BrokenTemplate for marks
    that do not pair.
    """
    return continued(text, table, "")[0]


def continued(text: str, table: Table, opening: str) -> tuple[list[list[Inline]], str]:
    """`resolve` after a sentence that began with the lead word `opening`; and that of the last sentence here."""
    if not _SPECIAL.search(text):
        return ([[Text(text)]] if text else []), ""
    out: list[list[Inline]] = [[]]
    for match in _SENTENCE.finditer(text):
        sentence = match.group()
        if not sentence:
            continue
        if "[[" in sentence or "((" in sentence:
            if _ALIVE.search(sentence):
                words, opening = _sentence(sentence, table, opening)
                out[-1].extend(words)
        else:
            opening = ""
            _plain(sentence, table, out)
    return [merged for merged in map(_merged, out) if merged], opening


def _plain(sentence: str, table: Table, out: list[list[Inline]]) -> None:
    """A sentence without clauses, as it stands; prose of several paragraphs begins new ones."""
    strong: list[Inline] | None = None
    for piece in _PIECES.split(sentence):
        if piece == "**":
            if strong is not None:
                out[-1].append(Strong(tuple(_merged(strong))))
            strong = [] if strong is None else None
        elif piece >= _FIRST:
            first, *rest = table[piece].paragraphs
            (out[-1] if strong is None else strong).extend(first)
            out.extend(list(paragraph) for paragraph in rest)
        elif piece:
            (out[-1] if strong is None else strong).append(Text(piece))


def _sentence(sentence: str, table: Table, previous: str) -> tuple[_Words, str]:
    """The words of a sentence with clauses, and the lead word it began with."""
    parts = _parse(sentence)
    opening = ""
    first = parts[0]
    if isinstance(first, str) and first >= _FIRST and table[first].opening:
        opening = table[first].paragraphs[0][0].words
        if opening == previous:
            del parts[0]
    words = _group(parts, table) or []
    if sum(map(_is_figure, words)) > MOST_FIGURES or sum(len(w.words) for w in words) > MOST_CHARACTERS:
        words = _group(parts, table, divisible=True) or []
    return words, opening


def _parse(text: str) -> _Parts:
    """The parts of a sentence: literals, tokens and nodes."""
    stack = [_Node(clause=False)]
    top = stack[0]
    target = top.parts
    for piece in _PIECES.split(text):
        if piece >= _FIRST:
            target.append(piece)
            if target is top.parts and not _NEUTRAL <= piece < _MISSING:
                top.own.append(piece)
                top.alive = top.alive or piece < _NEUTRAL
        elif piece == "[[" or piece == "((":
            top = _Node(clause=piece == "[[")
            target.append(top)
            stack.append(top)
            target = top.parts
        elif piece == "]]" or piece == "))":
            closed = stack.pop()
            if not stack or closed.clause != (piece == "]]"):
                raise _unpaired(piece, text)
            top = stack[-1]
            top.alive = top.alive or closed.alive
            target = top.parts if top.otherwise is None else top.otherwise
        elif piece == "||":
            if len(stack) == 1:
                raise _unpaired(piece, text)
            target = top.otherwise = []
        elif piece:
            target.append(piece)
    if len(stack) > 1:
        raise _unpaired("[[" if top.clause else "((", text)
    return stack[0].parts


def _unpaired(mark: str, text: str) -> BrokenTemplate:
    readable = re.sub(_ANY, "…", text)
    return BrokenTemplate(f"模板里的标记“{mark}”没有成对：{readable}", "子句写 [[ … ]]，组写 (( … ))，一一成对")


def _group(parts: _Parts, table: Table, divisible: bool = False) -> _Words | None:
    """A run of clauses with the words between them; None when no clause is left.

    divisible: begin a new sentence where this one would hold too much.
    """
    out: _Words = []
    held: _Words = []
    begun = dropped = False
    figures = length = 0
    for part in parts:
        if isinstance(part, str):
            if begun or not dropped:
                held.extend(_words(part, table))
            continue
        words = _node(part, table)
        if words is None:
            dropped = True
            if begun:
                held = []
            continue
        if divisible:
            more, size = sum(map(_is_figure, words)), sum(len(w.words) for w in words)
            full = figures + more > MOST_FIGURES or length + size > MOST_CHARACTERS
            if begun and full and len(held) == 1 and held[0].words in _SEPARATORS:
                held = [Text("。")]
                figures = length = 0
            figures += more
            length += size
        out += held
        out += words
        held = []
        begun = True
    return out + held if begun else None


def _node(node: _Node, table: Table) -> _Words | None:
    if not node.alive:
        return None
    if not node.clause or not node.own:
        return _group(node.parts, table)
    cells = [table[token] for token in node.own]
    if node.otherwise is not None and cells[0].zero:
        inside = list(_entered(node.parts, table))
        if all(cell.zero for cell in inside):
            return _zero(node.otherwise, inside, table)
    words: _Words = []
    inner: _Words = []
    for part in node.parts:
        if isinstance(part, str):
            words += table[part].paragraphs[0] if part >= _FIRST else (Text(part),)
        else:
            said = _node(part, table)
            if said:
                words += said
                inner += said
    for cell in cells:
        if cell.sentence:
            return _told(words, cells, inner)
        if cell.lead:
            return _led(words, [text for cell in cells for text in cell.lead])
    return words


def _entered(parts: _Parts, table: Table) -> Iterator[Cell]:
    """The figures that the form gives for a clause and the clauses inside it."""
    for part in parts:
        if not isinstance(part, str):
            yield from _entered(part.parts, table)
        elif _FIRST <= part < _NEUTRAL:
            cell = table[part]
            source = cell.paragraphs[0][0].source
            if source is not None and source.kind == "value":
                yield cell


def _zero(parts: _Parts, cells: list[Cell], table: Table) -> _Words:
    """未发生… says figures without showing them, so its words bear their sources."""
    sources = [source for cell in cells if (source := cell.paragraphs[0][0].source)]
    origin = sources[0] if len(sources) == 1 else replace(sources[0], operands=tuple(sources))
    words = _group(parts, table) or [t for p in parts for t in _words(p, table)]
    said = [Text(w.words, w.source or origin) for w in words]
    return _led([*said, *cells[0].paragraphs[0][1:]], list(cells[0].lead))


def _told(words: _Words, cells: list[Cell], nested: _Words) -> _Words:
    """The clerk's own sentence in place of the clause; figures it does not tell follow it."""
    opener = _OPENERS.match(words[0].words)
    out: _Words = [Text(opener.group())] if opener and opener.group() else []
    for cell in cells:
        if cell.sentence is not None:
            out.append(cell.sentence)
    for cell in cells:
        if cell.sentence is None:
            out += [Text("，"), *cell.paragraphs[0]]
    return out + nested


def _led(words: _Words, lead: _Words) -> _Words:
    """Period and scope stand before the verb, after the clause's own separator."""
    if not lead:
        return words
    first = words[0]
    match = _OPENERS.match(first.words) if first.source is None else None
    at = match.end() if match else 0
    head = [Text(first.words[:at])] if at else []
    tail = [Text(first.words[at:], first.source)] if first.words[at:] else []
    return [*head, *lead, *tail, *words[1:]]


def _words(part: str | _Node, table: Table) -> list[Text]:
    if not isinstance(part, str):
        return _node(part, table) or []
    return list(table[part].paragraphs[0]) if part >= _FIRST else [Text(part)]


def _is_figure(text: Text) -> bool:
    return text.source is not None and any(c.isdigit() for c in text.words)


def _merged(inlines: list[Inline]) -> list[Inline]:
    """Neighbouring words of one source put together, so that the tree does not show where a template was cut."""
    if len(inlines) < 2:
        return inlines
    out: list[Inline] = []
    last: Inline | None = None
    for inline in inlines:
        if isinstance(inline, Text):
            if isinstance(last, Text) and inline.source is last.source:
                last = out[-1] = Text(last.words + inline.words, last.source)
                continue
            if not inline.words:
                continue
        out.append(inline)
        last = inline
    return out

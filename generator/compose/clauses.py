"""Clauses: what stays of a template's sentence once it is known which values there are.

`[[…]]` a clause, which vanishes with its missing figure unless an entered figure would vanish with it; `((…))` a
group, which vanishes with its last clause; `a||b` b when the figure is 0. A sentence that holds a clause is itself
a group. A lead word belongs to its group, a separator to the clause after it, so nothing has to mend punctuation
afterwards.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from generator.compose.sentences import FIRST, Clause, Part, Parts, divided, parse
from generator.compose.tokens import MISSING, NEUTRAL, WORDS, Cell, Cells, Sentence
from generator.document.nodes import Inline, Strong, Text

MOST_FIGURES = 6
"""Figures a sentence holds at most; a longer one is continued in a new sentence."""
MOST_CHARACTERS = 120
"""Characters a sentence holds at most, where it can be divided."""

_NEUTRAL, _MISSING = chr(NEUTRAL), chr(MISSING)
_OPENERS = re.compile("[，、；]?(?:其中)?")
_SEPARATORS = ("，", "；")
_Words: TypeAlias = list[Text]


def sentences(text: str, cells: Cells) -> tuple[Sentence, ...]:
    """The sentences of `text`, one paragraph or heading of rendered markup. Raises BrokenTemplate for marks that do
    not pair."""
    if len(text) == 1:
        return (((text,) if text >= FIRST else (Text(text),), cells),)
    return tuple([(parse(sentence), cells) for sentence in divided(text)])


def resolve(said: Sequence[Sentence]) -> list[list[Inline]]:
    """The paragraphs that a stretch of sentences becomes; [] when nothing is left.

    Several come out only where a value is prose of several paragraphs.
    """
    return continued(said, "")[0]


def continued(said: Sequence[Sentence], opening: str) -> tuple[list[list[Inline]], str]:
    """`resolve` after a sentence that began with the lead word `opening`; and that of the last sentence here."""
    if len(said) == 1 and len(parts := said[0][0]) == 1 and type(only := parts[0]) is Text:
        return [[only]], ""
    out: list[list[Inline]] = [[]]
    opening = _say(said, out, opening)
    return [merged for merged in map(_merged, out) if merged], opening


def _say(said: Iterable[Sentence], out: list[list[Inline]], opening: str) -> str:
    for parts, cells in said:
        if cells is WORDS:
            texts: Any = parts
            out[-1] += texts
            opening = ""
            continue
        for part in parts:
            if type(part) is Clause:
                words, begun = _sentence(parts, cells, opening)
                if words is not None:
                    out[-1] += words
                    opening = begun
                break
        else:
            opening = _plain(parts, cells, out, opening)
    return opening


def _plain(parts: Parts, cells: Cells, out: list[list[Inline]], opening: str) -> str:
    """A sentence without clauses, as it stands; prose of several paragraphs begins new ones."""
    strong: list[Inline] | None = None
    last = ""
    for part in parts:
        into = out[-1] if strong is None else strong
        if type(part) is Text:
            into.append(part)
        elif type(part) is not str:
            continue
        elif part == "**":
            if strong is not None:
                out[-1].append(Strong(tuple(_merged(strong))))
            strong = [] if strong is None else None
        elif (cell := cells[part]).said:
            last = _say(cell.said, out, opening)
        else:
            into += cell.paragraphs[0]
            out += map(list, cell.paragraphs[1:])
    return last


def _sentence(parts: Parts, cells: Cells, previous: str) -> tuple[_Words | None, str]:
    """The words of a sentence with clauses, None where none is left, and the lead word it began with."""
    opening = ""
    first = parts[0]
    if type(first) is str and _NEUTRAL <= first < _MISSING and cells[first].opening:
        opening = cells[first].paragraphs[0][0].words
        if opening == previous:
            parts = parts[1:]
    words = _group(parts, cells)
    if words is not None and _crowded(words):
        words = _group(parts, cells, divisible=True)
    return words, opening


def _crowded(words: _Words) -> bool:
    """Whether it is too much for one sentence."""
    if len("".join([text.words for text in words])) > MOST_CHARACTERS:
        return True
    sourced = [text for text in words if text.source is not None]
    return len(sourced) > MOST_FIGURES and _figures(sourced) > MOST_FIGURES


def _lives(clause: Clause, cells: Cells) -> bool:
    """Whether a clause, or any inside it, says a value that there is."""
    for token in clause.own:
        cell = cells.get(token)
        if cell is not None and not cell.missing:
            return True
    return bool(clause.inner) and any(_lives(inner, cells) for inner in clause.inner)


def _group(parts: Parts, cells: Cells, divisible: bool = False) -> _Words | None:
    """A run of clauses with the words between them; None when no clause is left.

    divisible: begin a new sentence where this one would hold too much.
    """
    out: _Words = []
    held: _Words = []
    begun = dropped = False
    figures = length = 0
    for part in parts:
        if type(part) is Text:
            if begun or not dropped:
                held.append(part)
            continue
        if type(part) is not Clause:
            if begun or not dropped:
                held += _words(part, cells)
            continue
        words = _clause(part, cells)
        if words is None:
            dropped = True
            if begun:
                held = []
            continue
        if divisible:
            more, size = _figures(words), sum([len(w.words) for w in words])
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


def _clause(clause: Clause, cells: Cells) -> _Words | None:
    if len(clause.own) == 1 and not clause.inner and not clause.group:
        cell = cells.get(clause.own[0])
        if cell is None or cell.missing:
            return None
        if not (cell.zero or cell.sentence or cell.lead):
            return _row(clause.parts, cells)
    elif not _lives(clause, cells):
        return None
    if clause.group or not clause.own:
        return _group(clause.parts, cells)
    own = [cells[token] for token in clause.own]
    if clause.otherwise is not None and own[0].zero and not own[0].sentence:
        inside = list(_entered(clause.parts, cells))
        if all(cell.zero for cell in inside):
            return _zero(clause.otherwise, inside, cells)
    words: _Words = []
    inner: _Words = []
    for part in clause.parts:
        if type(part) is Text:
            words.append(part)
        elif type(part) is not Clause:
            words += _words(part, cells)
        elif said := _clause(part, cells):
            words += said
            inner += said
    for cell in own:
        if cell.sentence:
            return _told(words, own, inner)
        if cell.lead:
            return _led(words, [text for cell in own for text in cell.lead])
    return words


def _row(parts: Parts, cells: Cells) -> _Words:
    """The words of parts one after the other."""
    words: _Words = []
    for part in parts:
        words += (part,) if type(part) is Text else _words(part, cells)
    return words


def _entered(parts: Parts, cells: Cells) -> Iterator[Cell]:
    """The figures that the form gives for a clause and the clauses inside it."""
    for part in parts:
        if isinstance(part, Clause):
            yield from _entered(part.parts, cells)
        elif isinstance(part, str) and part < _NEUTRAL and part != "**":
            source = cells[part].paragraphs[0][0].source
            if source is not None and source.kind == "value":
                yield cells[part]


def _zero(parts: Parts, figures: list[Cell], cells: Cells) -> _Words:
    """未发生… says figures without showing them, so its words bear their sources."""
    sources = [source for cell in figures if (source := cell.paragraphs[0][0].source)]
    origin = sources[0] if len(sources) == 1 else replace(sources[0], operands=tuple(sources))
    words = _group(parts, cells) or _row(parts, cells)
    said = [Text(w.words, w.source or origin) for w in words]
    return _led([*said, *figures[0].paragraphs[0][1:]], list(figures[0].lead))


def _told(words: _Words, own: list[Cell], nested: _Words) -> _Words:
    """The clerk's own sentence in place of the clause; figures it does not tell follow it."""
    opener = _OPENERS.match(words[0].words)
    out: _Words = [Text(opener.group())] if opener and opener.group() else []
    for cell in own:
        if cell.sentence is not None:
            out.append(cell.sentence)
    for cell in own:
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


def _words(part: Part, cells: Cells) -> Sequence[Text]:
    if isinstance(part, str):
        return (Text(part),) if part == "**" else cells[part].paragraphs[0]
    return (part,) if isinstance(part, Text) else _clause(part, cells) or ()


def _figures(words: _Words) -> int:
    """How many of `words` are figures."""
    return len([1 for text in words if text.source is not None and any(map(str.isdigit, text.words))])


def _merged(inlines: list[Inline]) -> list[Inline]:
    """Neighbouring words of one source put together, so that the tree does not show where a template was cut."""
    if len(inlines) < 2:
        return inlines
    out: list[Inline] = []
    last: Text | None = None
    for inline in inlines:
        if type(inline) is not Text:
            last = None
        elif not inline.words:
            continue
        elif last is not None and inline.source is last.source:
            out[-1] = last = Text(last.words + inline.words, last.source)
            continue
        else:
            last = inline
        out.append(inline)
    return out

"""Figures that a draft says by the clauses of its dictionary (`compose.theme.said`), found in running text."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from generator.extract.numbers import CHANGE, limits, number_pattern, read, tail_pattern, with_change
from generator.records import record
from generator.regex import regex
from generator.schema.model import Figure, Indicator, Schema

_ENDS = "，。；"
_DIGIT = regex(r"\d")


@record
class Said:
    """A sentence that says figures: where it ends, and what it says in order."""

    end: int
    clauses: tuple["Clause", ...]


@record
class Clause:
    """What one clause says: figures of an indicator (its id), or words that are no indicator's own.

    nature: what these count by the lead of their sentence (全年: flow, 全镇: stock), "" where it has none; room: the
    indicators that a draft has room for in their sentence, none where that is not known.
    """

    indicator: str = ""
    figures: tuple[Figure, ...] = ()
    words: str = ""
    nature: str = ""
    room: Set[str] = frozenset()


@record
class _Clause:
    indicator: Indicator
    before: str
    regex: "re.Pattern[str]"


@dataclass(slots=True)
class Dictionary:
    """The clauses of a schema by the first two characters of their words; leads: 全年 and 全镇, see `led`."""

    leads: tuple[str, ...]
    known: dict[str, list[_Clause]] = field(default_factory=dict)
    open: list[_Clause] = field(default_factory=list)

    def at(self, text: str, start: int, allowed: Container[str] | None) -> tuple[_Clause, "re.Match[str]"] | None:
        """The longest clause that begins at `start`."""
        best: tuple[_Clause, re.Match[str]] | None = None
        for clause in (*self.known.get(text[start : start + 2], ()), *self.open):
            if allowed is not None and clause.indicator.id not in allowed:
                continue
            match = clause.regex.match(text, start)
            if match and (best is None or match.end() > best[1].end()):
                best = clause, match
        return best


_KEPT: list[tuple[Dictionary, Schema]] = []
"""Of the schemas used last: the clauses are the same for every unit."""


def dictionary(schema: Schema, words: Mapping[str, str]) -> Dictionary:
    """The clauses of `schema` for a unit that is called as `words` say."""
    leads = tuple(words.get(slot, "") for slot in ("全年", "全域"))
    for kept, of in _KEPT:
        if of is schema:
            return replace(kept, leads=leads)
    made = Dictionary(leads)
    for indicator in schema.indicators.values():
        before, _, after = indicator.clause.partition("{}")
        number = f"(?P<number>{number_pattern(indicator)})"
        said = f"{re.escape(before)}{number}"
        if after:
            said += f"(?P<tail>{tail_pattern(indicator)}){re.escape(after)}"
        if indicator.zero:
            said += f"|(?P<zero>{re.escape(indicator.zero)})(?P<change>{CHANGE})"
        clause = _Clause(indicator, before, regex(said))
        for opening in {opening[:2] for opening in (before, indicator.zero) if opening}:
            made.known.setdefault(opening, []).append(clause)
        if len(before) < 2:
            made.open.append(clause)
    _KEPT[:] = [*_KEPT[-3:], (made, schema)]
    return made


def led(text: str, start: int, leads: Sequence[str]) -> tuple[int, str]:
    """Where the words behind the lead of the sentence at `start` begin, and the nature of what they count."""
    for lead, nature in zip(leads, ("flow", "stock"), strict=True):
        if lead and text.startswith(lead, start):
            return start + len(lead), nature
    return start, ""


def worded(sentence: str, leads: Sequence[str]) -> list[Clause]:
    """The clauses of a sentence in the clerk's own words; one with a placeholder is the template's, and nothing was
    entered there."""
    start, nature = led(sentence, 0, leads)
    pieces = sentence[start:].rstrip("。").split("，")
    return [Clause(words=piece, nature=nature) for piece in pieces if "【待补充" not in piece]


def wholly_worded(text: str, start: int, leads: Sequence[str]) -> Said | None:
    """The sentence at `start` if it has a lead, and a number in each of its clauses."""
    end = text.find("。", start) + 1
    if not end or led(text, start, leads)[0] == start:
        return None
    clauses = worded(text[start:end], leads)
    return Said(end, tuple(clauses)) if clauses and all(_DIGIT.search(one.words) for one in clauses) else None


def counting(words: Dictionary, text: str, start: int = 0, wholly: bool = False) -> Said:
    """All sentences from `start` on that say figures; wholly: those too in which every clause is the clerk's own."""
    clauses: list[Clause] = []
    while start < len(text):
        sentence = said(words, text, start) or (wholly_worded(text, start, words.leads) if wholly else None)
        if sentence is None:
            break
        clauses += sentence.clauses
        start = sentence.end
    return Said(start, tuple(clauses))


def said(words: Dictionary, text: str, start: int, allowed: Container[str] | None = None) -> Said | None:
    """The sentence at `start` if it says figures of the dictionary (of those `allowed`)."""
    at, nature = led(text, start, words.leads)
    found: list[Clause] = []
    where = ""
    while at < len(text):
        hit = words.at(text, at, allowed)
        if hit is None and not nature:
            hit = next(_later(words, text, at, allowed), None)
            where = text[at : hit[1].start()] if hit else where
        if hit is None:
            end = _end(text, at)
            found.append(Clause(words=text[at:end], nature=nature))
        else:
            figures, end = _read(words, text, *hit, allowed)
            if not nature and figures:
                period, scope = limits(where)
                figures = (replace(figures[0], period=period, scope=scope), *figures[1:])
            found.append(Clause(hit[0].indicator.id, figures))
        if end >= len(text) or text[end] not in _ENDS:
            return None
        at = end + 1
        if text[end] == "。":
            return Said(at, tuple(found)) if any(clause.indicator for clause in found) else None
    return None


def _later(
    words: Dictionary, text: str, start: int, allowed: Container[str] | None
) -> Iterator[tuple[_Clause, "re.Match[str]"]]:
    """Clauses that begin behind a period or place."""
    for at in range(start + 1, _end(text, start)):
        hit = words.at(text, at, allowed)
        if hit:
            yield hit


def _another(words: Dictionary, text: str, start: int, allowed: Container[str] | None) -> bool:
    """Whether what begins at `start` is a clause of its own and not a part of the figure before it."""
    return not text.startswith("其中", start) and bool(
        words.at(text, start, allowed) or next(_later(words, text, start, allowed), None)
    )


def _end(text: str, start: int) -> int:
    return min((at for mark in _ENDS if (at := text.find(mark, start)) >= 0), default=len(text))


def _read(
    words: Dictionary, text: str, clause: _Clause, match: "re.Match[str]", allowed: Container[str] | None
) -> tuple[tuple[Figure, ...], int]:
    """The figures of a clause and where they end."""
    indicator = clause.indicator
    if "zero" in match.groupdict() and match["zero"]:
        return (with_change(Figure("0", indicator.unit), match["change"] or ""),), match.end()
    end = match.end()
    tail_end = match.end("tail") if "tail" in match.groupdict() else -1
    if tail_end < 0:
        # What follows may belong to this figure (its parts) or be a clause of its own.
        longest = regex(tail_pattern(indicator) + f"(?=[{_ENDS}])")
        part = regex(f"(?:，其中[^，。；]*?|[、，][^，。；、]*?){number_pattern(indicator)}(?=[{_ENDS}、])")
        while True:
            while (tail := longest.match(text, end)) and tail.end() > end:
                end = tail.end()
            more = part.match(text, end)
            if more is None or (text[end] == "，" and _another(words, text, end + 1, allowed)):
                break
            if read(match["number"], text[match.end("number") : more.end()], indicator) is None:
                break
            end = more.end()
    told = read(match["number"], text[match.end("number") : end if tail_end < 0 else tail_end], indicator)
    return tuple(told or ()), end

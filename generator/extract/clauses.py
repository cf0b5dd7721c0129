"""Figures that a draft says by the clauses of its dictionary (`compose.theme.said`), found in running text."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.extract.numbers import CHANGE, limits, number_pattern, read, tail_pattern, with_change
from generator.records import record
from generator.regex import regex
from generator.schema.model import Figure, Indicator, Schema

_ENDS = "，。；"


@record
class Said:
    """A sentence that says figures: where it ends, and what it says in order."""

    end: int
    clauses: tuple["Clause", ...]


@record
class Clause:
    """What one clause says: figures of an indicator (its id), or words that are no indicator's own."""

    indicator: str = ""
    figures: tuple[Figure, ...] = ()
    words: str = ""


@record
class _Clause:
    indicator: Indicator
    before: str
    regex: "re.Pattern[str]"


@dataclass(slots=True)
class Dictionary:
    """The clauses of a schema by the first two characters of their words; leads: 全年 and 全镇."""

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


def said(words: Dictionary, text: str, start: int, allowed: Container[str] | None = None) -> Said | None:
    """The sentence at `start` if it says figures of the dictionary (of those `allowed`)."""
    at, led = start, False
    for lead in words.leads:
        if lead and text.startswith(lead, at):
            at, led = at + len(lead), True
            break
    found: list[Clause] = []
    where = ""
    while at < len(text):
        hit = words.at(text, at, allowed)
        if hit is None and not led:
            hit = next(_later(words, text, at, allowed), None)
            where = text[at : hit[1].start()] if hit else where
        if hit is None:
            end = _end(text, at)
            found.append(Clause(words=text[at:end]))
        else:
            figures, end = _read(words, text, *hit, allowed)
            if not led and figures:
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

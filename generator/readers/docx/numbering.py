"""Automatic numbers: counted as Word counts them and written out (ISO/IEC 29500-1, 17.9)."""

import re
from collections.abc import Mapping
from typing import Any

from generator.readers.docx.facts import VAL, W, whole
from generator.readers.docx.numerals import numeral
from generator.readers.docx.styles import is_on_attribute
from generator.records import record

_DEEPEST = 9
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


@record
class Level:
    """start: its first number; pattern: `（%1）`; restart: after which level (1-based) it starts again, None for
    any higher one, 0 for never; legal: all numbers in it are decimal; apart: something stands after the number."""

    start: int
    form: str
    pattern: str
    restart: int | None
    legal: bool
    apart: bool


@record
class List:
    """A `w:num`. abstract: what it counts with; starts: levels that begin anew with this list."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@record
class Numbering:
    """Lists by id, the level that a paragraph style stands at in an abstract list, and the counts so far."""

    lists: Mapping[str, List]
    levels_of_styles: Mapping[tuple[str, str], int]
    counts: dict[str, list[int | None]]
    begun: set[tuple[str, int]]


def numbering_of_part(root: Any) -> Numbering:
    """What the part word/numbering.xml says; None for a missing part."""
    abstracts: dict[str, Mapping[int, Level]] = {}
    at: dict[tuple[str, str], int] = {}
    by_style: dict[str, str] = {}
    borrowed: dict[str, str] = {}
    lists: dict[str, List] = {}
    for element in () if root is None else root.iterchildren(f"{W}abstractNum"):
        identity = element.get(f"{W}abstractNumId", "")
        abstracts[identity] = _levels(element)
        for depth, level in _each(element):
            if (style := _value(level, "pStyle")) is not None:
                at[identity, style] = depth
        if (style := _value(element, "styleLink")) is not None:
            by_style[style] = identity
        if (style := _value(element, "numStyleLink")) is not None:
            borrowed[identity] = style
    for element in () if root is None else root.iterchildren(f"{W}num"):
        abstract = _value(element, "abstractNumId") or ""
        abstract = by_style.get(borrowed.get(abstract, ""), abstract)
        levels, starts = dict(abstracts.get(abstract, {})), {}
        for override in element.iterchildren(f"{W}lvlOverride"):
            depth = whole(override.get(f"{W}ilvl"), 0)
            levels.update(_levels(override))
            if (start := _value(override, "startOverride")) is not None:
                starts[depth] = whole(start, 1)
        lists[element.get(f"{W}numId", "")] = List(abstract, levels, starts)
    return Numbering(lists, at, {}, set())


def next_number(numbering: Numbering, identity: str, depth: int | None, style: str) -> str:
    """The number of the next paragraph at this level of the list; "" for a bullet or none.

    depth: None leaves it to `style`, the id of the paragraph's style.
    """
    found = numbering.lists.get(identity)
    if found is None:
        return ""
    if depth is None:
        depth = numbering.levels_of_styles.get((found.abstract, style), 0)
    level = found.levels.get(depth)
    if level is None:
        return ""
    counts = numbering.counts.setdefault(found.abstract, [None] * _DEEPEST)
    if depth in found.starts and (identity, depth) not in numbering.begun:
        numbering.begun.add((identity, depth))
        counts[depth] = found.starts[depth]
    else:
        count = counts[depth]
        counts[depth] = level.start if count is None else count + 1
    for deeper in range(depth + 1, _DEEPEST):
        restart = found.levels[deeper].restart if deeper in found.levels else None
        if restart is None or depth < restart:
            counts[deeper] = None
    return _printed(found, level, counts)


def _printed(found: List, level: Level, counts: list[int | None]) -> str:
    if level.form in ("bullet", "none"):
        return "" if level.form == "bullet" else re.sub(r"%[1-9]", "", level.pattern)

    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        own = found.levels.get(depth)
        count = counts[depth]
        if count is None:
            count = own.start if own else 1
        return numeral(count, "decimal" if level.legal or own is None else own.form)

    said = re.sub(r"%([1-9])", number, level.pattern)
    # A gap is printed between number and words: without it 1 and 3月 would become 13月.
    return f"{said} " if level.apart and said[-1:].isalnum() else said


def _levels(element: Any) -> dict[int, Level]:
    return {depth: _level(level) for depth, level in _each(element)}


def _each(element: Any) -> list[tuple[int, Any]]:
    levels = [(whole(level.get(f"{W}ilvl"), 0), level) for level in element.iterchildren(f"{W}lvl")]
    return [(depth, level) for depth, level in levels if depth < _DEEPEST]


def _level(element: Any) -> Level:
    restart, legal = _value(element, "lvlRestart"), element.find(f"{W}isLgl")
    form = _value(element, "numFmt")
    if form is None:
        # Formats younger than the standard, with what to take instead.
        fallback = element.find(f"{_MC}AlternateContent/{_MC}Fallback")
        form = None if fallback is None else _value(fallback, "numFmt")
    return Level(
        whole(_value(element, "start"), 1),
        form or "decimal",
        (_value(element, "lvlText") or "")[:100],
        None if restart is None else whole(restart, 0),
        legal is not None and (legal.get(VAL) is None or is_on_attribute(legal.get(VAL))),
        _value(element, "suff") != "nothing",
    )


def _value(element: Any, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return None if child is None else str(child.get(VAL, ""))

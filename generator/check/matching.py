"""Where an expression matches in a text: looking for a few words is far quicker than trying it everywhere."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from re import _parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

from generator.check.beginnings import firsts, led, twice
from generator.check.concordance import Concordance, Word, places
from generator.check.needles import NEAR, Group, needles, often
from generator.check.shape import DIGIT, LINE, repeats, shape, units
from generator.records import record
from generator.remembered import remembered

_TRY, _LOOK, _LED = 8, 4, 64
"""Characters of a text that are gone through while an expression is tried once at a known place: at any such place, at
one whose character is looked at first, and where Python itself looks for the first character."""
_FIND = 10
"""Places at which an expression is tried in the time in which a word is looked for."""
_MOST_KEPT = 4096
Words: TypeAlias = tuple[tuple[str, frozenset[int]], ...]
"""Words with their units."""


@record
class _Group:
    """Words of which one must be there. near: they tell where to try; words: by the unit that is likely to be rarest;
    bare: those of one character, which have none."""

    near: bool
    words: dict[int, list[Word]]
    bare: list[Word]


@record
class _Search:
    """How an expression is looked for. groups: one of each is needed; within: the words of those that a match holds
    also where it is tried in a part of a text; first: the characters with which a match may begin, and whether any
    digit may, None if nothing is known; led: Python looks for it by its first character; twice: how long the run is
    that a match has twice, one right behind the other, at least and at most."""

    number: int
    groups: tuple[_Group, ...]
    within: tuple[Words, ...]
    first: tuple[frozenset[str], bool] | None
    led: bool
    twice: tuple[int, int] | None


def possible(pattern: "re.Pattern[str]", words: Concordance) -> bool:
    """Whether the expression may match somewhere in the text; only a no is certain."""
    return _standing(_search(pattern), words) is not None


def matches(pattern: "re.Pattern[str]", text: str, words: Concordance) -> Iterator["re.Match[str]"]:
    """What `pattern.finditer` gives, in its order. words: those of the text."""
    search = _search(pattern)
    standing = _standing(search, words)
    if standing is None or (search.twice and not repeats(text, *search.twice)):
        return iter(())
    begins = _begins(search, standing, text, words)
    return pattern.finditer(text) if begins is None else _tried(pattern, text, begins)


def needed(pattern: "re.Pattern[str]") -> tuple[Words, ...]:
    """Groups of words of each of which a match holds one, also where it is tried in a part of a text; those that say
    most first."""
    return _search(pattern).within


def _standing(search: _Search, words: Concordance) -> list[list[Word]] | None:
    """Of each group near at hand the words that may stand in a text; None where a group has no such word."""
    if not words.standing:
        _ask_all(words)
    if search.number in words.standing:
        return words.standing[search.number]
    standing = words.standing[search.number] = _of_groups(search.groups, words.units)
    return standing


def _ask_all(words: Concordance) -> None:
    """Notes which of all the expressions known so far cannot match."""
    told, held = words.standing, words.units
    told.update(_passed_over)
    for key in _by_key.keys() & held:
        for needed, number in _by_key[key]:
            if number in told and needed <= held:
                del told[number]


def _of_groups(groups: Iterable[_Group], held: set[int]) -> list[list[Word]] | None:
    standing = []
    for group in groups:
        there = [*group.bare]
        if not held.isdisjoint(group.words):
            for key in held.intersection(group.words):
                there += [word for word in group.words[key] if word[0] <= held]
        if not there:
            return None
        if group.near:
            standing.append(there)
    return standing


def _tried(pattern: "re.Pattern[str]", text: str, begins: Iterable[int]) -> Iterator["re.Match[str]"]:
    done = 0
    for begin in begins:
        match = pattern.match(text, begin) if begin >= done else None
        if match:
            yield match
            done = match.end()


def _begins(search: _Search, standing: list[list[Word]], text: str, words: Concordance) -> Sequence[int] | None:
    """The offsets at which a match may begin, ascending; None where they are too many to be worth it."""
    fewest, tries = None, len(text) // (_LED if search.led else _LOOK if search.first else _TRY)
    for group in sorted(standing, key=len):
        if tries < _FIND * len(group):
            break
        needed = 0
        for _, word, gaps in group:
            needed += len(places(words, word)) * sum([most - least + 1 for least, most in gaps])
        if needed < tries:
            fewest, tries = group, needed
    if fewest is None or not tries:
        return None if fewest is None else ()
    found = {
        at - gap
        for _, word, gaps in fewest
        for at in places(words, word)
        for least, most in gaps
        for gap in range(least, most + 1)
    }
    if not search.first:
        return sorted([at for at in found if at >= 0])
    signs, any_digit = search.first
    shaped, end = words.shape, len(text)
    return sorted(
        [at for at in found if 0 <= at < end and (text[at] in signs or (any_digit and shaped[at + 1] == DIGIT))]
    )


_searches: dict[tuple[str, int], _Search] = {}
_by_key: dict[int, list[tuple[frozenset[int], int]]] = {}
"""Of each expression the words of one group that it needs, by their rarest units."""
_passed_over: dict[int, None] = {}
"""The numbers of those that have such a group."""


def _search(pattern: "re.Pattern[str]") -> _Search:
    # An expression's own hash goes through all of its program, each time.
    said = pattern.pattern, pattern.flags
    known = _searches.get(said)
    if known is None:
        number = len(_searches)
        groups, *more = remembered(("needles", *map(str, said)), lambda: _told(pattern))
        known = _searches[said] = _Search(number, tuple([_Group(*group) for group in groups]), *more)
        keyed = next((group for group in known.groups if not group.bare), None)
        if keyed and number < _MOST_KEPT:
            _passed_over[number] = None
            for key, words in keyed.words.items():
                _by_key.setdefault(key, []).extend([(needed, number) for needed, *_ in words])
    return known


def _told(pattern: "re.Pattern[str]") -> tuple[Any, ...]:
    """What a search is made of, as plain data."""
    # A match of no characters may begin where another ends.
    empty = _parser.parse(pattern.pattern, pattern.flags).getwidth()[0] == 0
    groups = needles(pattern)
    words = [tuple(dict.fromkeys(needle.word for needle in group)) for group in groups if not empty]
    # Where a part begins or ends there need be no end of a line.
    parts = [group for group in words if not any(LINE in word for word in group)]
    within = tuple([tuple([(word, frozenset(units(shape(word)))) for word in group]) for group in parts])
    return [_group(group, empty) for group in groups], within, firsts(pattern), led(pattern), twice(pattern)


def _group(group: Group, empty: bool) -> tuple[bool, dict[int, list[Word]], list[Word]]:
    gaps: dict[str, tuple[tuple[int, int], ...]] = {}
    for word, least, most in group:
        gaps[word] = (*gaps.get(word, ()), (least, most))
    words: dict[int, list[Word]] = {}
    bare: list[Word] = []
    shared = Counter(unit for word in gaps for unit in units(shape(word)))

    def commonness(unit: int) -> tuple[float, int, int]:
        return often(chr(unit & 0xFFFF) + chr(unit >> 16)), shared[unit], unit

    for word, at in gaps.items():
        held = frozenset(units(shape(word)))
        there = words.setdefault(min(held, key=commonness), []) if held else bare
        there.append((held, word, at))
    return not empty and all(needle.most - needle.least <= NEAR for needle in group), words, bare

"""Where an expression may match in a text: looking for a few words is far quicker than trying it everywhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined] # Python's own parser of expressions, 3.11 on
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple, TypeAlias

from generator.check.beginnings import firsts, twice
from generator.check.concordance import Concordance, Units, digits, places, repeats, units
from generator.records import record
from generator.remembered import remembered


class Needle(NamedTuple):
    """A word that a match needs. least, most: characters from where the match begins to where the word does, negative
    for what must stand before it. A word of no characters stands where the text begins."""

    word: str
    least: int
    most: int


Group: TypeAlias = tuple[Needle, ...]
"""Of these at least one must be there."""

_MOST_CHARACTERS, _MOST_WORDS, _GROUPS = 24, 500, 6
_FEW_WORDS = 60
"""Words of a group whose places are looked up; more only tell whether to try."""
_NEAR = 40
"""Characters between which a needle may lie and still tell where to try; one farther off only tells whether to."""
_TRY = 8
"""Characters of a text that are gone through while an expression is tried once at a known place."""
_LOOK = 4
"""The same where the character at such a place is looked at first."""
_ENOUGH = 16
"""Places that are so few that no rarer ones are looked for."""


@record
class _Search:
    """How an expression is looked for. must: what a text needs of its units; either: of each of these one; near: the
    groups of needles that tell where to try; within: groups of words of each of which a match holds one; first: the
    characters with which a match may begin, and whether any digit may, None if nothing is known; twice: how long the
    run is that a match has twice, one right behind the other, at least and at most."""

    must: Units
    either: tuple[tuple[Units, ...], ...]
    near: tuple[Group, ...]
    within: tuple[tuple[str, ...], ...]
    first: tuple[frozenset[str], bool] | None
    twice: tuple[int, int] | None


def possible(pattern: "re.Pattern[str]", text: Concordance) -> bool:
    """Whether the expression may match somewhere in the text; only a no is certain."""
    return _possible(_search(pattern), text.units)


def matches(pattern: "re.Pattern[str]", text: Concordance) -> Iterator["re.Match[str]"]:
    """What `pattern.finditer` gives, in its order."""
    search = _search(pattern)
    if not _possible(search, text.units):
        return iter(())
    if search.twice and not repeats(text.text, *search.twice):
        return iter(())
    begins = _begins(search, text)
    return pattern.finditer(text.text) if begins is None else _tried(pattern, text.text, begins)


Words: TypeAlias = tuple[tuple[str, Units], ...]
"""Words with their units."""


def needed(pattern: "re.Pattern[str]") -> tuple[Words, ...]:
    """Groups of words of each of which a match holds one, also where it is tried in a part of a text; those that say
    most first."""
    known = _needed.get(id(pattern))
    if known is None or known[0] is not pattern:
        groups = tuple([tuple([(word, units(word)) for word in group]) for group in _search(pattern).within])
        known = _needed[id(pattern)] = pattern, groups
    return known[1]


_needed: dict[int, tuple["re.Pattern[str]", tuple[Words, ...]]] = {}
"""What `needed` has found, by the identity of the expression: to hash one costs as much as to try it."""


def _possible(search: _Search, held: Units) -> bool:
    if not search.must <= held:
        return False
    for group in search.either:
        for word in group:
            if word <= held:
                break
        else:
            return False
    return True


def _tried(pattern: "re.Pattern[str]", text: str, begins: Iterable[int]) -> Iterator["re.Match[str]"]:
    done = 0
    for begin in begins:
        match = pattern.match(text, begin) if begin >= done else None
        if match:
            yield match
            done = match.end()


def _begins(search: _Search, text: Concordance) -> Sequence[int] | None:
    """The offsets at which a match may begin, ascending; None where they are too many to be worth it."""
    fewest, tries = None, len(text.text) // (_LOOK if search.first else _TRY)
    for group in search.near:
        needed = 0
        for word, least, most in group:
            needed += len(places(text, word)) * (most - least + 1)
        if needed < tries:
            fewest, tries = group, needed
        if tries < _ENOUGH:
            break
    if fewest is None or not tries:
        return None if fewest is None else ()
    if search.first and tries > _ENOUGH:
        found = _beginning(text, fewest, *search.first)
    else:
        gaps = ((word, gap) for word, least, most in fewest for gap in range(least, most + 1))
        found = {at - gap for word, gap in gaps for at in places(text, word)}
    return sorted([at for at in found if at >= 0])


def _beginning(text: Concordance, group: Group, signs: frozenset[str], any_digit: bool) -> set[int]:
    """The places that a group tells at which one of the signs stands or, if asked, a digit."""
    signs = signs | digits(text) if any_digit else signs
    all_, end = text.text, len(text.text)
    return {
        begin
        for word, least, most in group
        for at in places(text, word)
        for gap in range(least, most + 1)
        if (begin := at - gap) < end and all_[begin] in signs
    }


@lru_cache(maxsize=2048)
def _search(pattern: "re.Pattern[str]") -> _Search:
    said = ("needles", pattern.pattern, str(pattern.flags))
    must, either, near, within, first, twice = remembered(said, lambda: _told(pattern))
    return _Search(must, either, tuple([tuple(map(Needle._make, group)) for group in near]), within, first, twice)


def _told(pattern: "re.Pattern[str]") -> tuple[Any, ...]:
    """What a search is made of, as plain data."""
    groups = needles(pattern)
    words = [tuple(dict.fromkeys(needle.word for needle in group)) for group in groups]
    must = frozenset[int]().union(*(units(group[0]) for group in words if len(group) == 1))
    # A match of no characters may begin where another ends.
    empty = _parser.parse(pattern.pattern, pattern.flags).getwidth()[0] == 0
    few = [group for group in groups if len(group) <= _FEW_WORDS and not empty]
    near = [group for group in few if all(n.most - n.least <= _NEAR for n in group)]
    either = tuple([tuple(map(units, group)) for group in words if len(group) > 1])
    within = tuple([group for group in words if "" not in group and not empty])
    return must, either, [list(map(tuple, group)) for group in near], within, firsts(pattern), twice(pattern)


def needles(pattern: "re.Pattern[str]") -> tuple[Group, ...]:
    """The groups of words that say most; empty if nothing is known."""
    if pattern.flags & (re.IGNORECASE | re.VERBOSE):
        return ()
    tree = _parser.parse(pattern.pattern, pattern.flags)
    return tuple(sorted(_of(tree, 0, 0, bool(pattern.flags & re.MULTILINE)), key=_worth)[:_GROUPS])


def _worth(group: Group) -> tuple[int, int, int]:
    far = max(needle.most - needle.least for needle in group) > _NEAR
    return -min(len(needle.word) for needle in group), len(group), far


def _spread(group: Group) -> tuple[int, int]:
    return max(needle.most - needle.least for needle in group), -min(len(needle.word) for needle in group)


def _of(items: Any, least: int, most: int, lines: bool) -> list[Group]:
    """The groups that a sequence needs, each of its parts in turn; lines: ^ stands for the beginning of any line."""
    found: list[Group] = []
    run = ""
    for number, (what, told) in enumerate(items):
        if what is op.LITERAL:
            run += chr(told)
        else:
            if run:
                found.append((Needle(run, least - len(run), most - len(run)),))
                run = ""
            found += _part(what, told, least, most, lines)
        narrowest, widest = items[number : number + 1].getwidth()
        least, most = least + narrowest, most + widest
    if run:
        found.append((Needle(run, least - len(run), most - len(run)),))
    return found


def _part(what: Any, told: Any, least: int, most: int, lines: bool) -> list[Group]:
    if what is op.IN:
        return [tuple(Needle(sign, least, most) for sign in group) for group in _characters(told)]
    if what is op.BRANCH:
        branches = [_of(branch, least, most, lines) for branch in told[1]]
        if not all(branches):
            return []
        # What says most may lie far off: what lies at hand is as good a group.
        made = [tuple(dict.fromkeys(n for one in branches for n in min(one, key=key))) for key in (_worth, _spread)]
        return [group for group in dict.fromkeys(made) if len(group) <= _MOST_WORDS]
    if what is op.SUBPATTERN:
        return [] if told[1] & re.IGNORECASE else _of(told[3], least, most, lines or bool(told[1] & re.MULTILINE))
    if what is op.ATOMIC_GROUP:
        return _of(told, least, most, lines)
    if what is op.ASSERT:
        back = told[1].getwidth()[0] if told[0] < 0 else 0
        return _of(told[1], least - back, most - back, lines)
    if what in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and told[0] > 0:
        return _of(told[2], least, most, lines)
    if what is op.AT and told is op.AT_BEGINNING:
        first = Needle("", least, most)
        return [(Needle("\n", least - 1, most - 1), first) if lines else (first,)]
    return []


def _characters(told: Iterable[tuple[Any, Any]]) -> list[Sequence[str]]:
    listed: list[str] = []
    for what, code in told:
        if what is op.LITERAL:
            listed.append(chr(code))
        elif what is op.RANGE and code[1] - code[0] < _MOST_CHARACTERS:
            listed += map(chr, range(code[0], code[1] + 1))
        else:
            return []
    return [listed] if len(listed) <= _MOST_CHARACTERS else []

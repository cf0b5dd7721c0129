"""Where an expression matches in a text: looking for a few words is far quicker than trying it everywhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from generator.check.beginnings import firsts, led, twice
from generator.check.concordance import Concordance, count, form, places
from generator.check.needles import NEAR, Group, needles
from generator.check.shape import DIGIT, LINE, repeats, shape
from generator.check.vocabulary import entered, found, known_by
from generator.records import record
from generator.remembered import remembered

_TRY, _LOOK, _LED = 8, 4, 64
"""Characters of a text that are gone through while an expression is tried once at a known place: at any such place, at
one whose character is looked at first, and where Python itself looks for the first character."""
_FEW = 16
"""Places that are so few that fewer need not be looked for."""


@record
class Words:
    """Words of which one must be there. number: of the group of those that are `telling`, as shapes, -1 if there are
    none; several: those words by their shapes; bare: the rest."""

    number: int
    several: dict[str, list[str]]
    bare: tuple[str, ...]


@record
class _Group:
    """near: the words tell where to try; gaps: how many characters before each word a match begins, at least and at
    most; wide: at how many places in all."""

    words: Words
    near: bool
    gaps: dict[str, tuple[tuple[int, int], ...]]
    wide: dict[str, int]


@record
class _Search:
    """How an expression is looked for.

    pattern: the expression, kept with it; groups: one of each is needed; able: the numbers of those without bare words;
    apart: the numbers of those that a match holds also where it is tried in a part of a text; within: the words of all
    groups that a match holds there; first: the characters with which a match may begin, and whether any digit may, None
    if nothing is known; led: Python looks for it by its first character; twice: how long the run is that a match has
    twice, one right behind the other, at least and at most.
    """

    pattern: "re.Pattern[str]"
    groups: tuple[_Group, ...]
    able: frozenset[int]
    apart: frozenset[int]
    within: tuple[Words, ...]
    first: tuple[frozenset[str], bool] | None
    led: bool
    twice: tuple[int, int] | None


@record
class _Several:
    """How several expressions are looked for. able: of each the numbers of its groups, one of which is in `any`; None
    if some expression may stand without any."""

    patterns: tuple["re.Pattern[str]", ...]
    able: tuple[frozenset[int], ...]
    any: frozenset[int] | None


def possible(pattern: "re.Pattern[str]", words: Concordance) -> bool:
    """Whether the expression may match somewhere in the text; only a no is certain."""
    return _search(pattern).able <= found(words.found).able


def any_possible(patterns: tuple["re.Pattern[str]", ...], words: Concordance) -> bool:
    """Whether any of the expressions may. patterns: one tuple that is asked for again and again."""
    several = _severals.get(id(patterns)) or _several(patterns)
    there = found(words.found).able
    if several.any is None:
        return True
    return not several.any.isdisjoint(there) and any(map(there.issuperset, several.able))


def matches(pattern: "re.Pattern[str]", text: str, words: Concordance) -> Iterator["re.Match[str]"]:
    """What `pattern.finditer` gives, in its order. words: those of the text."""
    search = _search(pattern)
    if not search.able <= found(words.found).able or (search.twice and not repeats(text, *search.twice)):
        return iter(())
    begins = _begins(search, text, words)
    if begins is None:
        return pattern.finditer(text)
    return _tried(pattern, text, begins) if begins else iter(())


def parts_needed(pattern: "re.Pattern[str]", words: Concordance) -> tuple[Words, ...] | None:
    """Groups of words of each of which a match holds one, also where it is tried in a part of a text; those that say
    most first. None if it certainly does not match, wherever in the text it is tried."""
    search = _search(pattern)
    return search.within if search.apart <= found(words.found).able else None


def _standing(group: Words, words: Concordance) -> list[str]:
    """Those of a group's words that may stand in the text."""
    there = [*group.bare]
    for shaped in words.found.there.get(group.number, ()):
        there += group.several[shaped]
    return there


def _tried(pattern: "re.Pattern[str]", text: str, begins: Iterable[int]) -> Iterator["re.Match[str]"]:
    done = 0
    for begin in begins:
        match = pattern.match(text, begin) if begin >= done else None
        if match:
            yield match
            done = match.end()


def _begins(search: _Search, text: str, words: Concordance) -> Sequence[int] | None:
    """The offsets at which a match may begin, ascending; None where they are too many to be worth it."""
    fewest, tries = None, len(text) // (_LED if search.led else _LOOK if search.first else _TRY)
    for group in search.groups:
        # Single characters have to be counted.
        if not group.near or (tries <= _FEW and group.words.bare):
            continue
        there, needed = _standing(group.words, words), 0
        for word in there:
            needed += count(words, word) * group.wide[word]
            if needed >= tries:
                break
        else:
            fewest, tries = (there, group), needed
    if fewest is None:
        return None
    there, group = fewest
    if len(there) == 1 and group.wide[there[0]] == 1:
        gap = group.gaps[there[0]][0][0]
        begins = [at - gap for at in places(words, there[0])]
    else:
        begins = sorted(
            {
                at - gap
                for word in there
                for at in places(words, word)
                for least, most in group.gaps[word]
                for gap in range(least, most + 1)
            }
        )
    if not search.first:
        return [at for at in begins if at >= 0]
    signs, any_digit = search.first
    shaped, end = words.shape, len(text)
    return [at for at in begins if 0 <= at < end and (text[at] in signs or (any_digit and shaped[at + 1] == DIGIT))]


_severals: dict[int, _Several] = {}
"""By the identity of the tuples, which are kept with them."""


def _several(patterns: tuple["re.Pattern[str]", ...]) -> _Several:
    able = tuple([_search(pattern).able for pattern in patterns])
    rarest = frozenset(map(min, able)) if all(able) else None
    made = _severals[id(patterns)] = _Several(patterns, able, rarest)
    return made


_searches: dict[int, _Search] = {}
"""By the identity of the expressions: their own hash goes through all of a program, each time."""


def _search(pattern: "re.Pattern[str]") -> _Search:
    return _searches.get(id(pattern)) or _looked_up(pattern)


def _looked_up(pattern: "re.Pattern[str]") -> _Search:
    said = str(pattern.pattern), str(pattern.flags)
    made = _searches[id(pattern)] = _made(pattern, *remembered(("needles", *said), lambda: _told(pattern)))
    return made


def _made(pattern: "re.Pattern[str]", groups: Any, within: Any, pairs: dict[str, str], *more: Any) -> _Search:
    told = [_Group(_words(gaps, pairs), near, gaps, _wide(gaps)) for near, gaps in groups]
    made = tuple(sorted(told, key=lambda group: bool(group.words.bare)))
    parts = tuple([_words(words, pairs) for words in within])
    return _Search(pattern, made, _certain([group.words for group in made]), _certain(parts), parts, *more)


def _certain(several: Iterable[Words]) -> frozenset[int]:
    """The numbers of the groups of which all words are `telling`."""
    return frozenset([words.number for words in several if words.number >= 0 and not words.bare])


def _wide(gaps: dict[str, tuple[tuple[int, int], ...]]) -> dict[str, int]:
    return {word: sum([most - least + 1 for least, most in several]) for word, several in gaps.items()}


def _words(words: Iterable[str], pairs: dict[str, str]) -> Words:
    several: dict[str, list[str]] = {}
    bare = []
    for word in words:
        shaped, _, tells = form(word)
        if tells:
            several.setdefault(shaped, []).append(word)
        else:
            bare.append(word)
    return Words(entered(pairs, several) if several else -1, several, tuple(bare))


def _told(pattern: "re.Pattern[str]") -> tuple[Any, ...]:
    """What a search is made of, as plain data."""
    # A match of no characters may begin where another ends.
    empty = _parser.parse(pattern.pattern, pattern.flags).getwidth()[0] == 0
    groups = needles(pattern)
    words = [tuple(dict.fromkeys(needle.word for needle in group)) for group in groups if not empty]
    # Where a part begins or ends there need be no end of a line.
    within = tuple([group for group in words if not any(LINE in word for word in group)])
    pairs = known_by(shape(needle.word) for group in groups for needle in group)
    return [_group(group, empty) for group in groups], within, pairs, firsts(pattern), led(pattern), twice(pattern)


def _group(group: Group, empty: bool) -> tuple[bool, dict[str, tuple[tuple[int, int], ...]]]:
    gaps: dict[str, tuple[tuple[int, int], ...]] = {}
    for word, least, most in group:
        gaps[word] = (*gaps.get(word, ()), (least, most))
    return not empty and all(needle.most - needle.least <= NEAR for needle in group), gaps

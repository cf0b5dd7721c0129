"""The words that a text must hold for an expression to match in it, read off the expression.

As trigram indexes do it: going through an expression, what may stand right before each of its points is known as long
as it is little; where it grows too much, or something unknown follows, it is told.
"""

import re
from collections.abc import Iterable, Sequence
from math import prod
from re import _constants as op  # type: ignore[attr-defined] # Python's own parser of expressions, 3.11 on
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple, TypeAlias

from generator.check.shape import DIGIT, LINE, SPACE, shape


class Needle(NamedTuple):
    """A word that a match needs. least, most: characters from where the match begins to where the word does, negative
    for what must stand before it. A word that holds `DIGIT` or `SPACE` is one of the shape of a text."""

    word: str
    least: int
    most: int


Group: TypeAlias = tuple[Needle, ...]
"""Of these at least one must be there."""
_Run: TypeAlias = list[Needle]
"""Of these one ends where we are; one of no characters tells nothing."""
_At: TypeAlias = tuple[int, int]
"""Where we are: characters from where the match begins, at least and at most."""


class _Told(NamedTuple):
    """What is told so far. lines: ^ and $ stand for the ends of lines; else they are the ends of whatever an expression
    is tried on, which may be a part of the text."""

    groups: list[Group]
    lines: bool


NEAR = 40
"""Characters between which a needle may lie and still tell where to try; one farther off only tells whether to."""
_MOST_WORDS, _FEW_WORDS = 500, 200
"""Words of a group, and of one that is made of parts."""
_MOST_CHARACTERS, _MOST_COPIES, _FEW_COPIES, _MOST_BARE, _MOST_GROUPS = 200, 20, 6, 8, 3
_FIND, _LENGTH = 6, 5000
"""What it costs to look for a word, in trials of an expression at a place; characters of a text."""
_OFTEN = {DIGIT: 0.05, LINE: 0.01}
_MARK, _SIGN = 0.02, 0.003
"""How often a character is a certain mark or letter, and a certain Chinese one."""


def needles(pattern: "re.Pattern[str]") -> tuple[Group, ...]:
    """The groups of words that it costs least to look for, the best first; empty if nothing is known."""
    if pattern.flags & (re.IGNORECASE | re.VERBOSE):
        return ()
    told = _Told([], bool(pattern.flags & re.MULTILINE))
    _tell(_walk(_parser.parse(pattern.pattern, pattern.flags), [Needle("", 0, 0)], (0, 0), told), told)
    groups = [group for at, group in enumerate(told.groups) if not _implied(group, at, told.groups)]
    best = sorted(dict.fromkeys([*groups, *(ends for group in groups for ends in _ends(group))]), key=_cost)
    near = [group for group in best if _spread(group) <= NEAR]
    return tuple(dict.fromkeys([*best[:_MOST_GROUPS], *near[: _MOST_GROUPS - 1]]))


def often(word: str) -> float:
    """How often a word is likely to stand in a text, by character."""
    return prod(_OFTEN.get(sign, _SIGN if "\u3400" <= sign < "\uf900" else _MARK) for sign in word)


def _cost(group: Group) -> float:
    words = {needle.word for needle in group}
    return sum(_FIND * _likely(word) + _LENGTH * often(word) for word in words)


def _likely(word: str) -> float:
    """How likely a text is to hold all pairs of characters of the word, so that it is looked for."""
    return prod(min(1, _LENGTH * often(word[at : at + 2])) for at in range(len(word) - 1))


def _spread(group: Group) -> int:
    return max(needle.most - needle.least for needle in group)


def _implied(group: Group, at: int, groups: Sequence[Group]) -> bool:
    """Whether another group tells all that this one, the `at`th of them, tells."""
    words = {needle.word for needle in group}
    for number, other in enumerate(groups):
        longer = {needle.word for needle in other}
        again = number == at or (words == longer and number > at)
        farther = _spread(other) > NEAR >= _spread(group)
        if not again and not farther and all(any(word in one for word in words) for one in longer):
            return True
    return False


def _ends(group: Group) -> list[Group]:
    """The one character with which all of many words begin or end: looked for once instead of each of them."""
    words = {needle.word for needle in group}
    first = tuple(dict.fromkeys(needle._replace(word=needle.word[0]) for needle in group))
    last = tuple(dict.fromkeys(map(_last, group)))
    return [ends for ends in (first, last) if len(words) > _MOST_BARE and len({n.word for n in ends}) == 1]


def _walk(items: Any, run: _Run, at: _At, told: _Told) -> _Run:
    """What stands before the end of a sequence. run: what stands before its beginning, which is `at`."""
    for number, (what, held) in enumerate(items):
        narrowest, widest = items[number : number + 1].getwidth()
        then = at[0] + narrowest, at[1] + widest
        run = list(dict.fromkeys(_part(what, held, run, at, then, told)))
        if len(run) > _MOST_WORDS:
            run = [Needle("", *then)]
        at = then
    return run


def _part(what: Any, held: Any, run: _Run, at: _At, then: _At, told: _Told) -> _Run:
    if what is op.LITERAL:
        return _longer(run, [chr(held)], at, told)
    if what is op.IN and (signs := _characters(held)):
        return _longer(run, signs, at, told)
    if what is op.BRANCH:
        return _any_of(held[1], run, at, told)
    if what is op.SUBPATTERN and not held[1] & re.IGNORECASE:
        return _walk(held[3], run, at, told._replace(lines=told.lines or bool(held[1] & re.MULTILINE)))
    if what is op.ATOMIC_GROUP:
        return _walk(held, run, at, told)
    if what in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _again(held, run, at, then, told)
    if what is op.ASSERT and held[0] > 0:
        _tell(_walk(held[1], run, at, told), told)
        return run
    if what is op.ASSERT:
        back = held[1].getwidth()[0]
        begin = at[0] - back, at[1] - back
        return _behind(_walk(held[1], [Needle("", *begin)], begin, told), run, told)
    if what is op.AT and told.lines and held is op.AT_BEGINNING:
        return _behind([Needle(LINE, at[0] - 1, at[1] - 1)], run, told)
    if what is op.AT and told.lines and held is op.AT_END:
        _tell(_longer(run, [LINE], at, told), told)
        return run
    if what in (op.AT, op.ASSERT_NOT):
        return run
    _tell(run, told)
    return [Needle("", *then)]


def _longer(run: _Run, signs: Sequence[str], at: _At, told: _Told) -> _Run:
    run = _room(run, len(signs), at, told)
    return [Needle(word + sign, least, most) for word, least, most in run for sign in signs]


def _behind(before: _Run, run: _Run, told: _Told) -> _Run:
    """What stands there where both do; told where something longer is known already."""
    if not any(needle.word for needle in run):
        return before
    _tell(before, told)
    return run


def _any_of(branches: Any, run: _Run, at: _At, told: _Told) -> _Run:
    run = _room(run, len(branches), at, told)
    ended: _Run = []
    each: list[list[Group]] = []
    inside = False
    for branch in branches:
        own = _Told([], told.lines)
        last = _walk(branch, run, at, own)
        inside = inside or bool(own.groups)
        _tell(last, own)
        ended += last
        each.append(own.groups)
    if inside and all(each):
        # What says most may lie far off: what lies at hand is as good a group.
        for key in (_cost, _spread):
            _tell([needle for groups in each for needle in min(groups, key=key)], told)
    return ended


def _again(held: Any, run: _Run, at: _At, then: _At, told: _Told) -> _Run:
    least, most, items = held
    narrowest, widest = items.getwidth()
    copies, begin, silent = min(int(least), _MOST_COPIES), at, _Told([], told.lines)
    for _ in range(copies):
        run = _walk(items, run, at, told)
        at = at[0] + narrowest, at[1] + widest
    if least == most == copies:
        return run
    if most - least <= _FEW_COPIES and (each := _each(items, run, at, most - least, silent)):
        return each
    _tell(run, told)
    last = [Needle("", *begin)]
    for _ in range(max(copies, 1)):
        last = _walk(items, last, begin, silent)
    last = [Needle(word, then[0] - len(word), then[1] - len(word)) for word, _, _ in last]
    return last if least else [*run, *last]


def _each(items: Any, run: _Run, at: _At, more: int, silent: _Told) -> _Run:
    """What stands there after none, one … and so many copies more; nothing if that is too much, or unknown."""
    made = [*run]
    known = all(needle.word for needle in run)
    narrowest, widest = items.getwidth()
    for _ in range(more):
        run = _walk(items, run, at, silent)
        at = at[0] + narrowest, at[1] + widest
        made += run
    lost = known and not all(needle.word for needle in made)
    return made if len(made) <= _FEW_WORDS and not lost else []


def _room(run: _Run, ways: int, at: _At, told: _Told) -> _Run:
    """The run where it stays small though each of its words goes on in so many ways; else it is told, and cut to its
    last characters, or to nothing."""
    if len(run) == 1 or len(run) * ways <= _FEW_WORDS:
        return run
    _tell(run, told)
    run = list(dict.fromkeys(map(_last, run)))
    return run if len(run) * ways <= _FEW_WORDS else [Needle("", *at)]


def _last(needle: Needle) -> Needle:
    before = len(needle.word[:-1])
    return Needle(needle.word[-1:], needle.least + before, needle.most + before)


def _tell(run: _Run, told: _Told) -> None:
    shaped = [Needle(shape(w) if DIGIT in w or SPACE in w else w, least, most) for w, least, most in run]
    if not all(needle.word for needle in shaped) or len(shaped) > _MOST_WORDS:
        return
    group = _shortest(shaped) if len(shaped) <= _FEW_WORDS else tuple(dict.fromkeys(shaped))
    if sum(len(word) == 1 for word in {needle.word for needle in group}) <= _MOST_BARE:
        told.groups.append(group)


def _shortest(run: _Run) -> Group:
    """The group without words that hold others of it."""
    words = sorted({needle.word for needle in run}, key=len)
    made: dict[Needle, None] = {}
    for word, least, most in run:
        held = next(shorter for shorter in words if shorter in word)
        at = word.index(held)
        made[Needle(held, least + at, most + at)] = None
    return tuple(made)


def _characters(held: Iterable[tuple[Any, Any]]) -> list[str]:
    """The characters of a class, all digits being one and all white space; none where they are many or not known."""
    listed: list[str] = []
    for what, code in held:
        if what is op.LITERAL:
            listed.append(chr(code))
        elif what is op.RANGE and code[1] - code[0] < _MOST_CHARACTERS:
            listed += map(chr, range(code[0], code[1] + 1))
        elif what is op.CATEGORY and code is op.CATEGORY_DIGIT:
            listed.append(DIGIT)
        elif what is op.CATEGORY and code is op.CATEGORY_SPACE:
            listed += (SPACE, LINE)
        else:
            return []
    signs = dict.fromkeys(SPACE if sign.isspace() and sign != LINE else sign for sign in listed)
    if sum(sign == DIGIT or sign.isdecimal() for sign in signs) > 1:
        signs = dict.fromkeys(DIGIT if sign.isdecimal() else sign for sign in signs)
    return list(signs) if len(signs) <= _MOST_CHARACTERS else []

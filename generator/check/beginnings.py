"""With what a match of an expression begins, read off the expression."""

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined] # Python's own parser of expressions, 3.11 on
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_DIGIT = "\\d"
"""Stands for every decimal digit among characters."""
_WIDEST, _LONGEST = 500, 40
"""Characters of a range that are told one by one, and of a run that stands twice."""


def firsts(pattern: "re.Pattern[str]") -> tuple[frozenset[str], bool] | None:
    """The characters with which a match may begin, and whether any digit may; None if that is not known."""
    if pattern.flags & re.IGNORECASE:
        return None
    signs, empty = _firsts(_parser.parse(pattern.pattern, pattern.flags))
    return None if signs is None or empty else (frozenset(signs - {_DIGIT}), _DIGIT in signs)


def _firsts(items: Any) -> tuple[set[str] | None, bool]:
    """The characters with which a sequence may begin, None if they are not known, and whether it may be empty."""
    made: set[str] = set()
    for what, told in items:
        signs: set[str] | None = None
        empty = False
        if what in (op.ASSERT, op.ASSERT_NOT, op.AT):
            continue
        if what is op.LITERAL:
            signs = {chr(told)}
        elif what is op.IN:
            signs = _any_of(told)
        elif what is op.BRANCH:
            each = [_firsts(branch) for branch in told[1]]
            empty = any(bare for _, bare in each)
            signs = None if any(one is None for one, _ in each) else {sign for one, _ in each for sign in one or ()}
        elif what is op.SUBPATTERN and not told[1] & re.IGNORECASE:
            signs, empty = _firsts(told[3])
        elif what in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            signs, empty = _firsts(told[2])
            empty = empty or not told[0]
        if signs is None:
            return None, True
        made |= signs
        if not empty:
            return made, False
    return made, True


def _any_of(told: Iterable[tuple[Any, Any]]) -> set[str] | None:
    made: set[str] = set()
    for what, code in told:
        if what is op.LITERAL:
            made.add(chr(code))
        elif what is op.RANGE and code[1] - code[0] < _WIDEST:
            made |= set(map(chr, range(code[0], code[1] + 1)))
        elif what is op.CATEGORY and code is op.CATEGORY_DIGIT:
            made.add(_DIGIT)
        else:
            return None
    return made


def led(pattern: "re.Pattern[str]") -> bool:
    """Whether Python finds where to try it by its first character, a hundred characters in the time of one trial."""
    items = list(_parser.parse(pattern.pattern, pattern.flags))
    while items and items[0][0] is op.SUBPATTERN:
        items = list(items[0][1][3])
    if items and items[0][0] is op.BRANCH:
        return all(branch and branch[0][0] is op.LITERAL for branch in items[0][1][1])
    return bool(items) and items[0][0] in (op.LITERAL, op.IN) and not pattern.flags & re.IGNORECASE


def twice(pattern: "re.Pattern[str]") -> tuple[int, int] | None:
    """How long a run must be that the expression wants twice in a row; None if it does not begin so."""
    items = list(_parser.parse(pattern.pattern, pattern.flags))
    if pattern.flags & re.IGNORECASE or len(items) < 2 or items[0][0] is not op.SUBPATTERN:
        return None
    number, flags, _, held = items[0][1]
    if flags & re.IGNORECASE or items[1] != (op.GROUPREF, number):
        return None
    least, most = held.getwidth()
    return (least, most) if 0 < least <= most <= _LONGEST else None

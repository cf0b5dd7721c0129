"""What a text must hold for an expression to match in it: looking for a few words is far quicker than matching."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined] # Python's own parser of expressions, 3.11 on
from re import _parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

Needles: TypeAlias = tuple[tuple[str, ...], ...]
"""Of each group at least one must be there; empty if nothing is known."""

_MOST_CHARACTERS, _MOST_WORDS, _GROUPS = 12, 60, 3


def possible(pattern: "re.Pattern[str]", text: str) -> bool:
    """Whether the expression may match somewhere in the text; only a no is certain."""
    return all(any(word in text for word in group) for group in needles(pattern))


@lru_cache(maxsize=2048)
def needles(pattern: "re.Pattern[str]") -> Needles:
    """The groups of words that say most, at most three."""
    if pattern.flags & (re.IGNORECASE | re.VERBOSE):
        return ()
    return tuple(sorted(_of(_parser.parse(pattern.pattern, pattern.flags)), key=_worth)[:_GROUPS])


def _worth(group: Sequence[str]) -> tuple[int, int]:
    return -min(map(len, group)), len(group)


def _of(items: Iterable[tuple[Any, Any]]) -> list[tuple[str, ...]]:
    """The groups that a sequence needs, each of its parts in turn."""
    found: list[tuple[str, ...]] = []
    run = ""
    for what, told in items:
        if what is op.LITERAL:
            run += chr(told)
            continue
        if run:
            found.append((run,))
            run = ""
        found += _part(what, told)
    return [*found, (run,)] if run else found


def _part(what: Any, told: Any) -> list[tuple[str, ...]]:
    if what is op.IN:
        return _characters(told)
    if what is op.BRANCH:
        branches = [sorted(_of(branch), key=_worth) for branch in told[1]]
        words = tuple(dict.fromkeys(word for branch in branches for word in (branch[0] if branch else ())))
        return [words] if all(branches) and len(words) <= _MOST_WORDS else []
    if what is op.SUBPATTERN:
        return [] if told[1] & re.IGNORECASE else _of(told[3])
    if what is op.ATOMIC_GROUP:
        return _of(told)
    if what is op.ASSERT:
        return _of(told[1])
    if what in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and told[0] > 0:
        return _of(told[2])
    return []


def _characters(told: Iterable[tuple[Any, Any]]) -> list[tuple[str, ...]]:
    listed = list(told)
    if any(what is not op.LITERAL for what, _ in listed) or len(listed) > _MOST_CHARACTERS:
        return []
    return [tuple(chr(code) for _, code in listed)]

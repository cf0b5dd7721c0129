"""Pairs of neighbouring characters, the smallest parts of words that are compared: Chinese is written without spaces,
and reports word a thing a little differently each time."""

from collections.abc import Callable, Sequence
from functools import cache
from operator import add, itemgetter

_LONG = 256
_NEIGHBOURS = tuple([slice(at, at + 2) for at in range(_LONG)])


def pairs_in(words: str) -> Sequence[str]:
    """Each pair in its order: sums over them are the same in every run."""
    size = len(words) - 1
    if size > _LONG:
        return list(map(add, words, words[1:]))
    if size < 2:
        return (words,) if size == 1 else ()
    return _cutter(size)(words)


@cache
def _cutter(size: int) -> Callable[[str], tuple[str, ...]]:
    """What cuts so many pairs out in one go: half of what joining each two characters takes."""
    return itemgetter(*_NEIGHBOURS[:size])

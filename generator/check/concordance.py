"""A text with the places of its words, each word looked up once for all rules."""

from dataclasses import field
from functools import lru_cache
from typing import TypeAlias

from generator.records import record

Offsets: TypeAlias = tuple[int, ...]


@record
class Concordance:
    """pairs: every two neighbouring code units of the text, as one number: nearly all words that a text lacks have a
    pair that it lacks; known: the places of the words that were asked for."""

    text: str
    pairs: frozenset[int]
    known: dict[str, Offsets] = field(default_factory=dict)


def concordance(text: str) -> Concordance:
    """The text, ready to be asked for words."""
    return Concordance(text, frozenset(_pairs(text)), {"": (0,)})


def holds(of: Concordance, word: str) -> bool:
    """Whether the word stands in the text; "" does everywhere."""
    known = of.known.get(word)
    if known is not None:
        return bool(known)
    if of.pairs.issuperset(_pairs_of(word)) and word in of.text:
        return True
    of.known[word] = ()
    return False


def places(of: Concordance, word: str) -> Offsets:
    """Every offset at which the word begins, also where it overlaps itself; that of "" is 0, where the text begins."""
    if word not in of.known:
        of.known[word] = tuple(_places(of.text, word)) if holds(of, word) else ()
    return of.known[word]


def _places(text: str, word: str) -> list[int]:
    found = []
    at = text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + 1)
    return found


_MANY = 8192
"""More words than all rules ask for."""


@lru_cache(maxsize=_MANY)
def _pairs_of(word: str) -> frozenset[int]:
    return frozenset(_pairs(word))


def _pairs(text: str) -> set[int]:
    """Neighbours are read four bytes at a time, once from the first code unit and once from the second."""
    units = memoryview(text.encode("utf-16-le", "surrogatepass"))
    made: set[int] = set()
    for begin in (0, 2):
        made.update(units[begin : begin + (len(units) - begin) // 4 * 4].cast("I"))
    return made

"""A text with the places of its words, each word looked up once for all rules."""

from dataclasses import field
from functools import lru_cache
from typing import TypeAlias

from generator.check.shape import DIGIT, LINE, SPACE, shape, units
from generator.records import record

Offsets: TypeAlias = tuple[int, ...]
Word: TypeAlias = tuple[frozenset[int], str, tuple[tuple[int, int], ...]]
"""Units of a word, the word, and how many characters before it a match begins, at least and at most."""


@record
class Concordance:
    """lines: the text between two ends of lines; shape: the shape of it; units: those of the shape, by which nearly all
    words that it lacks are known; known: the places of the words that were asked for; standing: what
    `generator.check.matching` reckoned of the units, by expression."""

    lines: str
    shape: str
    units: set[int]
    standing: dict[int, list[list[Word]] | None] = field(default_factory=dict)
    known: dict[str, Offsets] = field(default_factory=dict)


def concordance(text: str) -> Concordance:
    """A text, ready to be asked for words."""
    lines = LINE + text + LINE
    shaped = shape(lines)
    return Concordance(lines, shaped, units(shaped))


def otherwise(of: Concordance, text: str) -> Concordance:
    """The same for a text that is `of` but for the width of its punctuation."""
    return Concordance(LINE + text + LINE, of.shape, of.units, of.standing)


def places(of: Concordance, word: str) -> Offsets:
    """Every offset at which the word begins, also where it overlaps itself; that of the line before the text is -1.

    A word that holds `DIGIT` or `SPACE` is one of the shape of the text.
    """
    known = of.known.get(word)
    if known is None:
        text = of.shape if DIGIT in word or SPACE in word else of.lines
        known = of.known[word] = tuple(_places(text, word)) if _units_of(word) <= of.units else ()
    return known


@lru_cache(maxsize=8192)
def _units_of(word: str) -> frozenset[int]:
    return frozenset(units(shape(word)))


def _places(text: str, word: str) -> list[int]:
    found = []
    at = text.find(word)
    while at >= 0:
        found.append(at - 1)
        at = text.find(word, at + 1)
    return found

"""A text with the places of its words, each word looked up once for all rules."""

import re
from dataclasses import field
from functools import lru_cache
from typing import TypeAlias

from generator.records import record

_FOLDED = tuple(zip("，；：！？（）．％\u3000", ",;:!?().% ", strict=True))
_DIGIT = re.compile(r"\d")
Offsets: TypeAlias = tuple[int, ...]
Units: TypeAlias = frozenset[int]


@record
class Concordance:
    """units: those of the text, by which nearly all words that it lacks are known; known: the places of the words that
    were asked for; digits: its decimal digits, once they were asked for."""

    text: str
    units: Units
    known: dict[str, Offsets] = field(default_factory=dict)
    digits: list[frozenset[str]] = field(default_factory=list)


def half_width(text: str) -> str:
    """The text with half-width punctuation, character for character."""
    for wide, half in _FOLDED:
        text = text.replace(wide, half)
    return text


def concordance(text: str, held: Units | None = None) -> Concordance:
    """The text, ready to be asked for words. held: its units, where they are at hand."""
    return Concordance(text, units(text) if held is None else held, {"": (0,)})


def places(of: Concordance, word: str) -> Offsets:
    """Every offset at which the word begins, also where it overlaps itself; that of "" is 0, where the text begins."""
    known = of.known.get(word)
    if known is None:
        known = of.known[word] = tuple(_places(of.text, word)) if _units_of(word) <= of.units else ()
    return known


def _places(text: str, word: str) -> list[int]:
    found = []
    at = text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + 1)
    return found


def units(text: str) -> Units:
    """Its pairs of neighbouring code units, each as one number, whatever the width of punctuation: a text that holds a
    word holds all units of the word."""
    written = memoryview(half_width(text).encode("utf-16-le", "surrogatepass"))
    made: set[int] = set()
    # Neighbours are read four bytes at a time, once from the first code unit and once from the second.
    for begin in (0, 2):
        made.update(written[begin : begin + (len(written) - begin) // 4 * 4].cast("I"))
    return frozenset(made)


def digits(of: Concordance) -> frozenset[str]:
    """Every decimal digit that the text has, of whatever script."""
    if not of.digits:
        of.digits.append(frozenset(_DIGIT.findall(of.text)))
    return of.digits[0]


def repeats(text: str, least: int, most: int) -> bool:
    """Whether some run of so many characters is likely to stand twice, one right behind the other; only a no is
    certain."""
    written = text.encode("utf-16-le", "surrogatepass")
    number = int.from_bytes(written, "little")
    # A run may hold characters of two code units.
    widest = most if len(written) == 2 * len(text) else 2 * most
    for length in range(least, widest + 1):
        apart = (number ^ number >> 16 * length).to_bytes(len(written), "little")
        if bytes(2 * length) in apart[: max(len(written) - 2 * length, 0)]:
            return True
    return False


_units_of = lru_cache(maxsize=8192)(units)

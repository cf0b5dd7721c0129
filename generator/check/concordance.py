"""A text with the places of its words, each word looked up once for all rules."""

from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache

from generator.check.shape import DIGIT, HALF_WIDTH, LINE, SPACE, shape
from generator.check.vocabulary import Places, at, each, telling
from generator.records import record


@record
class Concordance:
    """lines: the text between two ends of lines; shape: the shape of it; found: the places of words in that; known:
    those of the words that were asked for."""

    lines: str
    shape: str
    found: Places
    known: dict[str, Sequence[int]] = field(default_factory=dict)


def concordance(text: str) -> Concordance:
    """A text, ready to be asked for words."""
    lines = LINE + text + LINE
    shaped = shape(lines)
    return Concordance(lines, shaped, Places(shaped))


def otherwise(of: Concordance, text: str) -> Concordance:
    """The same for a text that is `of` but for the width of its punctuation."""
    return Concordance(LINE + text + LINE, of.shape, of.found)


def places(of: Concordance, word: str) -> Sequence[int]:
    """Every offset at which the word begins, also where it overlaps itself; that of the line before the text is -1.

    A word that holds `DIGIT` or `SPACE` is one of the shape of the text.
    """
    known = of.known.get(word)
    if known is None:
        known = of.known[word] = _of_lines(of, word)
    return known


def count(of: Concordance, word: str) -> int:
    """How many places a word has, not counting those where it overlaps itself if it says little: then it is far quicker
    to count them than to name them."""
    if word in of.known or form(word)[2]:
        return len(places(of, word))
    return _where(of, word).count(word)


def _where(of: Concordance, word: str) -> str:
    return of.shape if DIGIT in word or SPACE in word else of.lines


def _of_lines(of: Concordance, word: str) -> Sequence[int]:
    shaped, exact, tells = form(word)
    if not tells:
        return each(_where(of, word), word)
    there = at(of.found, shaped)
    return there if exact else [place for place in there if of.lines.startswith(word, place + 1)]


@lru_cache(maxsize=8192)
def form(word: str) -> tuple[str, bool, bool]:
    """The shape of a word, whether the word stands wherever that does, and whether it is `telling`."""
    shaped = shape(word)
    exact = DIGIT in word or SPACE in word or (shaped == word and not any(sign in word for sign in HALF_WIDTH))
    return shaped, exact, telling(shaped)

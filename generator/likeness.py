"""How alike two reports are: shared runs of five characters, and the longest passage word for word the same."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from generator.records import record

GRAM = 5
"""Characters of a run: long enough that common words do not make reports alike."""


@record
class Likeness:
    """share: shared runs of `GRAM` characters in all runs of both (Jaccard, 0 to 1); passage: the longest stretch of
    one paragraph that the other has word for word."""

    share: float
    passage: str


def grams(paragraphs: Iterable[str]) -> frozenset[str]:
    """Every run of `GRAM` characters inside a paragraph, spaces left out."""
    bare = ("".join(paragraph.split()) for paragraph in paragraphs)
    return frozenset(text[at : at + GRAM] for text in bare for at in range(len(text) - GRAM + 1))


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The Jaccard likeness of two sets of runs; 0 where both are empty."""
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0


def likeness(one: Sequence[str], other: Sequence[str]) -> Likeness:
    """Two reports against each other, each as its paragraphs without what every report has."""
    return Likeness(share(grams(one), grams(other)), longest_passage(one, other))


def longest_passage(one: Sequence[str], other: Sequence[str]) -> str:
    """The longest stretch that both have word for word, within one paragraph of each; the first of several."""
    # A mark that no text has keeps a stretch within its paragraph, a different one on each side.
    first, second = "\0".join(one), "\1".join(other)
    found = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    return first[found.a : found.a + found.size]

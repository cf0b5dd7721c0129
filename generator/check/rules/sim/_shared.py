"""Stretches of a report that another has too, marks and spaces not counted: what SIM001 and SIM005 share."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.annotate.model import Spot
from generator.check.subject import Subject, once, spot
from generator.records import record
from generator.regex import regex

LEAST = 60
"""Characters of a stretch that is worth telling."""
_BLOCK = LEAST // 2
"""Every stretch holds one of the other report's blocks whole."""
_MARK = regex(r"[\s,.;:!?()、。“”‘’《》〈〉〔〕—·-]+")


@record
class Stretch:
    """What both have. spot: its place, on the line that holds most of it; length: characters; other: who has it too."""

    spot: Spot
    length: int
    other: Subject


def shared(of: Subject, others: Sequence[Subject]) -> Iterator[Stretch]:
    """Each stretch of at least `LEAST` characters, the longest of those that begin alike, in reading order.

    Not those before the first heading, where every report has the same set phrases.
    """
    first = next((section.spot.line for section in of.annotation.outline.sections), 0)
    known: dict[str, list[tuple[Subject, int]]] = {}
    for other in others:
        for block, at in _blocks(other).items():
            known.setdefault(block, []).append((other, at))
    words, places = _bare(of)
    at = done = 0
    while at + _BLOCK <= len(words):
        hits = known.get(words[at : at + _BLOCK])
        runs = [(*_run(words, at, _bare(other)[0], there, done), other) for other, there in hits] if hits else []
        begin, end, other = max(runs, key=lambda run: run[1] - run[0], default=(0, 0, of))
        if end - begin < LEAST:
            at += 1
            continue
        where = _most_of(of, places[begin:end])
        if where.line >= first:
            yield Stretch(where, end - begin, other)
        at = done = end


def _run(words: str, at: int, others: str, there: int, least: int) -> tuple[int, int]:
    """How far what both have reaches to either side of a block, not before `least`."""
    begin, back = at, there
    while begin > least and back and words[begin - 1] == others[back - 1]:
        begin, back = begin - 1, back - 1
    end, on = at + _BLOCK, there + _BLOCK
    while end < len(words) and on < len(others) and words[end] == others[on]:
        end, on = end + 1, on + 1
    return begin, end


def _most_of(of: Subject, places: Sequence[int]) -> Spot:
    lines = [bisect_right(of.starts, place) for place in places]
    ((line, _),) = Counter(lines).most_common(1)
    own = [place for place, number in zip(places, lines, strict=True) if number == line]
    return spot(of, own[0], own[-1] + 1)


@once
def _blocks(of: Subject) -> dict[str, int]:
    words, _ = _bare(of)
    return {words[at : at + _BLOCK]: at for at in range(0, len(words) - _BLOCK + 1, _BLOCK)}


@once
def _bare(of: Subject) -> tuple[str, list[int]]:
    """The text without marks, and where each character of it stands; a figure never breaks a stretch."""
    kept: list[int] = []
    begin = 0
    for mark in _MARK.finditer(of.folded):
        kept += range(begin, mark.start())
        begin = mark.end()
    kept += range(begin, len(of.folded))
    return _MARK.sub("", of.folded), kept

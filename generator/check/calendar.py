"""Plenums and plans that a report names, against the dates in genre.yml."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.check.subject import Subject
from generator.regex import regex

_PLENUM = regex(r"(十[八九]届|二十届|二十一届)((?:[一二三四五六七]中[、,和及]?)+)(?=全会)")
_RANGE = regex(r"\((20\d{2})年?\s*[-—–－~～至]{1,2}\s*(20\d{2})年\)")


def rows(of: Subject, key: str) -> list[Mapping[str, object]]:
    """The rows of a table of genre.yml (`meetings`, `periods`)."""
    found = of.schema.wording.get(key, ())
    return [row for row in found if isinstance(row, Mapping)] if isinstance(found, list | tuple) else []


def plenums(of: Subject) -> Iterator[tuple[str, str, int]]:
    """Congress (`二十届`), ordinal (`三中`) and offset of each plenum that is named, those of a list each."""
    for match in _PLENUM.finditer(of.folded):
        for ordinal in re.finditer("[一二三四五六七]中", match[2]):
            yield match[1], ordinal[0], match.start(2) + ordinal.start()


def periods(of: Subject, begin: int, end: int) -> Iterator[tuple[int, str, int]]:
    """Offset, words and last year of each plan named between two offsets: by its years, or by its number."""
    for match in _RANGE.finditer(of.folded, begin, end):
        yield match.start() + 1, of.text[match.start() + 1 : match.end() - 1], int(match[2])
    known = {str(row["name"]): row for row in rows(of, "periods")}
    for name, row in known.items():
        if name.startswith("“") and row.get("verified", True):
            for match in re.finditer(re.escape(name.removesuffix("规划")), of.folded[begin:end]):
                at = begin + match.start()
                yield at, of.text[at : at + len(match[0])], int(str(row["last"]))


def quoted(name: str) -> str:
    """A plan's name in quotation marks, those of its own (“七五”普法) being enough."""
    return name if name.startswith("“") else f"“{name}”"


def sentence(of: Subject, at: int) -> str:
    """The sentence around an offset."""
    begin = max(of.folded.rfind(stop, 0, at) for stop in "。;\n") + 1
    ends = [found for stop in "。;\n" if (found := of.folded.find(stop, at)) >= 0]
    return of.folded[begin : min(ends, default=len(of.folded))]


def gaps(of: Subject) -> Iterator[tuple[int, int, str]]:
    """Offsets and the ordinal left out of each list of plenums that is not consecutive: 二中、四中全会."""
    for match in _PLENUM.finditer(of.folded):
        told = ["一二三四五六七".index(one) for one in re.findall("([一二三四五六七])中", match[2])]
        for one, after in pairwise(told):
            if after > one + 1:
                yield match.start(2), match.end(2), f"{'一二三四五六七'[one + 1]}中"

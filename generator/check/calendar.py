"""Plenums and plans that a report names, against the dates in genre.yml."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.check.concordance import places
from generator.check.subject import Subject, folded_words, found, once
from generator.regex import regex

PLENUM = regex(r"(十[八九]届|二十届|二十一届)((?:[一二三四五六七]中[、,和及]?)+)(?=全会)")
_RANGE = regex(r"\((20\d{2})年?\s*[-—–－~～至]{1,2}\s*(20\d{2})年\)")


def rows(of: Subject, key: str) -> list[Mapping[str, object]]:
    """The rows of a table of genre.yml (`meetings`, `periods`)."""
    tables = _tables(of)
    if key not in tables:
        found = of.schema.wording.get(key, ())
        tables[key] = [row for row in found if isinstance(row, Mapping)] if isinstance(found, list | tuple) else []
    return tables[key]


@once
def _tables(of: Subject) -> dict[str, list[Mapping[str, object]]]:
    return {}


def plenums(of: Subject) -> Iterator[tuple[str, str, int]]:
    """Congress (`二十届`), ordinal (`三中`) and offset of each plenum that is named, those of a list each."""
    for _, match in found(of, PLENUM):
        for ordinal in re.finditer("[一二三四五六七]中", match[2]):
            yield match[1], ordinal[0], match.start(2) + ordinal.start()


def periods(of: Subject, begin: int, end: int) -> Iterator[tuple[int, str, int]]:
    """Offset, words and last year of each plan named between two offsets: by its years, or by its number."""
    for first, last, at, words, year in _periods(of):
        if begin <= first and last <= end:
            yield at, words, year


@once
def _periods(of: Subject) -> list[tuple[int, int, int, str, int]]:
    """Where each plan named in the report begins and ends, and what `periods` tells of it."""
    made = []
    for _, match in found(of, _RANGE):
        begin, end = match.span()
        made.append((begin, end, begin + 1, of.text[begin + 1 : end - 1], int(match[2])))
    for row in rows(of, "periods"):
        name = str(row["name"])
        if name.startswith("“") and row.get("verified", True):
            words = name.removesuffix("规划")
            for at in places(folded_words(of), words):
                end = at + len(words)
                made.append((at, end, at, of.text[at:end], int(str(row["last"]))))
    return made


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
    for _, match in found(of, PLENUM):
        told = ["一二三四五六七".index(one) for one in re.findall("([一二三四五六七])中", match[2])]
        for one, after in pairwise(told):
            if after > one + 1:
                yield match.start(2), match.end(2), f"{'一二三四五六七'[one + 1]}中"

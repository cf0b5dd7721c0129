"""A rate or share that a later part tells in the same words with another number (网上办件量只占受理总量的34%, where
it was 网上办件4300件，占受理总量的43%). Part of FIG019."""

from collections.abc import Iterator, Sequence

from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._names import noun, own, pairs
from generator.check.rules.fig._zones import within, zones
from generator.check.stated import Sentence, Stated, with_percent
from generator.check.subject import Subject
from generator.regex import regex

_PLAIN = regex("[的了只仅约为达]|全年|今年|目前|其中")
_MOVED = regex("[较比][^,;:、]*$|[增升提降减压]|力争|目标|[上下]半年|季度|上年|去年|以[上下内]")
_FAR = 14
"""Characters before the figure that the share is of."""
_LEAST = 4
"""Pairs of signs by which both tell of one thing, and three in five of those of the later."""


def rate_again(of: Subject) -> Iterator[tuple[Stated, Stated, bool]]:
    """The rate told first, the one that differs, and whether it is beyond a hint."""
    main, later = zones(of).done, zones(of).later
    rows = with_percent(of) if main and later else ()
    for row in rows:
        for one in row if within(row[0], later) and not within(row[0], main) else ():
            if one.kind == "%" and one.exact and len(own(one)) > _LEAST and not _MOVED.search(own(one)):
                told = _same(of, one, rows)
                if told is not None:
                    yield told, one, False


def _same(of: Subject, one: Stated, rows: Sequence[Sentence]) -> Stated | None:
    """The only rate before it that is told by its words, where none is the same."""
    said, past = _words(own(one)), elsewhen(of)
    alike: list[Stated] = []
    for row in rows:
        for at, other in enumerate(row):
            if other.at >= one.at or other.kind != "%":
                continue
            if other.amount == one.amount:
                return None
            before = f"{own(row[at - 1])[-_FAR:]}|{noun(row[at - 1])}" if at else ""
            shared = len(said & _words(f"{before}|{own(other)}"))
            if other.exact and other.at not in past and shared >= _LEAST and shared * 5 >= len(said) * 3:
                alike.append(other)
    return alike[0] if len({other.amount for other in alike}) == 1 else None


def _words(said: str) -> frozenset[str]:
    return frozenset(pair for pair in pairs(_PLAIN.sub("|", said)) if pair.isalpha())

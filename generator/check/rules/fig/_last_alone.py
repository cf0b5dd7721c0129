"""A change told with last year's figure in a sentence of their own, behind this year's (办结许可423件。上年办结376件，
同比增长12.5%): part of FIG014."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.check.figures import rounded, truncated
from generator.check.near import led_by
from generator.check.rules.fig._names import share
from generator.check.stated import Sentence, Stated, as_printed, open_paragraphs, summed
from generator.check.subject import Subject
from generator.records import record
from generator.regex import regex

_THEN = regex(r"^(?:而)?(?:上年|去年|上一年)(?:度|全年|同期)?(?P<name>[\u4e00-\u9fff]{0,8}?)(?:为|是|共|仅)?$")
_MOVED = regex(
    "^,(?:今年|本年|全年)?(?:同比|[较比][上去]年)?(?:(?P<up>增长|增加|上升|增幅为?)|下降|减少|降幅为?)了?$"
)
_FAR = 12
"""Figures before it that may make this year's together."""


@record
class LastAlone:
    """This year's figure of the sentence before, last year's, the percent, and whether it is said to have risen."""

    now: Stated
    then: Stated
    rate: Stated
    up: bool


def alone(of: Subject) -> Iterator[LastAlone]:
    """Each percent that no figure of its paragraph before last year's gives, where one is told by last year's name."""
    opening = led_by(of, _THEN)
    for rows in open_paragraphs(of) if opening else ():
        for number, (earlier, row) in enumerate(pairwise(rows), 1):
            told = _THEN.match(row[0].lead) if row[0].at in opening and len(row) > 1 else None
            moved = _MOVED.match(row[1].lead) if told else None
            exact = moved and row[1].unit == "%" and row[1].exact and row[0].exact and row[0].amount
            now = _named(earlier, row[0], told["name"]) if told and exact else None
            if now is None or moved is None:
                continue
            found = LastAlone(now, row[0], row[1], bool(moved["up"]))
            same = [one for other in rows[:number] for one in other if one.kind == row[0].kind]
            amounts = [one.amount for one in (*same, *row[2:])]
            if not any(_gives(amount, found) for amount in (*amounts, summed(same[:_FAR]))):
                yield found


def _named(earlier: Sentence, then: Stated, name: str) -> Stated | None:
    """The figure of the sentence before that is told by the same name, or, where last year's has none, its first."""
    alike = [one for one in earlier if one.kind == then.kind and one.exact and one.mention.quantity.sense == "value"]
    named = [one for one in alike if share(name, one.own + one.noun)] if name else alike[:1]
    return named[0] if len(named) == 1 else None


def _gives(now: Decimal, found: LastAlone) -> bool:
    exact, value = (now - found.then.amount) * 100 / found.then.amount, as_printed(found.rate)
    return (value if found.up else -value) in (rounded(exact, value), truncated(exact, value))

"""A rate and what it is the share of: what FIG010 to FIG013 share."""

from dataclasses import replace
from decimal import Decimal

from generator.check.figures import rounded
from generator.check.stated import Stated
from generator.records import record
from generator.regex import regex

LATE = regex("超时|逾期|超期|延期")
"""Before cases that a rate of work done in time leaves out."""
PEOPLE = ("群众", "社会", "企业", "公众", "居民", "村民", "当事", "办事", "用户")
"""Whose the rate is, not of what."""
AMONG = regex("中,?(?:已|现已|均)?有?的?$")


@record
class Rate:
    """A rate in its sentence. name: without 率; part: the figure that it is the share of the whole of, if told;
    wholes: what it may be a share of, the likeliest first; near: part and whole stand in its sentence; shares: every
    part and whole that it may be reckoned from."""

    rate: Stated
    name: str
    printed: Decimal
    part: Stated | None
    wholes: tuple[Stated, ...]
    near: bool
    shares: tuple[tuple[Decimal, Decimal], ...] = ()


def explained(rate: Rate) -> bool:
    """Whether the rate is right for some part and whole that its sentence tells."""
    return any(fits(part, whole, rate.printed) for part, whole in rate.shares)


def fits(part: Decimal, whole: Decimal, printed: Decimal) -> bool:
    """Whether the share, rounded to the printed decimals, is what is printed; 100% is for all alone."""
    if not whole:
        return True
    exact = part * 100 / whole
    return printed == rounded(exact, printed) and (printed != 100 or exact >= 100)


def rated(rate: Rate, part: Stated, wholes: tuple[Stated, ...]) -> Rate:
    """The same with its part and what that may be the share of."""
    shares = tuple((part.amount, whole.amount) for whole in wholes)
    return replace(rate, part=part, wholes=wholes, near=True, shares=shares)


def denied(stem: str, words: str) -> bool:
    """Whether the words say the contrary: 不合格2卷."""
    late = LATE.search(words) and not LATE.search(stem)
    return bool(late) or any(f"{sign}{stem}" in words for sign in ("不", "未", "基本", "比较"))

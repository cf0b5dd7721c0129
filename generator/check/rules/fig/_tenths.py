"""Changes told in tenths: 36件，较上年的45件减少两成. Part of FIG014."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.annotate.numbers import amount
from generator.check.figures import rounded
from generator.check.stated import Sentence, Stated
from generator.regex import regex

TENTHS = regex(
    r"(?P<moved>增长|增加|上升|提高|减少|下降|降低|压缩|压减)了?(?P<about>近|将近|约|超过?|逾|达)?"
    r"(?P<n>[一二两三四五六七八九])成(?P<half>半)?(?P<more>[多以])?"
)
_THAN = regex(r"[较比](?:上年|去年|上一年|\d{4}年)(?:度|同期|全年)?的?$")
_RISES = ("增长", "增加", "上升", "提高")
_OFF, _NEAR = 5, 10
"""Points by which a plain number of tenths may be off, and one that is told as nearly so or more."""


def tenths(row: Sentence) -> Iterator[tuple[Stated, Stated, str, str]]:
    """This year's figure, last year's right behind, the change as told and what it comes to, where they differ."""
    for at, then in enumerate(row):
        told = TENTHS.match(then.tail) if at and _THAN.search(then.own) else None
        held = [one for one in row[:at] if one.kind == then.kind and one.exact and one.depth <= then.depth]
        if told and held and then.exact and then.amount:
            exact = (held[-1].amount - then.amount) * 100 / then.amount
            if not _fits(told, exact):
                right = f"{'增长' if exact > 0 else '下降'}{rounded(abs(exact), Decimal('0.1')):f}%"
                yield held[-1], then, told[0], right


def _fits(told: "re.Match[str]", exact: Decimal) -> bool:
    worth = amount("二" if told["n"] == "两" else told["n"]) or Decimal(0)
    value = worth * 10 + (5 if told["half"] else 0)
    gap = (exact if told["moved"] in _RISES else -exact) - value
    if told["about"] in ("近", "将近"):
        return -_NEAR < gap <= 0
    if told["about"] in ("超", "超过", "逾") or told["more"]:
        return 0 <= gap < _NEAR
    return abs(gap) < _OFF

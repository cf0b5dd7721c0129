"""An amount told again in another unit right behind it (2.4万亩，合16平方公里; 18万公斤，折合180吨): part of FIG043."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.annotate import units
from generator.check.figures import rounded
from generator.check.near import led_by, rows_led_by
from generator.check.rule import Finding
from generator.check.stated import Stated, as_printed, covered, where, words
from generator.check.subject import Subject
from generator.regex import regex

_SAME = regex(r"^[,(](?:约?折?合|即|约?相当于|折算为?|换算为?|也就是)(?:约|成|为)?$")
_WORTH = {
    "亩": ("地", Decimal(2000) / 3),
    "公顷": ("地", Decimal(10_000)),
    "平方公里": ("地", Decimal(1_000_000)),
    "平方千米": ("地", Decimal(1_000_000)),
    "平方米": ("地", Decimal(1)),
    "公里": ("长", Decimal(1_000)),
    "千米": ("长", Decimal(1_000)),
    "米": ("长", Decimal(1)),
    "吨": ("重", Decimal(1_000)),
    "公斤": ("重", Decimal(1)),
    "千克": ("重", Decimal(1)),
}
"""What sort of amount it is, and how much of the smallest."""
_SLACK = Decimal("0.03")
"""By how much people round."""


def converted(of: Subject) -> Iterator[Finding]:
    """Each amount that is not the one right before it in another unit."""
    led = led_by(of, _SAME)
    for row in rows_led_by(of, _SAME) if led else ():
        for first, one in pairwise(row):
            if one.at in led and _SAME.match(one.lead) and not covered(of, (first, one)):
                yield from _of(of, first, one)


def _of(of: Subject, first: Stated, one: Stated) -> Iterator[Finding]:
    before, here = _WORTH.get(units.base(first.unit)[1]), _WORTH.get(units.base(one.unit)[1])
    if before is None or here is None or before[0] != here[0] or before[1] == here[1]:
        return
    exact = first.amount * before[1] / here[1]
    if not exact or abs(exact - one.amount) <= exact * _SLACK:
        return
    unit = units.base(one.unit)[0]
    if rounded(exact / unit, as_printed(one)) != as_printed(one):
        said = f"{words(first)}合{rounded(exact / unit, Decimal('0.1')):f}{one.unit}，与“{words(one)}”不符"
        yield Finding(where(of, one), said, "核对两个数和单位")

"""Averages that say over how many they are reckoned (受理纠纷476件，按17个村计算，平均28件): part of FIG026."""

from collections.abc import Iterator
from decimal import Decimal

from generator.annotate import units
from generator.check.figures import rounded, truncated
from generator.check.near import led_by, rows_led_by
from generator.check.rule import Finding
from generator.check.stated import Stated, as_printed, covered, where, words
from generator.check.subject import Subject
from generator.regex import regex

_BY = regex(
    "^[^,;:。]{0,12}(?:计算?|来算|测算|折算|算|平摊|分摊|均摊),(?:平均|约|每|[村户人件场次期宗月日天社校]均)"
    "[^,;:、。\\d]{0,10}$"
)
_OVER = regex("(?:^|[,;])(?:若|如)?(?:按照?|以|就)(?:全[镇乡县区街道]{1,2}|现有|实有)?$")


def by_count(of: Subject) -> Iterator[Finding]:
    """Each average that the count right before it and the amount before that do not give."""
    led = led_by(of, _BY)
    for row in rows_led_by(of, _BY) if led else ():
        for at in range(2, len(row)):
            mean, count = row[at], row[at - 1]
            if mean.at in led and _BY.match(mean.lead) and _OVER.search(count.lead) and count.exact:
                same = [one for one in row[: at - 1] if one.kind == mean.kind]
                yield from _of(of, same, count, mean) if same else ()


def _of(of: Subject, same: list[Stated], count: Stated, mean: Stated) -> Iterator[Finding]:
    if not all(one.exact for one in (*same, mean)) or count.amount <= 1 or covered(of, (*same, count, mean)):
        return
    value, unit = as_printed(mean), units.base(mean.unit)[0]
    given = [one.amount / count.amount / unit for one in same]
    if any(value in (rounded(exact, value), truncated(exact, value)) for exact in given):
        return
    total = max(same, key=lambda one: one.amount)
    right = rounded(total.amount / count.amount / unit, Decimal("0.1"))
    said = f"{words(total)} ÷ {words(count)} = {right:f}{mean.unit}，与“{words(mean)}”不符"
    yield Finding(where(of, mean), said, "核对总数、个数和平均数")

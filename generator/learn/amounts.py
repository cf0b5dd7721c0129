"""How large figures usually are: a histogram of whole numbers of cases, which adds up, and its quantiles."""

from collections.abc import Mapping
from decimal import ROUND_FLOOR, Decimal

DIGITS = 2
"""Leading digits that tell one bucket from the next: whole numbers up to 99 are exact, larger ones to a tenth."""
_LARGEST = 18


def bucket(amount: Decimal) -> str:
    """The bucket of an amount: its leading digits, the rest zero (`1437` -> `1400`), as plain digits."""
    if not amount:
        return "0"
    size = max(-_LARGEST, min(amount.adjusted(), _LARGEST))
    step = Decimal(1).scaleb(size - DIGITS + 1)
    kept = (min(abs(amount), Decimal(10) ** _LARGEST) / step).to_integral_value(ROUND_FLOOR) * step
    return f"{kept.copy_sign(amount).normalize():f}" if kept else "0"


def quantile(histogram: Mapping[str, int], tenths: int) -> str:
    """The bucket that holds the case at so many tenths of the way from the least to the greatest.

    histogram: bucket -> number of cases, at least one. For 10 cases and 5 tenths that is the fifth.
    """
    place = max(1, -(-sum(histogram.values()) * tenths // 10))
    for name in sorted(histogram, key=Decimal):
        place -= histogram[name]
        if place <= 0:
            return name
    raise ValueError("an empty histogram has no quantiles")

"""Sums of figures as exactly as they are printed."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from generator.annotate import units
from generator.check.figures import exponent
from generator.check.stated import Stated, summed
from generator.regex import regex

_PLAIN = regex(r"\d+(?:\.\d+)?")


def agrees(parts: Sequence[Stated], total: Stated) -> bool:
    """Whether they make the total as it is printed: 8600份 and 6800份 make 1.5万份."""
    gap = abs(summed(parts) - total.amount)
    if not gap:
        return True
    coarse = step(total)
    # Most totals are printed to the unit.
    return gap * 2 <= coarse and coarse > (min(map(step, parts)) if parts else 1)


def step(one: Stated) -> Decimal:
    """What its last printed digit is worth: 1000 for 1.5万; a whole number counts to the unit."""
    return _step(one.value, one.unit)


@lru_cache(maxsize=1024)
def _step(value: str, unit: str) -> Decimal:
    said = value.replace(",", "")
    return units.base(unit)[0].scaleb(exponent(Decimal(said))) if _PLAIN.fullmatch(said) else Decimal(1)

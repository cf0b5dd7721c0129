"""Sums of figures as exactly as they are printed."""

import re
from collections.abc import Sequence
from decimal import Decimal

from generator.annotate import units
from generator.check.figures import exponent
from generator.check.stated import Stated, summed


def agrees(parts: Sequence[Stated], total: Stated) -> bool:
    """Whether they make the total as it is printed: 8600份 and 6800份 make 1.5万份."""
    gap = abs(summed(parts) - total.amount)
    fine = min(step(one) for one in parts) if parts else Decimal(1)
    return not gap or (step(total) > fine and gap * 2 <= step(total))


def step(one: Stated) -> Decimal:
    """What its last printed digit is worth: 1000 for 1.5万; a whole number counts to the unit."""
    said = one.value.replace(",", "")
    plain_number = re.fullmatch(r"\d+(?:\.\d+)?", said)
    return units.base(one.unit)[0].scaleb(exponent(Decimal(said))) if plain_number else Decimal(1)

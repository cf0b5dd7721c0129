"""The form's 变体: the least number that takes every wording that a report shows."""

from collections.abc import Sequence

from generator.compose.tokens import LIVE
from generator.extract.found import Chosen
from generator.schema.words import pick

MOST = 9999
"""The numbers that a form may have."""
_FIRST = chr(LIVE)


def variants(choices: Sequence[Chosen], most: int = MOST) -> list[int]:
    """Every number up to `most` under which as many of `choices` as possible come out, the least first."""
    # Wordings that hold values are chosen by words that only a draft has: what comes out, drafting tells.
    known = {(c.wordings, c.name): c.taken for c in choices if max(map(max, c.wordings)) < _FIRST}
    best: list[int] = []
    least = len(known) + 1
    for variant in range(1, most + 1):
        missed = 0
        for (wordings, name), taken in known.items():
            if pick(variant, wordings, name) != wordings[taken]:
                missed += 1
                if missed > least:
                    break
        if missed < least:
            best, least = [variant], missed
        elif missed == least:
            best.append(variant)
    return best

"""In which order things stand, when no two reports name the same ones: pair by pair."""

from collections.abc import Sequence
from itertools import pairwise

from generator.learn.count import WHOLE
from generator.learn.tally import Tally, common, number


def ranked(tree: Tally, kind: str, names: Sequence[str], level: str = WHOLE) -> list[str]:
    """`names` so that each stands before those which more reports put after it than before it.

    kind: sections or themes. Positions alone would mislead: a part that is often missing pulls those behind
    it forward. Where reports contradict each other in a circle, or say nothing, the mean position and the
    name decide.
    """

    def standing(name: str) -> int:
        signs = (_net(tree, kind, name, other, level) for other in names)
        return sum((net > 0) - (net < 0) for net in signs)

    return sorted(names, key=lambda name: (-standing(name), position(tree, kind, name, level), name))


def ties(tree: Tally, kind: str, order: Sequence[str], level: str = WHOLE) -> list[list[str]]:
    """Neighbours in `order` that as many reports put the other way round."""
    return [[one, other] for one, other in pairwise(order) if _net(tree, kind, one, other, level) == 0]


def position(tree: Tally, kind: str, name: str, level: str = WHOLE) -> float:
    """Where it first stands on average among its like, from 1; 0 where no whole report says."""
    found = common(tree, kind, name, "position", level=level)
    seen = sum(found.values())
    return round(sum(int(ordinal) * times for ordinal, times in found.items()) / seen, 2) if seen else 0.0


def _net(tree: Tally, kind: str, one: str, other: str, level: str) -> int:
    before = number(tree, "before", kind, one, other, level=level)
    return before - number(tree, "before", kind, other, one, level=level)

"""Counts as a tree: what was seen under each step of a path, down to the number of reports by level."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from generator.learn.amounts import quantile
from generator.learn.count import WHOLE, Counts

Tally: TypeAlias = Mapping[str, Any]


def tally(counts: Counts) -> Tally:
    """The tree of `counts`; its leaves are level -> number of reports."""
    tree: dict[str, Any] = {}
    for path, number in counts.items():
        node = tree
        for step in path[:-1]:
            node = node.setdefault(step, {})
        node[path[-1]] = number
    return tree


def at(tree: Tally, *path: str) -> Tally:
    """What stands at `path`; nothing where nothing was seen."""
    for step in path:
        tree = tree.get(step, {})
    return tree


def number(tree: Tally, *path: str, level: str = WHOLE) -> int:
    """In how many reports of this level `path` was seen."""
    found: int = at(tree, *path).get(level, 0)
    return found


def common(tree: Tally, *path: str, level: str = WHOLE, rarest: int = 1) -> dict[str, int]:
    """What was seen at `path` in at least `rarest` reports of a level, the commonest first, like ones by name."""
    found = {name: under.get(level, 0) for name, under in at(tree, *path).items()}
    named = [(name, seen) for name, seen in found.items() if seen >= max(rarest, 1)]
    return dict(sorted(named, key=lambda item: (-item[1], item[0])))


def spread(tree: Tally, *path: str, level: str = WHOLE, least: int = 2) -> dict[str, int | float]:
    """The usual size of the amounts counted at `path`: nine in ten lie from `low` up, nine in ten below `high`.

    Nothing from fewer than `least` reports.
    """
    histogram = common(tree, *path, level=level)
    of = sum(histogram.values())
    if of < max(least, 1):
        return {}
    places = {"low": 1, "median": 5, "high": 9}
    return {"of": of, **{name: _number(quantile(histogram, tenths)) for name, tenths in places.items()}}


def _number(digits: str) -> int | float:
    return float(digits) if "." in digits else int(digits)

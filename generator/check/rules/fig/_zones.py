"""Where a report tells what was done, and where it comes back to it: what rules about figures told again share."""

from bisect import bisect_right
from collections.abc import Iterable

from generator.check.stated import Stated
from generator.check.subject import Subject, extent, once, parts
from generator.records import record
from generator.regex import regex

_AGAIN = ("problems", "first_responsible", "highlights", "other")
_BACK = regex("(?:^|\n)(?=[^。\n]{0,10}(?:问题|不足|短板|补充|回望|回顾|总的看|其他情况|主要负责人))")
_PLANNED = regex("(?:^|\n)(?=[^。\n]{0,10}(?:打算|安排|下一步|计划))")
_KINDS = (("again", _BACK), ("planned", _PLANNED))
"""How such parts begin in a report without headings."""

Edges = tuple[int, ...]
"""Offsets at which stretches begin and end, in turn."""


@record
class Zones:
    """done: the measures; again: problems, the first responsible persons, highlights and what else is added; later:
    these and the next year's plans."""

    done: Edges
    again: Edges
    later: Edges


@once
def zones(of: Subject) -> Zones:
    """Those of the outline or, where it knows no measures, of paragraphs that begin like such parts."""
    done = [extent(of, part) for part in parts(of, "measures")]
    if done:
        again = [extent(of, part) for role in _AGAIN for part in parts(of, role)]
        planned = [extent(of, part) for part in parts(of, "plans")]
        return Zones(_edges(done), _edges(again), _edges([*again, *planned]))
    begins = sorted({(match.end(), kind) for kind, pattern in _KINDS for match in pattern.finditer(of.folded)})
    if not begins:
        return Zones((), (), ())
    ends = [*(at for at, _ in begins[1:]), len(of.folded)]
    told = [(at, end, kind) for (at, kind), end in zip(begins, ends, strict=True)]
    again = [(at, end) for at, end, kind in told if kind == "again"]
    return Zones((0, begins[0][0]), _edges(again), _edges((at, end) for at, end, _ in told))


def _edges(stretches: Iterable[tuple[int, int]]) -> Edges:
    """Those of stretches in any order, which may overlap."""
    made: list[int] = []
    for begin, end in sorted(stretches):
        if made and begin <= made[-1]:
            made[-1] = max(made[-1], end)
        elif begin < end:
            made += begin, end
    return tuple(made)


def within(one: Stated, edges: Edges) -> bool:
    """Whether a figure stands in one of the stretches."""
    return bisect_right(edges, one.at) % 2 == 1

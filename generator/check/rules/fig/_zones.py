"""Where a report tells what was done, and where it comes back to it: what rules about figures told again share."""

from generator.check.stated import Stated
from generator.check.subject import Subject, extent, once, parts
from generator.records import record
from generator.regex import regex

_AGAIN = ("problems", "first_responsible", "highlights", "other")
_BACK = regex("(?:^|\n)(?=[^。\n]{0,10}(?:问题|不足|短板|补充|回望|回顾|总的看|其他情况|主要负责人))")
_PLANNED = regex("(?:^|\n)(?=[^。\n]{0,10}(?:打算|安排|下一步|计划))")
"""How such a part begins in a report without headings."""


@record
class Zones:
    """Offsets at which stretches begin and end, in reading order. done: the measures; again: problems, the first
    responsible persons, highlights and what else is added; planned: the next year's."""

    done: tuple[tuple[int, int], ...]
    again: tuple[tuple[int, int], ...]
    planned: tuple[tuple[int, int], ...]


@once
def zones(of: Subject) -> Zones:
    """Those of the outline or, where it knows no measures, of paragraphs that begin like such parts."""
    done = [extent(of, part) for part in parts(of, "measures")]
    if done:
        again = (extent(of, part) for role in _AGAIN for part in parts(of, role))
        return Zones(tuple(done), tuple(again), tuple(extent(of, part) for part in parts(of, "plans")))
    begins = sorted({(match.end(), kind) for kind, pattern in _KINDS for match in pattern.finditer(of.folded)})
    if not begins:
        return Zones((), (), ())
    ends = [*(at for at, _ in begins[1:]), len(of.folded)]
    told = [(at, end, kind) for (at, kind), end in zip(begins, ends, strict=True)]
    by = {kind: tuple((at, end) for at, end, one in told if one == kind) for kind in ("again", "planned")}
    return Zones(((0, begins[0][0]),), by["again"], by["planned"])


_KINDS = (("again", _BACK), ("planned", _PLANNED))


def within(one: Stated, stretches: tuple[tuple[int, int], ...]) -> bool:
    """Whether a figure stands in one of them."""
    return any(begin <= one.at < end for begin, end in stretches)

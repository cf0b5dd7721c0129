"""Totals and the parts that a sentence names of them: what FIG007 to FIG009 share.

A sentence is doubted only where no way of reading it makes its figures agree.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.near import led_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._contradiction import Contradiction
from generator.check.rules.fig._listed import SOME, TOTAL
from generator.check.rules.fig._outcomes import both, outcomes
from generator.check.rules.fig._rests import rests
from generator.check.rules.fig._total_first import WHOLE, beside, beyond, parts_behind, such
from generator.check.rules.fig._total_last import parts_before
from generator.check.stated import Stated, sentences, summed
from generator.check.subject import Subject, once
from generator.regex import regex

_SHARE = regex(
    "(?<![侵抢强挤霸])占(?![道用地])[^,;:、()]{0,12}$|每[\u4e00-\u9fff]{1,4}$|[村户人件场次期]均[\u4e00-\u9fff]{0,4}$|平均[^,;:、()]{0,8}$"
)
"""Before a share or an average, which is no part."""


@once
def averages(of: Subject) -> frozenset[int]:
    """Where the figures begin that are shares or averages, which are no parts."""
    led = led_by(of, _SHARE)
    rows = sentences(of) if led else ()
    return frozenset([one.at for row in rows for one in row if one.at in led and _SHARE.search(one.lead)])


@once
def contradictions(of: Subject) -> tuple[Contradiction, ...]:
    """Every total that is contradicted, in reading order."""
    left_out, listing = averages(of), led_by(of, SOME, WHOLE)
    rows = [row for row in sentences(of) if len(row) > 2 or (len(row) > 1 and row[1].at in listing)]
    counted = [[one for one in row if one.at not in left_out] for row in rows]
    return tuple([found for row in counted for found in _once(_of_sentence(of, row, listing))])


def _once(found: Iterator[Contradiction]) -> Iterator[Contradiction]:
    """Each total and last part once: 其他 may end a list that is judged as one already."""
    held: dict[tuple[int, int], Contradiction] = {}
    for one in found:
        key = one.total.at, one.parts[-1].at
        if key not in held or (one.doubt == "rest" and held[key].doubt != "exceeds"):
            held[key] = one
    return iter(held.values())


def _of_sentence(of: Subject, row: Sequence[Stated], listing: frozenset[int]) -> Iterator[Contradiction]:
    """listing: where the figures begin that may begin a list of parts."""
    past, totals = elsewhen(of), led_by(of, TOTAL)
    begins = [one.at in listing for one in row]
    for at, total in enumerate(row):
        ends, begun = at > 1 and total.at in totals, any(begins[at + 1 : at + 5])
        if not (ends or begun) or not _may_be_whole(total) or total.at in past:
            continue
        if not total.exact:
            if begun:
                yield from beyond(row, at)
            continue
        if ends and TOTAL.search(total.lead[-14:]):
            yield from parts_before(of, row, at)
        if begun:
            yield from parts_behind(of, row, at)
            if at + 2 < len(row):
                yield from such(row, at)
    if len(row) < 3:
        return
    yield from (Contradiction("rest", total, parts) for total, parts in rests(of, row))
    # Those with an exact figure of their kind right behind.
    alike = [at for at, (a, b) in enumerate(pairwise(row[:-1])) if a.kind == b.kind and a.exact and b.exact]
    alike = [at for at in alike if _may_be_whole(row[at])]
    for at in alike:
        yield from outcomes(of, row, at)
    if [one.kind for one in row].count("个") > 2:
        yield from both(row)
    for at in alike:
        yield from beside(of, row, at)


def _may_be_whole(one: Stated) -> bool:
    return one.kind != "%" and one.mention.quantity.sense != "change"


def comes_to(row: Sequence[Stated], total: Stated, behind: bool = True) -> bool:
    """Whether the figures right before a figure of this sentence make it, or, if asked, those right behind it."""
    at = row.index(total)
    first = max((n for n in range(at + 1) if ";" in row[n].lead), default=0)
    for near in (row[first:at][::-1], row[at + 1 :] if behind else ()):
        same = [one for one in near if one.kind == total.kind and one.exact]
        if any(summed(same[:n]) == total.amount for n in range(2, len(same) + 1)):
            return True
    return False

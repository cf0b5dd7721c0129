"""How deep each heading stands: the reading of the numbers under which their sequences hang together best.

A beam search over what may still be open: the cheapest few readings are kept, so that a number that fits
twice (一、 within 一、) is decided by those that follow. Linear in the number of headings.
"""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import TypeAlias

from generator.annotate.headings_grammar import ITEMS, KINDS, RANKS
from generator.records import record

_WIDTH, _NARROW, _MANY = 6, 2, 2_000
_MARGIN = 4.0
_DEEPEST = 7

# What a reading costs, in heading-sized doubts: 1 is about one lost heading. A telling number inside a paragraph, such
# as （三）, is dropped only where more than one before it is lost: on one line all are inside a paragraph.
_GAP, _RESTART, _BACK = 0.8, 2.7, 6.0
_NOT_FIRST, _RUNNING, _LOST_FIRST, _LOST_NEXT = 1.5, 0.3, 0.5, 0.2
_SAME_KIND, _OUTER_KIND, _INTO_ITEM = 2.5, 3.0, 2.0
_BESIDE_OTHER, _SKIP_LAYER, _BURIED = 1.0, 1.0, 1.2
_SKIP_SURE, _SKIP_TELLING, _SKIP_GUESS, _GUESS = 5.0, 1.3, 0.4, 0.2

_Open: TypeAlias = tuple[tuple[str, int, int], ...]
"""What is open, the outermost first: kind, last ordinal, paragraph of the last heading."""
_Chain: TypeAlias = "tuple[int, _Chain] | None"
_State: TypeAlias = tuple[float, _Open, dict[str, int], _Chain]


@record
class Claim:
    """A place that may be a heading.

    kinds: what its number may be, the likeliest first, "" in it for none; ordinal: 0 if lost; paragraph: which
    one it stands in; opens: it begins that paragraph; sure: dropping it needs a reason; rank: for a heading
    without number, how far out its format or its words put it (1 outermost); outermost: its words are those of a
    part of the whole report.
    """

    kinds: tuple[str, ...]
    ordinal: int
    paragraph: int
    opens: bool
    sure: bool
    rank: int = 0
    outermost: bool = False


def depths(claims: Sequence[Claim]) -> list[int]:
    """Nesting depth from 1 of each claim, 0 for those that are no headings."""
    states: list[_State] = [(0.0, _before(claims), {}, None)]
    width = _WIDTH if len(claims) < _MANY else _NARROW
    for claim in claims:
        if len(states) == 1 and (obvious := _obvious(states[0][1], claim)):
            cost, opened, last, chain = states[0]
            kind = claim.kinds[0]
            last[kind] = claim.ordinal
            states = [(cost, (*opened[: obvious - 1], (kind, claim.ordinal, claim.paragraph)), last, (obvious, chain))]
            continue
        found: dict[_Open, tuple[float, _Open, int, _State]] = {}
        for state in states:
            for cost, opened, depth in _readings(state, claim):
                known = found.get(opened)
                if known is None or cost < known[0]:
                    found[opened] = cost, opened, depth, state
        best = sorted(found.values(), key=itemgetter(0))[:width]
        limit = best[0][0] + _MARGIN
        states = [_read(*kept) for kept in best if kept[0] <= limit]
    chain = states[0][3]
    found_depths: list[int] = []
    while chain is not None:
        found_depths.append(chain[0])
        chain = chain[1]
    return found_depths[::-1]


def _before(claims: Sequence[Claim]) -> _Open:
    """What is open at the start: a first part whose heading is lost, where inner numbers come before 二、."""
    outer = next((at for at, claim in enumerate(claims) if claim.kinds[0] == KINDS[0]), 0)
    if outer and claims[outer].ordinal == 2 and claims[0].kinds[0] == KINDS[1]:
        return ((KINDS[0], 1, -1),)
    return ()


def _read(cost: float, opened: _Open, depth: int, before: _State) -> _State:
    """The state after a claim was read so."""
    _, _, last, chain = before
    if depth:
        kind, ordinal, _ = opened[-1]
        last = {**last, kind: ordinal}
    return cost, opened, last, (depth, chain)


def _readings(state: _State, claim: Claim) -> Iterable[tuple[float, _Open, int]]:
    cost, opened, last, _ = state
    obvious = _obvious(opened, claim)
    if obvious:
        yield cost, (*opened[: obvious - 1], (claim.kinds[0], claim.ordinal, claim.paragraph)), obvious
        return
    telling = not claim.opens and claim.kinds[0] in KINDS[:2]
    yield cost + (_SKIP_SURE if claim.sure else _SKIP_TELLING if telling else _SKIP_GUESS), opened, 0
    guess = 0.0 if claim.sure else _GUESS
    held = _held(opened, claim)
    for at, kind in enumerate(claim.kinds):
        base = cost + guess + 0.3 * at
        named = kind or f"#{claim.rank}"
        for depth in range(max(held, 1), min(len(opened) + 1, _DEEPEST) + 1):
            price, ordinal = _price(opened, last, claim, named, depth)
            if depth > 1 and claim.outermost:
                price += _BURIED
            if price < _BACK + _MARGIN:
                yield base + price, (*opened[: depth - 1], (named, ordinal, claim.paragraph)), depth


def _obvious(opened: _Open, claim: Claim) -> int:
    """The depth where the number goes on with a list and nothing speaks for another reading; 0 if there is none."""
    if claim.ordinal < 2 or len(claim.kinds) > 1:
        return 0
    before = (claim.kinds[0], claim.ordinal - 1)
    fitting = [depth for depth, entry in enumerate(opened, 1) if entry[:2] == before]
    if len(fitting) != 1 or (claim.outermost and fitting[0] > 1):
        return 0
    return fitting[0] if fitting[0] >= _held(opened, claim) else 0


def _held(opened: _Open, claim: Claim) -> int:
    """The least depth that an item inside a paragraph may have: below the heading that the paragraph begins with."""
    if claim.opens or claim.kinds[0] not in ITEMS:
        return 1
    return next((d + 1 for d in range(len(opened), 0, -1) if _opens_here(opened[d - 1], claim)), 1)


def _opens_here(entry: tuple[str, int, int], claim: Claim) -> bool:
    return entry[2] == claim.paragraph and entry[0] not in ITEMS


def _price(opened: _Open, last: dict[str, int], claim: Claim, kind: str, depth: int) -> tuple[float, int]:
    """What it costs to stand at this depth, and the ordinal it then has."""
    if depth <= len(opened) and opened[depth - 1][0] == kind:
        return _next(opened, claim, depth)
    price, ordinal = _first(last, claim, kind)
    if depth > 1:
        price += _under(opened[depth - 2], claim, kind)
    if depth <= len(opened):
        beside = opened[depth - 1][0]
        price += 0.1 if "#" in kind + beside else 0.3 if beside in ITEMS else _BESIDE_OTHER
    if kind in ITEMS:
        # A list of items belongs to the innermost heading that is none.
        inner = next((d for d in range(len(opened), 0, -1) if opened[d - 1][0] not in ITEMS), 0)
        price += _SKIP_LAYER * max(inner + 1 - depth, 0)
    return price, ordinal


def _next(opened: _Open, claim: Claim, depth: int) -> tuple[float, int]:
    """As the next of the list at this depth."""
    kind, before, _ = opened[depth - 1]
    if kind.startswith("#"):
        return 0.0, before + 1
    if not claim.ordinal:
        return _LOST_NEXT, before + 1
    gap = claim.ordinal - before - 1
    if gap == 0:
        return 0.0, claim.ordinal
    if gap > 0:
        return _GAP * min(gap, 4), claim.ordinal
    if claim.ordinal == 1:
        return (0.2 if kind in ITEMS else _RESTART), 1
    return (1.5 if kind in ITEMS else _BACK), claim.ordinal


def _first(last: dict[str, int], claim: Claim, kind: str) -> tuple[float, int]:
    """As the first of a list."""
    if kind.startswith("#"):
        return 0.0, 1
    if not claim.ordinal:
        return _LOST_FIRST, 1
    if claim.ordinal == 1:
        return 0.0, 1
    if kind in ITEMS:
        return (1.0 if claim.ordinal == 2 else _NOT_FIRST), claim.ordinal
    if claim.ordinal == last.get(kind, 0) + 1:
        return _RUNNING, claim.ordinal
    return _NOT_FIRST + _GAP * min(claim.ordinal - 1, 4), claim.ordinal


def _under(parent: tuple[str, int, int], claim: Claim, kind: str) -> float:
    """As a child of this heading."""
    if parent[0] in ITEMS:
        # 一是 within 一是 happens where the outer one begins a paragraph that has others inside.
        return 0.5 if kind in ITEMS and not claim.opens and parent[2] == claim.paragraph else _INTO_ITEM
    if kind in ITEMS:
        return 0.0
    own = claim.rank if kind.startswith("#") else RANKS[kind]
    outer = int(parent[0][1:]) if parent[0].startswith("#") else RANKS[parent[0]]
    if outer < own:
        return 0.0
    return _SAME_KIND if outer == own else _OUTER_KIND

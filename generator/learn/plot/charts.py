"""The charts: how many reports of each level tell of each theme, and in which order the parts stand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.learn.count import WHOLE
from generator.learn.plot.drawing import Box, Drawing, Words, length

_MARGIN, _ROW, _CELL, _GAP = 28, 30, 88, 16
_PALE, _FULL = (238, 243, 250), (23, 78, 166)
_UNKNOWN, _GREY, _FAINT = "#f0f0f0", "#5f6368", "#d0d4da"
_THIN = 3
"""Fewer reports than this are thin support, and the chart says so."""

Learned = Mapping[str, Any]


def chart(learned: Learned, labels: Mapping[str, str], title: str) -> Drawing:
    """A heat map of themes by level, and under it the orders of the parts that reports have.

    learned: what schema.yml says; labels: of themes and of roles, by id.
    """
    names = [*_themes(learned)]
    levels = list(learned["learned_from"]["full"])
    left = _MARGIN + max([length(labels.get(n, n), 14) for n in names], default=60) + _GAP
    shapes: list[Box | Words] = [Words(_MARGIN, _MARGIN, title, 20, bold=True)]
    shapes += _heat(learned, labels, names, levels, left, top := _MARGIN + 36)
    below = top + _ROW * (len(names) + 3) + _GAP
    orders = list(_orders(learned, labels, below))
    shapes += orders
    right = max((s.x + (s.width if isinstance(s, Box) else _reach(s)) for s in shapes), default=0)
    bottom = max((s.y + (s.height if isinstance(s, Box) else s.size) for s in shapes), default=0)
    return Drawing(int(right + _MARGIN), int(bottom + _MARGIN), title, tuple(shapes))


def _reach(words: Words) -> float:
    return {"start": 1.0, "middle": 0.5, "end": 0.0}[words.anchor] * length(words.text, words.size)


def _themes(learned: Learned) -> list[str]:
    """Themes as they usually follow each other; those whose place is unknown last."""
    themes: Mapping[str, Any] = learned["themes"]
    standard: Sequence[str] = learned["standard"]["themes"]
    place = {name: (themes[name].get("position") or {}).get(WHOLE, [99])[0] for name in themes}
    ranks = {name: at for at, name in enumerate(standard)}
    # A theme that is no standard goes behind the last standard one that usually stands before it.
    return sorted(themes, key=lambda n: (ranks.get(n, _rank(place[n], standard, place)), place[n], n))


def _rank(position: float, standard: Sequence[str], place: Mapping[str, float]) -> float:
    return sum(place[name] <= position for name in standard) - 0.5


def _heat(
    learned: Learned, labels: Mapping[str, str], names: Sequence[str], levels: Sequence[str], left: float, top: float
) -> Iterator[Box | Words]:
    yield Words(_MARGIN, top, "各主题：读到末尾的报告中有几份写到", 15, bold=True)
    head = top + _ROW
    of = learned["learned_from"]["full"]
    for column, level in enumerate(levels):
        x = left + column * _CELL + _CELL / 2
        yield Words(x, head, f"{level} {of[level]} 份", 13, _GREY, "middle")
    for row, name in enumerate(names):
        y = head + (row + 0.6) * _ROW
        yield Words(left - _GAP / 2, y + _ROW / 2, labels.get(name, name), 14, anchor="end")
        for column, level in enumerate(levels):
            seen, cases = (learned["themes"][name].get("support") or {}).get(level, (0, 0))
            x = left + column * _CELL
            yield Box(x, y, _CELL - 2, _ROW - 2, _colour(seen, cases))
            dark = cases and seen / cases > 0.55
            said = f"{seen}/{cases}" if cases else "无据"
            yield Words(x + _CELL / 2 - 1, y + _ROW / 2 - 1, said, 13, "#ffffff" if dark else "#1a1a1a", "middle")
    thin = [level for level in levels if of[level] < _THIN]
    if thin:
        y = head + (len(names) + 1.1) * _ROW
        yield Words(left, y, f"{'、'.join(thin)}不足 {_THIN} 份，依据薄弱", 12, _GREY)


def _colour(seen: int, of: int) -> str:
    if not of:
        return _UNKNOWN
    share = seen / of
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(_PALE, _FULL, strict=True))


def _orders(learned: Learned, labels: Mapping[str, str], top: float) -> Iterator[Box | Words]:
    yield Words(_MARGIN, top, "各部分的次序：有几份报告这样排", 15, bold=True)
    for row, (sequence, shares) in enumerate(learned["sequences"].items()):
        seen, of = shares[WHOLE]
        y = top + _ROW * (row + 1)
        yield Words(_MARGIN, y + _ROW / 2 - 2, f"{seen}/{of}", 13, _GREY)
        x: float = _MARGIN + 48
        for at, role in enumerate(sequence.split()):
            said = labels.get(role, role)
            width = length(said, 13) + 18
            if at:
                yield Words(x - 15, y + _ROW / 2 - 2, "›", 15, _GREY, "middle")
            yield Box(x, y + 1, width, _ROW - 6, _colour(seen, of) if seen > 1 else "#ffffff", _FAINT)
            dark = seen > 1 and seen / of > 0.55
            yield Words(x + width / 2, y + _ROW / 2 - 2, said, 13, "#ffffff" if dark else "#1a1a1a", "middle")
            x += width + 26

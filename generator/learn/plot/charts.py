"""The charts: how many reports of each level tell of each theme, and in which order the parts stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.learn.count import FEW, WHOLE
from generator.learn.plot.drawing import Box, Drawing, Words, length

Learned = Mapping[str, Any]
Colour = tuple[int, int, int]

_MARGIN, _ROW, _CELL, _GAP = 28, 30, 88, 16
_PALE, _FULL, _SEEN = (238, 243, 250), (23, 78, 166), (19, 115, 51)
_GREY, _FAINT = "#5f6368", "#d0d4da"
_DARK = 0.55
"""Share from which a cell is so dark that its words are white."""


def chart(learned: Learned, labels: Mapping[str, str], title: str) -> Drawing:
    """A heat map of themes by level, and under it the orders of the parts that reports have.

    learned: what schema.yml says; labels: of themes and of roles, by id. Where there are truncated outlines a
    second map, in a colour of its own, tells in how many reports a theme's heading is to be seen at all.
    """
    names = _themes(learned)
    left = _MARGIN + max([length(labels.get(n, n), 14) for n in names], default=60) + _GAP
    top = _MARGIN + 36
    shapes: list[Box | Words] = [Words(_MARGIN, _MARGIN, title, 20, bold=True), *_named(names, labels, left, top)]
    base = learned["learned_from"]
    told = {name: learned["themes"][name].get("support") or {} for name in names}
    shapes += _heat("读到末尾的报告里有几份写到", told, base["full"], _FULL, left, top)
    if base["reports"] != base["full"]:
        shown = {name: learned["themes"][name].get("shown") or {} for name in names}
        visible = {
            name: {level: [seen, base["reports"][level]] for level, seen in by_level.items()}
            for name, by_level in shown.items()
        }
        right = left + len(base["full"]) * _CELL + 2 * _GAP
        words = "连同截断的提纲，几份看得见标题（截断处以后不知道）"
        shapes += _heat(words, visible, base["reports"], _SEEN, right, top)
    thin = [level for level, number in base["full"].items() if number < FEW]
    below = top + _ROW * (len(names) + 2)
    if thin:
        words = f"{'、'.join(thin)}读到末尾的不足 {FEW} 份，依据薄弱"
        shapes.append(Words(left, below + 2, words, 12, _GREY))
        below += _ROW
    shapes += _orders(learned, labels, below + _GAP)
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


def _named(names: Sequence[str], labels: Mapping[str, str], left: float, top: float) -> Iterator[Words]:
    for row, name in enumerate(names):
        y = top + (row + 2.1) * _ROW
        yield Words(left - _GAP / 2, y, labels.get(name, name), 14, anchor="end")


def _heat(
    title: str, told: Mapping[str, Any], of: Mapping[str, int], full: Colour, left: float, top: float
) -> Iterator[Box | Words]:
    """A map with a row for each theme and a column for each level. told: theme -> level -> [seen, of]."""
    yield Words(left, top, title, 15, bold=True)
    for column, (level, number) in enumerate(of.items()):
        x = left + column * _CELL
        yield Words(x + _CELL / 2, top + _ROW, f"{level} {number} 份", 13, _GREY, "middle")
        for row, by_level in enumerate(told.values()):
            y = top + (row + 1.6) * _ROW
            seen, cases = by_level.get(level, (0, number))
            yield Box(x, y, _CELL - 2, _ROW - 2, _colour(seen, cases, full))
            dark = cases and seen / cases > _DARK
            words = Words(x + _CELL / 2 - 1, y + _ROW / 2 - 1, f"{seen}/{cases}", 13, anchor="middle")
            yield replace(words, fill="#ffffff") if dark else words


def _colour(seen: int, of: int, full: Colour = _FULL) -> str:
    share = seen / of if of else 0
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(_PALE, full, strict=True))


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
            dark = seen > 1 and seen / of > _DARK
            yield Words(x + width / 2, y + _ROW / 2 - 2, said, 13, "#ffffff" if dark else "#1a1a1a", "middle")
            x += width + 26

"""Counts -> the schema's learned half as plain data: how often of how many, by level of unit."""

from collections.abc import Sequence
from typing import Any

from generator.learn.count import WHOLE, Counts
from generator.learn.ranking import position, ranked, ties
from generator.learn.tally import Tally, at, common, number, spread, tally

Plain = dict[str, Any]

ONCE = 1
"""What one report alone says is its own habit: such wordings and chains are left out, and nothing seen
so rarely is standard."""
_KINDS = ("sections", "themes")


def induce(counts: Counts, labels: Sequence[str]) -> Plain:
    """What is usual, with `support: {level: [seen, of]}`, and the habits of numbering, opening and closing.

    labels: of the levels of unit, in their order.
    """
    return _Induction(tally(counts), (WHOLE, *labels)).schema()


class _Induction:
    """The counts of one schema and the levels that it tells apart."""

    def __init__(self, tree: Tally, levels: Sequence[str]) -> None:
        self.tree, self.levels = tree, levels
        self.names = {kind: sorted(at(tree, kind)) for kind in (*_KINDS, "indicators")}
        self.standard = {kind: self._standard(kind) for kind in _KINDS}

    def schema(self) -> Plain:
        tree = self.tree
        found: Plain = {
            "learned_from": {each: self._totals(each) for each in ("reports", "full", "with_indicators")},
            "standard": self.standard,
            "ties": {kind: ties(tree, kind, order) for kind, order in self.standard.items()},
            "thin": {kind: self._thin(kind) for kind in _KINDS},
            "sections": {name: self._section(name) for name in self.names["sections"]},
            "sequences": self._phrases(("sequences",), ("full",), rarest=1),
            "themes": {name: self._theme(name) for name in self.names["themes"]},
            "openings": {
                "salutation": self._shares(("openings", "salutation"), ("opened",)),
                "transition": self._shares(("openings", "transition"), ("opened",)),
                "salutations": self._phrases(("salutations",), ("openings", "salutation")),
                "transitions": self._phrases(("transitions",), ("openings", "transition")),
            },
            "closings": {
                "signature": self._shares(("closings", "signature"), ("closed",)),
                "date": self._shares(("closings", "date"), ("closed",)),
                "dates": self._phrases(("dates",), ("closings", "date"), rarest=1),
            },
            "markers": self._phrases(("chains",), ("marked",)),
            "run_in": {
                depth: self._shares(("run_in", depth), ("numbered", depth)) for depth in sorted(at(tree, "numbered"))
            },
            "lengths": _filled({part: self._spreads("lengths", part) for part in sorted(at(tree, "lengths"))}),
            "indicators": {name: self._indicator(name) for name in self.names["indicators"]},
            "candidates": self._phrases(("candidates",), ("with_indicators",)),
        }
        return found

    def _section(self, name: str) -> Plain:
        return _filled(
            {
                "support": self._shares(("sections", name, "support"), ("full",)),
                "nested": self._totals("sections", name, "nested"),
                "first": self._shares(("sections", name, "first"), ("headed",)),
                **self._position("sections", name),
                "wordings": self._phrases(("sections", name, "wordings"), ("sections", name, "worded")),
            }
        )

    def _theme(self, name: str) -> Plain:
        return _filled(
            {
                "support": self._shares(("themes", name, "support"), ("full",)),
                "shown": self._totals("themes", name, "shown"),
                "first": self._shares(("themes", name, "first"), ("themed",)),
                **self._position("themes", name),
                "phrases": self._phrases(("themes", name, "phrases"), ("themes", name, "phrased")),
                "merged": self._phrases(("themes", name, "merged"), ("themes", name, "phrased")),
            }
        )

    def _indicator(self, name: str) -> Plain:
        path = ("indicators", name)
        return _filled(
            {
                "support": self._shares((*path, "support"), ("with_indicators",)),
                "units": self._phrases((*path, "units"), (*path, "measured"), rarest=1),
                "typical": self._spreads(*path, "amounts"),
            }
        )

    def _standard(self, kind: str) -> list[str]:
        """What most of the reports read to their end have, and more than one, in the usual order."""
        of = number(self.tree, "full")
        seen = {name: number(self.tree, kind, name, "support") for name in self.names[kind]}
        return ranked(self.tree, kind, [name for name, n in seen.items() if n > ONCE and n * 2 > of])

    def _thin(self, kind: str) -> list[str]:
        """What one report alone shows."""

        def reports(name: str) -> int:
            return max(number(self.tree, kind, name, path) for path in ("support", "shown", "nested"))

        return [name for name in self.names[kind] if reports(name) == ONCE]

    def _position(self, kind: str, name: str) -> Plain:
        def mean(level: str) -> list[float]:
            of = sum(common(self.tree, kind, name, "position", level=level).values())
            return [position(self.tree, kind, name, level), of] if of else []

        return _filled({"position": self._by_level(mean)})

    def _totals(self, *path: str) -> dict[str, int]:
        return {level: n for level in self.levels if (n := number(self.tree, *path, level=level))}

    def _shares(self, seen: tuple[str, ...], of: tuple[str, ...]) -> dict[str, list[int]]:
        totals = self._totals(*of)
        return {level: [number(self.tree, *seen, level=level), total] for level, total in totals.items()}

    def _spreads(self, *path: str) -> Plain:
        return self._by_level(lambda level: spread(self.tree, *path, level=level, least=ONCE + 1))

    def _by_level(self, found: Any) -> Plain:
        return {level: value for level in self.levels if (value := found(level))}

    def _phrases(self, path: tuple[str, ...], of: tuple[str, ...], rarest: int = ONCE + 1) -> Plain:
        """What stands at this place of the counts and how often, the commonest first."""
        return {text: self._shares((*path, text), of) for text in common(self.tree, *path, rarest=rarest)}


def _filled(found: Plain) -> Plain:
    return {key: value for key, value in found.items() if value != {}}

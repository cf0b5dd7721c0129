"""Counts -> the schema's learned half as plain data: how often of how many, by level of unit."""

from typing import Any

from generator.learn.count import WHOLE, Counts

Plain = dict[str, Any]

LEVELS = (WHOLE, "乡镇", "街道", "县", "部门")
ONCE = 1
"""What one report alone says is its own habit: such wordings and chains are left out, and nothing seen
so rarely is standard."""


def induce(counts: Counts) -> Plain:
    """Sections, themes and indicators with `support: {level: [seen, of]}`, and the habits of numbering."""
    return {
        "learned_from": {
            "reports": _totals(counts, "reports"),
            "full": _totals(counts, "full"),
            "with_indicators": _totals(counts, "with_indicators"),
        },
        "standard": {kind: _standard(counts, kind) for kind in ("sections", "themes")},
        "sections": {name: _section(counts, name) for name in _names(counts, "sections")},
        "sequences": _phrases(counts, ("sequences",), ("full",), rarest=1),
        "themes": {name: _theme(counts, name) for name in _names(counts, "themes")},
        "openings": {
            "salutation": _shares(counts, ("openings", "salutation"), ("opened",)),
            "transition": _shares(counts, ("openings", "transition"), ("opened",)),
            "salutations": _phrases(counts, ("salutations",), ("openings", "salutation")),
            "transitions": _phrases(counts, ("transitions",), ("openings", "transition")),
        },
        "markers": {
            level: found for level in LEVELS if (found := _phrases(counts, ("chains",), ("marked",), level))
        },
        "run_in": {
            depth: _shares(counts, ("run_in", depth), ("numbered", depth))
            for depth in sorted({key[1] for key in counts if key[0] == "numbered"})
        },
        "indicators": {
            name: {"support": _shares(counts, ("indicators", name, "support"), ("with_indicators",))}
            for name in _names(counts, "indicators")
        },
    }


def _section(counts: Counts, name: str) -> Plain:
    found = {
        "support": _shares(counts, ("sections", name, "support"), ("full",)),
        "first": _shares(counts, ("sections", name, "first"), ("headed",)),
        **_position(counts, "sections", name),
        "wordings": _phrases(counts, ("sections", name, "wordings"), ("sections", name, "worded")),
    }
    return {key: value for key, value in found.items() if value != {}}


def _theme(counts: Counts, name: str) -> Plain:
    found = {
        "support": _shares(counts, ("themes", name, "support"), ("full",)),
        "shown": _totals(counts, "themes", name, "shown"),
        "first": _shares(counts, ("themes", name, "first"), ("themed",)),
        **_position(counts, "themes", name),
        "phrases": _phrases(counts, ("themes", name, "phrases"), ("themes", name, "phrased")),
        "merged": _phrases(counts, ("themes", name, "merged"), ("themes", name, "phrased")),
    }
    return {key: value for key, value in found.items() if value != {}}


def _names(counts: Counts, kind: str) -> list[str]:
    return sorted({key[1] for key in counts if key[0] == kind})


def _totals(counts: Counts, *path: str) -> dict[str, int]:
    return {level: counts[(*path, level)] for level in LEVELS if counts[(*path, level)]}


def _shares(counts: Counts, seen: tuple[str, ...], of: tuple[str, ...]) -> dict[str, list[int]]:
    return {level: [counts[(*seen, level)], counts[(*of, level)]] for level in LEVELS if counts[(*of, level)]}


def _phrases(
    counts: Counts, path: tuple[str, ...], of: tuple[str, ...], level: str = WHOLE, rarest: int = ONCE + 1
) -> dict[str, list[int]]:
    """What stands at this place of the counts and how often, the commonest first."""
    found = [
        (number, key[-2])
        for key, number in counts.items()
        if key[:-2] == path and key[-1] == level and number >= rarest
    ]
    total = counts[(*of, level)]
    return {text: [number, total] for number, text in sorted(found, key=lambda f: (-f[0], f[1]))}


def _position(counts: Counts, kind: str, name: str) -> Plain:
    number = counts[(kind, name, "position", "count")]
    if not number:
        return {}
    return {"position": round(counts[(kind, name, "position", "sum")] / number, 2), "position_of": number}


def _standard(counts: Counts, kind: str) -> list[str]:
    """What most of the reports read to their end have, and more than one."""
    total = counts[("full", WHOLE)]
    seen = {name: counts[(kind, name, "support", WHOLE)] for name in _names(counts, kind)}
    names = [name for name, number in seen.items() if number > ONCE and number * 2 > total]
    return sorted(names, key=lambda name: (_position(counts, kind, name)["position"], name))

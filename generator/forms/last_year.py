"""The figures of last year's form, as this year's form shows them."""

import re

from generator.schema.model import Figure, Path, Profile

_WHOLE = re.compile(
    r"全年|年内|年度内|目前|现有|现已|当年|本年度?|今年以?来?|截[至止]到?(?:目前|今|20\d\d年底)|20\d\d年度?(?:以来)?"
)
"""What a report calls its own year, or its end."""


def figures(last: Profile | None) -> dict[str, list[tuple[Path, Figure]]]:
    """By indicator: each figure with its path, those of the whole unit and year first."""
    found: dict[str, list[tuple[Path, Figure]]] = {}
    for path, value in last.values.items() if last else ():
        if isinstance(value, Figure) and not value.not_applicable:
            found.setdefault(str(path[-2]), []).append((path, value))
    return {name: sorted(each, key=lambda one: limited(one[1])) for name, each in found.items()}


def plain_figures(last: Profile | None) -> dict[str, Figure]:
    """One figure of the whole unit and year for each indicator that has one."""
    return {name: each[0][1] for name, each in figures(last).items() if not limited(each[0][1])}


def limited(figure: Figure) -> bool:
    """Whether a figure counts a part of the unit, another time, or a share of the figure before it."""
    return bool(figure.scope or figure.part or (figure.period and not _WHOLE.fullmatch(figure.period)))

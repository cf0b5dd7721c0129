"""A form fuller than those that ship: about 6,000 characters, 225 values, 250 lines of plain YAML."""

import re

from generator.schema.model import Indicator, Schema

_THEME = re.compile(r"  (\S+):")
_DATA = "    数据:"


def fuller(form: str, schema: Schema, each: int) -> str:
    """The text of a form with `each` more figures in every theme that gives figures: counts that it does not give."""
    left = {theme.label: _left(form, schema, theme.id) for theme in schema.themes}
    lines: list[str] = []
    theme = ""
    for line in form.split("\n"):
        lines.append(line)
        if named := _THEME.fullmatch(line):
            theme = named[1]
        if line == _DATA:
            more = left.get(theme, [])[:each]
            lines += [f"      {indicator.label}: {7 + 3 * at}" for at, indicator in enumerate(more)]
    return "\n".join(lines)


def _left(form: str, schema: Schema, theme: str) -> list[Indicator]:
    """The counts of a theme whose names the form does not hold; those that others are reckoned from are left out."""
    reckoned = " ".join([i.formula for i in schema.indicators.values()] + [c.expression for c in schema.constraints])
    return [
        indicator
        for indicator in schema.indicators.values()
        if indicator.theme == theme
        and indicator.kind == "count"
        and indicator.id not in reckoned
        and not any(name in form for name in (indicator.label, *indicator.aliases))
    ]

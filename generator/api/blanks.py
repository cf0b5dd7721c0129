"""`gen form` and `gen indicators`: forms to be filled, and what may be filled in."""

from pathlib import Path
from typing import Any
from zlib import crc32

from generator.api.inputs import content, load
from generator.diagnostics import Severity
from generator.errors import UnreadableInput, UsageError
from generator.forms.read import read
from generator.schema.model import Indicator, Profile, Schema


def blank_form(
    level: str,
    unit: str,
    year: int,
    *,
    template: str | None = None,
    last: Path | None = None,
    variant: int | None = None,
) -> str:
    """The YAML form for a unit (full name) of this level (a label or alias) and year; "" for what `last` tells.

    last: last year's form, or last year's report in any form that can be read; variant: which wordings the draft
    takes, by the unit's name if None.
    Raises UsageError, UnreadableInput, BrokenTemplate.
    """
    from generator.forms.blank import blank

    _, made = load(template)
    before = _last(last, made.schema) if last and _is_form(last) else None
    if before is not None:
        level = level or str(before.values.get(("unit", "level"), ""))
        unit = unit or str(before.values.get(("unit", "name", 0), ""))
    if last is None or before is not None or level:
        level = _level(made.schema, level)
    if last is not None and before is None:
        from generator.api.extracting import next_form

        return next_form(last, year, template, level=level, unit=unit, variant=variant).text
    turn = variant if variant is not None else crc32(unit.encode()) % 97 + 1
    return blank(made.schema, level, unit, year, turn, before)


def _is_form(file: Path) -> bool:
    return file.suffix.lower() in (".yml", ".yaml", "")


def _last(form: Path, schema: Schema) -> Profile:
    reading = read(content(form), str(form), schema)
    troubles = sum(d.severity is Severity.ERROR for d in reading.diagnostics)
    if troubles:
        # What cannot be read would be missing from the new form without a word.
        raise UnreadableInput(f"去年的表单“{form}”有 {troubles} 处读不懂", f"用 gen draft {form} 列出来，改好后再带上")
    return reading.profile


def _level(schema: Schema, wanted: str) -> str:
    for level in schema.levels:
        if wanted in (level.id, level.label, *level.aliases):
            return level.label
    labels = "、".join(level.label for level in schema.levels)
    raise UsageError(f"没有“{wanted}”这个层级", f"可选：{labels}")


def json_schema(template: str | None = None) -> dict[str, Any]:
    """The JSON Schema of the form, for editors."""
    from generator.forms.json_schema import json_schema as of

    return of(load(template)[1].schema)


def collection(level: str, template: str | None = None) -> str:
    """Who in the unit supplies which figure, as a Markdown table. Raises UsageError for an unknown level."""
    from generator.forms.collection import collection as of

    schema = load(template)[1].schema
    return of(schema, _level(schema, level))


def guide(template: str | None = None) -> str:
    """All that a form of this genre accepts, as a Markdown page. Raises UsageError, BrokenTemplate."""
    from generator.forms.guide import guide as of

    return of(load(template)[1].schema)


def indicators(keyword: str, template: str | None = None) -> list[Indicator]:
    """The indicators that a keyword is about, the likeliest first."""
    from generator.forms.collection import search

    return search(load(template)[1].schema, keyword)

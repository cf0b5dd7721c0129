"""What the units of a batch share stands once in a form of its own; a unit's own value wins."""

from generator.schema.model import Path, Profile, Schema


def shared(base: Profile, schema: Schema) -> Profile:
    """The part of `base` that units may share: 报告, 单位 and whatever else is a record of fields."""
    records = {section.id for section in schema.sections if section.shape == "record"}
    values = {path: value for path, value in base.values.items() if path[0] in records}
    return Profile(values, {path: base.places[path] for path in values if path in base.places}, base.file)


def over(base: Profile, own: Profile) -> Profile:
    """`own` with what it lacks taken from `base`; a list is one value, taken whole or not at all."""
    entered = {_field(path) for path in own.values}
    taken = [path for path in base.values if _field(path) not in entered]
    return Profile(
        {**{path: base.values[path] for path in taken}, **own.values},
        {**{path: base.places[path] for path in taken if path in base.places}, **own.places},
        own.file,
    )


def _field(path: Path) -> Path:
    """The path as far as its first position in a list."""
    for at, step in enumerate(path):
        if isinstance(step, int):
            return path[:at]
    return path

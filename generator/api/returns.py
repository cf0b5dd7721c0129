"""Who sent something back: the list of those that should, against what came."""

from collections.abc import Sequence
from pathlib import Path

from generator.forms.suggest import nearest
from generator.records import record


@record
class RollCall:
    """absent: of the list, in its order; strangers: units that the list lacks, each with the likeliest of it, if any;
    twice: units that came more than once, each with the files."""

    absent: tuple[str, ...]
    strangers: tuple[tuple[str, tuple[str, ...]], ...]
    twice: tuple[tuple[str, tuple[Path, ...]], ...]


def roll_call(listed: Sequence[str], returned: Sequence[tuple[str, Path]]) -> RollCall:
    """Hold what came against the list.

    listed: names of units, full or short, none if there is no list; returned: the unit and the file of each form.
    """
    files: dict[str, list[Path]] = {}
    for unit, file in returned:
        files.setdefault(unit, []).append(file)
    absent = tuple(name for name in listed if not any(_same(name, unit) for unit in files))
    unknown = [unit for unit in files if listed and not any(_same(name, unit) for name in listed)]
    twice = tuple((unit, tuple(found)) for unit, found in files.items() if len(found) > 1)
    likely = [(unit, tuple((nearest(unit, absent) or nearest(unit, listed))[:1])) for unit in unknown]
    return RollCall(absent, tuple(likely), twice)


def _same(name: str, unit: str) -> bool:
    """Whether a list that may use short names means this unit."""
    return bool(unit) and (name in unit or unit in name)

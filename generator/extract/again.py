"""A drafted report read once more where the draft of what was read is not the report yet."""

import re

from generator.annotate.lines import lines as lines_of
from generator.annotate.model import Annotation
from generator.compose import Template, compose
from generator.extract.by_template import by_template
from generator.extract.derived import without_derived
from generator.extract.found import Found
from generator.extract.placing import exchanged, placed
from generator.schema.model import Figure, Path, Profile


def read_again(found: Found, annotation: Annotation, template: Template) -> tuple[Found, dict[Path, Figure]]:
    """What was found, or found better, and what of it formulas yield.

    Nothing costs so much as a second reading, so that only what may be wrong is read again: the clerk's own words that
    count something are told by their place, where that explains more; phrases that end a part are told as those of
    several themes, where only that prints the report.
    """
    report = {line.text for line in annotation.lines}
    derived: dict[Path, Figure] = {}
    if _counts(found) or drafted(found, template) != report:
        other, derived = _read(found, annotation, template)
        exchanged(found, other, annotation.lines, template)
    if drafted(found, template) != report:
        other, more = _read(found, annotation, template, parted=True)
        if drafted(other, template) == report:
            return other, more
    return found, {path: value for path, value in derived.items() if path not in found.values}


def _read(
    found: Found, annotation: Annotation, template: Template, parted: bool = False
) -> tuple[Found, dict[Path, Figure]]:
    other = by_template(annotation.lines, template, annotation.outline, by_place=True, parted=parted)
    derived = without_derived(other, template)
    other.values[("report", "variant")] = found.values[("report", "variant")]
    placed(other, annotation.lines, template)
    return other, derived


def _counts(found: Found) -> bool:
    """Whether the clerk's own words count anything."""
    return any(
        value.sentence if isinstance(value, Figure) else len(path) > 2 and re.search(r"\d", str(value))
        for path, value in found.values.items()
        if path[0] not in ("report", "unit")
    )


def drafted(found: Found, template: Template) -> set[str]:
    """The lines of the draft."""
    return {line.text for line in lines_of(compose(Profile(found.values, {}), template).document)}

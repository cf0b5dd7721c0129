"""`python -m tests.eval.short_reports`: the outlines of forty short reports, every heading with its labels.

The reports (`data/short-reports.yml`) were written, with what is right of each heading, by somebody who did not know
what the program knows: headings on lines of their own, run in, without numbers, with lost ones, flat reports, vague
headings whose text says what they are about. `role_alt` and `themes_any` tell what is right too. What the first
responsible person did is a matter of leadership.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from drafting import shipped

from generator import resources
from generator.annotate import annotate
from generator.api.reading import words_of
from generator.readers import read_bytes

REPORTS = Path(__file__).parent / "data" / "short-reports.yml"
_FOLDED = {"first_responsible": "leadership"}


class Verdict(NamedTuple):
    """What of a heading is judged (level, role, theme), whether rightly, and how to tell it."""

    what: str
    right: bool
    said: str


def verdicts(reports: Path = REPORTS) -> Iterator[Verdict]:
    """Each heading's level, the role of parts of level 1, the first theme of those that have themes."""
    words = words_of(resources.find_template(), shipped())
    for report in yaml.safe_load(reports.read_text("utf-8")):
        document = read_bytes(report["text"].encode(), "report.txt").document
        found = annotate(document, shipped().schema, words.lexicon, words.cues).outline.sections
        at = {section.spot.line: section for section in found}
        lines = report["text"].split("\n")
        for heading in report["headings"]:
            section = at.get(heading["line"])
            said = f"{report['name']} {lines[heading['line'] - 1][:40]}"
            level = section.level if section else 0
            yield Verdict("level", level == heading["level"], f"{said}: {level}")
            yield from _of_heading(heading, section.role if section else "", section.themes if section else (), said)


def _of_heading(heading: dict[str, Any], role: str, themes: tuple[str, ...], said: str) -> Iterator[Verdict]:
    if heading["level"] == 1 and heading.get("role"):
        right = role in (heading["role"], heading.get("role_alt"))
        yield Verdict("role", right, f"{said}: {role}, not {heading['role']}")
    wanted = heading.get("themes_any") or ([heading["themes"]] if heading.get("themes") else [])
    if wanted:
        first = _FOLDED.get(themes[0], themes[0]) if themes else ""
        yield Verdict("theme", first in [one[0] for one in wanted], f"{said}: {'+'.join(themes)}, not {wanted}")


def main() -> int:
    """Print what is wrong, and the sums."""
    every = list(verdicts())
    print("\n".join(one.said for one in every if not one.right))
    total, right = Counter(one.what for one in every), Counter(one.what for one in every if one.right)
    print("\n".join(f"{what:6}{right[what]:4}/{total[what]}" for what in total))
    return 0


if __name__ == "__main__":
    sys.exit(main())

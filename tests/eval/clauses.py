"""`python -m tests.eval.clauses`: which indicator each figure of several hundred clauses is found to be.

The clauses (`tests/cases/mentions`, by theme) are our own words in the manner of reports; the files `.later.`,
`.pages.` and `.clerks.` were each written when the others had been learned from, `.strangers.` by one who did not know
our words; `'*.later.tsv'` as argument judges some alone. Each file gives the
indicators in the order of the numbers: `|` between numbers, `/` between indicators of which any is right, `&` between
those that one number is, `-` for none.
"""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import resources
from generator.annotate.mentions import mentions
from generator.annotate.mentions_cues import Cues, cues_of
from generator.annotate.model import Line, Mention, Outline, Section, Spot
from generator.api.inputs import load
from generator.schema.codec import mapping
from generator.schema.model import Schema

CLAUSES = Path(__file__).parents[1] / "cases" / "mentions"


@dataclass(frozen=True)
class Clause:
    """A sentence of a part about `theme`; indicators: for each number that it counts with, labels that are right."""

    theme: str
    words: str
    indicators: tuple[tuple[frozenset[str], ...], ...]


@dataclass(frozen=True)
class Verdict:
    """How many of a clause's indicators are right, of how many, and what was found for each number."""

    right: int
    total: int
    found: tuple[str, ...]


def clauses(kind: str = "*.tsv") -> Iterator[Clause]:
    """Those of the files that match `kind`."""
    for path in sorted(CLAUSES.glob(kind)):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                numbers = tuple(
                    tuple(frozenset(one.split("/")) for one in number.split("&"))
                    for number in row["indicators"].split("|")
                )
                yield Clause(path.stem.partition(".")[0], row["words"], numbers)


def judge(clause: Clause, schema: Schema, cues: Cues, known: bool = True) -> Verdict:
    """A clause against what is found in it. known: whether the theme of its part is."""
    themes = (clause.theme,) if known else ()
    part = Section(1, "一、", "", "measures", themes, True, Spot(1, 0, 0), 1, 1)
    outline = Outline("", "", 0, "", "", "", "", "", (part,))
    told: dict[Spot, list[str]] = {}
    for mention in mentions((Line(1, clause.words + "。"),), outline, schema, cues):
        told.setdefault(mention.quantity.spot, []).append(_label(mention))
    found = list(told.values())
    right = sum(
        any(label in one for label in labels)
        for wanted, labels in zip(clause.indicators, found, strict=False)
        for one in wanted
    )
    if len(found) > len(clause.indicators):
        right = max(0, right - (len(found) - len(clause.indicators)))
    return Verdict(right, sum(map(len, clause.indicators)), tuple("&".join(labels) for labels in found))


def _label(mention: Mention) -> str:
    return mention.label if mention.indicator else "-"


def main() -> int:
    """Print the table and every clause that is not read as it should be."""
    folder, made = load(None)
    cues = cues_of(mapping(resources.read_sources(folder), "mentions.yml"))
    counts: dict[str, list[int]] = {}
    errors: list[str] = []
    for clause in clauses(*sys.argv[1:]):
        known, alone = (judge(clause, made.schema, cues, themed) for themed in (True, False))
        count = counts.setdefault(clause.theme, [0, 0, 0])
        for at, more in enumerate((known.total, known.right, alone.right)):
            count[at] += more
        if known.right < known.total:
            wanted = "|".join("&".join("/".join(sorted(one)) for one in number) for number in clause.indicators)
            errors.append(f"{clause.theme} {clause.words}：应为 {wanted}，认作 {'|'.join(known.found)}")
    counts["合计"] = [sum(column) for column in zip(*counts.values(), strict=True)]
    print("| 主题 | 数 | 指标 | 不知主题时 |\n|---|---:|---:|---:|")
    for theme, (total, right, alone_right) in counts.items():
        print(f"| {theme} | {total} | {right / total:.3f} | {alone_right / total:.3f} |")
    print("\n".join(errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())

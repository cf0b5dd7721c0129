"""`python -m tests.eval.figures`: how many figures of the real reports are found, and which indicator each is.

Two reports against the tables of `outlines-of-full-reports.md`, the other three against the lists that the project
keeps (`tests/cases/quantities`); all read from $GEN_CORPUS, else `../shared/corpus`. Reports are named by file.
"""

import csv
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import yaml

from generator.annotate.model import Mention
from generator.annotate.numbers import amount
from generator.annotate.units import base
from generator.api.reading import Understood, understand

CORPUS = Path(os.environ.get("GEN_CORPUS") or Path(__file__).resolve().parents[3] / "shared" / "corpus")
HERE = Path(__file__).parent
LISTS = HERE.parent / "cases" / "quantities"
REPORTS = {"000": "S0", "001": "faku-2023", "002": "zhongcun-2022", "003": "binhai-2024", "004": "S4"}
"""File number -> its table in the corpus, or our list."""
_ROW = re.compile(r"^\| ([1-9]\d*) \| [A-Z]+ \| ([a-z_]+) \| (-?[\d.]+) \| (\S+) \|")


@dataclass(frozen=True)
class Row:
    """What a list says. line; amount in the base unit; unit: base; indicators: any of ours that is right; {} none."""

    line: int
    amount: Decimal
    unit: str
    indicators: frozenset[str]
    words: str


@dataclass(frozen=True)
class Verdict:
    """A report against its list: found and right (row, mention), missed rows, mentions that are in no row."""

    found: tuple[tuple[Row, Mention], ...]
    missed: tuple[Row, ...]
    extra: tuple[Mention, ...]

    @property
    def recall(self) -> float:
        """Share of the rows that were found."""
        return len(self.found) / (len(self.found) + len(self.missed))

    @property
    def precision(self) -> float:
        """Share of the mentions that are rows."""
        return len(self.found) / (len(self.found) + len(self.extra))

    @property
    def told(self) -> tuple[tuple[Row, Mention], ...]:
        """The found ones whose indicator the list tells."""
        return tuple((row, mention) for row, mention in self.found if row.indicators)

    @property
    def indicators(self) -> float:
        """Share of those for which the right indicator was found."""
        return sum(right(row, mention) for row, mention in self.told) / len(self.told)


def right(row: Row, mention: Mention) -> bool:
    """Whether the mention has the row's indicator; what tells a change has none."""
    return (mention.indicator or "") in row.indicators


def rows(number: str, understood: Understood, corpus: Path = CORPUS) -> list[Row]:
    """The list of a report. number: the first digits of its file."""
    name = REPORTS[number]
    return list(_table(name, corpus) if name.startswith("S") else _list(name, understood))


def _table(name: str, corpus: Path) -> Iterator[Row]:
    """The rows of a report's table in the corpus; a change is told by its size alone."""
    ours = yaml.safe_load((HERE / "data" / "indicators.yml").read_text("utf-8"))
    inside = False
    for text in (corpus / "outlines-of-full-reports.md").read_text("utf-8").splitlines():
        if text.startswith("## "):
            inside = text.startswith(f"## {name} ")
        if inside and (match := _ROW.match(text)):
            line, identifier, value, unit = match.groups()
            names = frozenset(ours.get(identifier, [identifier]) or [""])
            factor, plain = base(unit)
            yield Row(int(line), abs(Decimal(value)) * factor, plain, names, f"{identifier} {value}{unit}")


def _list(name: str, understood: Understood) -> Iterator[Row]:
    labels = {i.label: i.id for i in understood.schema.indicators.values()}
    with (LISTS / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = frozenset(labels[label] for label in row["label"].split("|") if label in labels)
            scale, value = ("万", row["value"][:-1]) if row["value"].endswith("万") else ("", row["value"])
            factor, plain = base(scale + row["unit"])
            words = f"{row['label']} {row['value']}{row['unit']}"
            yield Row(int(row["line"]), (amount(value) or Decimal(0)) * factor, plain, names, words)


def compare(listed: list[Row], mentions: tuple[Mention, ...]) -> Verdict:
    """Each mention with the row of its line, amount and unit that fits it best; each row is found once.

    A number that is several indicators (见面率、满意率均为100%) is a row, of which any is right.
    """
    left = list(listed)
    found: list[tuple[Row, Mention]] = []
    extra: list[Mention] = []
    for mention in mentions:
        fitting = [row for row in left if _same(row, mention)]
        if found and found[-1][1].quantity.spot == mention.quantity.spot and right(found[-1][0], mention):
            continue
        if not fitting:
            extra.append(mention)
            continue
        row = next((row for row in fitting if right(row, mention)), fitting[0])
        left.remove(row)
        found.append((row, mention))
    return Verdict(tuple(found), tuple(left), tuple(extra))


def _same(row: Row, mention: Mention) -> bool:
    """A measure word that the page lost, or that no one counts in (四大模块), is any."""
    q = mention.quantity
    unit = base(q.unit)[1]
    return row.line == q.spot.line and row.amount == q.amount and (row.unit == unit or unit in ("", "大"))


def judge(number: str, corpus: Path = CORPUS) -> tuple[Understood, Verdict]:
    """A report of the corpus, understood and compared."""
    path = next(corpus.glob(f"{number}_*.txt"))
    understood = understand(path)
    return understood, compare(rows(number, understood, corpus), understood.annotation.mentions)


def main() -> int:
    """Print the table and every error; 1 where a report falls short."""
    short = False
    print("报告 | 数 | 召回 | 准确 | 指标")
    errors: list[str] = []
    for number in REPORTS:
        understood, verdict = judge(number)
        texts = {line.number: line.text for line in understood.annotation.lines}
        size = len(verdict.found) + len(verdict.missed)
        print(f"{number} | {size} | {verdict.recall:.3f} | {verdict.precision:.3f} | {verdict.indicators:.3f}")
        tabled = REPORTS[number].startswith("S")
        short |= verdict.indicators < 0.9 or (tabled and min(verdict.recall, verdict.precision) < 0.98)
        errors += [f"{number} 第{row.line}行 漏 {row.words}" for row in verdict.missed]
        errors += [f"{number} 多 {_shown(mention, texts)}" for mention in verdict.extra]
        errors += [
            f"{number} 指标 {_shown(mention, texts)}，应为 {row.words}"
            for row, mention in verdict.told
            if not right(row, mention)
        ]
    print("\n".join(errors))
    return int(short)


def _shown(mention: Mention, texts: dict[int, str]) -> str:
    spot = mention.quantity.spot
    around = texts[spot.line][max(0, spot.start - 8) : spot.end + 6]
    return f"第{spot.line}行 “…{around}…” 认作 {mention.indicator or '—'}"


if __name__ == "__main__":
    sys.exit(main())

"""`python -m tests.eval.figure_folds`: five-fold cross-validation of the weights by which a figure's indicator is told.

For each fold the weights that are best on the other four parts (one round of coordinate search from those in use) and
what these get right of its own. The parts: clauses of `tests.eval.clauses` and rows of the real reports, every fifth.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from generator.annotate.mentions import mentions
from generator.annotate.mentions_cues import Cues
from generator.annotate.mentions_weights import WEIGHTS
from generator.api.inputs import load
from generator.api.reading import Understood, understand, words_of
from generator.schema.model import Schema
from tests.eval import clauses, figures

FOLDS = 5
_FACTORS = (0.5, 0.75, 1.3, 1.7)
_FIXED = ("least", "sure")
"""Weights that say what is no indicator at all: the clauses, all of which have one, would do without them."""


@dataclass(frozen=True)
class Material:
    """Clauses, and the real reports with their lists."""

    schema: Schema
    cues: Cues
    clauses: Sequence[clauses.Clause]
    reports: Sequence[tuple[Understood, list[figures.Row]]]

    def hits(self) -> list[tuple[int, int]]:
        """For each clause and each row of a report how many are right, of how many."""
        found = [(v.right, v.total) for v in (clauses.judge(c, self.schema, self.cues) for c in self.clauses)]
        for report, listed in self.reports:
            annotation = report.annotation
            told = mentions(annotation.lines, annotation.outline, self.schema, self.cues)
            verdict = figures.compare(listed, told)
            rights = {id(row): figures.right(row, mention) for row, mention in verdict.told}
            found += [(int(rights.get(id(row), False)), 1) for row in listed if row.indicators]
        return found


def material() -> Material:
    """All that there is; the reports of the corpus only where it is."""
    folder, made = load(None)
    reports = []
    for number in figures.REPORTS if figures.CORPUS.is_dir() else ():
        report = understand(next(figures.CORPUS.glob(f"{number}_*.txt")))
        reports.append((report, figures.rows(number, report)))
    return Material(made.schema, words_of(folder, made).cues, tuple(clauses.clauses()), tuple(reports))


def fitted(parts: Material, inside: range | list[int]) -> dict[str, float]:
    """The weights best on the samples `inside`; those in use are left as they were."""
    shipped = dict(WEIGHTS)
    best = _score(parts.hits(), inside)
    chosen = dict(WEIGHTS)
    for name in [name for name in WEIGHTS if name not in _FIXED]:
        for factor in _FACTORS:
            WEIGHTS.update(chosen, **{name: shipped[name] * factor})
            score = _score(parts.hits(), inside)
            if score > best:
                best, chosen = score, dict(WEIGHTS)
    WEIGHTS.update(shipped)
    return chosen


def _score(hits: Sequence[tuple[int, int]], inside: range | list[int]) -> int:
    return sum(hits[at][0] for at in inside)


def main() -> int:
    """Print what each fold's weights get right of it, and what the shipped ones do."""
    parts = material()
    shipped = dict(WEIGHTS)
    now = parts.hits()
    every = right = kept = 0
    for fold in range(FOLDS):
        mine = range(fold, len(now), FOLDS)
        chosen = fitted(parts, [at for at in range(len(now)) if at % FOLDS != fold])
        WEIGHTS.update(chosen)
        told = _score(parts.hits(), mine)
        WEIGHTS.update(shipped)
        total = sum(now[at][1] for at in mine)
        every, right, kept = every + total, right + told, kept + _score(now, mine)
        changed = "，".join(f"{name} {value:g}" for name, value in chosen.items() if value != shipped[name])
        print(f"第 {fold + 1} 份：{told}/{total}；另四份选出的权重：{changed or '与现用的相同'}")
    print(f"合计 {right}/{every} {right / every:.3f}；现用的权重 {kept}/{every} {kept / every:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

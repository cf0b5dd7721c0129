"""Five-fold cross-validation of what is fitted: how words about themes are weighed (`balance` in lexicon.yml).

The words themselves are written by hand from the plan's own headings; only the four weights are chosen by figures.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from generator.annotate.lexicon import Balance, Lexicon

FOLDS = 5
_GRID = {"later": (0.7, 0.8, 0.9), "again": (0.4, 0.6, 0.8, 1.0), "below": (1.5, 2.5, 3.5)}

Hits = Callable[[dict[str, Any], Lexicon], tuple[int, int]]
"""A record and a lexicon -> how many headings are right, of how many."""


def cross_validated(
    records: Sequence[dict[str, Any]], words: Lexicon, hits: Hits
) -> Iterator[tuple[Balance, int, int]]:
    """For each fold the weights that are best on the other four, and how many of its own headings these get right."""
    grid = [Balance(**dict(zip(_GRID, values, strict=True))) for values in product(*_GRID.values())]
    scores = [[hits(record, replace(words, balance=balance)) for record in records] for balance in grid]
    for fold in range(FOLDS):
        mine = range(fold, len(records), FOLDS)
        others = [at for at in range(len(records)) if at % FOLDS != fold]
        best = max(range(len(grid)), key=lambda at: sum(scores[at][i][0] for i in others))
        yield grid[best], sum(scores[best][i][0] for i in mine), sum(scores[best][i][1] for i in mine)

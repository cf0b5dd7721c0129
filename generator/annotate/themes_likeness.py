"""How like the template's own sentences about each theme a heading is: for words that no lexicon holds.

Every theme's sentences, labels and other words give counts of pairs of characters; what a pair says for a theme is
how much likelier it is there than on the average of all themes (naive Bayes, with what was never seen counted as one).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from math import fsum, log

from generator.annotate.pairs import pairs_in
from generator.records import record
from generator.regex import regex

_RUN = regex("[\u4e00-\u9fff]{2,}")
_CLEAR, _MARGIN = 3.0, 1.0
"""What a heading must say for a theme, and how much more than for any other, to name it by itself."""


@record
class Likeness:
    """counts: of each theme, how often its words hold a pair of characters; sizes: of each theme, all its pairs and
    as many as there are different ones; pairs: those that any theme has; worths: pair -> what it says for each theme,
    filled when asked for."""

    themes: tuple[str, ...]
    counts: tuple[Mapping[str, int], ...]
    sizes: tuple[int, ...]
    pairs: frozenset[str]
    worths: dict[str, tuple[float, ...]] = field(default_factory=dict)


NOTHING = Likeness((), (), (), frozenset())


def likeness(texts: Mapping[str, Iterable[str]]) -> Likeness:
    """What these texts, theme by theme, say of their themes."""
    counts = {theme: _counted(" ".join(said)) for theme, said in sorted(texts.items())}
    pairs = frozenset[str]().union(*counts.values())
    sizes = tuple(held.total() + len(pairs) for held in counts.values())
    return Likeness(tuple(counts), tuple(counts.values()), sizes, pairs)


def _counted(words: str) -> Counter[str]:
    held = Counter[str]()
    for run in _RUN.findall(words):
        held.update(pairs_in(run))
    return held


def said_for(text: str, themes: Sequence[str], known: Likeness) -> list[float]:
    """What a text says for each of some themes, 0 where they have no words."""
    worths = [_worth(pair, known) for pair in dict.fromkeys(_pairs(text)) if pair in known.pairs]
    asked = [known.themes.index(theme) if theme in known.themes else None for theme in themes]
    return [0.0 if at is None else fsum([worth[at] for worth in worths]) for at in asked]


def likeliest(text: str, known: Likeness) -> tuple[str, float]:
    """The theme that a text is clearly about, with what it says for it; "" and 0 where none is."""
    ranked = sorted(zip(said_for(text, known.themes, known), known.themes, strict=True), reverse=True)
    (best, theme), (second, _) = (*ranked, (0.0, ""), (0.0, ""))[:2]
    return (theme, best) if best >= _CLEAR and best - second >= _MARGIN else ("", 0.0)


def _pairs(text: str) -> list[str]:
    return [pair for run in _RUN.findall(text) for pair in pairs_in(run)]


def _worth(pair: str, known: Likeness) -> tuple[float, ...]:
    """What a pair that some theme has says for each."""
    worth = known.worths.get(pair)
    if worth is None:
        counts = zip(known.counts, known.sizes, strict=True)
        shares = [log((count.get(pair, 0) + 1) / size) for count, size in counts]
        mean = fsum(shares) / len(shares)
        worth = known.worths[pair] = tuple([share - mean for share in shares])
    return worth

"""Which subjects a heading is about, by its words, those of the headings below it and of its text."""

from collections.abc import Callable, Mapping, Sequence

from generator.annotate.headings_grammar import folded
from generator.annotate.lexicon import Lexicon
from generator.annotate.themes_likeness import likeliest, said_for

_LEAST = 1.5
_SHARE = 0.55
"""How much of the strongest theme's evidence another one needs to be blended with it."""
_ENOUGH = 4.0
"""Evidence of the heading and those below it that makes reading the text superfluous."""
_NEXT_TO_NOTHING = 2.0
_LONGEST_BODY = 600
_AT_MOST = 4
_RECURRING, _MOST_KNOWN = 40, 4_096
"""Characters up to which a heading is likely to be met again, and how many of them are kept in mind."""


def themes(
    text: str, lexicon: Lexicon, below: Sequence[str] = (), body: Callable[[], str] = str, first: bool = False
) -> tuple[str, ...]:
    """Themes of a heading, the most prominent first; () where nothing tells.

    text: the heading without its number; below: the headings directly under it; body: gives its text, read only
    where the headings say little; first: whether it is the first of the headings beside it.
    """
    balance = lexicon.balance
    found = evidence(text, lexicon)
    rivals = tuple(found) if len(found) > 1 else ()
    if first:
        for theme, weight in lexicon.first.items():
            found[theme] = found.get(theme, 0.0) + weight
    for heading in below:
        said = evidence(heading, lexicon)
        total = sum(said.values())
        for theme, weight in said.items():
            found[theme] = found.get(theme, 0.0) + min(balance.below, total) * weight / total
    told = ""
    if max(found.values(), default=0.0) < _ENOUGH:
        told = body()[:_LONGEST_BODY]
        for theme, weight in evidence(told, lexicon).items():
            found[theme] = found.get(theme, 0.0) + balance.body * weight
    return _ranked(_compared(found, rivals, (text, told), lexicon))


def _compared(
    found: dict[str, float], rivals: Sequence[str], texts: Sequence[str], lexicon: Lexicon
) -> dict[str, float]:
    """The evidence with what likeness to the template's own sentences adds.

    Where words say next to nothing the heading's names a theme, else that of its text (texts: both; a sentence that is
    no heading stays without); the heading's settles which of several that it names itself comes first.
    """
    balance = lexicon.balance
    if max(found.values(), default=0.0) < _NEXT_TO_NOTHING and texts[0]:
        for theme, worth in (likeliest(text, lexicon.likeness) for text in texts):
            if theme:
                found[theme] = found.get(theme, 0.0) + balance.alone * worth
                break
    elif rivals:
        for theme, worth in zip(rivals, said_for(texts[0], rivals, lexicon.likeness), strict=True):
            found[theme] += balance.like * worth
    return found


def evidence(text: str, lexicon: Lexicon) -> dict[str, float]:
    """What the words of a text say for each theme.

    Each word counts once, and not at all within a longer one of its theme; those of the first clause count in full.
    """
    if len(text) > _RECURRING:
        return _evidence(text, lexicon)
    known = lexicon.evidence.get(text)
    if known is None:
        if len(lexicon.evidence) >= _MOST_KNOWN:
            lexicon.evidence.clear()
        known = lexicon.evidence[text] = _evidence(text, lexicon)
    return known.copy()


def _evidence(text: str, lexicon: Lexicon) -> dict[str, float]:
    words = folded(text)
    balance = lexicon.balance
    clause = words.find(",")
    if clause < 0:
        clause = len(words)
    weights: dict[str, list[float]] = {}
    covered: dict[str, int] = {}
    met: set[tuple[str, str]] = set()
    for at, word, told in lexicon.themes.within(words):
        for theme, weight in told:
            if covered.get(theme, 0) > at or (word, theme) in met:
                continue
            met.add((word, theme))
            covered[theme] = at + len(word)
            # What stands first is what the heading is about.
            weights.setdefault(theme, []).append(weight if at < clause else weight * balance.later)
    return {theme: _told(said, balance.again) for theme, said in weights.items()}


def _told(weights: list[float], again: float) -> float:
    """What several words of a theme say together: the strongest in full, each further one repeats it in part."""
    return sum(weight * again**at for at, weight in enumerate(sorted(weights, reverse=True)))


def _ranked(found: Mapping[str, float]) -> tuple[str, ...]:
    best = max(found.values(), default=0.0)
    if best < _LEAST:
        return ()
    kept = [theme for theme, weight in found.items() if weight >= max(_SHARE * best, _LEAST)]
    # Of equals the one that was met first leads.
    return tuple(sorted(kept, key=lambda theme: -found[theme])[:_AT_MOST])

"""Which subjects a heading is about, by its words, those of the headings below it and of its text."""

from collections.abc import Mapping, Sequence

from generator.annotate.headings_grammar import folded
from generator.annotate.lexicon import Lexicon

_BELOW, _BODY = 0.4, 0.12
"""What a word of a heading below, or of the text, says beside one of the heading itself."""
_LATER = 0.85
_LEAST = 1.5
_SHARE = 0.55
"""How much of the strongest theme's evidence another one needs to be blended with it."""
_ENOUGH = 4.0
"""Evidence of the heading and those below it that makes reading the text superfluous."""
_LONGEST_BODY = 600
_AT_MOST = 4


def themes(text: str, lexicon: Lexicon, below: Sequence[str] = (), body: str = "") -> tuple[str, ...]:
    """Themes of a heading, the most prominent first; () where nothing tells.

    text: the heading without its number; below: the headings directly under it; body: its text, read only
    where the headings say little.
    """
    found = evidence(text, lexicon)
    own = dict(found)
    for heading in below:
        for theme, weight in evidence(heading, lexicon).items():
            found[theme] = found.get(theme, 0.0) + _BELOW * weight
    if body and max(found.values(), default=0.0) < _ENOUGH:
        for theme, weight in evidence(body[:_LONGEST_BODY], lexicon).items():
            found[theme] = found.get(theme, 0.0) + _BODY * weight
    return _ranked(found, own)


def evidence(text: str, lexicon: Lexicon) -> dict[str, float]:
    """What the words of a text say for each theme.

    Each word counts once, and not at all within a longer one of its theme; those of the first half count in full.
    """
    words = folded(text)
    index = lexicon.themes
    half = len(words) // 2
    found: dict[str, float] = {}
    covered: dict[str, int] = {}
    met: set[tuple[str, str]] = set()
    for at in range(len(words) - 1):
        for word, theme, weight in index.get(words[at : at + 2], ()):
            if covered.get(theme, 0) > at or (word, theme) in met or not words.startswith(word, at):
                continue
            met.add((word, theme))
            covered[theme] = at + len(word)
            # What stands first is what the heading is about.
            found[theme] = found.get(theme, 0.0) + weight * (1.0 if at <= half else _LATER)
    return found


def _ranked(found: Mapping[str, float], own: Mapping[str, float]) -> tuple[str, ...]:
    best = max(found.values(), default=0.0)
    if best < _LEAST:
        return ()
    kept = [theme for theme, weight in found.items() if weight >= max(_SHARE * best, _LEAST)]
    return tuple(sorted(kept, key=lambda theme: (-found[theme], -own.get(theme, 0.0), theme))[:_AT_MOST])

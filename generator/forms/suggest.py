"""“Did you mean”: the known words nearest to one that is not known."""

from collections.abc import Iterable

_SURE = 0.75
"""A word this much alike is the one that was meant."""


def nearest(words: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Up to `most` of `known`: those that hold `words` or stand in it first, then those spelt alike."""
    candidates = [k for k in dict.fromkeys(known) if not (k.isascii() and not words.isascii())]
    if not words or len(words) > 40:
        return []
    inside = [k for k in candidates if len(words) > 1 and len(k) > 1 and (words in k or k in words)]
    inside.sort(key=lambda k: abs(len(k) - len(words)))
    if len(inside) >= most:
        return inside[:most]
    from difflib import SequenceMatcher, get_close_matches

    alike = get_close_matches(words, candidates, n=most, cutoff=0.5)
    if alike and SequenceMatcher(None, alike[0], words).ratio() >= _SURE:
        return alike[:1]
    return list(dict.fromkeys([*inside, *alike]))[:most]


def did_you_mean(words: str, known: Iterable[str]) -> str:
    """“是不是 …？” with the nearest words, "" when none is near."""
    near = nearest(words, known)
    return f"是不是“{'”“'.join(near)}”？" if near else ""

"""A short name for what several headings are about: characters that they share and other headings lack."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.records import record

_SHORTEST, _LONGEST = 2, 6
_LIKED = {2: 1.0, 3: 1.05, 4: 1.35, 5: 1.2, 6: 1.25}
"""Names of four characters read best."""
_BOUND = (0.25, 0.6, 1.0)


@record
class Words:
    """What headings and figures are made of besides their subject.

    verbs: headings begin with; tails: general nouns that headings end with; actions: verbs before figures; fillers:
    words before those that say nothing of what is counted.
    """

    verbs: tuple[str, ...]
    tails: tuple[str, ...]
    actions: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()


def label(headings: Sequence[str], others: Sequence[str], words: Words, taken: Sequence[str] = ()) -> str:
    """A name for `headings` that is not in `taken`; "" where they share nothing.

    others: headings about other things.
    """
    subjects = [[subject(_letters(phrase), words) for phrase in heading.split("，")] for heading in headings]
    told = [part for several in subjects for part in several]
    scores: dict[str, float] = {}
    for part in {part for core in told for part in _parts(core, words)}:
        inside = sum(part in heading for heading in headings) / len(headings)
        outside = sum(part in heading for heading in others) / max(len(others), 1)
        whole = sum(part in several for several in subjects) / len(headings)
        # A piece of a word neither begins nor ends what a phrase is about.
        bounds = any(core.startswith(part) for core in told) + any(core.endswith(part) for core in told)
        scores[part] = (inside + 0.5 * whole) * (1 - outside) ** 2 * _LIKED[len(part)] * _BOUND[bounds]
    offered = sorted(scores, key=lambda part: (-scores[part], -len(part), part))
    return next((part for part in offered if part not in taken), "")


def tellers(headings: Sequence[str], others: Sequence[str], words: Words) -> list[str]:
    """What two or more of `headings` are about and none of `others` mentions, the commonest first."""
    seen = Counter(subject(phrase, words) for heading in headings for phrase in heading.split("，"))
    alone = [part for part, times in seen.items() if times > 1 and not any(part in other for other in others)]
    return sorted(alone, key=lambda part: (-seen[part], part))


def subject(phrase: str, words: Words) -> str:
    """A phrase without the verbs that it begins with and the general nouns that it ends with."""
    changed = True
    while changed:
        changed = False
        for verb in words.verbs:
            if phrase.startswith(verb) and len(phrase) - len(verb) >= _SHORTEST:
                phrase, changed = phrase[len(verb) :], True
        for tail in words.tails:
            if phrase.endswith(tail) and len(phrase) - len(tail) >= _SHORTEST:
                phrase, changed = phrase[: -len(tail)], True
    return phrase


def _letters(phrase: str) -> str:
    return "".join(character for character in phrase if character.isalpha())


def _parts(core: str, words: Words) -> Iterator[str]:
    """The runs of characters of a name's length that are neither verbs nor general nouns nor begin with a verb."""
    for size in range(_SHORTEST, _LONGEST + 1):
        for at in range(len(core) - size + 1):
            part = core[at : at + size]
            begun = any(part.startswith(verb) for verb in words.verbs if len(verb) > 1)
            if not begun and part not in words.tails:
                yield part

"""The words by which a genre's reports are recognised: plain data of a template folder, made ready for use."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, TypeAlias

from generator.annotate.headings_grammar import folded
from generator.annotate.pairs import pairs_in
from generator.annotate.themes_likeness import NOTHING, Likeness
from generator.records import record

_LONG = 5
"""Characters from which a word is known though one of them is lost."""

Weights: TypeAlias = tuple[tuple[str, float], ...]
"""Words, folded, with what each says for something."""


@record
class Index:
    """lengths: the first two characters of words -> how long these are, the longest first; told: word -> what it is a
    word of, and its weight."""

    lengths: Mapping[str, tuple[int, ...]]
    told: Mapping[str, tuple[tuple[str, float], ...]]

    def within(self, text: str) -> Iterator[tuple[int, str, tuple[tuple[str, float], ...]]]:
        """Where in a folded text each word stands, the word, and what it tells; at each place the longest first."""
        lengths, told = self.lengths, self.told
        heads = pairs_in(text)
        if lengths.keys().isdisjoint(heads):
            return
        for at, head in enumerate(heads):
            if head in lengths:
                for length in lengths[head]:
                    word = text[at : at + length]
                    if word in told:
                        yield at, word, told[word]


@record
class Opening:
    """How a part without heading begins: one of `begins` (any beginning if empty), then one of `contains` and,
    unless empty, one of `beside` in the same sentence."""

    begins: tuple[str, ...]
    contains: tuple[str, ...]
    beside: tuple[str, ...]


@record
class Balance:
    """How the words about themes are weighed against those of a heading's first clause: later, those after it; again,
    each further word of one theme; below, all of one heading below; body, each of the text; like, what likeness to the
    template's own sentences says; alone, the same where words say next to nothing."""

    later: float = 0.8
    again: float = 0.6
    below: float = 2.5
    body: float = 0.2
    like: float = 0.03
    alone: float = 0.5


@record
class Chrome:
    """Lines that a web page adds: what they begin with, are, or hold."""

    begins: tuple[str, ...]
    whole: frozenset[str]
    contains: tuple[str, ...]


@record
class Lexicon:
    """All words in folded form.

    roles: id -> weighted words of headings; cues: the words of all roles; themes: those of all themes; first:
    theme -> what standing first among headings says for it; balance: of words of themes; generic: headings that do
    not say what stands below; nested: roles that a part inside another may serve; inner: the words of these; unheaded:
    role -> how a part without heading begins;
    closers, openers: what headings end with and running text begins with; verbs: what phrases begin with;
    title_words, title_ends: of the report's title; transitions: what 现将…报告如下 ends with; organs, addressees:
    endings of names; levels: level of unit -> endings of its names; itself: level -> how it calls itself;
    likeness: what the template's own sentences say of its themes; evidence: what headings met before say for each
    theme, filled as they are met.
    """

    roles: Mapping[str, Weights]
    cues: Index
    generic: tuple[str, ...]
    nested: tuple[str, ...]
    inner: Index
    unheaded: Mapping[str, Opening]
    themes: Index
    first: Mapping[str, float]
    balance: Balance
    closers: tuple[str, ...]
    openers: tuple[str, ...]
    verbs: tuple[str, ...]
    title_words: tuple[str, ...]
    title_ends: tuple[str, ...]
    transitions: tuple[str, ...]
    transition_begins: tuple[str, ...]
    organs: tuple[str, ...]
    addressees: tuple[str, ...]
    levels: Mapping[str, tuple[str, ...]]
    itself: Mapping[str, tuple[str, ...]]
    chrome: Chrome
    likeness: Likeness = NOTHING
    evidence: dict[str, dict[str, float]] = field(default_factory=dict, compare=False)


def lexicon(data: Mapping[str, Any], likeness: Likeness = NOTHING) -> Lexicon:
    """The lexicon that this data (a template folder's lexicon.yml) describes; what is missing is empty.

    likeness: what the folder's own sentences say of its themes.
    """
    roles = _weighted(data.get("roles"))
    nested = _lists(data.get("nested"))
    title, glued, chrome = (data.get(name) or {} for name in ("title", "glued", "chrome"))
    return Lexicon(
        roles=roles,
        cues=_index(roles),
        generic=_words(data.get("generic")),
        nested=tuple(nested),
        inner=_index({role: [(w, 1.0) for cue in cues for w in (cue, *_worn(cue))] for role, cues in nested.items()}),
        unheaded={role: _opening(words) for role, words in (data.get("unheaded") or {}).items()},
        themes=_index(_weighted(data.get("themes"))),
        first={theme: float(weight) for theme, weight in (data.get("first") or {}).items()},
        balance=Balance(**{name: float(weight) for name, weight in (data.get("balance") or {}).items()}),
        closers=_words(glued.get("closers")),
        openers=_words(glued.get("openers")),
        verbs=_words(data.get("verbs")),
        title_words=_words(title.get("words")),
        title_ends=_words(title.get("ends")),
        transitions=_words(data.get("transition")),
        transition_begins=_words(data.get("transition_begins")),
        organs=_words(data.get("organs")),
        addressees=_words(data.get("addressees")),
        levels=_lists(data.get("levels")),
        itself=_lists(data.get("self")),
        chrome=Chrome(
            _words(chrome.get("begins")), frozenset(_words(chrome.get("whole"))), _words(chrome.get("contains"))
        ),
        likeness=likeness,
    )


def _opening(data: Mapping[str, Any]) -> Opening:
    return Opening(_words(data.get("begins")), _words(data.get("contains")), _words(data.get("with")))


def _weighted(data: Mapping[str, Mapping[Any, Sequence[str]]] | None) -> dict[str, Weights]:
    """From {name: {weight: [words]}}; the longer words first, so that a short one inside them is not counted too."""
    found: dict[str, Weights] = {}
    for name, groups in (data or {}).items():
        pairs = {folded(str(word)): float(weight) for weight, words in groups.items() for word in words}
        worn = {lossy: weight for word, weight in pairs.items() for lossy in _worn(word)}
        found[name] = tuple(sorted({**worn, **pairs}.items(), key=lambda pair: (-len(pair[0]), pair[0])))
    return found


def _worn(word: str) -> Iterator[str]:
    """A long word with one character lost, as copies of web pages lose them."""
    if len(word) >= _LONG:
        yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def _index(weighted: Mapping[str, Iterable[tuple[str, float]]]) -> Index:
    told: dict[str, list[tuple[str, float]]] = {}
    for name, cues in sorted(weighted.items()):
        for word, weight in cues:
            told.setdefault(word, []).append((name, weight))
    lengths: dict[str, set[int]] = {}
    for word in told:
        lengths.setdefault(word[:2], set()).add(len(word))
    return Index(
        {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()},
        {word: tuple(names) for word, names in told.items()},
    )


def _words(data: Sequence[Any] | None) -> tuple[str, ...]:
    return tuple(folded(str(word)) for word in data or ())


def _lists(data: Mapping[str, Sequence[Any]] | None) -> dict[str, tuple[str, ...]]:
    return {name: _words(words) for name, words in (data or {}).items()}

"""The figures beside which an expression may match: a rule tries it there alone.

Of the words that an expression cannot do without (`needles`) each is looked up once for all rules (`concordance`);
where none stands between two figures, no rule needs to look. What is left out has no match; what is named may have
none.
"""

import re
from collections.abc import Sequence
from dataclasses import field

from generator.check.concordance import Concordance, places
from generator.check.matching import Words, lacking, needed, standing
from generator.check.stated import Sentence, sentences
from generator.check.subject import Subject, folded_words, once
from generator.records import record

_NONE: frozenset[int] = frozenset()
_FEW = 12
"""Places that are so few that no rarer words are looked for."""


@record
class _Ground:
    """The text of sentences with figures, in stretches: up to the end of each figure, and behind the last.

    owner: the stretch that each character of the text belongs to, -1 for none; rows: the sentence of each stretch;
    ats: where the figure at its end begins, -1 if there is none; befores: the same of the one before it; held:
    stretches by word; led, beside, within: what was found, by the identity of the expressions.
    """

    text: Concordance
    owner: list[int]
    rows: list[int]
    ats: list[int]
    befores: list[int]
    held: dict[str, frozenset[int]] = field(default_factory=dict, init=False)
    led: dict[tuple[int, ...], frozenset[int]] = field(default_factory=dict, init=False)
    beside: dict[int, frozenset[int]] = field(default_factory=dict, init=False)
    within: dict[int, frozenset[int]] = field(default_factory=dict, init=False)


def led_by(of: Subject, *patterns: "re.Pattern[str]") -> frozenset[int]:
    """Where the figures begin in whose lead one of these may match."""
    ground = _ground(of)
    key = tuple(map(id, patterns))
    led = ground.led.get(key)
    if led is None:
        led = frozenset([ground.ats[n] for pattern in patterns for n in _beside(ground, pattern)])
        ground.led[key] = led
    return led


def followed_by(of: Subject, *patterns: "re.Pattern[str]") -> frozenset[int]:
    """Where the figures begin in whose tail one of these may match."""
    ground = _ground(of)
    return frozenset([ground.befores[n] for pattern in patterns for n in _beside(ground, pattern)])


def rows_led_by(of: Subject, *patterns: "re.Pattern[str]") -> Sequence[Sentence]:
    """The sentences of the figures that `led_by` names, in reading order."""
    ground, rows = _ground(of), sentences(of)
    held = {ground.rows[n] for pattern in patterns for n in _beside(ground, pattern) if ground.ats[n] >= 0}
    return [rows[n] for n in sorted(held)]


def rows_with(of: Subject, *patterns: "re.Pattern[str]") -> Sequence[Sentence]:
    """The sentences with figures in which one of these may match, in reading order."""
    ground, rows = _ground(of), sentences(of)
    return [rows[n] for n in sorted({n for pattern in patterns for n in _within(ground, pattern)})]


@once
def _ground(of: Subject) -> _Ground:
    words, every = folded_words(of), sentences(of)
    end = every[-1][-1].stop if every else 0
    if end * 2 < len(of.folded):
        # Of a long report the first figures alone are looked at.
        words = Concordance(words.lines[: end + 1], words.shape[: end + 1], words.found)
    owner = [-1] * len(of.folded)
    rows: list[int] = []
    ats: list[int] = []
    befores: list[int] = []
    for number, row in enumerate(every):
        before, begin = -1, row[0].begin
        for one in row:
            owner[begin : one.end] = [len(rows)] * (one.end - begin)
            rows.append(number)
            ats.append(one.at)
            befores.append(before)
            before, begin = one.at, one.end
        end = row[-1].stop
        owner[begin:end] = [len(rows)] * (end - begin)
        rows.append(number)
        ats.append(-1)
        befores.append(before)
    return _Ground(words, owner, rows, ats, befores)


def _beside(ground: _Ground, pattern: "re.Pattern[str]") -> frozenset[int]:
    """The stretches in which the expression may match."""
    found = ground.beside.get(id(pattern))
    if found is None and lacking(pattern, ground.text):
        found = ground.beside[id(pattern)] = _NONE
    if found is None:
        for group in needed(pattern):
            here = _holding(ground, group)
            found = here if found is None else found & here
            if len(found) < _FEW:
                break
        found = frozenset(range(len(ground.rows))) if found is None else found
        ground.beside[id(pattern)] = found
    return found


def _within(ground: _Ground, pattern: "re.Pattern[str]") -> frozenset[int]:
    """The numbers of the sentences in which the expression may match."""
    found = ground.within.get(id(pattern))
    if found is None and lacking(pattern, ground.text):
        found = ground.within[id(pattern)] = _NONE
    if found is None:
        for group in needed(pattern):
            here = frozenset([ground.rows[n] for n in _holding(ground, group)])
            found = here if found is None else found & here
            if len(found) < _FEW:
                break
        found = frozenset(ground.rows) if found is None else found
        ground.within[id(pattern)] = found
    return found


def _holding(ground: _Ground, group: Words) -> frozenset[int]:
    """The stretches in which one of the words begins."""
    held, several = ground.held, []
    for word in standing(group, ground.text):
        if word not in held:
            owner = ground.owner
            held[word] = frozenset([owner[at] for at in places(ground.text, word)]) - {-1}
        several.append(held[word])
    return frozenset().union(*several)

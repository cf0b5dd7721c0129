"""The figures beside which an expression may match: a rule tries it there alone.

Of the words that an expression cannot do without (`needles`) each is looked up once for all rules (`concordance`);
where none stands between two figures, no rule needs to look. What is left out has no match; what is named may have
none.
"""

import re
from collections.abc import Sequence
from dataclasses import field

from generator.check.concordance import Concordance, places
from generator.check.matching import Words, parts_needed
from generator.check.stated import Sentence, sentences
from generator.check.subject import Subject, folded_words, once
from generator.records import record

_FEW = 12
"""Stretches that are so few that no rarer words are looked for."""


@record
class _Stretches:
    """Stretches of a text, and sets of them: numbers of which each bit stands for a stretch.

    bits: by character the stretch that it belongs to, 0 for none; every: all of them; held: those that hold a word;
    marked: those in which an expression may match, by its identity.
    """

    text: Concordance
    bits: list[int]
    every: int
    held: dict[str, int] = field(default_factory=dict, init=False)
    marked: dict[int, int] = field(default_factory=dict, init=False)


@record
class _Ground:
    """The sentences with figures of a text, as stretches, and cut up to the end of each figure, and behind the last.

    ats: where the figure at the end of each of the cut ones begins, -1 if there is none; befores: the same of the one
    before it; rows: its sentence; led: where the figures of a set of them begin.
    """

    whole: _Stretches
    cut: _Stretches
    ats: list[int]
    befores: list[int]
    rows: list[int]
    led: dict[int, frozenset[int]] = field(default_factory=dict, init=False)


def led_by(of: Subject, *patterns: "re.Pattern[str]") -> frozenset[int]:
    """Where the figures begin in whose lead one of these may match."""
    ground = _ground(of)
    marked = _marked(ground.cut, patterns)
    led = ground.led.get(marked)
    if led is None:
        led = ground.led[marked] = frozenset([ground.ats[n] for n in _numbers(marked)])
    return led


def followed_by(of: Subject, *patterns: "re.Pattern[str]") -> frozenset[int]:
    """Where the figures begin in whose tail one of these may match."""
    ground = _ground(of)
    return frozenset([ground.befores[n] for n in _numbers(_marked(ground.cut, patterns))])


def rows_led_by(of: Subject, *patterns: "re.Pattern[str]") -> Sequence[Sentence]:
    """The sentences of the figures that `led_by` names, in reading order."""
    ground, rows = _ground(of), sentences(of)
    held = [ground.rows[n] for n in _numbers(_marked(ground.cut, patterns)) if ground.ats[n] >= 0]
    return [rows[n] for n in dict.fromkeys(held)]


def rows_with(of: Subject, *patterns: "re.Pattern[str]") -> Sequence[Sentence]:
    """The sentences with figures in which one of these may match, in reading order."""
    marked = _marked(_ground(of).whole, patterns)
    if not marked:
        return ()
    rows = sentences(of)
    return [rows[n] for n in _numbers(marked)]


@once
def _ground(of: Subject) -> _Ground:
    words, every = folded_words(of), sentences(of)
    end = every[-1][-1].stop if every else 0
    if end * 2 < len(of.folded):
        # Of a long report the first figures alone are looked at.
        words = Concordance(words.lines[: end + 1], words.shape[: end + 1], words.found)
    # The last is where the line before the text begins.
    whole, cut = [0] * (len(of.folded) + 1), [0] * (len(of.folded) + 1)
    rows: list[int] = []
    ats: list[int] = []
    befores: list[int] = []
    for number, row in enumerate(every):
        before, begin = -1, row[0].begin
        for one in row:
            cut[begin : one.end] = [1 << len(rows)] * (one.end - begin)
            rows.append(number)
            ats.append(one.at)
            befores.append(before)
            before, begin = one.at, one.end
        begin, end = row[-1].end, row[-1].stop
        cut[begin:end] = [1 << len(rows)] * (end - begin)
        whole[row[0].begin : end] = [1 << number] * (end - row[0].begin)
        rows.append(number)
        ats.append(-1)
        befores.append(before)
    stretches = _Stretches(words, whole, (1 << len(every)) - 1), _Stretches(words, cut, (1 << len(rows)) - 1)
    return _Ground(*stretches, ats, befores, rows)


def _marked(of: _Stretches, patterns: Sequence["re.Pattern[str]"]) -> int:
    """The stretches in which one of the expressions may match."""
    marked = 0
    for pattern in patterns:
        known = of.marked.get(id(pattern))
        marked |= _of_one(of, pattern) if known is None else known
    return marked


def _of_one(of: _Stretches, pattern: "re.Pattern[str]") -> int:
    groups, marked = parts_needed(pattern, of.text), 0
    if groups is not None:
        marked = of.every
        for group in groups:
            marked &= _holding(of, group)
            if marked.bit_count() < _FEW:
                break
    of.marked[id(pattern)] = marked
    return marked


def _numbers(marked: int) -> list[int]:
    """Those of the stretches of a set, ascending."""
    numbers = []
    while marked:
        lowest = marked & -marked
        numbers.append(lowest.bit_length() - 1)
        marked ^= lowest
    return numbers


def _holding(of: _Stretches, group: Words) -> int:
    """The stretches in which one of the words may begin."""
    held, marked, there = of.held, 0, of.text.found
    for word in there.there.get(group.number, ()):
        known = held.get(word)
        marked |= _held(of, word, there.at[word]) if known is None else known
    for word in group.bare:
        known = held.get(word)
        marked |= _held(of, word, places(of.text, word)) if known is None else known
    return marked


def _held(of: _Stretches, word: str, at: Sequence[int]) -> int:
    bits, marked = of.bits, 0
    for place in at:
        marked |= bits[place]
    of.held[word] = marked
    return marked

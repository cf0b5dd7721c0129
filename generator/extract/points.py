"""One stretch of text held against a point of a theme's template: ticks, figures, and what is left."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from generator.extract.clauses import Clause, Dictionary, said
from generator.extract.found import Chosen
from generator.extract.frame import Frame, Point
from generator.extract.numbers import AFTER, GAP, read, with_change
from generator.extract.patterns import Pattern, compiled
from generator.extract.symbols import Number, Rest, Tick
from generator.extract.told import figure_of, told
from generator.extract.worded import worded_pattern
from generator.regex import regex
from generator.schema.model import Figure, Schema

_SENTENCE = regex("[^。！？\U000f4000-\U000f7fff]*(?:[。！？]+[”’）》]*|[\U000f4000-\U000f7fff]|$)")
_CLAUSES = regex(f"[^，、；。]+{AFTER}[，、；。]?")
"""The clauses of a sentence, each with what goes with its figure."""
_DIGIT_OR_GAP = regex(r"\d|【待补充")
_MARKS = "，、；。"
_GAP_AT_END = regex(f"{GAP}[，、；]?$")
_DIGIT = regex(r"\d")
_SLOT = regex(r"\{([^{}]*?)做法\}")


@dataclass(slots=True)
class Parsed:
    """What a stretch says. ticks: label -> the clerk's words; clauses: with those that the clerk worded; loose:
    sentences in the midst that nothing explains; tail: such sentences at the end; last: the tick before them;
    foreign: whether words that nothing explains stand before all else; explained: characters; prints: the indicators
    that the point has room for."""

    theme: str
    ticks: dict[str, str] = field(default_factory=dict)
    clauses: list[Clause] = field(default_factory=list)
    prints: frozenset[str] = frozenset()
    loose: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    choices: list[Chosen] = field(default_factory=list)
    last: str = ""
    foreign: bool = False
    explained: int = 0


@dataclass(slots=True)
class Grammar:
    """A template's frame for one unit: words: what it is called; patterns: made when they are first needed."""

    frame: Frame
    words: Mapping[str, str]
    dictionary: Dictionary
    schema: Schema
    homes: Mapping[str, Mapping[str, frozenset[str]]]
    """Theme id -> point -> indicators that belong there."""
    rests: Mapping[str, Mapping[str, frozenset[str]]]
    """The same without those that the theme's template places itself."""
    by_place: bool = False
    """Whether the clerk's own words in a sentence are told by where they stand, before what they say is asked."""
    parted: bool = False
    """Whether each sentence of phrases that ends a part is of another theme."""
    patterns: dict[str, Pattern] = field(default_factory=dict)
    items: dict[str, list[str]] = field(default_factory=dict)

    def pattern(self, markup: str) -> Pattern:
        """The pattern of `markup`."""
        known = self.patterns.get(markup)
        if known is None:
            known = self.patterns[markup] = compiled(markup, self.frame.meanings, self.words)
        return known

    def worded(self, markup: str) -> Pattern:
        """The pattern of a sentence some of whose clauses may be in the clerk's own words."""
        known = self.patterns.get(f"句{markup}")
        if known is None:
            known = self.patterns[f"句{markup}"] = worded_pattern(markup, self.frame.meanings, self.words)
        return known

    def sentences(self, body: str) -> list[str]:
        """The sentences of a point's markup, each tick and rest one."""
        known = self.items.get(body)
        if known is None:
            known = self.items[body] = [m for m in _SENTENCE.findall(body) if m]
        return known


def parse(grammar: Grammar, theme: str, point: Point, text: str) -> Parsed:
    """`text` as what `point` of `theme` prints, in the order of its template."""
    items = grammar.sentences(point.body)
    out = Parsed(theme, prints=_prints(grammar, theme, items))
    at = start = 0
    while at < len(text):
        for number in range(start, len(items)):
            end = _item(grammar, out, items[number], text, at)
            if end > at:
                out.foreign = out.foreign or (not out.explained and any(not _DIGIT.search(s) for s in out.tail))
                out.explained += end - at
                symbol = grammar.frame.meanings.get(items[number])
                _settle(grammar, out, symbol)
                start, at = number + (not isinstance(symbol, Rest)), end
                break
        else:
            sentence = _SENTENCE.match(text, at)
            end = sentence.end() if sentence and sentence.end() > at else len(text)
            out.tail.append(text[at:end])
            at = end
    if not tells(grammar, out):
        _detailed(grammar, out)
    return out


def tells(grammar: Grammar, out: Parsed) -> bool:
    """Whether what ends the stretch is a figure in the clerk's words."""
    return bool(out.tail) and all(
        _DIGIT.search(sentence) and told(grammar.schema, out.theme, sentence.rstrip("。"), out.prints)
        for sentence in out.tail
    )


def counts(out: Parsed) -> bool:
    """Whether what nothing explains begins with a number, as the clerk's own words for figures do."""
    return bool(out.tail) and bool(_DIGIT.search(out.tail[0]))


def _prints(grammar: Grammar, theme: str, items: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for item in items:
        for token in item:
            symbol = grammar.frame.meanings.get(token)
            if isinstance(symbol, Number):
                found.add(symbol.indicator.id)
            elif isinstance(symbol, Rest):
                found |= grammar.homes[theme].get(str(symbol.point), frozenset())
    return frozenset(found)


def _settle(grammar: Grammar, out: Parsed, symbol: object) -> None:
    """Sentences that nothing explained, once something after them is explained."""
    _detailed(grammar, out, before=next(reversed(out.ticks), "") if isinstance(symbol, Tick) else "")
    out.loose += out.tail
    out.tail = []
    out.last = next(reversed(out.ticks)) if isinstance(symbol, Tick) else ""


def _detailed(grammar: Grammar, out: Parsed, before: str = "") -> None:
    """The clerk's own words in a tick may be several sentences, none of which begins with a lead word (全年).

    before: the tick that has just been read.
    """
    if out.tail and out.last and out.last != before and out.ticks[out.last]:
        led = (at for at, sentence in enumerate(out.tail) if sentence.startswith(grammar.dictionary.leads))
        until = next(led, len(out.tail))
        if until:
            out.ticks[out.last] += "。" + "".join(out.tail[:until]).rstrip("。")
            out.tail = out.tail[until:]


def _item(grammar: Grammar, out: Parsed, item: str, text: str, at: int) -> int:
    """Where what `item` prints at `at` ends, its values kept in `out`; `at` if it is not there."""
    symbol = grammar.frame.meanings.get(item)
    if isinstance(symbol, Tick):
        return _tick(grammar, out, symbol, text, at)
    if isinstance(symbol, Rest):
        sentence = said(grammar.dictionary, text, at, grammar.homes[out.theme].get(str(symbol.point), ()))
        if sentence is None:
            return at
        room = grammar.rests[out.theme].get(str(symbol.point), frozenset())
        out.clauses += [replace(clause, room=room) if clause.words else clause for clause in sentence.clauses]
        return sentence.end
    return _sentence(grammar, out, item, text, at)


def _tick(grammar: Grammar, out: Parsed, tick: Tick, text: str, at: int) -> int:
    for taken, sentence in enumerate(tick.sentences):
        slot = _SLOT.search(sentence)
        head = _filled(sentence[: slot.start()] if slot else sentence, grammar.words)
        if not text.startswith(head, at) or tick.label in out.ticks:
            continue
        tail = _filled(sentence[slot.end() :], grammar.words) if slot else ""
        mark, body = slot[1] if slot else "", at + len(head)
        if text.startswith(tail, body):
            end, detail = body + len(tail), ""
        else:
            close = text.find(tail, body + len(mark) + 1) if slot and text.startswith(mark, body) else -1
            if close < 0:
                continue
            end, detail = close + len(tail), text[body + len(mark) : close]
        out.ticks[tick.label] = detail
        if len(tick.sentences) > 1:
            out.choices.append(Chosen(tick.sentences, taken, tick.label))
        return end
    return at


def _filled(words: str, slots: Mapping[str, str]) -> str:
    if "{" in words:
        for slot, said_ in slots.items():
            words = words.replace(f"{{{slot}}}", said_)
    return words


def _sentence(grammar: Grammar, out: Parsed, item: str, text: str, at: int) -> int:
    end = _matched(grammar, out, item, text, at)
    if end is None and grammar.by_place and "[[" in item:
        end = _matched(grammar, out, item, text, at, worded=True)
        end = None if end == at else end
    return end if end is not None else _worded(grammar, out, item, text, at)


def _matched(
    grammar: Grammar, out: Parsed, item: str, text: str, at: int, worded: bool = False
) -> int | None:
    """Where what `item` prints at `at` ends, `at` if it says no figure; None if the words there are others.

    worded: some of its clauses may be the clerk's.
    """
    pattern = grammar.worded(item) if worded else grammar.pattern(item)
    match = pattern.regex.match(text, at)
    if match is None or match.end() == at:
        return None
    figures = [(pattern.figures[name], match[name], match[f"t{name}"]) for name in pattern.figures if match[name]]
    zeros = [pattern.zeros[name] for name in pattern.zeros if match[name]]
    if (pattern.figures or pattern.zeros) and not figures and not zeros:
        return at
    told_ = [(indicator.id, read(number, tail or "", indicator)) for indicator, number, tail in figures]
    own = [(one.id, figure_of(match[name], one)) for name, one in pattern.sentences.items() if match[name]]
    if any(values is None for _, values in (*told_, *own)):
        return None
    out.clauses += [Clause(identifier, tuple(values)) for identifier, values in told_ if values]
    # Where a placeholder stands for a figure the form has none.
    out.prints -= {identifier for identifier, values in told_ if not values}
    out.clauses += [Clause(identifier, (value,)) for identifier, value in own if value]
    for name, indicator in pattern.zeros.items():
        if match[name]:
            change = text[match.end(name) : match.end()].partition("。")[0]
            zero = Figure("0", indicator.unit)
            out.clauses.append(Clause(indicator.id, (with_change(zero, change if "上年" in change[:4] else ""),)))
    chosen(out.choices, pattern, match)
    return match.end()


def _worded(grammar: Grammar, out: Parsed, item: str, text: str, at: int) -> int:
    """A sentence of which the clerk worded some clauses: without these it is the template's."""
    sentence = _SENTENCE.match(text, at)
    if "[[" not in item or sentence is None or not _DIGIT.search(sentence[0]):
        return at
    rest = said(grammar.dictionary, text, at, out.prints)
    if rest is not None and all(clause.indicator for clause in rest.clauses):
        # Nobody worded it: it is what the template leaves to the dictionary.
        return at
    pieces = _CLAUSES.findall(sentence[0])
    if not 1 < len(pieces) < 12:
        return at
    for left in (1, 2, 3):
        for gone in combinations(range(len(pieces)), left):
            kept = _closed([piece for number, piece in enumerate(pieces) if number not in gone])
            if kept == "。" or any(_leans(pieces, number) for number in gone) or not _DIGIT_OR_GAP.search(kept):
                continue
            if grammar.pattern(item).regex.fullmatch(kept) and _matched(grammar, out, item, kept, 0) == len(kept):
                out.clauses += [Clause(words=words) for words in _joined(grammar, pieces, gone)]
                return sentence.end()
    return at


def _leans(pieces: Sequence[str], number: int) -> bool:
    """Whether this is a part (其中) of a figure that the draft has: it is told behind words of the template's own."""
    return pieces[number].startswith("其中") and not _GAP_AT_END.search(pieces[number - 1])


def _joined(grammar: Grammar, pieces: Sequence[str], gone: Sequence[int]) -> Iterator[str]:
    """The pieces at `gone`, those side by side as one, without the words that a draft says by itself (全年, 全镇)."""
    runs: list[str] = []
    for at, number in enumerate(gone):
        if at and number == gone[at - 1] + 1:
            runs[-1] += pieces[number]
        else:
            runs.append(pieces[number])
    for words in runs:
        for lead in grammar.dictionary.leads:
            words = words.removeprefix(lead)
        yield words.rstrip(_MARKS)


def _closed(pieces: Sequence[str]) -> str:
    return "".join(pieces).rstrip(_MARKS) + "。"


def chosen(into: list[Chosen], pattern: Pattern, match: "re.Match[str]") -> None:
    """Adds the wordings that `match` shows."""
    for name, (wordings, taken) in pattern.choices.items():
        if match[name] is not None:
            into.append(Chosen(wordings, taken))

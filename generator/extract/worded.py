"""A sentence of a template as a pattern in which the clerk's own words (句) may stand for any of its clauses.

Where they stand tells which figure they are, since what a draft prints around them is the template's
(`compose.clauses._told`): the words, the clause's other figures behind them, then the clauses inside it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.compose.sentences import Clause, Part, Parts, parse
from generator.document.nodes import Text
from generator.extract.numbers import CHANGE, counted_pattern
from generator.extract.patterns import SEPARATORS, Compiler, Pattern
from generator.extract.symbols import Number, Symbol
from generator.regex import regex

_OPENER = regex("[，、；]?(?:其中)?")


def worded_pattern(markup: str, meanings: Mapping[str, Symbol], words: Mapping[str, str]) -> Pattern:
    """The pattern of one sentence of `markup`. words: see `patterns.compiled`."""
    parts = parse(markup)
    others = "|".join(_begun(parts, meanings)) or "\0"
    maker = _Maker(Compiler(meanings, words), others)
    return maker.compiler.pattern(maker.all(parts))


def _begun(parts: Parts, meanings: Mapping[str, Symbol]) -> Iterator[str]:
    """How the clauses among `parts` begin in the template's words, up to those behind the first figure."""
    for part in parts:
        if not isinstance(part, Clause):
            continue
        yield from _begun(part.parts, meanings)
        begun, counts = "", False
        for one in part.parts:
            if isinstance(one, Text):
                begun += re.escape(one.words[len(_opener(one)) :] if not begun else one.words)
            symbol = meanings.get(one) if isinstance(one, str) else None
            if isinstance(symbol, Number):
                begun, counts = begun + counted_pattern(symbol.indicator), True
            elif not isinstance(one, Text):
                break
        if counts:
            yield begun
        zero = "".join([re.escape(one.words) for one in part.otherwise or () if isinstance(one, Text)])
        if zero:
            yield zero


def _opener(part: Part) -> str:
    """What of the words that a clause begins with is said before the clerk's too."""
    found = _OPENER.match(part.words) if isinstance(part, Text) else None
    return found[0] if found else ""


def _separator(words: str) -> str:
    """A separator goes with the clause after it; where a sentence is too long it is divided there, but for an item."""
    return f"(?:{words}|。)?" if words in ("，", "；") else f"(?:{words})?"


@dataclass(slots=True)
class _Maker:
    """others: how any clause of the sentence begins in the template's words, which are not the clerk's then."""

    compiler: Compiler
    others: str

    def all(self, parts: Parts) -> str:
        return "".join([self.part(part) for part in parts if part != "**"])

    def part(self, part: Part) -> str:
        if isinstance(part, Clause):
            return self.clause(part)
        if isinstance(part, Text):
            return _separator(part.words) if SEPARATORS.fullmatch(part.words) else re.escape(part.words)
        return self.compiler.symbol(self.compiler.meanings[part])

    def clause(self, clause: Clause) -> str:
        """A clause or group as the template words it, as it says 0, or in the clerk's own words; or nothing of it."""
        symbols = [self.compiler.meanings[token] for token in clause.own]
        own = [symbol for symbol in symbols if isinstance(symbol, Number) and not symbol.change]
        ways = [self.all(clause.parts)]
        if clause.otherwise is not None and own:
            zero = self.compiler.name("z")
            self.compiler.zeros[zero] = own[0].indicator
            ways.append(f"(?P<{zero}>{self.all(clause.otherwise)}){CHANGE}")
        if not clause.group:
            ways += [self.told(clause, number, own) for number in own]
        return f"(?:{'|'.join(ways)})?"

    def told(self, clause: Clause, number: Number, own: list[Number]) -> str:
        """The clause where the form has the clerk's own words for `number`."""
        name = self.compiler.name("s")
        self.compiler.sentences[name] = number.indicator
        opener = _opener(clause.parts[0])
        opener = opener if not opener[:1] or opener[0] == "其" else _separator(opener[0]) + opener[1:]
        some = f"(?:(?!、(?:{self.others}))[^，。；])*?"
        words = f"(?!{self.others})(?P<{name}>{some}{counted_pattern(number.indicator)}{some})"
        beside = [f"，{self.compiler.number(other)}" for other in own if other is not number]
        inside = [self.clause(part) for part in clause.parts if isinstance(part, Clause)]
        return "".join([opener, words, *beside, *inside])

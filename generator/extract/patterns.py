"""A template's markup as a pattern: what it prints with any set of values, and which value stands where."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.compose.words import beginnings, endings
from generator.extract.numbers import CHANGE, number_pattern, tail_pattern
from generator.extract.symbols import Choice, Gap, Introduced, Number, Symbol, Value, Word
from generator.records import record
from generator.regex import regex
from generator.schema.model import Indicator

_PIECES = regex("(\\[\\[|\\]\\]|\\(\\(|\\)\\)|\\|\\||[\U000f0000-\U0010ffff])")
SEPARATORS, SEPARATOR = regex("[，、；]+"), "[，、；。]?"
_CLOSED = "(?<=[。！？”…])"


@record
class Pattern:
    """A compiled pattern. figures: group of number and unit -> indicator (its tail is the group `t…`); zeros:
    group that says 0 -> indicator; values, slots: group -> what stands there; choices: group -> the choice's
    wordings and which one it is; sentences: group of the clerk's own words -> indicator."""

    regex: "re.Pattern[str]"
    figures: Mapping[str, Indicator]
    zeros: Mapping[str, Indicator]
    values: Mapping[str, Value]
    slots: Mapping[str, str]
    choices: Mapping[str, tuple[tuple[str, ...], int]]
    sentences: Mapping[str, Indicator]


@dataclass(slots=True)
class _Open:
    """A mark that is still open: how it closes, and the first figure of its own."""

    close: str
    first: Indicator | None = None


@dataclass(slots=True)
class Compiler:
    """What a pattern is made with, and what its groups stand for so far."""

    meanings: Mapping[str, Symbol]
    words: Mapping[str, str]
    figures: dict[str, Indicator] = field(default_factory=dict)
    zeros: dict[str, Indicator] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)
    slots: dict[str, str] = field(default_factory=dict)
    choices: dict[str, tuple[tuple[str, ...], int]] = field(default_factory=dict)
    sentences: dict[str, Indicator] = field(default_factory=dict)
    count: int = 0

    def pattern(self, expression: str) -> Pattern:
        """The pattern whose groups are those of this compiler."""
        made = regex(expression)
        return Pattern(made, self.figures, self.zeros, self.values, self.slots, self.choices, self.sentences)

    def name(self, kind: str) -> str:
        """A new group."""
        self.count += 1
        return f"{kind}{self.count}"

    def translate(self, markup: str) -> str:
        """`markup` as a regular expression."""
        out: list[str] = []
        stack = [_Open("")]
        clauses = "[[" in markup or "((" in markup
        for piece in _PIECES.split(markup):
            if piece in ("[[", "(("):
                stack.append(_Open(")?"))
                out.append("(?:")
            elif piece in ("]]", "))"):
                out.append(stack.pop().close)
            elif piece == "||":
                zero = self.name("z")
                if stack[-1].first is not None:
                    self.zeros[zero] = stack[-1].first
                out.append(f"|(?P<{zero}>")
                stack[-1].close = f"){CHANGE})?"
            elif piece in self.meanings:
                symbol = self.meanings[piece]
                if isinstance(symbol, Number) and stack[-1].first is None:
                    stack[-1].first = symbol.indicator
                out.append(self.symbol(symbol))
            elif clauses and SEPARATORS.fullmatch(piece):
                # A separator goes with the clause after it; a long sentence is divided there.
                out.append(SEPARATOR)
            elif piece:
                out.append(re.escape(piece))
        return "".join(out)

    def symbol(self, symbol: Symbol) -> str:
        """What one symbol may be printed as."""
        if isinstance(symbol, Number):
            return self.number(symbol)
        if isinstance(symbol, Word):
            said = self.words.get(symbol.slot)
            if symbol.opening:
                return f"(?:{re.escape(said)})?" if said else ""
            if said:
                return re.escape(said)
            self.slots[name := self.name("w")] = symbol.slot
            return f"(?P<{name}>[^。；]+?)"
        if isinstance(symbol, Choice):
            return self.choice(symbol)
        if isinstance(symbol, Value):
            self.values[name := self.name("v")] = symbol
            return f"(?P<{name}>.*?)"
        if isinstance(symbol, Introduced):
            return self.introduced(symbol)
        return f"【待补充：{re.escape(symbol.label)}】。?" if isinstance(symbol, Gap) else "(?P<rest>.*)"

    def number(self, symbol: Number) -> str:
        """A figure with its tail."""
        if symbol.change:
            return CHANGE
        name = self.name("f")
        self.figures[name] = symbol.indicator
        if symbol.bare:
            return rf"(?P<{name}>\d+(?:\.\d+)?)"
        return f"(?P<{name}>{number_pattern(symbol.indicator)})(?P<t{name}>{tail_pattern(symbol.indicator)})"

    def choice(self, symbol: Choice) -> str:
        """Any of the wordings."""
        ways = []
        for at, wording in enumerate(symbol.wordings):
            name = self.name("c")
            self.choices[name] = (symbol.wordings, at)
            ways.append(f"(?P<{name}>{self.translate(wording)})")
        return f"(?:{'|'.join(ways)})"

    def introduced(self, symbol: Introduced) -> str:
        """The value behind its lead, or by itself where its first or last words make that needless."""
        value = self.meanings[symbol.value]
        if not isinstance(value, Value):
            return ""
        lead = f"{self.translate(symbol.lead)}{self._group(value, '.+')}"
        begun, ended = ("|".join(map(re.escape, part(symbol.already))) for part in (beginnings, endings))
        ways = [lead, *([self._group(value, f"(?:{begun}).+")] if begun else [])]
        if ended:
            ways.append(self._group(value, f"[^。]+(?:{ended})。?"))
        return f"(?:(?:^|{_CLOSED})(?:{'|'.join(ways)}))?" if len(ways) > 1 else f"(?:{lead})?"

    def _group(self, value: Value, shape: str) -> str:
        name = self.name("v")
        self.values[name] = value
        return f"(?P<{name}>{shape})"


def compiled(markup: str, meanings: Mapping[str, Symbol], words: Mapping[str, str]) -> Pattern:
    """The pattern of `markup`. words: what the slots say, those that are not known may say anything."""
    compiler = Compiler(meanings, words)
    return compiler.pattern(compiler.translate(markup))

"""Templates rendered with symbols for values, so that what a template can print is read off the template itself.

A symbol is one private-use character, as a value's token is when a report is drafted (`compose.tokens`), and in
the same range, so that clause marks mean here what they mean there.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.compose import Template
from generator.compose.running import Exposed
from generator.compose.tokens import CLOSED, LIVE, NEUTRAL, NOTHING
from generator.records import record
from generator.schema.model import Indicator, Path, Section


@record
class Value:
    """What the form gives at `path`; several: of a list, shown as one."""

    path: Path
    several: bool = False


@record
class Word:
    """What a unit is called (全域, 上级党委), or a word that every report has (年度); opening: a lead word,
    which is not said twice running."""

    slot: str
    opening: bool = False


@record
class Choice:
    """One of several wordings, as the form's variant takes it."""

    wordings: tuple[str, ...]


@record
class Number:
    """A figure; bare: only its digits (`.值`); change: only the comparison with last year (`.同比`)."""

    indicator: Indicator
    bare: bool = False
    change: bool = False


@record
class Tick:
    """A measure's sentence, in one of its wordings."""

    label: str
    sentences: tuple[str, ...]


@record
class Rest:
    """Figures that no sentence of the template names: those of `point`, of anything where it is None."""

    point: str | None


@record
class Introduced:
    """`lead` before the words of the value, unless they begin with one of `already`."""

    lead: str
    value: str
    already: tuple[str, ...]


@record
class Gap:
    """A placeholder for a part that the form lacks."""

    label: str


Symbol: TypeAlias = Value | Word | Choice | Number | Tick | Rest | Introduced | Gap

_BASES = {Word: NEUTRAL, Choice: NEUTRAL, Gap: NEUTRAL, Tick: CLOSED, Rest: CLOSED}


@dataclass(slots=True)
class Symbols:
    """The symbols of one rendering, by their characters."""

    meanings: dict[str, Symbol] = field(default_factory=dict)

    def add(self, symbol: Symbol) -> str:
        """A new character that stands for `symbol`."""
        token = chr(_BASES.get(type(symbol), LIVE) + len(self.meanings))
        self.meanings[token] = symbol
        return token


class _Number(str, Exposed):
    """A figure in a template, see `compose.theme.FigureToken`."""

    symbols: Symbols
    indicator: Indicator

    def shown(self, name: str) -> str:
        """`数`, `值` or `同比` of it. Raises AttributeError for any other name."""
        if name not in ("数", "同比", "值"):
            raise AttributeError(name)
        return self.symbols.add(Number(self.indicator, name == "值", name == "同比"))


class _Numbers(Exposed):
    """`d` of a theme."""

    def __init__(self, symbols: Symbols, template: Template) -> None:
        self._symbols = symbols
        self._labels = template.labels

    def shown(self, label: str) -> str:
        """The figure of that label. Raises AttributeError where the dictionary has none."""
        indicator = self._labels.get(label)
        if indicator is None:
            raise AttributeError(label)
        number = _Number(self._symbols.add(Number(indicator)))
        number.symbols, number.indicator = self._symbols, indicator
        return number


class _Item(Exposed):
    """One item of a list of the form; its path has 0 for every position."""

    def __init__(self, symbols: Symbols, section: Section) -> None:
        self._symbols = symbols
        self._section = section

    def shown(self, label: str) -> object:
        """The field of that label. Raises AttributeError where the section has none."""
        for entry in self._section.fields:
            if entry.label == label:
                path = (self._section.id, 0, entry.id)
                if entry.kind == "data":
                    return self._symbols.add(Rest(None))
                token = self._symbols.add(Value(path, entry.many))
                return [token] if entry.many else token
        raise AttributeError(label)


def names(template: Template, symbols: Symbols, words: tuple[str, ...]) -> dict[str, object]:
    """Every name that a template may use (`compose.context`), as symbols; words: the slots of `words_for`."""
    add = symbols.add
    found: dict[str, object] = {word: add(Word(word)) for word in words}
    for word in ("年度", "次年", "简称", "全会", "标题", "主送", "成文日期"):
        found[word] = add(Word(word))
    found |= {
        "全年": add(Word("全年", opening=True)),
        "全域": add(Word("全域", opening=True)),
        "截至": "截至" + add(Word("截至")),
        "措辞": lambda *wordings: add(Choice(wordings)) if len(wordings) > 1 else wordings[0],
        "引出": lambda lead, value, *already: add(Introduced(lead, value, already)),
        "待补": lambda label: add(Gap(label)),
        "规划": lambda key: add(Word(key)),
        "次年规划": lambda key: add(Word(key)),
        "署名": [add(Value(("unit", "name"), several=True))],
        "文": lambda *path: add(Value(path)),
        "日": lambda *path: add(Value(path)),
        "列": lambda *path: [add(Value(path, several=True))],
        "部分": [],
        "各主题": [],
        "表": [],
        "分列": False,
        "条目式": "",
        "二级式": "",
    }
    for section in template.schema.sections:
        if section.shape == "items":
            found[section.label] = [_Item(symbols, section)]
        elif section.shape == "prose":
            found[section.label] = add(Value((section.id,)))
        elif section.shape == "theme":
            found[section.label] = theme(symbols, (section.id,))
    return found


def theme(symbols: Symbols, path: Path) -> dict[str, object]:
    """A theme as `sections/theme.md.j2` sees it; what the form says in its own words is left out."""
    offices = symbols.add(Value((*path, "offices"), several=True))
    return {"正文": NOTHING, "职务": offices, "待填": True, "其他数据": NOTHING, "补充": NOTHING, "要点": []}


def for_theme(template: Template, symbols: Symbols, found: dict[str, object]) -> dict[str, object]:
    """`found` with what only templates of themes name."""
    measure: Callable[..., str] = lambda label, *sentences: symbols.add(Tick(label, sentences))  # noqa: E731
    rest: Callable[..., str] = lambda point="": symbols.add(Rest(point))  # noqa: E731
    return found | {"d": _Numbers(symbols, template), "举措": measure, "其余": rest}

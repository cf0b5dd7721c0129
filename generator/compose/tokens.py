"""Values go through Jinja as opaque one-character tokens and become sourced words at the very end.

A token is a private-use character, refused in every input, so a value can neither make structure nor be
escaped twice; what it stands for lies in a `Table`. The character's range says what the clause resolver
needs to know without looking it up.
"""

from dataclasses import dataclass

from generator.document.nodes import Source, Text
from generator.errors import BrokenTemplate

LIVE = 0xF0000
"""An entered or derived value: a clause that holds one is printed."""
CLOSED = 0xF4000
"""An entered or ticked whole sentence, its full stop included."""
NEUTRAL = 0xF8000
"""A word that the report always has (年度, 全镇): neither keeps a clause alive nor kills it."""
MISSING = 0x100000
"""A value that the form lacks: kills its clause, or is printed as a placeholder."""

NOTHING = "\ue000"
"""What a name that has nothing to say renders as: its line is not a blank one, which would end a paragraph."""

_ROOM = 0x3FF0


@dataclass(slots=True)
class Cell:
    """What a token stands for.

    paragraphs: the words, one tuple per paragraph (only prose has several); zero: the figure is exactly
    0; lead: words that belong in front of its clause (五年来, 插甸镇); sentence: the clerk's own words that
    replace its clause (句); opening: a lead word (全年), dropped where the sentence before began with it.
    """

    paragraphs: tuple[tuple[Text, ...], ...]
    zero: bool = False
    lead: tuple[Text, ...] = ()
    sentence: Text | None = None
    opening: bool = False


class Table:
    """The cells of one draft; `add` gives the token that stands for a cell."""

    __slots__ = ("_cells", "_gaps", "_next")

    def __init__(self) -> None:
        self._cells: dict[str, Cell] = {}
        self._gaps: dict[str, tuple[str, str]] = {}
        self._next = {base: base for base in (LIVE, CLOSED, NEUTRAL, MISSING)}

    def add(self, base: int, cell: Cell) -> str:
        """A new token of the range `base` (one of this module's four)."""
        code = self._next[base]
        if code - base >= _ROOM:
            raise BrokenTemplate("模板引用的数值过多，无法成稿", "检查模板里的循环")
        self._next[base] = code + 1
        token = chr(code)
        self._cells[token] = cell
        return token

    def words(self, base: int, *texts: Text) -> str:
        """A new token for plain words."""
        return self.add(base, Cell((texts,)))

    def gap(self, label: str, path: str = "") -> str:
        """A new token for a value that is missing; few of them are ever printed, so the words come later."""
        code = self._next[MISSING]
        self._next[MISSING] = code + 1
        token = chr(code)
        self._gaps[token] = label, path
        return token

    def __getitem__(self, token: str) -> Cell:
        if token in self._gaps:
            return Cell(((gap(*self._gaps[token]),),))
        return self._cells[token]


def gap(label: str, path: str = "") -> Text:
    """The placeholder for a value that the form lacks."""
    return Text(f"【待补充：{label}】", Source("gap", path or label))

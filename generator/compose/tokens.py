"""Values go through templates as opaque one-character tokens and become sourced words at the very end.

A token is a private-use character, refused in every input, so a value can neither make structure nor be
escaped twice; what it stands for lies in a `Table`. The character's range says what is known about it before it is
looked up.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from generator.document.nodes import Source, Text
from generator.errors import BrokenTemplate
from generator.records import record

if TYPE_CHECKING:
    from generator.compose.blocks import Stretch
    from generator.compose.sentences import Parts

LIVE = 0xF0000
"""A value: a clause that holds one is printed unless the form lacks it (`Cell.missing`)."""
CLOSED = 0xF4000
"""An entered or ticked whole sentence, its full stop included."""
NEUTRAL = 0xF8000
"""A word that the report always has (年度, 全镇): neither keeps a clause alive nor kills it."""
BODY = 0xFC000
"""A whole theme."""
MISSING = 0x100000
"""A value that the form is known to lack: kills its clause, or is printed as a placeholder."""

NOTHING = "\ue000"
"""What a name that has nothing to say renders as: its line is not a blank one, which would end a paragraph."""

_ROOM = 0x3FF0


@record
class Cell:
    """What a token stands for.

    paragraphs: the words, one tuple per paragraph (only prose has several); missing: the form lacks the value, the
    words are a placeholder; zero: the figure is exactly 0; lead: words that belong in front of its clause (五年来,
    插甸镇); sentence: the clerk's own words that replace its clause (句); opening: a lead word (全年), dropped where
    the sentence before began with it; said: the sentences that it stands for instead of words; body: the blocks
    that it stands for, where it is a whole theme.
    """

    paragraphs: tuple[tuple[Text, ...], ...]
    missing: bool = False
    zero: bool = False
    lead: tuple[Text, ...] = ()
    sentence: Text | None = None
    opening: bool = False
    said: "tuple[Sentence, ...]" = ()
    body: "tuple[Stretch, ...]" = ()


Cells: TypeAlias = Mapping[str, Cell]
"""What tokens stand for; `get` may give None for what the form lacks, of which a placeholder is made when it is asked
for by its token."""

Sentence: TypeAlias = "tuple[Parts, Cells]"
"""A sentence and what its tokens stand for."""

WORDS: Cells = {}
"""For a sentence of words alone."""


class Table(dict[str, Cell]):
    """The cells of one draft; `add` gives the token that stands for a cell."""

    __slots__ = ("_next",)

    def __init__(self) -> None:
        self._next = {base: base for base in (LIVE, CLOSED, NEUTRAL, BODY, MISSING)}

    def add(self, base: int, cell: Cell) -> str:
        """A new token of the range `base` (one of this module's five)."""
        code = self._next[base]
        if code - base >= _ROOM:
            raise BrokenTemplate("模板引用的数值过多，无法成稿", "检查模板里的循环")
        self._next[base] = code + 1
        token = chr(code)
        self[token] = cell
        return token

    def words(self, base: int, *texts: Text) -> str:
        """A new token for plain words."""
        return self.add(base, Cell((texts,), missing=base == MISSING))

    def gap(self, label: str, path: str = "") -> str:
        """A new token for a value that is missing."""
        return self.words(MISSING, gap(label, path))


def gap(label: str, path: str = "") -> Text:
    """The placeholder for a value that the form lacks."""
    return Text(f"【待补充：{label}】", Source("gap", path or label))

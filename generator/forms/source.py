"""A form's bytes to a tree of nodes with places: YAML in which every scalar is text.

What is written as plainly as forms are is read by `generator.forms.block`; all else by the YAML parser
(`generator.forms.parser`), which is imported for that.
"""

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Fix, Severity
from generator.forms.block import read_block
from generator.forms.characters import clean, forbidden
from generator.forms.encoding import decode
from generator.forms.nodes import Node
from generator.places import Place

if TYPE_CHECKING:
    from generator.forms.slips import Mended

_SHOWN_CHARACTERS = 20


class Source:
    """text: what was decoded, which places count in; root: None when nothing could be read."""

    __slots__ = ("_mended", "diagnostics", "file", "root", "text")

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.root: Node | None = None
        self.diagnostics: list[Diagnostic] = []
        self._mended: Mended | None = None

    def place(self, node: Node) -> Place:
        """Where `node` stands in the text as the clerk wrote it."""
        if self._mended is None:
            return Place(self.file, node.line, node.column, node.start, node.end)
        return self.stretch(self._mended.original(node.start), self._mended.original(node.end))

    def stretch(self, start: int, end: int) -> Place:
        """The place between two offsets in the text."""
        line = self.text.count("\n", 0, start) + 1
        return Place(self.file, line, start - self.text.rfind("\n", 0, start), start, max(start, end))

    def words(self, node: Node) -> str:
        """The text of `node` as typed."""
        place = self.place(node)
        return self.text[place.start : place.end]

    def tell(
        self, code: str, node: Node, message: str, hint: str = "", severity: Severity = Severity.ERROR
    ) -> None:
        """Notes a finding about `node`."""
        self.diagnostics.append(Diagnostic(code, self.place(node), message, hint, severity))

    def use(self, mended: "Mended") -> None:
        """Counts places of nodes back through `mended`."""
        self._mended = mended if mended.slips else None


def opened(raw: bytes, file: str) -> Source:
    """The text of `raw`, or what there is to say about it."""
    text, notes = decode(raw, file)
    source = Source(file, text)
    source.diagnostics += notes
    return source


def load(
    raw: bytes, file: str, keys: frozenset[str] = frozenset(), item_keys: frozenset[str] = frozenset()
) -> Source:
    """Reads `raw`; every problem is in `diagnostics`. keys: words that may stand before a colon; item_keys:
    those that may stand between a dash and a colon."""
    source = opened(raw, file)
    text, notes = source.text, source.diagnostics
    if any(note.severity is Severity.ERROR for note in notes):
        return source
    plain = clean(text)
    if not plain:
        text = _without_forbidden(source)
        plain = clean(text)
    if plain and (root := read_block(text)) is not None:
        source.root = root
        return source
    from generator.forms.slips import mend

    mended = mend(text, keys, item_keys)
    source.use(mended)
    for slip in mended.slips:
        place = source.stretch(slip.start, slip.end)
        severity = Severity.ERROR if slip.error else Severity.WARNING
        fix = Fix(place, slip.text)
        source.diagnostics.append(Diagnostic(slip.code, place, slip.message, slip.hint, severity, fix))
    from generator.forms.parser import parse

    parse(mended.text, source)
    if source.root is None and not any(d.severity is Severity.ERROR for d in source.diagnostics):
        place = Place(file, 1, 1, 0, 0)
        hint = "用 gen form 写一份空表来填"
        source.diagnostics.append(Diagnostic("FRM012", place, "文件里没有内容", hint))
    return source


def _without_forbidden(source: Source) -> str:
    """The text with a blank for each forbidden character, all of them told."""
    text = source.text
    found = forbidden(text)
    if not found:
        return text
    for offset, name in found[:_SHOWN_CHARACTERS]:
        place = source.stretch(offset, offset + 1)
        code = f"U+{ord(text[offset]):04X}"
        lost = text[offset] == "\ufffd"
        hint = "从原稿重新录入这几个字" if lost else "删去这个字符（看不见时，连同前后的字重打）"
        source.diagnostics.append(
            Diagnostic("FRM008", place, f"这里有{name}（{code}）", hint, fix=Fix(place, ""))
        )
    if len(found) > _SHOWN_CHARACTERS:
        rest = len(found) - _SHOWN_CHARACTERS
        place = source.stretch(found[_SHOWN_CHARACTERS][0], found[_SHOWN_CHARACTERS][0] + 1)
        message = f"另有 {rest} 处同样的字符"
        source.diagnostics.append(Diagnostic("FRM008", place, message, "粘贴前先转成纯文本"))
    characters = list(text)
    for offset, _ in found:
        characters[offset] = " "
    return "".join(characters)

"""What is gathered while a form is read: values, their places, findings."""

from collections.abc import Iterable

from generator.diagnostics import Diagnostic, Fix, Severity
from generator.forms.index import Index
from generator.forms.nodes import Entries, Listing, Node, Scalar
from generator.forms.source import Source
from generator.forms.suggest import nearest
from generator.places import Place
from generator.schema.model import Path, Value

PLACEHOLDER = "【待补充"
_HOLLOW = frozenset(("", " ", "　", "\n", "\t", "~", PLACEHOLDER[0]))
"""What all that is blank begins with."""


class Sheet:
    """One form on its way to a `Profile`."""

    __slots__ = ("index", "keys", "places", "source", "tried", "values")

    def __init__(self, source: Source, index: Index) -> None:
        self.source = source
        self.index = index
        self.values: dict[Path, Value] = {}
        self.places: dict[Path, Place] = {}
        self.keys: dict[Path, Node] = {}
        """The key of a part, for what is missing in it."""
        self.tried: set[Path] = set()
        """Where something was entered, readable or not."""

    def put(self, path: Path, value: Value, node: Node) -> None:
        """Keeps a value and where it stands."""
        self.values[path] = value
        self.places[path] = self.source.place(node)

    def place_of(self, path: Path) -> Place | None:
        """Where the key of a part stands, None where the form has none."""
        key = self.keys.get(path)
        return None if key is None else self.source.place(key)

    def tell(
        self, code: str, node: Node, message: str, hint: str = "", severity: Severity = Severity.ERROR
    ) -> None:
        """Notes a finding about `node`."""
        self.source.tell(code, node, message, hint, severity)

    def unknown(self, code: str, key: Scalar, message: str, known: Iterable[str], hint: str) -> None:
        """Notes that `key` is not known, with the nearest words that are and a fix when one is near."""
        candidates = [word for word in known if not word.isascii()]
        near = nearest(key.words, candidates)
        place = self.source.place(key)
        fix = Fix(place, near[0]) if len(near) == 1 else None
        said = f"是不是“{'”“'.join(near)}”？" if near else hint
        self.source.diagnostics.append(Diagnostic(code, place, message, said, fix=fix))

    def entries(self, node: Node, label: str, example: str) -> Entries | None:
        """`node` as lines of `键: 值`; None when it is blank or, told, something else."""
        if type(node) is Entries:
            return node
        if not blank(node):
            found = f"“{shorten(node.words)}”" if type(node) is Scalar else "一列"
            message = f"“{label}”下面该是几行“键: 值”，这里是{found}"
            self.tell("FRM005", node, message, f"写成 {example}，键与值之间用半角冒号加空格")
        return None

    def items(self, node: Node, names: bool = False) -> list[Node]:
        """The items of a list; a single value is a list of one. Blank items are left out. names: no item is
        a sentence, so that a full-width comma between brackets parts two of them."""
        items = node.items if type(node) is Listing else [node]
        if names and type(node) is Listing and node.flow:
            items = [part for item in items for part in self._apart(item)]
        return [item for item in items if not blank(item)]

    def _apart(self, node: Node) -> list[Node]:
        """`甲，乙` as two items, told."""
        if type(node) is not Scalar or not node.plain or "，" not in node.words:
            return [node]
        parts: list[Node] = []
        start = node.start
        for piece in node.words.split("，"):
            words = piece.strip()
            at = start + piece.find(words)
            if words:
                column = node.column + at - node.start
                parts.append(Scalar(words, True, node.line, column, at, at + len(words)))
            start += len(piece) + 1
        if len(parts) > 1:
            message = f"方括号里用了全角逗号，已按 {len(parts)} 项读入"
            hint = "用半角逗号加空格分开；一项里确有逗号，给这一项加引号"
            self.tell("FRM021", node, message, hint, Severity.WARNING)
        return parts

    def words(self, node: Node, label: str, text: bool = False) -> str | None:
        """The words of a scalar; None, told, for anything else. text: a lone `甲: 乙` is a sentence with a
        colon in it."""
        if type(node) is Scalar:
            return node.words
        if text and type(node) is Entries and len(node.pairs) == 1:
            key, value = node.pairs[0]
            if type(value) is Scalar and value.words:
                joined = f"{key.words}：{value.words}"
                message = f"“{shorten(joined)}”里的半角冒号把它分成了两截，已当作一句读入"
                self.tell("FRM028", node, message, "文字里用全角冒号“：”", Severity.WARNING)
                return joined
        found = "一列" if type(node) is Listing else "几行“键: 值”"
        hint = "只写一个值；文字里有“: ”时给整个值加引号"
        self.tell("FRM005", node, f"“{label}”只要一个值，这里是{found}", hint)
        return None


def blank(node: Node) -> bool:
    """Whether nothing was entered."""
    if type(node) is Scalar:
        if node.words[:1] not in _HOLLOW:
            return False
        words = node.words.strip(" 　\n\t")
        return not words or (node.plain and words == "~") or words.startswith(PLACEHOLDER)
    if type(node) is Listing:
        return all(blank(item) for item in node.items)
    return type(node) is Entries and not node.pairs


def shorten(words: str, most: int = 20) -> str:
    """`words` on one line, cut to `most` characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[:most] + "…"

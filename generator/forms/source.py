"""A form's bytes to a tree of nodes with places: YAML in which every scalar is text.

What is written as plainly as forms are is read by `generator.forms.block`; all else by the YAML parser, whose events
are walked, not composed by it: composing recurses (a file of 50,000 brackets kills the process), drops repeated keys
and follows references.
"""

import re
from typing import TYPE_CHECKING, Any

import yaml

from generator.diagnostics import Diagnostic, Fix, Severity
from generator.forms.block import read_block
from generator.forms.characters import clean, forbidden
from generator.forms.encoding import decode
from generator.forms.nodes import Entries, Listing, Node, Scalar
from generator.places import Place

if TYPE_CHECKING:
    from generator.forms.slips import Mended

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]

DEEPEST = 50
_ATTEMPTS = 20
_SHOWN_CHARACTERS = 20
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…"


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


def load(
    raw: bytes, file: str, keys: frozenset[str] = frozenset(), item_keys: frozenset[str] = frozenset()
) -> Source:
    """Reads `raw`; every problem is in `diagnostics`. keys: words that may stand before a colon; item_keys:
    those that may stand between a dash and a colon."""
    text, notes = decode(raw, file)
    source = Source(file, text)
    source.diagnostics += notes
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
    text = mended.text
    told = len(source.diagnostics)
    for _ in range(_ATTEMPTS):
        try:
            source.root = _Builder(text, source).build()
            break
        except yaml.MarkedYAMLError as error:
            # What this attempt noticed, the next one notices again.
            del source.diagnostics[told:]
            text = _repair(error, text, source)
            told += 1
        except yaml.YAMLError as error:
            place = source.stretch(0, 0)
            source.diagnostics.append(
                Diagnostic("FRM001", place, f"读不成 YAML：{error}", "用记事本另存为 UTF-8 后再试")
            )
            break
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


def _repair(error: yaml.MarkedYAMLError, text: str, source: Source) -> str:
    """Tells `error` and blanks the lines it is in, so that the rest can be read."""
    from generator.forms.syntax import explain

    lines = text.split("\n")
    at = error.problem_mark or error.context_mark
    begun = error.context_mark
    broken = explain(
        str(error.problem or ""),
        str(error.context or ""),
        (at.line, at.column) if at else (0, 0),
        (begun.line, begun.column) if begun else None,
        lines,
    )
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    column = min(broken.column, len(lines[broken.line]))
    node = Scalar("", True, broken.line + 1, column + 1, starts[broken.line] + column, 0)
    node.end = starts[broken.line] + max(len(lines[broken.line].rstrip()), column)
    source.tell("FRM001", node, broken.message, broken.hint)
    first, last = broken.lines
    if not any(line.strip() for line in lines[first:last]):
        first, last = broken.line, len(lines)
    for number in range(first, last):
        lines[number] = " " * len(lines[number])
    return "\n".join(lines)


class _Builder:
    """One walk over the events of one parse."""

    def __init__(self, text: str, source: Source) -> None:
        self.text = text
        self.source = source
        self.get: Any = _Parser(text).get_event

    def build(self) -> Node | None:
        """The root of the first document. Raises yaml.YAMLError."""
        self.get()
        event = self.get()
        if type(event) is yaml.StreamEndEvent:
            return None
        root = self._document()
        event = self.get()
        if type(event) is yaml.DocumentStartEvent:
            node = _scalar("---", event)
            hint = "删去“---”；两个单位写成两个文件"
            self.source.tell("FRM014", node, "这里开始了第二份表单，一个文件只放一份", hint)
        return root if not (isinstance(root, Scalar) and root.plain and not root.words) else None

    def _document(self) -> Node | None:
        text, get = self.text, self.get
        stack: list[tuple[Listing | Entries | None, Node | None, set[str]]] = []
        inside: Listing | Entries | None = None
        key: Node | None = None
        seen: set[str] = set()
        root: Node | None = None
        while True:
            event = get()
            kind = type(event)
            node: Node
            if kind is yaml.ScalarEvent:
                begin, close = event.start_mark, event.end_mark
                style = event.style
                start, end = begin.index, close.index
                node = Scalar(event.value, not style, begin.line + 1, begin.column + 1, start, end)
                folded = begin.line != close.line
                if style or event.tag or event.anchor or folded or text[end : end + 2] == " #":
                    self._look(node, event, style, folded)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                if inside is None:
                    return root
                node = inside
                node.end = _end(node, event)
                inside, key, seen = stack.pop()
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if event.tag or event.anchor:
                    self._refuse_reference(event)
                if len(stack) >= DEEPEST:
                    message = f"嵌套超过 {DEEPEST} 层，读到这里为止"
                    self.source.tell("FRM009", _scalar("", event), message, _FLAT)
                    return root
                stack.append((inside, key, seen))
                begin = event.start_mark
                line, column, start = begin.line + 1, begin.column + 1, begin.index
                if kind is yaml.MappingStartEvent:
                    inside = Entries(line, column, start)
                    key, seen = None, set()
                else:
                    inside = Listing(bool(event.flow_style), line, column, start)
                if len(stack) == 1:
                    root = inside
                continue
            elif kind is yaml.AliasEvent:
                self._refuse_reference(event)
                node = _scalar("", event)
            else:
                return root
            if inside is None:
                root = node
            elif type(inside) is Listing:
                inside.items.append(node)
            elif key is None:
                key = node
            elif type(inside) is Entries:
                self._pair(inside, key, node, seen)
                key = None

    def _pair(self, inside: Entries, key: Node, node: Node, seen: set[str]) -> None:
        if type(key) is not Scalar:
            self.source.tell("FRM001", key, "键不能是一列或几行“键: 值”", "键只写一个词，如 年度:")
        elif key.words in seen:
            first = next(k for k, _ in inside.pairs if k.words == key.words)
            line = self.source.place(first).line
            message = f"“{key.words}”写了两次，第 {line} 行已有"
            self.source.tell("FRM003", key, message, "两处合成一处，只留一个键")
        else:
            seen.add(key.words)
            inside.pairs.append((key, node))

    def _look(self, node: Scalar, event: Any, style: str, folded: bool) -> None:
        """What is rare in a scalar: references, escapes, several lines, a comment stuck to it."""
        if event.anchor or event.tag:
            self._refuse_reference(event)
        if style == '"' and not clean(node.words):
            for _, name in forbidden(node.words)[:1]:
                self.source.tell("FRM008", node, f"引号里用转义写了{name}", "删去“\\”开头的转义")
                node.words = "".join(c for c in node.words if clean(c) or c in "\n\t\r")
        if folded and style != "|":
            node.words = re.sub(f"(?<=[{_HAN}]) +(?=[{_HAN}])", "", node.words)
        after = self.text[node.end : node.end + 3]
        if not style and after[:2] == " #" and after[2:].strip(" #"):
            rest = self.text[node.end + 1 :].split("\n", 1)[0].strip()
            shown = rest if len(rest) <= 20 else rest[:20] + "…"
            message = f"“{shown}”前面有空格加“#”，被当作说明，没有读入"
            hint = "要读入就给整个值加引号；确是说明，“#”后面空一格"
            self.source.tell("FRM025", node, message, hint, Severity.WARNING)

    def _refuse_reference(self, event: Any) -> None:
        name = "引用“*”" if type(event) is yaml.AliasEvent else "锚点“&”" if event.anchor else "标签“!”"
        hint = "内容照写一遍；如果是文字，给整个值加引号"
        self.source.tell("FRM013", _scalar("", event), f"表单不用 YAML 的{name}", hint)


_FLAT = "表单最多四五层，检查多余的括号或缩进"


def _scalar(words: str, event: Any) -> Scalar:
    begin = event.start_mark
    return Scalar(words, True, begin.line + 1, begin.column + 1, begin.index, event.end_mark.index)


def _end(node: Listing | Entries, event: Any) -> int:
    """Where a collection ends: in block style the event's own mark lies behind the blank lines after it."""
    if event.end_mark.index > event.start_mark.index:
        return int(event.end_mark.index)
    last: Node | None = None
    if type(node) is Listing:
        last = node.items[-1] if node.items else None
    elif type(node) is Entries and node.pairs:
        last = node.pairs[-1][1]
        if type(last) is Scalar and last.end < node.pairs[-1][0].end:
            last = node.pairs[-1][0]
    return last.end if last else int(event.end_mark.index)

"""What is not written plainly, read by the YAML parser.

Its events are walked, not composed by it: composing recurses (a file of 50,000 brackets kills the process), drops
repeated keys and follows references.
"""

import re
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Severity
from generator.forms.characters import clean, forbidden
from generator.forms.nodes import Entries, Listing, Node, Scalar
from generator.forms.source import Source

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]

DEEPEST = 50
_ATTEMPTS = 20
_TOO_DEEP = f"嵌套超过 {DEEPEST} 层，读到这里为止"
_FLAT = "表单最多四五层，检查多余的括号或缩进"
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…"
_FOLD = re.compile(f"(?<=[{_HAN}]) +(?=\\S)|(?<=\\S) +(?=[{_HAN}])")


def parse(text: str, source: Source) -> None:
    """Reads `text` into `source.root`; what is wrong is told there, the lines it is in blanked, and the rest read."""
    told = len(source.diagnostics)
    for _ in range(_ATTEMPTS):
        try:
            source.root = _Builder(text, source).build()
            break
        except yaml.MarkedYAMLError as error:
            # What this attempt noticed, the next one notices again.
            del source.diagnostics[told:]
            if "nesting depth" in str(error.problem):
                # libyaml from 0.2.6 on gives up before the first event.
                at = error.problem_mark.index if error.problem_mark else 0
                place = source.stretch(at, at)
                source.diagnostics.append(Diagnostic("FRM009", place, _TOO_DEEP, _FLAT))
                break
            text = _repair(error, text, source)
            told += 1
        except yaml.YAMLError as error:
            place = source.stretch(0, 0)
            source.diagnostics.append(
                Diagnostic("FRM001", place, f"读不成 YAML：{error}", "用记事本另存为 UTF-8 后再试")
            )
            break


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
                    self.source.tell("FRM009", _scalar("", event), _TOO_DEEP, _FLAT)
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
            node.words = _joined(node.words, self.text[node.start : node.end])
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


def _joined(words: str, written: str) -> str:
    """`words` without the spaces that YAML made of line breaks beside Chinese characters; those `written` stay."""
    return _FOLD.sub(lambda fold: fold[0] if words[fold.start() - 1 : fold.end() + 1] in written else "", words)


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

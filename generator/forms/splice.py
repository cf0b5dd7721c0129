"""Where lines of a form begin and end, and putting others between them: text in, text out."""

from generator.forms.nodes import Entries, Listing, Node, Scalar
from generator.records import record
from generator.report_lines import width


@record
class Owner:
    """What a value stands behind. start, end: of the key in the text, or of the dash; column: 0-based."""

    start: int
    end: int
    column: int


def key_owner(text: str, key: Scalar) -> Owner:
    """The owner that a key is; its end lies behind the colon."""
    return Owner(key.start, text.index(":", key.end) + 1, key.start - line_start(text, key.start))


def dash_owner(text: str, item: Node) -> Owner:
    """The owner that the dash of an item in block style is."""
    begin = line_start(text, item.start)
    bare = _blank(item) and text[item.start : item.start + 1] == "-"
    dash = item.start if bare else text.rfind("-", begin, item.start)
    return Owner(dash, dash + 1, dash - begin)


def line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def end_of(text: str, node: Node) -> int:
    """Where the last words of a value end; the mark of a YAML parser may lie behind blank lines and notes."""
    if type(node) is Entries and node.pairs:
        key, value = node.pairs[-1]
        return max(key.end, end_of(text, value)) if not _blank(value) else key.end
    if type(node) is Listing and node.items and not node.flow:
        last = node.items[-1]
        return max(node.start, end_of(text, last))
    if type(node) is Scalar and is_literal(text, node):
        return _literal_end(text, node.start)
    return node.end


def is_literal(text: str, node: Scalar) -> bool:
    return not node.plain and text[node.start : node.start + 1] in ("|", ">")


def _literal_end(text: str, start: int) -> int:
    """The end of the last line with words of a block that a | or > opens."""
    end = at = line_end(text, start)
    least = -1
    while at < len(text):
        begin, at = at + 1, line_end(text, at + 1)
        line = text[begin:at]
        indent = len(line) - len(line.lstrip(" "))
        if line.strip():
            least = indent if least < 0 else least
            if indent < least or indent == 0:
                break
            end = at
    return end


def behind(text: str, end: int, column: int) -> int:
    """The end of the last line that belongs to what ends at `end`: notes below it that stand deeper than `column`
    are its own."""
    at = line_end(text, end)
    while at < len(text):
        line = text[at + 1 : line_end(text, at + 1)]
        bare = line.lstrip(" ")
        if not bare.startswith("#") or len(line) - len(bare) <= column:
            break
        at += 1 + len(line)
    return at


def inserted(text: str, at: int, lines: list[str]) -> str:
    """`lines` below the line that ends at `at`."""
    return text[:at] + "".join(f"\n{line}" for line in lines) + text[at:]


def without_lines(text: str, first: int, last: int) -> str:
    """The text without the lines from that of offset `first` to that of `last`."""
    begin, end = line_start(text, first), line_end(text, last)
    return text[:begin] + text[end + 1 :] if end < len(text) else text[: max(0, begin - 1)] + text[end:]


def replaced(text: str, start: int, end: int, lines: list[str]) -> str:
    """The words from `start` to `end` replaced by `lines`, the first in their place, the others below their line. A
    note behind keeps its column if there is room."""
    close = line_end(text, end)
    tail = text[end:close]
    note = tail.lstrip(" ")
    first = lines[0]
    if note.startswith("#"):
        grown = width(first) - width(text[start:end].rpartition("\n")[2])
        tail = " " * max(2, len(tail) - len(note) - grown) + note
    head = text[:start] + first
    if not first and not tail.strip():
        head, tail = head.rstrip(" "), ""
    return head + tail + "".join(f"\n{line}" for line in lines[1:]) + text[close:]


def _blank(node: Node) -> bool:
    return type(node) is Scalar and node.plain and not node.words

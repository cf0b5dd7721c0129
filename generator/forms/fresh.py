"""Lines of a form for what it does not hold yet, in block style with the words of the schema."""

from generator.errors import UsageError
from generator.forms.nodes import Entries, Listing, Node, Scalar
from generator.forms.scalars import block, scalar
from generator.forms.shapes import Items, Keys, Leaf, Shape, Ticks
from generator.forms.splice import Owner, inserted, line_end, replaced
from generator.records import record
from generator.schema.model import Path


@record
class Laid:
    """A text in which something was laid out in lines, before the edit itself."""

    text: str


def value_lines(shape: Shape, path: Path, words: str, indent: int) -> list[str]:
    """What stands below an owner so that the value at `path` below it says `words`. indent: of the lines."""
    space = " " * max(indent, 0)
    if isinstance(shape, Keys):
        step = str(path[0])
        return _entry(shape.labels[step], shape.inner[step], path[1:], words, max(indent, 0))
    if isinstance(shape, Ticks):
        return [f"{space}- {scalar(str(path[0]))}" + (f": {scalar(words)}" if words else "")]
    if isinstance(shape, Items) and isinstance(path[0], int):
        below = path[1:]
        lines = value_lines(shape.of, below, words, indent + 2) if below else _said(words, indent + 2)
        return [f"{space}- {lines[0].lstrip(' ')}".rstrip(" "), *lines[1:]]
    assert isinstance(shape, Items)  # noqa: S101 - a leaf has no path
    return value_lines(shape.of, path, words, indent)


def _entry(label: str, shape: Shape, path: Path, words: str, indent: int) -> list[str]:
    start = f"{' ' * indent}{label}:"
    whole = isinstance(shape, Items) and isinstance(shape.of, Keys) and path == (shape.of.whole,) == ("value",)
    if isinstance(shape, Leaf) or whole:
        lines = _said(words, indent + 2)
        return [f"{start} {lines[0]}".rstrip(" "), *lines[1:]]
    return [start, *value_lines(shape, path, words, indent + 2)]


def _said(words: str, indent: int) -> list[str]:
    return block(words, indent) if words else [""]


def unflowed(text: str, node: Node, owner: Owner) -> Laid:
    """What stands in brackets in lines of its own, as the value of its owner. Raises UsageError where notes stand in
    between."""
    if "#" in text[node.start : node.end] and "\n" in text[node.start : node.end]:
        raise UsageError("这一处写在括号里，又带着说明，没有改动", "在原文里改这一处（网页：“更多”里的“看、改原文”）")
    lines = _lines(node, max(owner.column + 2, 0)) or [""]
    bare = replaced(text, node.start, node.end, [""])
    if text[owner.start : owner.end] == "-":
        return Laid(text[: owner.end] + f" {lines[0].lstrip(' ')}" + text[node.end : line_end(text, node.end)]
                    + "".join(f"\n{line}" for line in lines[1:]) + text[line_end(text, node.end) :])  # fmt: skip
    return Laid(inserted(bare, line_end(bare, owner.end), lines))


def _lines(node: Node, indent: int) -> list[str]:
    """A collection in block style; what it holds in brackets stays in them."""
    space = " " * indent
    if type(node) is Listing:
        return [f"{space}- {_flow(item)}" for item in node.items]
    assert type(node) is Entries  # noqa: S101 - a scalar has no brackets
    return [f"{space}{scalar(key.words)}: {_flow(value)}".rstrip(" ") for key, value in node.pairs]


def _flow(node: Node) -> str:
    if type(node) is Scalar:
        return scalar(node.words) if node.words else "" if node.plain else "''"
    if type(node) is Listing:
        return f"[{', '.join(_flow(item) for item in node.items)}]"
    assert type(node) is Entries  # noqa: S101
    return f"{{{', '.join(f'{scalar(key.words)}: {_flow(value)}' for key, value in node.pairs)}}}"

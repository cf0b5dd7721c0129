"""What stands in a form field by field, as it was typed: readable or not, filled or blank."""

from collections.abc import Iterator

from generator.forms.nodes import Entries, Listing, Node, Scalar
from generator.forms.shapes import Items, Keys, Leaf, Shape, Ticks
from generator.records import record
from generator.schema.model import Path


@record
class Typed:
    """words: of a value, "" if blank or ticked without words; node: where it stands."""

    words: str
    node: Node


def typed(root: Node | None, shape: Shape) -> dict[Path, Typed]:
    """Every value of a form by its address (see `generator.forms.shapes`); what no key of the shape leads to is left
    out."""
    return dict(_below(root, shape, ())) if root is not None else {}


def squeezed(words: str) -> str:
    """A key as it is looked up: without blanks."""
    return words.replace(" ", "").replace("　", "")


def _below(node: Node, shape: Shape, path: Path) -> Iterator[tuple[Path, Typed]]:
    if type(shape) is Leaf:
        words = _words(node, shape.joint)
        if words is not None:
            yield path, Typed(words, node)
    elif type(shape) is Ticks:
        yield from _ticks(node, shape, path)
    elif type(shape) is Items:
        if type(node) is Listing:
            for number, item in enumerate(node.items):
                yield from _below(item, shape.of, (*path, number))
        elif _figures(shape) or not _nothing(node):
            yield from _below(node, shape.of, path if _figures(shape) else (*path, 0))
    elif type(shape) is Keys:
        yield from _keys(node, shape, path)


def _keys(node: Node, shape: Keys, path: Path) -> Iterator[tuple[Path, Typed]]:
    if type(node) is Entries:
        for key, value in node.pairs:
            word = squeezed(key.words)
            id_ = shape.names.get(word)
            if id_ is not None and id_ in shape.inner:
                yield from _below(value, shape.inner[id_], (*path, id_))
            elif word in shape.pairs:
                yield from _pair(value, shape, word, path)
    elif type(node) is Scalar and shape.whole and (node.words or shape.whole == "value"):
        yield (*path, shape.whole), Typed(node.words, node)


def _pair(node: Node, shape: Keys, word: str, path: Path) -> Iterator[tuple[Path, Typed]]:
    parts = shape.pairs[word].parts
    first = next(iter(parts.values()))
    if type(node) is Entries and any(squeezed(key.words) in parts for key, _ in node.pairs):
        for key, value in node.pairs:
            part = parts.get(squeezed(key.words))
            if part is not None and part in shape.inner:
                yield from _below(value, shape.inner[part], (*path, part))
    elif first in shape.inner:
        yield from _below(node, shape.inner[first], (*path, first))


def _ticks(node: Node, shape: Ticks, path: Path) -> Iterator[tuple[Path, Typed]]:
    items = node.items if type(node) is Listing else [node]
    for item in items:
        if type(item) is Scalar:
            if (label := tick_label(item, shape)) is not None:
                yield (*path, label), Typed("", item)
        elif type(item) is Entries:
            for key, value in item.pairs:
                label = tick_label(key, shape)
                if label is not None and type(value) is Scalar:
                    yield (*path, label), Typed(value.words, value if value.words else key)


def tick_label(node: Scalar, shape: Ticks) -> str | None:
    """The label that these words tick."""
    name = node.words.strip().rstrip("。；，")
    if name in shape.labels:
        return name
    name = squeezed(name).strip("“”\"'")
    return name if name in shape.labels else None


def _words(node: Node, joint: str) -> str | None:
    if type(node) is Scalar:
        return "" if node.plain and node.words == "~" else node.words
    if type(node) is Listing and all(type(item) is Scalar for item in node.items):
        return joint.join(item.words for item in node.items if type(item) is Scalar)
    return None


def _figures(shape: Items) -> bool:
    """Whether a lone value stands for itself: a figure's address has no position unless there are several."""
    return type(shape.of) is Keys and shape.of.whole == "value"


def _nothing(node: Node) -> bool:
    return type(node) is Scalar and not node.words and node.plain

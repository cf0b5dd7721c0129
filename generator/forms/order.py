"""Items of a list in a form's text moved or taken out, a figure made a list of one; answers that count items follow.

Law: the form reads as before but for the order; what cannot be spliced so is refused, as in `generator.forms.edit`.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.errors import UsageError
from generator.forms.edit import edited, legible
from generator.forms.fresh import Laid, unflowed
from generator.forms.index import Index
from generator.forms.nodes import Entries, Listing, Node, Scalar
from generator.forms.shapes import Items, Keys, Shape, shape_of
from generator.forms.splice import (
    Owner,
    behind,
    dash_owner,
    end_of,
    is_literal,
    key_owner,
    line_end,
    line_start,
    without_lines,
)
from generator.forms.typed import Typed, squeezed, typed
from generator.schema.kinds import positions
from generator.schema.kinds.problem import Problem
from generator.schema.model import Path

_BY_HAND = "在原文里改这一处（网页：“更多”里的“看、改原文”）"
_TOP = Owner(0, 0, -2)


def moved(text: str, index: Index, path: Path, to: int) -> str:
    """The text of a form with the item at an address at another position of its list, its notes with it.

    path: ends in the item's position; to: its new one, both from 0 and as written, blank items counted. Raises
    UsageError where there is no such item, or its list is not written an item a line.
    """
    text, before = _read(text, index)
    *head, at = path
    count = _count(before, tuple(head))
    if not isinstance(at, int) or not (0 <= at < count and 0 <= to < count):
        raise UsageError("没有这一条，或者不能再移了", "刷新页面再试")
    order = list(range(count))
    order.insert(to, order.pop(at))
    result = text
    while at != to:
        step = at + (1 if to > at else -1)
        result = _swapped(result, index, tuple(head), min(at, step))
        at = step
    return _renumbered(_held(result, index, before, tuple(head), order), index, before, path, order)


def without(text: str, index: Index, path: Path) -> str:
    """The text without the item at an address; answers that counted it lose it. Raises UsageError as `edited`."""
    text, before = _read(text, index)
    *head, at = path
    order = [number for number in range(_count(before, tuple(head))) if number != at]
    return _renumbered(edited(text, index, path, None), index, before, path, order)


def dropped(text: str, index: Index, path: Path) -> str:
    """The text without the figure at an address (`…/data/<indicator>`), its key and all that stands below it; as it is
    where there is none. Raises UsageError where it does not stand in lines of its own."""
    text, before = _read(text, index)
    depth = len(path)
    if not any(at[:depth] == path for at in before):
        return text
    found = _found(text, index, path)
    if isinstance(found, Laid):
        return dropped(found.text, index, path)
    node, owner = found
    blank = type(node) is Scalar and not node.words
    result = without_lines(text, owner.start, owner.end if blank else max(owner.end, end_of(text, node)))
    expected = {at: words for at, words in _words(before).items() if at[:depth] != path}
    if text[line_start(text, owner.start) : owner.start].strip() or _words(_read(result, index)[1]) != expected:
        raise UsageError("这一项在表单里的写法特殊，没有改动", _BY_HAND)
    return result


def listed(text: str, index: Index, path: Path) -> str:
    """The text with the figure at an address (`…/data/<indicator>`) as a list of one, if it is not a list.

    Raises UsageError where it is not written in lines.
    """
    text, before = _read(text, index)
    if not any(at[: len(path)] == path for at in before) or (*path, 0) in {at[: len(path) + 1] for at in before}:
        return text
    found = _found(text, index, path)
    if isinstance(found, Laid):
        return listed(found.text, index, path)
    node, owner = found
    space = " " * (owner.column + 2)
    braced = type(node) is Entries and text[node.start : node.start + 1] == "{"
    plain = type(node) is Scalar and not is_literal(text, node)
    if (plain or braced) and "\n" not in text[node.start : node.end]:
        close = line_end(text, node.end)
        words, note = text[node.start : node.end], text[node.end : close].strip()
        head = text[: owner.end] + (f"  {note}" if note else "")
        result = f"{head}\n{space}- {words}{text[close:]}"
    elif type(node) is Entries and not braced:
        first, last = line_start(text, node.start), behind(text, end_of(text, node), owner.column)
        lines = [f"  {line}" if line.strip() else line for line in text[first:last].split("\n")]
        lines[0] = f"{lines[0][: node.start - first]}- {lines[0][node.start - first + 2 :]}"
        result = text[:first] + "\n".join(lines) + text[last:]
    else:
        raise UsageError("这一项在表单里的写法特殊，没有改动", _BY_HAND)
    _, after = _read(result, index)
    depth = len(path)
    expected = {(*path, 0, *at[depth:]) if at[:depth] == path else at: words for at, words in _words(before).items()}
    if _words(after) != expected:
        raise UsageError("这一项在表单里的写法特殊，没有改动", _BY_HAND)
    return result


def _read(text: str, index: Index) -> tuple[str, dict[Path, Typed]]:
    text, root = legible(text, index)
    return text, typed(root, shape_of(index))


def _words(found: Mapping[Path, Typed]) -> dict[Path, str]:
    return {at: held.words for at, held in found.items() if held.words or at[-2:-1] == ("ticks",)}


def _count(found: Mapping[Path, Typed], head: Path) -> int:
    depth = len(head)
    steps = (at[depth] for at in found if len(at) > depth and at[:depth] == head)
    return max((step for step in steps if isinstance(step, int)), default=-1) + 1


def _found(text: str, index: Index, path: Path) -> tuple[Node, Owner] | Laid:
    """What stands at an address and what it stands behind; the text laid out in lines where brackets are on the way."""
    _, root = legible(text, index)
    node: Node | None = root
    shape: Shape = shape_of(index)
    owner = _TOP
    for step in path:
        if isinstance(shape, Items) and isinstance(step, str):
            # A figure that stands alone.
            shape = shape.of
        if type(node) is Entries and isinstance(shape, Keys):
            if node.start < len(text) and text[node.start] == "{":
                return unflowed(text, node, owner)
            key, node = next(
                ((k, value) for k, value in node.pairs if shape.names.get(squeezed(k.words)) == step), (None, None)
            )
            if key is None:
                break
            shape, owner = shape.inner[str(step)], key_owner(text, key)
        elif type(node) is Listing and isinstance(shape, Items) and isinstance(step, int) and step < len(node.items):
            if node.flow:
                return unflowed(text, node, owner)
            item = node.items[step]
            node, shape, owner = item, shape.of, dash_owner(text, item)
        else:
            node = None
            break
    if node is None:
        raise UsageError("这一处在表单里的写法特殊，没有改动", _BY_HAND)
    return node, owner


def _swapped(text: str, index: Index, head: Path, first: int) -> str:
    """The items at `first` and behind it in each other's place."""
    found = _found(text, index, head)
    if isinstance(found, Laid):
        return _swapped(found.text, index, head, first)
    node, owner = found
    if type(node) is not Listing or first + 1 >= len(node.items):
        raise UsageError("这一列在表单里的写法特殊，没有改动", _BY_HAND)
    if node.flow:
        return _swapped(unflowed(text, node, owner).text, index, head, first)
    (start, end), (begin, close) = (_lines(text, node.items[first + more]) for more in (0, 1))
    return text[:start] + text[begin:close] + text[end:begin] + text[start:end] + text[close:]


def _lines(text: str, item: Node) -> tuple[int, int]:
    """Where the lines of an item begin and end."""
    place = dash_owner(text, item)
    start = line_start(text, place.start)
    if text[start : place.start].strip():
        raise UsageError("这一列在表单里的写法特殊，没有改动", _BY_HAND)
    return start, behind(text, max(place.end, end_of(text, item)), place.column)


def _held(text: str, index: Index, before: Mapping[Path, Typed], head: Path, order: Sequence[int]) -> str:
    """The text, if it reads as before but for the order of a list."""
    depth = len(head)
    expected = {}
    for at, words in _words(before).items():
        step = at[depth] if at[:depth] == head and len(at) > depth else None
        expected[(*head, order.index(step), *at[depth + 1 :]) if isinstance(step, int) else at] = words
    if _words(_read(text, index)[1]) != expected:
        raise UsageError("这一列在表单里的写法特殊，没有改动", _BY_HAND)
    return text


def _renumbered(text: str, index: Index, before: Mapping[Path, Typed], path: Path, order: Sequence[int]) -> str:
    """The text with every answer to items of this list counting anew; order: old positions in the new order."""
    if len(path) != 2 or not _counted(index, str(path[0])):
        return text
    filled = [n for n in range(_count(before, path[:1])) if any(at[:2] == (path[0], n) for at in _words(before))]
    stay = [number for number in order if number in filled]
    now = {old: stay.index(number) + 1 for old, number in enumerate(filled, 1) if number in stay}
    if all(old == new for old, new in now.items()) and len(now) == len(filled):
        return text
    for at, said in _answers(index, _read(text, index)[1]):
        counted = positions.parse(said)
        if not isinstance(counted, Problem):
            kept = sorted(now[old] for old in counted if old in now) + [old for old in counted if old > len(filled)]
            text = edited(text, index, at, positions.show(tuple(kept)))
    return text


def _counted(index: Index, section: str) -> bool:
    """Whether answers of the form count the items of that section."""
    return any(s.id == section and s.role == "problems" for s in index.schema.sections)


def _answers(index: Index, found: Mapping[Path, Typed]) -> Iterator[tuple[Path, str]]:
    for section in index.schema.sections:
        names = {f.id for f in section.fields if f.kind == "positions"}
        for at, held in found.items():
            if at[0] == section.id and at[-1] in names and held.words:
                yield at, held.words

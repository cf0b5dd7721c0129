"""One field of a form changed in its text: every other line, every note and the order of all stay as they are.

Law: reading the edited text gives the old values with that one changed; `edited` holds itself to it and refuses
what it cannot splice.
"""

import re

from generator.diagnostics import Severity
from generator.errors import UsageError
from generator.forms.characters import forbidden
from generator.forms.fresh import Laid, unflowed, value_lines
from generator.forms.index import Index
from generator.forms.nodes import Entries, Listing, Node, Scalar
from generator.forms.scalars import block, scalar
from generator.forms.shapes import Items, Keys, Leaf, Shape, Ticks, shape_of
from generator.forms.slips import mend
from generator.forms.source import load
from generator.forms.splice import (
    Owner,
    behind,
    dash_owner,
    end_of,
    inserted,
    is_literal,
    key_owner,
    line_end,
    line_start,
    replaced,
    without_lines,
)
from generator.forms.typed import squeezed, tick_label, typed
from generator.schema.model import Path

_UNREAD = ("FRM001", "FRM003", "FRM009", "FRM010", "FRM011", "FRM013", "FRM014")
_BY_HAND = "在原文里改这一处（网页：“更多”里的“看、改原文”）"
_TOP = Owner(0, 0, -2)


def edited(text: str, index: Index, path: Path, words: str | None) -> str:
    """The text of a form with the value at an address (see `generator.forms.shapes`) changed.

    words: as the clerk types them, "" leaves the key without a value; None takes an item out of its list, or a tick
    back. text: with line feeds alone. Slips that a reader of forms mends are mended first.
    Raises UsageError where the form cannot be read or this place of it is written in a way that cannot be spliced.
    """
    text, root = legible(text, index)
    shape = shape_of(index)
    if not leads(shape, path):
        raise UsageError(f"表单里没有“{'/'.join(map(str, path))[:60]}”这一栏", "刷新页面再试")
    before = {at: found.words for at, found in typed(root, shape).items()}
    said = None if words is None else cleaned(words)
    if said == before.get(path, "" if path[-2:-1] != ("ticks",) else None):
        return text
    if type(root) is Entries and not root.pairs:
        text, root = text[: root.start] + text[root.end :].lstrip("\n"), None
    if root is None:
        ready = text if not text or text.endswith("\n") else text + "\n"
        result = ready + "\n".join(value_lines(shape, path, said or "", 0)) + "\n"
    else:
        result = _spliced(text, root, index, path, said)
    _, after = legible(result, index)
    now = {at: found.words for at, found in typed(after, shape).items()}
    if _filled(now) != _filled(_expected(before, path, said)):
        raise UsageError("这一处在表单里的写法特殊，没有改动", _BY_HAND)
    return result


def leads(shape: Shape, path: Path) -> bool:
    """Whether an address names a value that forms of this shape may hold."""
    if isinstance(shape, Leaf) or not path:
        return isinstance(shape, Leaf) and not path
    step, rest = path[0], path[1:]
    if isinstance(shape, Ticks):
        return step in shape.labels and not rest
    if isinstance(shape, Keys):
        return step in shape.inner and leads(shape.inner[str(step)], rest)
    if isinstance(step, int):
        # An item as a whole is addressed to take it out.
        return step >= 0 and (not rest or leads(shape.of, rest))
    return isinstance(shape.of, Keys) and shape.of.whole == "value" and leads(shape.of, path)


def legible(text: str, index: Index) -> tuple[str, Node | None]:
    """The text as it was understood, and its root. Raises UsageError where parts of it cannot be read."""
    source = load(text.encode(), "", index.keys, index.item_keys)
    for found in source.diagnostics:
        if found.severity is Severity.ERROR and found.code in _UNREAD:
            line = f"第 {found.place.line} 行：" if found.place else ""
            raise UsageError(f"{line}{found.message}", found.hint)
    if not source.diagnostics:
        return source.text, source.root
    mended = mend(source.text, index.keys, index.item_keys).text
    if mended == source.text:
        return mended, source.root
    return mended, load(mended.encode(), "", index.keys, index.item_keys).root


def cleaned(words: str) -> str:
    """Words without what a form may not hold (invisible characters), and without blanks around them."""
    plain = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    stray = {offset for offset, _ in forbidden(plain)}
    kept = "".join(sign for offset, sign in enumerate(plain) if offset not in stray) if stray else plain
    return "\n".join(line.rstrip(" ") for line in kept.split("\n")).strip("\n ")


def _filled(found: dict[Path, str]) -> dict[Path, str]:
    return {path: words for path, words in found.items() if words or path[-2:-1] == ("ticks",)}


def _expected(before: dict[Path, str], path: Path, words: str | None) -> dict[Path, str]:
    if words is not None:
        return {**before, path: words}
    if not isinstance(path[-1], int):
        return {at: held for at, held in before.items() if at != path}
    depth, gone = len(path) - 1, path[-1]
    found = {}
    for at, held in before.items():
        step = at[depth] if at[:depth] == path[:depth] and len(at) > depth else None
        if not isinstance(step, int) or step < gone:
            found[at] = held
        elif step > gone:
            found[*at[:depth], step - 1, *at[depth + 1 :]] = held
    return found


def _spliced(text: str, root: Node, index: Index, path: Path, words: str | None) -> str:
    """The edit, after what stands in brackets on the way was laid out in lines."""
    node: Node | None = root
    while node is not None:
        result = _put(text, node, shape_of(index), path, words, _TOP)
        if isinstance(result, str):
            return result
        text, node = legible(result.text, index)
    raise UsageError("这一处在表单里的写法特殊，没有改动", _BY_HAND)


def _put(text: str, node: Node, shape: Shape, path: Path, words: str | None, owner: Owner) -> str | Laid:
    if isinstance(shape, Leaf):
        return _leaf(text, node, words or "", owner)
    if isinstance(shape, Ticks):
        return _tick(text, node, shape, str(path[0]), words, owner)
    if isinstance(shape, Items):
        return _item(text, node, shape, path, words, owner)
    return _key(text, node, shape, path, words, owner)


def _key(text: str, node: Node, shape: Keys, path: Path, words: str | None, owner: Owner) -> str | Laid:
    step = str(path[0])
    if type(node) is Entries:
        for key, value in node.pairs:
            if shape.names.get(squeezed(key.words)) == step:
                result = _put(text, value, shape.inner[step], path[1:], words, key_owner(text, key))
                # Lines have no room within braces: these are laid out first.
                flow = isinstance(result, Laid) and text[node.start : node.start + 1] == "{"
                return unflowed(text, node, owner) if flow else result
        for key, value in node.pairs:
            pair = shape.pairs.get(squeezed(key.words))
            part = next((word for word, id_ in pair.parts.items() if id_ == step), "") if pair else ""
            if pair and part:
                own = Keys(pair.parts, {id_: word for word, id_ in pair.parts.items()}, shape.inner)
                if type(value) is Entries and any(squeezed(k.words) in pair.parts for k, _ in value.pairs):
                    return _key(text, value, own, path, words, key_owner(text, key))
                if next(iter(pair.parts)) == part:
                    return _put(text, value, shape.inner[step], path[1:], words, key_owner(text, key))
        if text[node.start : node.start + 1] == "{":
            return unflowed(text, node, owner)
        return _new_key(text, node, shape, path, words or "")
    if _nothing(node) and path != ("value",):
        return _below(text, owner, value_lines(shape, path, words or "", owner.column + 2))
    if type(node) is Scalar and shape.whole:
        if path == (shape.whole,):
            return _leaf(text, node, words or "", owner)
        if not is_literal(text, node) and "\n" not in text[node.start : node.end]:
            first = f"{shape.labels[shape.whole]}: {text[node.start : node.end]}"
            bare = replaced(text, node.start, node.end, [""])
            more = value_lines(shape, path, words or "", owner.column + 2)
            return _below(bare, owner, [f"{' ' * (owner.column + 2)}{first}", *more])
    raise UsageError("这一处不是几行“键: 值”，没有改动", _BY_HAND)


def _new_key(text: str, node: Entries, shape: Keys, path: Path, words: str) -> str:
    """A key behind the last one that comes before it in the order of the shape."""
    order = list(shape.labels)
    rank = order.index(str(path[0]))
    ranks = [order.index(id_) if (id_ := shape.names.get(squeezed(k.words))) in order else -1 for k, _ in node.pairs]
    earlier = [(place, at) for at, place in enumerate(ranks) if 0 <= place < rank]
    column = node.pairs[0][0].start - line_start(text, node.pairs[0][0].start)
    lines = value_lines(shape, path, words, column)
    if not earlier:
        at = node.pairs[0][0].start
        return text[:at] + "\n".join(lines)[column:] + "\n" + " " * column + text[at:]
    key, value = node.pairs[max(earlier)[1]]
    end = max(key.end, end_of(text, value)) if not _nothing(value) else key.end
    return inserted(text, behind(text, end, column), lines)


def _item(text: str, node: Node, shape: Items, path: Path, words: str | None, owner: Owner) -> str | Laid:
    of, step = shape.of, path[0]
    if not isinstance(step, int):
        return _put(text, node, of, path, words, owner)
    if type(node) is Listing and node.flow and (len(path) > 1 or words is None or step >= len(node.items)):
        return unflowed(text, node, owner)
    if type(node) is Listing and step < len(node.items):
        item = node.items[step]
        place = owner if node.flow else dash_owner(text, item)
        if len(path) == 1 and words is None:
            return without_lines(text, place.start, max(place.end, end_of(text, item)))
        return _put(text, item, of, path[1:], words, place)
    if type(node) is Listing and step == len(node.items):
        place = dash_owner(text, node.items[-1])
        end = behind(text, max(place.end, end_of(text, node.items[-1])), place.column)
        return inserted(text, end, value_lines(shape, path, words or "", place.column))
    if _nothing(node) and step == 0:
        return _below(text, owner, value_lines(shape, path, words or "", owner.column + 2))
    if step == 0 and words is None and type(node) is Scalar:
        return _leaf(text, node, "", owner)
    if step == 0 and words is None and len(path) == 1:
        if text[node.start : node.start + 1] == "{":
            return replaced(text, node.start, node.end, [""])
        return without_lines(text, node.start, end_of(text, node))
    if step == 0:
        return _put(text, node, of, path[1:], words, owner)
    if type(node) is Scalar and step == 1 and not is_literal(text, node) and "\n" not in text[node.start : node.end]:
        space = " " * (owner.column + 2)
        bare = replaced(text, node.start, node.end, [""])
        lines = [f"{space}- {text[node.start : node.end]}", *value_lines(shape, path, words or "", len(space))]
        return _below(bare, owner, lines)
    raise UsageError("这一列在表单里的写法特殊，没有改动", _BY_HAND)


def _leaf(text: str, node: Node, words: str, owner: Owner) -> str:
    """A value replaced by words."""
    lines = block(words, owner.column + 2) if words else [""]
    if type(node) is Listing and not node.flow:
        bare = text
        for item in reversed(node.items):
            place = dash_owner(bare, item)
            bare = without_lines(bare, place.start, max(place.end, end_of(bare, item)))
        return _behind_owner(bare, owner, lines) if words else bare
    if _nothing(node):
        return _behind_owner(text, owner, lines) if words else text
    inside = text[owner.end : node.start].strip(" ") if owner is not _TOP else ""
    if inside or _within_brackets(text, node, owner):
        nothing = "" if text[owner.end - 1 : owner.end] == ":" else "''"
        return text[: node.start] + (scalar(words) if words else nothing) + text[node.end :]
    if type(node) is Scalar and is_literal(text, node):
        header = line_end(text, node.start)
        end = end_of(text, node)
        sign = re.match(r"[|>][-+0-9]*", text[node.start :])
        bare = text[:header] + text[end:]
        return replaced(bare, node.start, node.start + len(sign[0] if sign else "|"), lines)
    return replaced(text, node.start, node.end, lines)


def _within_brackets(text: str, node: Node, owner: Owner) -> bool:
    """Whether the key or the dash before a value stands in brackets itself."""
    head = text[line_start(text, owner.start) : owner.start].strip(" -") if owner is not _TOP else ""
    return bool(head)


def _behind_owner(text: str, owner: Owner, lines: list[str]) -> str:
    room = re.match(" +(?=[,}])", text[owner.end :])
    return replaced(text, owner.end, owner.end + (room.end() if room else 0), [f" {lines[0]}", *lines[1:]])


def _below(text: str, owner: Owner, lines: list[str]) -> str:
    """Lines as the value of an owner that has none."""
    if owner is not _TOP and text[owner.start : owner.end] == "-":
        return _behind_owner(text, owner, [lines[0].lstrip(" "), *lines[1:]])
    return inserted(text, line_end(text, owner.end), lines)


def _tick(text: str, node: Node, shape: Ticks, label: str, words: str | None, owner: Owner) -> str | Laid:
    if type(node) is Listing and node.flow:
        return unflowed(text, node, owner)
    items = node.items if type(node) is Listing else []
    for item in items:
        if type(item) is Scalar and tick_label(item, shape) == label:
            place = dash_owner(text, item)
            if words is None:
                return text[: place.start] + "#" + text[place.start :]
            name = text[item.start : item.end]
            return replaced(text, item.start, item.end, [f"{name}: {scalar(words)}" if words else name])
        if type(item) is Entries:
            for key, value in item.pairs:
                if tick_label(key, shape) == label:
                    return _worded(text, item, key, value, words)
    if not items and not _nothing(node):
        return Laid(_below(replaced(text, node.start, node.end, [""]), owner, [_lone(text, node, owner)]))
    column = dash_owner(text, items[0]).column if items else owner.column + 2
    said = f"- {scalar(label)}" + (f": {scalar(words)}" if words else "")
    close = behind(text, max(owner.end, end_of(text, node) if items else 0), owner.column)
    noted = re.compile(rf"^ *# ?- *{re.escape(label)}(?: *:[^#\n]*?)?( *(?: #[^\n]*)?)$", re.M)
    for found in noted.finditer(text, line_end(text, owner.end), close):
        if not any(_inside(found.start(), item, text) for item in items):
            line = replaced(f"{' ' * column}{said}{found[1]}", column, column, [""])
            return text[: found.start()] + line + text[found.end() :]
    if not items:
        return _below(text, owner, [f"{' ' * column}{said}"])
    order = list(shape.labels)
    earlier = set(order[: order.index(label)])
    before = [item for item in items if _first_label(item, shape) in earlier]
    if not before:
        place = dash_owner(text, items[0])
        return text[: place.start] + said + "\n" + " " * column + text[place.start :]
    return inserted(text, line_end(text, end_of(text, before[-1])), [f"{' ' * column}{said}"])


def _lone(text: str, node: Node, owner: Owner) -> str:
    return f"{' ' * (owner.column + 2)}- {text[node.start : node.end]}"


def _inside(at: int, item: Node, text: str) -> bool:
    return line_start(text, item.start) <= at <= end_of(text, item)


def _first_label(item: Node, shape: Ticks) -> str | None:
    key = item.pairs[0][0] if type(item) is Entries and item.pairs else item
    return tick_label(key, shape) if type(key) is Scalar else None


def _worded(text: str, item: Entries, key: Scalar, value: Node, words: str | None) -> str:
    """A tick that has words: others, none, or taken back."""
    place = dash_owner(text, item)
    if words is None:
        if "\n" in text[place.start : end_of(text, item)] or len(item.pairs) > 1:
            return without_lines(text, key.start, end_of(text, value))
        return text[: place.start] + "#" + text[place.start :]
    if not words:
        start = place.start if len(item.pairs) == 1 else key.start
        end = end_of(text, value) if not _nothing(value) else key_owner(text, key).end
        return replaced(text, start, end, [text[start : key.end]])
    return _leaf(text, value, words, key_owner(text, key))


def _nothing(node: Node) -> bool:
    return type(node) is Scalar and node.plain and node.words in ("", "~") and node.end - node.start <= 1

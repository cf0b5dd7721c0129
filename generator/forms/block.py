"""The plain part of YAML that forms are written in, read line by line: `key: value`, `key:`, `- value`, `- key: value`,
`[1, 3]`, `{本年: 4, 上年: 3}`, blank lines and notes.

Nine forms in ten hold nothing else, and a program that knows only that reads them in half the time that YAML takes.
Whatever else a form holds, or holds wrongly, is left to the YAML parser: where this reader has an answer, it is the
same to the last place, and `generator.forms.slips` would find nothing to mend.
"""

import re
from functools import lru_cache

from generator.forms.nodes import Entries, Listing, Node, Scalar

_DEEPEST = 40


@lru_cache(maxsize=1)
def _lines() -> re.Pattern[str]:
    """Groups of a line with a key: indent, dash, key, value; of an item without: indent, dash, value; of one that is
    neither, nor blank, nor a note: the whole line."""
    first = r"[^\s\-－–—﹣•·?:：,，\[\]{}#&*!|>%@`\"']"
    key = rf"{first}[^\s:：#]{{0,100}}+"
    plain = rf"{first}[^:#\n]*+(?::(?=\S)[^:#\n]*+)*+"
    item = rf"{first}[^:：#\n]*+"
    word = rf"{first}[^\s:：#,，\[\]{{}}\"']*+"
    flow = rf"\[{word}(?:, {word})*+\]|\{{{word}: {word}(?:, {word}: {word})*+\}}"
    # "#" with a blank before and none behind may be meant as words: that is told elsewhere.
    note = r"(?: *+(?<= )#[ #][^\n]*+| *+)"
    pair, listed = rf"( *+)(- ++)?+({key}):(?: ++({plain}|{flow}))?+{note}", rf"( *+)(- ++)({item}){note}"
    return re.compile(rf"(?:{pair}|{listed}| *+(?:#[^\n]*+)?|([^\n]++))(?:\n|\Z)")


def read_block(text: str) -> Entries | None:
    """The mapping that `text` is, None where the YAML parser has to look. text: without tabs and carriage returns."""
    outside = owner = Entries(0, 0, 0)
    top: Entries | Listing = outside
    column, number, start = -1, 0, 0
    around: list[tuple[Entries | Listing, int]] = []
    awaiting: Scalar | None = Scalar("", True, 0, 0, 0, 0)
    seen: set[tuple[int, str]] = set()
    for match in _lines().finditer(text):
        indent, dash, key, value, item_indent, item_dash, item, odd = match.groups()
        number += 1
        line, start = start, match.end()
        if key is None:
            if odd is not None:
                return None
            if item is None:
                continue
            indent, dash = item_indent, item_dash
        at = len(indent)
        # What the key before waits for begins here, or is nothing.
        if awaiting is not None:
            if at > column or (dash and at == column):
                around.append((top, column))
                top = Listing(False, number, at + 1, line + at) if dash else Entries(number, at + 1, line + at)
                column = at
                owner.pairs.append((awaiting, top))
            else:
                owner.pairs.append((awaiting, _nothing(awaiting)))
            awaiting = None
        while column > at or (column == at and not dash and type(top) is Listing):
            _close(top)
            top, column = around.pop()
        if column != at:
            return None
        if dash:
            if type(top) is not Listing:
                return None
            at += len(dash)
            if item is not None:
                words = item.rstrip(" ")
                top.items.append(Scalar(words, True, number, at + 1, line + at, line + at + len(words)))
                continue
            inner = Entries(number, at + 1, line + at)
            top.items.append(inner)
            around.append((top, column))
            top, column = inner, at
        if type(top) is not Entries or len(around) > _DEEPEST or (id(top), key) in seen:
            return None
        seen.add((id(top), key))
        end = line + at + len(key)
        name = Scalar(key, True, number, at + 1, line + at, end)
        if value is None:
            awaiting, owner = name, top
            continue
        begin = match.start(4)
        words = value.rstrip(" ")
        if words[0] in "[{":
            held: Node = _flow(words, number, begin - line + 1, begin)
            if type(held) is Entries and len({part.words for part, _ in held.pairs}) < len(held.pairs):
                return None
        else:
            held = Scalar(words, True, number, begin - line + 1, begin, begin + len(words))
        top.pairs.append((name, held))
    if awaiting is not None:
        owner.pairs.append((awaiting, _nothing(awaiting)))
    while around:
        _close(top)
        top, _ = around.pop()
    root = outside.pairs[0][1]
    return root if type(root) is Entries else None


def _nothing(key: Scalar) -> Scalar:
    """The value of a key behind whose colon nothing stands."""
    return Scalar("", True, key.line, key.column + len(key.words) + 1, key.end + 1, key.end + 1)


def _flow(words: str, number: int, column: int, start: int) -> Listing | Entries:
    """What stands in brackets or braces."""
    listing, entries = Listing(True, number, column, start), Entries(number, column, start)
    made = listing if words[0] == "[" else entries
    made.end = start + len(words)
    at = 1
    for item in words[1:-1].split(", "):
        parts = []
        for word in item.split(": "):
            parts.append(Scalar(word, True, number, column + at, start + at, start + at + len(word)))
            at += len(word) + 2
        if len(parts) == 1:
            listing.items += parts
        else:
            entries.pairs.append((parts[0], parts[1]))
    return made


def _close(node: Entries | Listing) -> None:
    """A collection ends where its last value does, or its last key if that has none."""
    if type(node) is Listing:
        node.end = node.items[-1].end
    elif type(node) is Entries:
        key, value = node.pairs[-1]
        node.end = max(key.end, value.end)

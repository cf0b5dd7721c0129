"""Slips of the keyboard in a form's structure: ： for :, a full-width or tab indent, － for -, no space after
a colon. They are mended before parsing where only one reading is possible, and told."""

import re
from bisect import bisect_right
from functools import lru_cache

_DASHES = "－–—﹣•·"
_SPACES = "　\t\u00a0\u2002\u2003\u2009"


class Slip:
    """One mended slip: offsets in the original text, what to type instead of that stretch."""

    __slots__ = ("code", "end", "error", "hint", "message", "start", "text")

    def __init__(
        self, code: str, start: int, end: int, message: str, hint: str, text: str, error: bool = False
    ) -> None:
        self.code = code
        self.start = start
        self.end = end
        self.message = message
        self.hint = hint
        self.text = text
        self.error = error


class Mended:
    """The text to parse, and the way from its offsets back to the original ones."""

    __slots__ = ("_deltas", "_positions", "slips", "text")

    def __init__(self, original: str, slips: list[Slip]) -> None:
        self.slips = slips
        self._positions: list[int] = []
        self._deltas: list[int] = []
        if not slips:
            self.text = original
            return
        pieces, last, delta = [], 0, 0
        for slip in sorted(slips, key=lambda s: s.start):
            if slip.start < last:
                continue
            pieces += [original[last : slip.start], slip.text]
            last = slip.end
            delta += len(slip.text) - (slip.end - slip.start)
            self._positions.append(slip.end + delta)
            self._deltas.append(delta)
        pieces.append(original[last:])
        self.text = "".join(pieces)

    def original(self, offset: int) -> int:
        """The offset in the original text of `offset` in the mended one."""
        at = bisect_right(self._positions, offset)
        return offset - self._deltas[at - 1] if at else offset


def mend(text: str, keys: frozenset[str], item_keys: frozenset[str]) -> Mended:
    """Mends `text`. keys: words that may stand before a colon; item_keys: those that may after a dash."""
    return Mended(text, _slips(text, keys, item_keys))


def _slips(text: str, keys: frozenset[str], item_keys: frozenset[str]) -> list[Slip]:
    slips: list[Slip] = []
    offset = 0
    block = continued = -1
    columns: list[int] = []
    tabs, spaces = [], False
    for line in text.split("\n"):
        start, offset = offset, offset + len(line) + 1
        body = line.lstrip(" ")
        indent = len(line) - len(body)
        if block >= 0:
            if indent > block or not body.strip():
                continue
            block = -1
        first = body[:1]
        if first in ("", "#", "\r"):
            continue
        if continued >= 0 and indent > continued:
            continue
        if first in _SPACES:
            body, indent, slip = _indentation(line, start, indent, columns)
            if slip is None:
                continue
            slips.append(slip)
            if "\t" in line[: len(line) - len(body)]:
                tabs.append(slip)
            if continued >= 0 and indent > continued:
                continue
        elif indent:
            spaces = True
        column, dashed = indent, False
        at = start + len(line) - len(body)
        while body and (dash := _dash(body, dashed)):
            length, wrong = dash
            if wrong:
                slips.append(Slip("FRM023" if body[0] != "-" else "FRM024", at, at + 1, *wrong, "- "))
            column += max(length, 2)
            at += length
            body = body[length:]
            dashed = True
        if body[:1] in ("{", "["):
            slips += _flow(body, at, keys)
            continued = indent
            continue
        while columns and columns[-1] > column:
            columns.pop()
        among_keys = not dashed and columns[-1:] == [column]
        found = _key(body, at, item_keys if dashed else keys, among_keys)
        if found is None:
            continued = indent if dashed else indent - 1
            continue
        end, slip_found = found
        if slip_found:
            slips.append(slip_found)
        if not columns or columns[-1] != column:
            columns.append(column)
        value = body[end:].strip()
        continued = -1
        if value[:1] in ("|", ">"):
            block = column
        elif value and value[0] != "#":
            continued = column
            if value[0] == "{":
                slips += _flow(body[end:], at + end, keys)
            elif ":" in value and value[0] not in "\"'[&*!%@`":
                slips += _inner_colons(body, at, end)
    if tabs and spaces:
        for slip in tabs:
            slip.error = True
            slip.message = "这一行用制表符（Tab）缩进，别的行用空格，看不出属于哪一层"
    return slips


def _indentation(line: str, start: int, indent: int, columns: list[int]) -> tuple[str, int, Slip | None]:
    """The line's body, its width in columns and the slip in its blanks; no slip for a blank line.

    columns: where the keys above begin. A full-width space is two columns wide; where only one column each
    leads to a key above, or one level below it, the clerk has counted spaces.
    """
    body = line.lstrip(" " + _SPACES)
    if not body.strip() or body[0] == "#":
        return body, indent, None
    blank = line[indent : len(line) - len(body)]
    each, mended = "两", "".join("  " if c in "　\t" else " " for c in blank)
    levels = {*columns, columns[-1] + 2} if columns else {0}
    if "　" in blank and indent + len(mended) not in levels and indent + len(blank) in levels:
        each, mended = "一", " " * len(blank)
    name = "制表符（Tab）" if "\t" in blank else "全角空格" if "　" in blank else "特殊空格"
    end = start + indent + len(blank)
    message = f"这一行用{name}缩进，已按每个{'一' if name == '特殊空格' else each}格读入"
    slip = Slip("FRM022", start + indent, end, message, "用半角空格缩进，每层两格", mended)
    return body, indent + len(mended), slip


def _dash(body: str, dashed: bool) -> tuple[int, tuple[str, str] | None] | None:
    """Length of the list dash that `body` begins with, and what is wrong with it; behind a dash, only
    another well-formed one is a dash."""
    first, second = body[0], body[1:2]
    if first == "-":
        if second in ("", " ", "\r", "\t"):
            return len(body) - len(body[1:].lstrip(" \t")), None
        if dashed or second == "-" or second.isdigit():
            return None
        return 1, ("短横“-”后面缺空格，已按列表的一项读入", f"写成 - {body[1:7].strip()}…")
    if not dashed and first in _DASHES and second and second != first:
        return 1, (f"列表的短横写成了“{first}”，已按“-”读入", "列表每项以半角短横加空格开头：- ")
    return None


def _key(body: str, at: int, keys: frozenset[str], at_key: bool) -> tuple[int, Slip | None] | None:
    """Where the value begins behind the key of `body`, and the slip in its colon; None without a key."""
    note = body.find(" #")
    if note >= 0:
        body = body[:note]
    begin = 0
    if body[:1] in ("'", '"'):
        begin = body.find(body[0], 1) + 1
        if not begin or body[begin : begin + 1] not in (":", "："):
            return None
    wide, colon = body.find("：", begin), body.find(":", begin)
    if wide >= 0 and (colon < 0 or wide < colon):
        key = body[:wide].strip(" 　\"'")
        if key in keys or (at_key and 0 < len(key) <= 12 and key.isidentifier()):
            tail = body[wide + 1 : wide + 2]
            text = ":" if tail in ("", " ", "\r") else ": "
            hint = f"写成 {key}: {body[wide + 1 :].strip()[:12]}".rstrip() + "（半角冒号加空格）"
            message = f"“{key}”后面是全角冒号“：”，已按半角冒号读入"
            return wide + 1, Slip("FRM020", at + wide, at + wide + 1, message, hint, text)
        return None if colon < 0 else _half(body, at, colon, keys)
    return None if colon < 0 else _half(body, at, colon, keys)


def _half(body: str, at: int, colon: int, keys: frozenset[str]) -> tuple[int, Slip | None] | None:
    after = body[colon + 1 : colon + 2]
    if after in ("", " ", "\r", "\t"):
        return colon + 1, None
    key = body[:colon].strip(" 　\"'")
    if key not in keys:
        spaced = body.find(": ")
        return (spaced + 1, None) if spaced >= 0 else None
    message = f"“{key}:”后面缺空格，已补上"
    hint = f"写成 {key}: {body[colon + 1 :].strip(' 　')[:12]}"
    text = ": "
    end = colon + 2 if after == "　" else colon + 1
    return end, Slip("FRM024", at + colon, at + end, message, hint, text)


def _inner_colons(body: str, at: int, end: int) -> list[Slip]:
    """Colons within the text behind a key: `表现: 两个方面: 一是…` is no YAML, and has one reading."""
    slips = []
    stop = body.find(" #", end)
    text = body[: stop if stop >= 0 else len(body)].rstrip()
    colon = text.find(":", end)
    while colon >= 0:
        if text[colon + 1 : colon + 2] in ("", " "):
            start = at + colon
            width = 2 if colon + 1 < len(text) else 1
            message = "文字里的半角冒号会被当作“键: 值”，已按全角冒号读入"
            slips.append(Slip("FRM028", start, start + width, message, "文字里用全角冒号“：”", "："))
        colon = text.find(":", colon + 1)
    return slips


@lru_cache(maxsize=1)
def _pair() -> re.Pattern[str]:
    return re.compile(r"([{,，]\s*)([^\s,，:：{}\[\]\"']+)\s*([：:])( ?)")


def _flow(body: str, at: int, keys: frozenset[str]) -> list[Slip]:
    """Slips between the braces of `body`, which stands at offset `at`."""
    if body.isascii():
        return []
    slips = []
    for match in _pair().finditer(body):
        before, key, colon, space = match.groups()
        if key not in keys:
            continue
        if before[0] == "，":
            comma = at + match.start(1)
            message = f"“{key}”前面是全角逗号“，”，已按半角逗号读入"
            slips.append(Slip("FRM021", comma, comma + 1, message, "大括号里用半角逗号加空格", ", "))
        where = at + match.start(3)
        if colon == "：":
            message = f"“{key}”后面是全角冒号“：”，已按半角冒号读入"
            slips.append(Slip("FRM020", where, where + 1, message, "用半角冒号加空格", ": "))
        elif not space:
            message = f"“{key}:”后面缺空格，已补上"
            slips.append(Slip("FRM024", where, where + 1, message, "冒号后面空一格", ": "))
    return slips

"""How headings are numbered: every place in a report where a number may open a heading.

Half and full width are one: text is compared after `folded`.
"""

import re
from collections.abc import Iterator

from generator.records import record

_FOLD = str.maketrans(
    "，；：（）！？．　\u2002\u2003\u00a0０１２３４５６７８９％〔〕［］﹙﹚",
    ",;:()!?.    0123456789%[][]()",
)
_NUMERALS = {sign: at for at, sign in enumerate("一二三四五六七八九", 1)}
_NUM = "[一二三四五六七八九十]{1,3}"
_HAN = "[\u4e00-\u9fff“‘《【*]"

KINDS = ("一、", "（一）", "1.", "（1）", "①", "一是", "第一")
"""Kinds of number, the outer before the inner; `一是` and `第一` may stand inside any of the others."""

RANKS = {kind: rank for rank, kind in enumerate(KINDS, 1)}
ITEMS = frozenset({"一是", "第一"})

_START = re.compile(
    rf"""\s*(?:
      (?P<part>第(?P<part_n>{_NUM})(?:部分|章|节)[、:,\s]*)
    | (?P<a>(?P<a_n>{_NUM})\s*(?:、|\.(?!\d))|(?P<a_w>{_NUM})\s+(?={_HAN}))
    | (?P<b>\(\s*(?P<b_n>{_NUM})\s*\)[、.]?|\[(?P<b_s>{_NUM})\])
    | (?P<half>(?P<half_n>{_NUM})\s*\)[、.]?|\((?P<half_m>{_NUM})(?:[、.]|\s+(?={_HAN})))
    | (?P<d>\(\s*(?P<d_n>\d{{1,2}})\s*\)[、.]?|(?P<d_h>\d{{1,2}})\))
    | (?P<c>(?P<c_n>\d{{1,2}})\s*[.、](?!\d))
    | (?P<e>[①-⑳])
    | (?P<f>(?P<f_n>[一二三四五六七八九十])(?:是|要)(?={_HAN}))
    | (?P<g>第(?P<g_n>[一二三四五六七八九十])(?:[,、:]|是))
    | (?P<lost>\(\s*\)\s*(?={_HAN})|\)\s*(?={_HAN})|(?P<lost_a>、)(?={_HAN}))
    | (?P<bare>(?P<bare_n>\d{{1,2}})\s*(?={_HAN})
        (?![月日年号时个家名人次件起场条项份期万亿余多]))
    )""",
    re.X,
)
_INSIDE = re.compile(
    rf"""
      (?P<b>\(\s*(?P<b_n>{_NUM})\s*\)(?={_HAN}))
    | (?<=[。;:!?\s,])(?P<f>(?P<f_n>[一二三四五六七八九十])(?:是|要)(?={_HAN}))
    | (?P<f_weak>(?P<f_weak_n>[二三四五六七八九十])是(?={_HAN}))
    | (?<=[。;:!?\s”)])(?P<a>(?P<a_n>{_NUM})、(?={_HAN}))
    | (?<![\d.])(?P<c>(?P<c_n>\d{{1,2}})[.、](?={_HAN}))
    | (?<=[。;:!?\s])(?P<d>\((?P<d_n>\d{{1,2}})\)(?={_HAN}))
    | (?P<e>[①-⑳])
    | (?<=[。;:!?\s])(?P<g>第(?P<g_n>[一二三四五六七八九十])(?:[,、:]|是))
    | (?P<lost>\(\s*\)(?={_HAN})|(?<=[。;!?])\)(?={_HAN}))
    """,
    re.X,
)
_KIND_OF = {"part": "一、", "a": "一、", "b": "（一）", "half": "（一）", "c": "1.", "d": "（1）", "e": "①", "f": "一是"}


@record
class Mark:
    """A place that may open a heading.

    start, end: of the number, in characters of its line; kind: one of KINDS, or "" for a heading without
    number; ordinal: 0 if lost; opens: whether it stands at the start of a paragraph; sure: whether it is a
    heading unless the sequence of numbers speaks against it; others: kinds it may be besides.
    """

    start: int
    end: int
    kind: str
    ordinal: int
    opens: bool
    sure: bool
    others: tuple[str, ...] = ()


def folded(text: str) -> str:
    """The text with full-width marks, digits and blanks as half-width ones, character for character."""
    return text.translate(_FOLD)


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The places in text[start:end], a paragraph in folded form, in their order."""
    at = start
    if first := _START.match(text, start, end):
        found = _opening(first)
        if found is not None:
            yield found
            at = found.end
    for match in _INSIDE.finditer(text, at, end):
        name = match.lastgroup or ""
        if match.start() == at and name == "f_weak":
            continue
        kind = "一是" if name == "f_weak" else "第一" if name == "g" else "（一）" if name == "lost" else _KIND_OF[name]
        yield Mark(match.start(), match.end(), kind, _ordinal(match, name), False, name == "f")


def _opening(match: re.Match[str]) -> Mark | None:
    groups = match.groupdict()
    name = next(n for n in ("part", "a", "b", "half", "d", "c", "e", "f", "g", "lost", "bare") if groups[n] is not None)
    start = match.start(name)
    if name == "bare":
        return Mark(start, match.end(), "1.", _ordinal(match, name), True, False)
    if name == "lost":
        kind = "一、" if groups["lost_a"] else "（一）"
        return Mark(start, match.end(), kind, 0, True, True)
    if name == "half":
        return Mark(start, match.end(), "（一）", _ordinal(match, name), True, True, ("一、",))
    kind = "第一" if name == "g" else _KIND_OF[name]
    return Mark(start, match.end(), kind, _ordinal(match, name), True, groups["a_w"] is None)


def _ordinal(match: re.Match[str], name: str) -> int:
    if name == "e":
        return ord(match[name]) - ord("①") + 1
    words = next((w for k, w in match.groupdict().items() if w and k.startswith(f"{name}_") and k[-2] == "_"), "")
    return int(words) if words.isdecimal() else number(words)


def number(words: str) -> int:
    """A Chinese numeral below 100; 0 for what is none."""
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _NUMERALS.get(ones, 0)
    if (tens and tens not in _NUMERALS) or (ones and ones not in _NUMERALS):
        return 0
    return (_NUMERALS.get(tens, 1)) * 10 + _NUMERALS.get(ones, 0)

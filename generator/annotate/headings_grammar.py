"""How headings are numbered: every place in a report where a number may open a heading.

Half and full width are one: text is compared after `folded`.
"""

import re
from collections.abc import Iterator

from generator.annotate import units
from generator.records import record
from generator.regex import regex

_FOLD = dict(
    zip(
        "，；：（）！？．　\u2002\u2003\u00a0０１２３４５６７８９％〔〕［］﹙﹚",
        ",;:()!?.    0123456789%[][]()",
        strict=True,
    )
)
_WIDE = regex(f"[{''.join(map(re.escape, _FOLD))}]")
_NUMERALS = {sign: at for at, sign in enumerate("一二三四五六七八九", 1)}
_NUM = "[一二三四五六七八九十]{1,3}"
_HAN = "[\u4e00-\u9fff“‘《【*]"

KINDS = ("一、", "（一）", "1.", "（1）", "①", "一是", "第一")
"""Kinds of number, the outer before the inner; `一是` and `第一` may stand inside any of the others."""

RANKS = {kind: rank for rank, kind in enumerate(KINDS, 1)}
ITEMS = frozenset({"一是", "第一"})

_START = regex(
    rf"""\s*(?:
      (?P<part>第(?P<part_n>{_NUM})(?:部分|章|节)[、:,\s]*)
    | (?P<a>(?P<a_n>{_NUM})\s*(?:、|\.(?!\d))|(?P<a_w>{_NUM})\s+(?={_HAN}))
    | (?P<b>\(\s*(?P<b_n>{_NUM})\s*\)[、.]?|\[(?P<b_s>{_NUM})\])
    | (?P<half>(?P<half_n>{_NUM})\s*\)[、.]?|\((?P<half_m>{_NUM})(?:[、.]|\s*(?={_HAN})))
    | (?P<d>\(\s*(?P<d_n>\d{{1,2}})\s*\)[、.]?|(?P<d_h>\d{{1,2}})\))
    | (?P<c>(?P<c_n>\d{{1,2}})\s*(?:[.、](?!\d)|\.(?={units.WHOLE})))
    | (?P<h>\d{{1,2}}-(?P<h_n>\d{{1,2}})(?:[、.]|\s+)\s*(?={_HAN})(?![月日年号时个]))
    | (?P<e>[①-⑳])
    | (?P<f>(?P<f_n>[一二三四五六七八九十])(?:是|要)(?=\S))
    | (?P<g>第(?P<g_n>[一二三四五六七八九十])(?:[,、:]|是))
    | (?P<lost>\(\s*\)\s*(?={_HAN})|\)\s*(?={_HAN})|(?P<lost_a>、)(?={_HAN}))
    | (?P<bare>(?P<bare_n>\d{{1,2}})\s*(?={_HAN})
        (?![月日年号时个家名人次件起场条项份期万亿余多]))
    | (?P<short>(?P<short_n>{_NUM})(?={_HAN})(?![年月日个是要大项级类次届些般直定切方]))
    )""",
    re.X,
)
_INSIDE = regex(
    rf"""(?=[()\d一二三四五六七八九十①-⑳第])(?:
      (?<!第)(?P<b>\(\s*(?P<b_n>{_NUM})\s*\)(?={_HAN})(?![项款条目]))
    | (?<=[。;:!?\s,])(?P<f>(?P<f_n>[一二三四五六七八九十])(?:是|要)(?=\S))
    | (?P<f_weak>(?P<f_weak_n>[二三四五六七八九十]|(?<![统之唯惟第同万])一)是(?={_HAN}))
    | (?<=[。;:!?\s”)])(?P<a>(?P<a_n>{_NUM})、(?={_HAN}|20\d\d年))
    | (?<![\d.])(?P<c>(?P<c_n>\d{{1,2}})[.、](?={_HAN}))
    | (?<=[。;:!?\s])(?P<d>\((?P<d_n>\d{{1,2}})\)(?={_HAN}))
    | (?P<e>[①-⑳])
    | (?<=[。;:!?\s])(?P<g>第(?P<g_n>[一二三四五六七八九十])(?:[,、:]|是))
    | (?P<lost>\(\s*\)(?={_HAN})|(?<=[。;!?\s])\)(?={_HAN}))
    )""",
    re.X,
)
_KIND_OF = {
    "part": "一、",
    "a": "一、",
    "b": "（一）",
    "half": "（一）",
    "c": "1.",
    "d": "（1）",
    "e": "①",
    "h": "1.",
    "f": "一是",
}

BRACKETED = regex(
    r"【(?![待填请此写某]|补充|插入|示例)((?:20\d\d年)?[\u4e00-\u9fff、,“”]{2,32})(?<!名称|标题|姓名|职务|日期|年份|单位|金额|数字|数量|内容|文号)】"
)
"""A heading in brackets instead of a number; what is to be filled in (【待补充：案件】) is none."""
BULLET = regex(r"(?:[●◆■★▲○◇□◎•·▪►➢]|-(?=\s)|—{1,2}|–)\s*")
"""What stands before the items of a list that is not counted off."""
_SOLEMN = regex(r"[壹贰叁肆伍陆柒捌玖拾]{1,2}、\s*")
"""Numbers that only some writers give the parts of a report, and that need not be looked for within a text."""
_REACH = 1_500
"""Characters within which a list goes on."""
_OTHERWISE = {"a": "a_w", "b": "b_s", "half": "half_m", "d": "d_h"}
"""The second place where a kind of number keeps its numeral."""


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
    # A few replacements take half the time of `str.translate`, which looks up every character.
    for sign in set(_WIDE.findall(text)):
        text = text.replace(sign, _FOLD[sign])
    return text


def lead(text: str, start: int, end: int) -> int:
    """Where the words begin behind a bullet or a number in capital numerals (壹、), `start` where none is."""
    found = BULLET.match(text, start, end) or _SOLEMN.match(text, start, end)
    return found.end() if found else start


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The places in text[start:end], a paragraph in folded form, in their order."""
    at = start
    if first := _START.match(text, start, end):
        found = _opening(first)
        yield found
        at = found.end
    for match in _INSIDE.finditer(text, at, end):
        name = match.lastgroup or ""
        if name == "f_weak" and not _listed(text, match, at, end):
            continue
        kind = "一是" if name == "f_weak" else "第一" if name == "g" else "（一）" if name == "lost" else _KIND_OF[name]
        yield Mark(match.start(), match.end(), kind, _ordinal(match, name), False, name == "f")


def _listed(text: str, match: re.Match[str], at: int, end: int) -> bool:
    """Whether a 一是 without a stop before it may be one of a list: a 二是 follows before the next 一是."""
    if match.start() == at:
        return False
    if match["f_weak_n"] != "一":
        return True
    second = text.find("二是", match.end(), min(match.end() + _REACH, end))
    return second >= 0 and text.find("一是", match.end(), second) < 0


def _opening(match: re.Match[str]) -> Mark:
    name = match.lastgroup or ""
    start, end = match.span(name)
    if name in ("bare", "short"):
        return Mark(start, end, "1." if name == "bare" else "一、", _ordinal(match, name), True, False)
    if name == "lost":
        return Mark(start, end, "一、" if match["lost_a"] else "（一）", 0, True, True)
    if name == "half":
        return Mark(start, end, "（一）", _ordinal(match, name), True, True, ("一、",))
    kind = "第一" if name == "g" else _KIND_OF[name]
    return Mark(start, end, kind, _ordinal(match, name), True, name != "a" or match["a_w"] is None)


def _ordinal(match: re.Match[str], name: str) -> int:
    if name == "e":
        return ord(match[name]) - ord("①") + 1
    if name == "lost":
        return 0
    words: str = match[f"{name}_n"] or match[_OTHERWISE[name]]
    return int(words) if words.isdecimal() else number(words)


def number(words: str) -> int:
    """A Chinese numeral below 100; 0 for what is none."""
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _NUMERALS.get(ones, 0)
    if (tens and tens not in _NUMERALS) or (ones and ones not in _NUMERALS):
        return 0
    return (_NUMERALS.get(tens, 1)) * 10 + _NUMERALS.get(ones, 0)

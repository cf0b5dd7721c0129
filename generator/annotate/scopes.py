"""What part of the whole a quantity counts, and whether it tells a change instead of a count."""

from collections.abc import Sequence

from generator.annotate.model import Spot
from generator.regex import regex

PARTS = frozenset(("其中", "包括", "含", "包含", "另有"))
"""Words that say that what follows is a share of the figure before."""

_WINDOW, _REACH = 24, 80
"""Characters that are looked at before a number: for a change, for what it is a part of."""
_CHANGE = regex(
    r"(?:(?:同比|环比|较(?:上年|去年|往年|同期|之前)?|比(?:上年|去年|往年|同期)?)[^，,。；;、]{0,12}?)?"
    r"(?:(?<=[同环]比)[升降增减]|增加|增长|减少|下降|上升|提高|降低|提升|压减|压缩|缩短|上涨|多出?|少|降幅|增幅|涨幅|翻了?|扩大|减幅)"
    r"(?:了|达到?|至|为|约|近|超|逾|率)?$"
)
_COMPARED = regex(r"同比|环比|较上年|较去年|比上年|比去年|较往年|较同期|增幅|降幅|涨幅|减幅")
_TO = regex(r"(?:增加|增长|减少|下降|上升|提高|降低|提升|压减|压缩|缩短|扩大)(?:到|至)[约近超逾]?$")
_PART = regex(r"其中|包括|包含|另有|含(?<=[(]含)")
_OTHER = regex(r"该[镇乡村县区市局所院站]|该街道|该社区")
_BREAKS = "，,。；;"
_LIMITED = regex("[其包另含该]")
_MOVED = regex("[增减下上提升降压缩涨翻扩]")
"""What the expressions above cannot do without: sought first, because most numbers stand beside none of it."""


def of(text: str, spots: Sequence[Spot]) -> list[tuple[str, str]]:
    """For each spot of the line its scope ("" for the whole) and the words that make it a change ("" if a count).

    spots: in reading order, each inside `text`.
    """
    limited = _LIMITED.search(text) is not None
    return [(_scope(text, spot) if limited else "", _change(text, spot)) for spot in spots]


def _scope(text: str, spot: Spot) -> str:
    floor = max(0, spot.start - _REACH)
    begin = max(text.rfind(sign, floor, spot.start) for sign in "。；;\n") + 1 or floor
    found = ""
    for match in _PART.finditer(text, begin, spot.start):
        found = match[0]
        inside = match.start()
    if not found:
        other = _OTHER.search(text, begin, spot.start)
        return other[0] if other else ""
    # A clause of its own after a comma may leave the part behind; one joined by 、 does not.
    between = text[inside : spot.start]
    return found if between.count("，") + between.count(",") <= 1 and (")" not in between) else ""


def _change(text: str, spot: Spot) -> str:
    before = text[max(0, spot.start - _WINDOW) : spot.start]
    if not _MOVED.search(before):
        return ""
    cut = max(before.rfind(sign) for sign in _BREAKS)
    clause = before[cut + 1 :]
    if _TO.search(clause):
        return ""
    match = _CHANGE.search(clause)
    if match is None:
        return ""
    compared = _COMPARED.search(before[max(0, cut - 12) :]) or text[max(0, spot.end - 1) : spot.end] == "%"
    return match[0] if compared or text[spot.start : spot.end].endswith(("百分点", "倍")) else ""

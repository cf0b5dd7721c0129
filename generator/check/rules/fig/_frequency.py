"""How often in a month or quarter, and how often in the year (每月1次，全年10次; 上半年、下半年各2次，全年3次): part of
FIG026."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.check.near import led_by, rows_with
from generator.check.rule import Finding
from generator.check.stated import Stated, covered, plain, where, words
from generator.check.subject import Subject
from generator.regex import regex

_EVERY = regex(
    "每(?:个)?(?P<span>月|季度?|半年|周|星期)(?P<least>至少|不少于|均|都|固定|集中|定期)?[\u4e00-\u9fff]{0,8}$"
)
_HALVES = regex("上半年[、和与]下半年各[\u4e00-\u9fff]{0,6}$")
_YEAR = regex("^[\u4e00-\u9fff]{0,8}[,(](?:全年|一年|年内)(?:共|共计|合计|累计|总计|一共)?[\u4e00-\u9fff]{0,6}$")
_TIMES = {"月": 12, "季": 4, "季度": 4, "半年": 2, "周": 52, "星期": 52}
_OFF = {"周": 4, "星期": 4}
"""Weeks by which people may count a year shorter or longer."""
_EACH_PLACE = regex("各|村|社区|单位|部门|所|站|队|组|人均|每个(?!月|季|半)")
_FAR = Decimal("1.9")
"""Up to which the two may be of the same."""
_FILL = regex("^(?:全年|一年|年内|共计?|合计|累计|总计|一共)+|(?:召开|开展|举办|组织|进行)$")
_KINDS = ("场", "批", "件", "人")


def frequency(of: Subject) -> Iterator[Finding]:
    """Each number of the year that the number of each month, quarter or half does not make."""
    led, halves = led_by(of, _EVERY), led_by(of, _HALVES)
    for row in rows_with(of, _EVERY, _HALVES) if led or halves else ():
        for each, whole in pairwise(row):
            if not _alike(each, whole) or not _YEAR.match(whole.lead):
                continue
            told = _EVERY.search(each.own) if each.at in led else None
            if told is None and not (each.at in halves and _HALVES.search(each.lead)):
                continue
            times = _TIMES[told["span"]] if told else 2
            slack = _OFF.get(told["span"], 0) if told else 0
            right = each.amount * times
            fewer = whole.amount < right - slack * each.amount
            more = whole.amount > right + slack * each.amount and not (told and told["least"] in ("至少", "不少于"))
            near = right <= whole.amount * _FAR and whole.amount <= right * _FAR
            near = near and not (told and _EACH_PLACE.search(each.lead))
            if (fewer or more) and near and not covered(of, (each, whole)):
                said = f"{words(each)} × {times} = {plain(right)}{each.unit}，与“{words(whole)}”不符"
                yield Finding(where(of, whole), said, "核对每次、每月（季）的次数和全年的数；有不开展的月份的写明")


def _alike(each: Stated, whole: Stated) -> bool:
    exact = each.exact and whole.exact and each.mention.quantity.qualifier == ""
    # 每季度召开1次例会，全年召开专题会6次: others.
    what = _FILL.sub("", whole.own)
    exact = exact and (what in each.own + each.noun or what == "")
    return exact and each.kind == whole.kind and each.unit == whole.unit and each.kind in _KINDS

"""写的时长与起止不符。

为什么：起止日期写在旁边，时长一算便知；对不上，不是日期错了，就是时长错了。
依据：算术；几个月的，首尾两天、两个月都算在内，相差半个多月以上才提醒。
反例（2024年度）：
    3月1日至5月31日，开展为期五个月的集中整治。

    开展为期两个月的专项行动（4月1日至9月30日）。

    条例自2021年9月1日起施行，到今年9月正好满五年。
正例（2024年度）：
    3月1日至5月31日，开展为期三个月的集中整治。
    6月至8月开展为期三个月的专项行动。
    条例自2021年9月1日起施行，到今年9月正好满三年。
    12月1日至次年1月31日，开展为期两个月的督查。
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.annotate.numbers import amount
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_N = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})"
_UNTIL = r"起?(?:(?:一直)?持续)?(?:至|到|[-—–~～]{1,2})"
_FROM = rf"(?:(?P<y1>20\d\d)年)?(?<!\d)(?P<m1>\d{{1,2}})月(?:(?P<d1>\d{{1,2}})日)?{_UNTIL}"
_TO = r"(?:(?P<y2>20\d\d)年|(?P<next>次年|翌年))?(?P<m2>\d{1,2})月(?:(?P<d2>\d{1,2})日|[底末])?"
_LONG = rf"为期{_N}(?P<unit>个月|天|周)"
_BEHIND = regex(rf"{_FROM}{_TO}(?:(?!\d月)[^。;\n]){{0,40}}?{_LONG}")
_BEFORE = regex(rf"{_LONG}(?:(?!\d月)[^。;\n]){{0,16}}?[(]{_FROM}{_TO}[)]")
_FULL = regex(
    r"(?P<y1>(?:19|20)\d\d)年(?P<m1>\d{1,2})月(?:\d{1,2}日)?起?(?:(?!\d月)[^。;\n]){0,24}?[到至](?P<y2>今年|20\d\d年)"
    rf"(?P<m2>\d{{1,2}})月(?:\d{{1,2}}日|[底初末])?(?P<just>[正恰刚]好)?[已将便就也整]*满{_N}周?年"
)
_RUN = regex(
    r"(?<!\d)(?P<y1>(?:19|20)\d\d)年?(?:度)?(?:至|到|[-—–~～]{1,2})(?P<y2>20\d\d)年(?:(?!20\d\d)[^。;\n]){0,40}?连续"
    r"(?P<n>\d{1,2}|[两二三四五六七八九十])个?年(?!度)"
)
"""2019年至2023年，…连续5年."""
_SPANNED = regex(
    r"(?<!\d)(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日"
    r"(?:(?:开始|启动|起),?(?:一直)?(?:持续)?[至到]?|(?:一直)?(?:持续)?[至到])(?:20\d\d年)?"
    r"(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日(?:结束|截止|为?止)?,?[(]?(?P<how>首尾|前后|历时|总共|一共|共计?|合计|长达|整整|持续)(?:一?共)?"
    r"(?P<n>\d{1,3})个?(?P<unit>天|日)(?!内|前)"
)
"""从4月8日开始，到5月7日结束，首尾共30日."""
_WHOLE = ("首尾", "前后", "历时", "长达", "整整", "持续")
"""Before days of which each counts."""
_DAYS = Decimal("30.44")
"""Days of a month."""
_NEAR = Decimal("0.6")
"""Months by which people may round."""
_YEAR = 12
_SOME_YEAR = 2023
"""Where none is told: one day more or less of February changes nothing."""


def check(of: Subject) -> Iterator[Finding]:
    """Each length of time that the dates beside it do not give."""
    for pattern in (_BEHIND, _BEFORE):
        for place, told in found(of, pattern):
            said = _lasted(told, _number(told["n"]))
            if said:
                yield Finding(place, f"从起止看是{said}，与“为期{told['n']}{told['unit']}”不符", "核对起止日期和时长")
    for place, told in found(of, _SPANNED):
        days = _days(told, of.year or _SOME_YEAR)
        # From the one to the other may be a day less; working days alone may be counted.
        least = days - 1 if told["how"] in _WHOLE else days * 5 // 7 - 2
        if days > 1 and not least <= int(told["n"]) <= days:
            said = f"从起止看是{days}天，与“{told['how']}{told['n']}{told['unit']}”不符"
            yield Finding(place, said, "核对起止日期和天数")
    for place, told in found(of, _RUN):
        years = int(told["y2"]) - int(told["y1"])
        if years > 0 and _number(told["n"]) not in (years, years + 1):
            said = f"{told['y1']}年至{told['y2']}年是{years + 1}年，与“连续{told['n']}年”不符"
            yield Finding(place, said, "核对起止的年份和连续几年")
    for place, told in found(of, _FULL):
        over, wanted = int(told["m2"]) - int(told["m1"]), _number(told["n"]) * _YEAR
        several = [(year - int(told["y1"])) * _YEAR + over for year in _years(of, told["y2"])]
        if several and all(months <= 0 or abs(months - wanted) >= _YEAR for months in several):
            said = f"从{told['y1']}年{int(told['m1'])}月到{told['y2']}{int(told['m2'])}月不是{told['n']}年"
            yield Finding(place, said, "核对起始的年份和满几年")


def _years(of: Subject, said: str) -> set[int]:
    """The years that are meant: 今年 is that of the report or the one in which it is written."""
    if said != "今年":
        return {int(said[:4])}
    return {of.year, int(of.written[:4]) if of.dated else of.year} - {0}


def _days(told: "re.Match[str]", year: int) -> int:
    """How many days it is from the one to the other, both counted; 0 where there are no such days."""
    m1, d1, m2, d2 = (int(told[name] or told["m1"]) for name in ("m1", "d1", "m2", "d2"))
    if not (1 <= m1 <= _YEAR and 1 <= m2 <= _YEAR):
        return 0
    last = year + (m2 < m1)
    if not (1 <= d1 <= monthrange(year, m1)[1] and 1 <= d2 <= monthrange(last, m2)[1]):
        return 0
    return (date(last, m2, d2) - date(year, m1, d1)).days + 1


def _lasted(told: "re.Match[str]", wanted: int) -> str:
    """How long it is from the one date to the other, "" if it is as long as told or cannot be known."""
    first, last = int(told["m1"]), int(told["m2"])
    if not 1 <= first <= _YEAR >= last >= 1:
        return ""
    begin = int(told["y1"] or _SOME_YEAR)
    end = int(told["y2"]) if told["y1"] and told["y2"] else begin + (1 if told["next"] or last < first else 0)
    d1, d2 = int(told["d1"] or 1), int(told["d2"] or monthrange(end, last)[1])
    if (told["y2"] and not told["y1"]) or d1 > monthrange(begin, first)[1] or d2 > monthrange(end, last)[1]:
        return ""
    days = (date(end, last, d2) - date(begin, first, d1)).days + 1
    if days < 1:
        return ""
    if told["unit"] == "个月":
        months = days / _DAYS
        # 3月至5月 may be told as two months, from the one to the other.
        fits = abs(months - wanted) <= _NEAR or (not told["d1"] and wanted == months.to_integral_value() - 1)
        return "" if fits else f"{months.quantize(Decimal(1))}个月"
    if not (told["d1"] and told["d2"]):
        return ""
    length = wanted * (7 if told["unit"] == "周" else 1)
    # Working days alone may be counted.
    return "" if days * 5 // 7 - 2 <= length <= days + (3 if told["unit"] == "周" else 0) else f"{days}天"


def _number(said: str) -> int:
    return int(amount(said.replace("两", "二")) or 0)


_LOOKS_FOR = (_BEHIND, _BEFORE, _FULL, _RUN, _SPANNED)
RULE = Rule("FIG041", "写的时长与起止不符", Severity.WARNING, check, __doc__, looks_for=_LOOKS_FOR)

"""Averages by months and days (全年受理9240件，月均770件; 全年巡查1460次，平均每天4次): part of FIG026."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.annotate import units
from generator.check.figures import rounded, truncated
from generator.check.rule import Finding
from generator.check.stated import Sentence, Stated, as_printed, covered, in_year, where, words
from generator.check.subject import Subject
from generator.regex import regex

_MONTHS = 12
_WEEKS = 52
_OF_WEEKS = regex(r"(?<!\d)(\d\d)周")
_OF_MONTHS = regex(r"(?<!\d)(?:(1?\d)个月|(1?\d)月[至到](1?\d)月|(?<=[自从])(1?\d)月)")
_DAYS = (366, 365, *range(240, 257), *range(296, 316))
"""Days of the year, and working days at five and at six a week."""
_ANY_DAYS = range(200, 367)
_BY_TIME = regex("[月日周]均[\u4e00-\u9fff]{0,4}$")
_EVERY_MONTH = regex("^[,(](?:平均每个?月|每个?月平均)(?:办理|受理|开展|接待)?$")
_EVERY_DAY = regex("^,(?:平均每[天日]|每[天日]平均)[\u4e00-\u9fff]{0,4}$")
"""Of a year of 200 to 366 days, told right before."""


def is_by_time(row: Sentence, at: int) -> bool:
    """Whether it is a mean of the months or days of the year."""
    mean = row[at]
    # Of the whole year, told right before: 自7月承接以来办理38件，平均每月6.3件 is not.
    every = at and "全年" in row[at - 1].lead and (_EVERY_MONTH.match(mean.lead) or _EVERY_DAY.match(mean.lead))
    return bool(every or _BY_TIME.search(mean.own))


def by_time(of: Subject, row: Sentence, mean: Stated) -> Iterator[Finding]:
    """受理投诉9240件，月均770件: a twelfth of the year's; 日均4次: of all days, or of working days."""
    before = [one for one in row[: row.index(mean)] if one.kind == mean.kind and one.exact and in_year(of, one)]
    totals = [one for one in before if one.amount > mean.amount]
    daily, value = bool(re.search("[日天]", mean.own[-6:])), as_printed(mean)
    days = [int(one.amount) for one in row if one.at < mean.at and one.exact and one.unit[-1:] in "天日"]
    # 前5个月22件，月均4.4件
    spans = _OF_MONTHS.finditer(of.folded, row[0].begin, mean.at)
    months = [int(m[1]) if m[1] else int(m[3]) - int(m[2]) + 1 if m[2] else 13 - int(m[4]) for m in spans]
    weeks = [int(m[1]) for m in _OF_WEEKS.finditer(of.folded, row[0].begin, mean.at)]
    weekly = "周" in mean.own[-6:]
    counts: Sequence[int] = (days or (_ANY_DAYS if "每" in mean.own else _DAYS)) if daily else (months or (_MONTHS,))
    counts = (weeks or range(48, 54)) if weekly else counts
    given = [total.amount / count / units.base(mean.unit)[0] for total in totals for count in counts]
    if not totals or not mean.exact or any(value in (rounded(one, value), truncated(one, value)) for one in given):
        return
    total, share = max(totals, key=lambda one: one.amount), (days or [365])[0] if daily else _MONTHS
    share = (weeks or [_WEEKS])[0] if weekly else share
    if not covered(of, (total, mean)):
        right = f"{rounded(total.amount / share / units.base(mean.unit)[0], Decimal('0.1')):f}{mean.unit}"
        unit = "周" if weekly else "天" if daily else "个月"
        said = f"{words(total)} ÷ {share}{unit} = {right}，与“{words(mean)}”不符"
        yield Finding(where(of, mean), said, "核对全年的数和平均数")

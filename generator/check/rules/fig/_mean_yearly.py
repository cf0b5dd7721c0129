"""Averages over years (“八五”普法五年间累计开展3250场次，年均650场次): part of FIG026."""

from collections.abc import Iterator
from decimal import Decimal

from generator.annotate import units
from generator.annotate.numbers import amount
from generator.check.figures import rounded, truncated
from generator.check.near import led_by, rows_led_by
from generator.check.rule import Finding
from generator.check.stated import Sentence, as_printed, covered, where, words
from generator.check.subject import Subject
from generator.regex import regex

_YEARLY = regex("(?:年均|平均每年|每年平均)(?!增|减|递|上升|下降|多|少)[\u4e00-\u9fff]{0,4}$")
_YEARS = regex(
    r"(?<![\d第])(?P<n>[两二三四五六七八九十]|\d{1,2})(?:个?年|个年度)(?:以?来|间|内|里|共|累计|合计|总计|期间)"
)
_RANGE = regex(r"(20\d\d)年?(?:[—–~～-]{1,2}|至|到)(20\d\d)年?")
_EACH_YEAR = regex(r"(20\d\d)年(?!\d{1,2}月)")
_PLAN = regex("[“\"](?P<plan>十四五|八五|十五五|九五)[”\"](?:普法|规划|时期|期间|实施|启动|开局)*以来")
_BEGINS = {"十四五": 2021, "八五": 2021, "十五五": 2026, "九五": 2026}
_ABOUT = Decimal("0.03")


def yearly(of: Subject) -> Iterator[Finding]:
    """Each average over years that no total before it and no number of years of its sentence give."""
    means = led_by(of, _YEARLY)
    for row in rows_led_by(of, _YEARLY) if means else ():
        for at, one in enumerate(row):
            if at and one.at in means and _YEARLY.search(one.own) and one.kind != "%" and one.amount:
                yield from _judged(of, row, at)


def _judged(of: Subject, row: Sentence, at: int) -> Iterator[Finding]:
    mean = row[at]
    totals = [one for one in row[:at] if one.kind == mean.kind and one.exact and one.amount > mean.amount]
    years = _numbers(of, of.folded[row[0].begin : mean.at])
    about = mean.mention.quantity.qualifier
    if not totals or not years:
        return
    for total in totals:
        for number in years:
            exact, value = total.amount / number / units.base(mean.unit)[0], as_printed(mean)
            near = about and abs(exact - value) <= exact * _ABOUT
            if near or value in (rounded(exact, value), truncated(exact, value)):
                return
    total = totals[-1]
    if not covered(of, (total, mean)):
        right = rounded(total.amount / years[0] / units.base(mean.unit)[0], Decimal("0.1"))
        said = f"{words(total)} ÷ {years[0]}年 = {right:f}{mean.unit}，与“{words(mean)}”不符"
        yield Finding(where(of, mean), said, "核对累计的数、年数和年均数")


def _numbers(of: Subject, said: str) -> list[int]:
    """How many years the words may tell of, the likeliest first."""
    found = [int(amount("二" if told["n"] == "两" else told["n"]) or 0) for told in _YEARS.finditer(said)]
    found += [int(told[2]) - int(told[1]) + 1 for told in _RANGE.finditer(said)]
    several = {int(told[1]) for told in _EACH_YEAR.finditer(said)}
    found += [len(several)] if len(several) > 1 else []
    for told in _PLAN.finditer(said):
        number = of.year - _BEGINS[told["plan"]] + 1
        # What begins in the course of a year may be counted from the next.
        found += [number, number - 1]
    return [number for number in dict.fromkeys(found) if number > 1]

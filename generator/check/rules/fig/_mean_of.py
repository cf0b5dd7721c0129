"""Averages of a difference, of the whole population, and what each of two sorts of places has (减了105份，平均每项少交
5份; 投入经费12万元，人均2.5元; 每村、每组各设1名，共71名): part of FIG026."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from generator.annotate import units
from generator.check.figures import rounded, truncated
from generator.check.near import led_by, rows_with
from generator.check.rule import Finding
from generator.check.stated import (
    Sentence,
    Stated,
    as_printed,
    covered,
    plain,
    sentences,
    summed,
    told_before,
    where,
    words,
)
from generator.check.subject import Subject
from generator.regex import regex

_LESS = regex(r"平均每(?:个)?(?P<each>[\u4e00-\u9fff]{1,6}?)(?:少|多|减少?|增加?|压减|下降|降低)[\u4e00-\u9fff]{0,2}$")
_GAP = regex("^[,(](?:共|合计|累计|总共|净)?(?:减少?|少|压减|精简|增加?|多|下降|缩短)了?$")
_HEAD = regex("^[,(](?:全[镇乡县区]|辖区)?人均(?:约|为|达)?$")
_MONEY = regex("经费|投入|支出|资金|安排")
_PEOPLE = regex("(?:人口|常住|户籍)[^,;:、。]{0,4}$|^全[镇乡县区市](?:现?有|共有?|总计)?$")
_EACH_BOTH = regex(
    r"每个?(?P<one>[\u4e00-\u9fff]{1,4}?)[、和及]每个?(?P<other>[\u4e00-\u9fff]{1,4}?)(?:各|都|均)[\u4e00-\u9fff]{1,6}$"
)
_IN_ALL = regex("[,(][^,;:、。]{0,4}(?:共计?|合计|总计|一共)[^,;:、。]{0,4}$")
_TOGETHER = regex("(?:^|[^公中])(?:共|合计|总计|累计|总共)[\u4e00-\u9fff]{0,8}$")
_PART = regex("其中|另|新增")
_OTHERS = regex("[上去]年|同期|比|较|最")
_TIME = frozenset("年月日周季天")
_PAIR = 2
_HALF = Decimal("0.5")


def means_of(of: Subject, counts: Callable[[Stated, str, str], bool]) -> Iterator[Finding]:
    """Each such average that the figures beside it do not give. counts: whether a figure counts what is named."""
    less, head, both = led_by(of, _LESS), led_by(of, _HEAD), led_by(of, _EACH_BOTH)
    for row in rows_with(of, _LESS, _HEAD, _EACH_BOTH) if less or head or both else ():
        for before, one in pairwise(row):
            if one.at in less:
                yield from _of_gap(of, row, before, one, counts)
            elif one.at in head and _HEAD.match(one.lead):
                yield from _by_head(of, before, one)
            elif one.at in both:
                yield from _of_both(of, row, one)


def around(
    of: Subject, each: "re.Pattern[str]", counts: Callable[[Stated, str, str], bool]
) -> Iterator[Finding]:
    """Each mean that the total and the count told behind or around it do not give: 12名队员人均办案15件，共办案210件;
    罚款18万元，案均1.8万元，共处罚12件."""
    led = led_by(of, each)
    for row in rows_with(of, _TOGETHER) if led and led_by(of, _TOGETHER) else ():
        for at, mean in enumerate(row):
            told = each.search(mean.own) if mean.at in led and mean.exact and mean.amount else None
            if told is None or not (told["mean"] or told["per"] or told["then"]) or mean.mention.quantity.qualifier:
                continue
            for pair in (row[at - 1 : at] + row[at + 1 : at + 2], row[at + 1 : at + 3]):
                yield from _pair(of, mean, pair, (told["sort"] or "", told["each"] or told["per"] or ""), counts)


def _pair(
    of: Subject, mean: Stated, pair: Sentence, each: tuple[str, str], counts: Callable[[Stated, str, str], bool]
) -> Iterator[Finding]:
    if len(pair) < _PAIR or not all(one.exact for one in pair) or any(";" in one.lead for one in pair[-1:]):
        return
    totals = [one for one in pair if one.kind == mean.kind and one.amount > mean.amount]
    several = [one for one in pair if one not in totals and one.amount > 1 and counts(one, *each)]
    told = [one for one in pair if one.at > mean.at and _TOGETHER.search(one.lead)]
    if len(totals) != 1 or len(several) != 1 or not told or each[1][:1] in _TIME or _PART.search(pair[-1].lead):
        return
    total, count = totals[0], several[0]
    if _OTHERS.search(total.own + count.own + mean.own) or covered(of, (total, count, mean)):
        return
    if not _gives(total.amount / count.amount, as_printed(mean), mean):
        right = f"{rounded(total.amount / count.amount / units.base(mean.unit)[0], Decimal('0.1')):f}{mean.unit}"
        said = f"{words(total)} ÷ {words(count)} = {right}，与“{words(mean)}”不符"
        yield Finding(where(of, mean), said, "核对总数、个数和平均数")


def _of_gap(
    of: Subject, row: Sentence, gap: Stated, mean: Stated, counts: Callable[[Stated, str, str], bool]
) -> Iterator[Finding]:
    told = _LESS.search(mean.own)
    if told is None or gap.kind != mean.kind or not _GAP.match(gap.lead) or not (gap.exact and mean.exact):
        return
    before = [*told_before(of, row), *row[: row.index(gap)]]
    meant = [one for one in before if one.exact and one.amount > 1 and one.kind != mean.kind]
    meant = [one for one in meant if counts(one, "", told["each"])]
    value = as_printed(mean)
    if meant and not any(_gives(gap.amount / one.amount, value, mean) for one in meant):
        count = meant[-1]
        exact = gap.amount / count.amount / units.base(mean.unit)[0]
        if not covered(of, (gap, count, mean)):
            right = f"{rounded(exact, Decimal('0.1')):f}{mean.unit}"
            said = f"{words(gap)} ÷ {words(count)} = {right}，与“{words(mean)}”不符"
            yield Finding(where(of, mean), said, "核对增减的数、个数和平均数")


def _by_head(of: Subject, total: Stated, mean: Stated) -> Iterator[Finding]:
    """What each inhabitant has of an amount, where one number of these is told."""
    money = total.kind == mean.kind == "元" and total.exact and mean.exact and _MONEY.search(total.own)
    if not money or total.unit == mean.unit:
        return
    people = [o for row in sentences(of) for o in row if o.kind == "人" and _PEOPLE.search(o.own) and o.amount > 1000]
    if len({one.amount for one in people}) != 1 or covered(of, (total, mean)):
        return
    exact, value = total.amount / people[0].amount / units.base(mean.unit)[0], as_printed(mean)
    if not _gives(total.amount / people[0].amount, value, mean) and _HALF < exact / value < 2:
        right = f"{rounded(exact, Decimal('0.1')):f}{mean.unit}"
        said = f"{words(total)} ÷ {words(people[0])} = {right}，与“{words(mean)}”不符"
        yield Finding(where(of, mean), said, "核对总数、人口和人均")


def _of_both(of: Subject, row: Sentence, each: Stated) -> Iterator[Finding]:
    at = row.index(each)
    total = row[at + 1] if at + 1 < len(row) else None
    told = _EACH_BOTH.search(each.lead)
    if told is None or total is None or total.kind != each.kind or not _IN_ALL.search(total.lead):
        return
    places = [_only(row[:at], told[name]) for name in ("one", "other")]
    held = [one for one in places if one is not None]
    if len(held) == len(places) and held[0] is not held[1] and total.exact:
        come_to = summed(held) * each.amount
        if come_to != total.amount and not covered(of, (*held, each, total)):
            places_ = " + ".join(map(words, held))
            said = f"（{places_}）× {words(each)} = {plain(come_to)}{each.unit}，与“{words(total)}”不符"
            yield Finding(where(of, total), said, "核对每处几个、处数和总数")


def _only(before: Sentence, name: str) -> Stated | None:
    """The only figure that counts places of a name: 63个村民小组 for 组."""
    found = [one for one in before if one.exact and re.match(f"(?:行政)?{name}(?!民?小组|组)", one.noun)]
    found = found or [one for one in before if one.exact and one.noun.endswith(name)]
    return found[0] if len(found) == 1 else None


def _gives(amount: Decimal, value: Decimal, mean: Stated) -> bool:
    exact = amount / units.base(mean.unit)[0]
    return value in (rounded(exact, value), truncated(exact, value))

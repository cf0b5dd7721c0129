"""平均数与总数、个数不符。

为什么：总数、个数、平均数写在一句里，两数相除就是第三个。
依据：算术；“约”的平均数相差一成以内不算。
反例：
    开展宣讲18场，惠及2300人次，平均每场228人次。

    培养“法律明白人”4210名，全县256个行政村，村均15名。

    与14个村签订责任书15份，每村1份。
正例：
    开展宣讲18场，惠及2300人次，平均每场约128人次。
    全年召开会议24次，审议议题186个，平均每次7.75个。
    举办培训4期、每期2天，培训320人次。
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, combinations

from generator.annotate import units
from generator.check.figures import exponent, rounded, truncated
from generator.check.near import led_by, rows_with
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._extremes import beyond, contrary, late
from generator.check.rules.fig._frequency import frequency
from generator.check.rules.fig._listed import BRACKETS, clause
from generator.check.rules.fig._mean_by_count import by_count
from generator.check.rules.fig._mean_by_time import by_time, is_by_time
from generator.check.rules.fig._mean_elsewhere import counted, lengths, totalled, unread
from generator.check.rules.fig._mean_of import around, means_of
from generator.check.rules.fig._mean_parts import joined, sorts_before, wholes
from generator.check.rules.fig._mean_yearly import yearly
from generator.check.rules.fig._names import share
from generator.check.rules.fig._products import products
from generator.check.stated import Sentence, Stated, covered, plain, summed, told_before, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_EACH = regex(
    r"(?P<mean>平均)?(?:(?:每|(?<=平均)一(?=[件起宗案场次户人村项份]))(?P<one>一?(?P<sort>[个家名所支户]))?(?P<each>[\u4e00-\u9fff]{0,9}?)"
    r"|(?P<per>[村社户人件案场次期宗月日周])均[\u4e00-\u9fff]{0,4}?)(?P<then>平均)?(?:约|近|达到?|为|有|仅|不到|不足)?$"
)
_OTHER = regex("^(?:而)?(?:上年|去年|上一年|前年)(?!末|底|结转)|(?<!至)[少多减增][\u4e00-\u9fff]{0,2}$")
"""The average of another year, or of a difference: 上年平均每村9户; 由189份减到84份，平均每项少交5份."""
_EACH_HAS = regex("^[\u4e00-\u9fff]{1,8}各(?:自?配备?|有|建有|设)?$")
_COME_TO = regex("[,(](?:共计?|合计|计)(?:安排|投入|补助)?$")
_ONE_EACH = regex("^[^,;:、]{0,8}[各均都](?:自)?(?:设立?|设有|设置|建有?|建成|建立|配备?|聘请?|有)了?$")
_TIME = frozenset("年月日周季天")
_PLACE_AND_TIME = regex("每个?(月|季|周)度?$")
"""每村每月: what there is, shared by the places and by the months."""
_IN_YEAR = {"月": 12, "季": 4, "周": 52}
_OF_MANY = {"百人": Decimal("0.01"), "千人": Decimal("0.001"), "万人": Decimal("0.0001")}
_NAMED = regex(
    "([审办]结|结案|立案|受理)的?(?:案件|的)?(?:件?数量?|量)?(?:计算?|来?算|测算)?,?(?:件均|案均|平均每[件起案宗])$"
)
"""What a mean is said to be of: 结案件均, 结案的案件平均每件, 按结案数平均每件."""
_SIGNS = 2
"""Signs that name a sort, with one more."""
_ABOUT = Decimal("0.1")
_MORE = ("余", "多")
_UNDER, _LITTLE = regex("(?:不到|不足)$"), Decimal("0.75")
"""Before a mean that is a little less than it says."""


def check(of: Subject) -> Iterator[Finding]:
    """Each average that no total and count of its sentence give, where one of both is told."""
    yield from yearly(of)
    yield from beyond(of)
    yield from contrary(of)
    yield from late(of)
    yield from means_of(of, _counts)
    yield from around(of, _EACH, _counts)
    yield from frequency(of)
    yield from products(of)
    yield from by_count(of)
    each_of = led_by(of, _EACH)
    for row in rows_with(of, _EACH, _EACH_HAS):
        yield from _each_of(of, row)
        for one in row:
            told = _EACH.search(_own(one)) if one.at in each_of else None
            if told and one.amount and one.unit and one.unit != "%" and not _OTHER.search(one.own):
                each = (told["sort"] or "", told["each"] or told["per"] or "")
                yield from _one(of, row, one, each, bool(told["mean"] or told["per"] or told["then"]))


def _each_of(of: Subject, row: Sentence) -> Iterator[Finding]:
    """A total, how many share it and how many each has: 记录仪108台，9个中队各12台."""
    for at, (total, count, each) in enumerate(zip(row, row[1:], row[2:], strict=False)):
        told = _EACH_HAS.match(each.lead) and re.match("[,(][^,;:、。]{0,8}$", count.lead)
        behind = row[at + 3] if at + 3 < len(row) else None
        if behind and "其中" in count.lead and behind.kind == each.kind and _COME_TO.match(behind.lead):
            # 经费96万元，其中16个乡镇各3万元，共48万元: they have a total of their own.
            total = behind
        alike = total.kind == each.kind != count.kind and total.exact and count.exact and each.exact
        rests = [one.amount for one in row[at + 3 :] if one.kind == total.kind and one.exact and ";" not in one.lead]
        if total.amount - count.amount * each.amount in accumulate(rests):
            # 手册5000册，10个所各400册，机关留用1000册.
            continue
        if told and alike and count.amount > 1 and total.amount != count.amount * each.amount:
            right = f"{plain(count.amount * each.amount)}{each.unit}"
            said = f"{words(count)}各{words(each)}合计{right}，与“{words(total)}”不符"
            yield Finding(where(of, each), said, "核对总数、个数和每个多少")


def _one(of: Subject, row: Sentence, mean: Stated, each: tuple[str, str], sure: bool) -> Iterator[Finding]:
    sorts = sorts_before(of, row, mean) if sure else frozenset()
    past, each_of = elsewhen(of) | sorts, led_by(of, _EACH)
    others = [one for one in row if one is not mean and one.mention.quantity.qualifier in ("", *_MORE)]
    others = [one for one in others if one.at not in past and not (one.at in each_of and _EACH.search(_own(one)))]
    end = next((one.at for one in row if one.at > mean.at and ";" in one.lead), mean.stop)
    others = lengths([one for one in others if one.at < end], mean)
    counts = [one for one in others if not one.mention.quantity.qualifier and _counts(one, *each) and one.amount > 1]
    if any(one.kind == mean.kind for one in counts):
        # 12个社区划成156个网格，平均每个社区13个: the 12.
        counts = [one for one in counts if len(each[1]) > 1 and one.noun.startswith(each[1])] or counts
    counts = counts or list(_one_each(row, each[1])) or (list(unread(of, row, mean, each[1])) if sure else [])
    totals = [one for one in others if one.kind[:1] == mean.kind[:1] and one.amount > mean.amount]
    times_of = [one for one in others if one.unit == "人次" and one.amount > mean.amount] if mean.unit == "次" else []
    if each[1][-1:] == "人" and times_of:
        # 参训1404人次，人均9次: how often they came, not how many they are.
        totals, counts = times_of, [one for one in counts if one not in times_of]
    at = row.index(mean)
    if is_by_time(row, at):
        yield from by_time(of, row, mean)
        return
    if each[1][:1] in _TIME or mean.mention.quantity.sense == "change" or not (counts or sure):
        return
    if not totals:
        less = [one for one in others if one.unit.endswith("元") and one.kind == mean.kind and one.at < mean.at]
        if len(less) == 1 and less[0].amount < mean.amount and sure:
            said = f"平均“{words(mean)}”比总数“{words(less[0])}”还多"
            yield Finding(where(of, mean), said, "核对两个数和单位（元、万元）")
    if counts and not totals and sure:
        yield from _of_earlier(of, row, mean, counts[-1])
    if totals and not counts and sure:
        yield from _elsewhere(of, row, mean, each, sorts)
    if not (totals and counts) or _of_sort(mean, totals, counts):
        return
    of_ = _NAMED.search(mean.own)
    named = [one for one in counts if of_ and of_[1] in one.own[-4:]]
    counts = named or counts
    counts = [one for one in counts if one.kind != mean.kind] or counts
    beside = counts[-1] in row and row.index(counts[-1]) + 2 == row.index(totals[-1]) + 1 == row.index(mean)
    if beside and not re.search("[,;:]", totals[-1].lead):
        # 向145名受害人返还217.5万元，人均1.5万元: one clause tells both.
        counts, totals = counts[-1:], totals[-1:]
    spread = _PLACE_AND_TIME.search(each[1])
    times = _IN_YEAR[spread[1]] if spread else _OF_MANY.get(each[1], 1)
    whole_of = wholes(totals)
    together = [some for n in (1, 2, 3) for some in combinations(totals[:6], n)]
    together = [some for some in together if len({one in whole_of for one in some}) == 1]
    # 17个村、3个社区，平均每个村（社区）6名; 上半年14场，下半年22场，场均90人次: all of them share it.
    several = [one for one in joined(others) if one.kind in {count.kind for count in counts}]
    earlier = [one for one in told_before(of, row) if one.exact and one.amount > 1 and _counts(one, *each)]
    earlier = [one for one in earlier if one.at not in sorts]
    if named:
        several, earlier = [], [one for one in earlier if of_ and of_[1] in one.own[-4:]]
    if any(
        _gives(summed(some) / times, count, mean, sure, some)
        for some in together
        for count in (*counts, *several, *earlier)
        if count not in some
    ):
        return
    whole = [one for one in counts if one.mention.quantity.sense == "value"] or counts
    whole = [one for one in whole if one.depth == mean.depth] or whole
    count, total = _nearest(whole, mean), _nearest([o for o in whole_of if o.unit == mean.unit] or whole_of, mean)
    if count is total or covered(of, (count, total)):
        return
    exact = total.amount / times / count.amount / units.base(mean.unit)[0]
    right = rounded(exact, min(Decimal("0.1"), Decimal(1).scaleb(exponent(Decimal(_plain(mean))))))
    by = f"{words(count)} ÷ {times}" if spread else f"{words(count)} × {1 / times:f}" if times != 1 else words(count)
    said = f"{words(total)} ÷ {by} = {right:f}{mean.unit}，与“{words(mean)}”不符"
    yield Finding(where(of, mean), said, "核对总数、个数和平均数", severity=None if sure else Severity.INFO)


def _of_sort(mean: Stated, totals: Sequence[Stated], counts: Sequence[Stated]) -> bool:
    """Whether it is the mean of one sort whose total is not told: 罚款5.1万元，当场处罚平均每件200元."""
    sort = mean.own.partition("平均")[0].strip()
    if len(sort) <= _SIGNS or len({sort in one.own for one in counts}) < 2:
        return False
    return not any(share(sort, one.own + one.noun) for one in totals)


def _one_each(row: Sentence, each: str) -> Iterator[Stated]:
    """How many there are by the places of which each has one: 16个村、2个社区各设1个代办点."""
    for at, one in enumerate(row):
        if at and one.amount == 1 and _ONE_EACH.search(one.lead) and len(each) > 1 and one.noun.startswith(each):
            places = [row[at - 1]]
            if at > 1 and row[at - 2].kind == row[at - 1].kind and re.fullmatch("[^,;:]{1,4}[、和]", row[at - 1].lead):
                places.insert(0, row[at - 2])
            if all(place.exact for place in places):
                said = " + ".join(map(words, places))
                yield replace(one, amount=summed(places), said=f"（{said}）" if len(places) > 1 else said)


def _elsewhere(
    of: Subject, row: Sentence, mean: Stated, each: tuple[str, str], sorts: frozenset[int]
) -> Iterator[Finding]:
    """A total and its mean, of what an earlier sentence counts."""
    at = row.index(mean)
    total = row[at - 1] if at else None
    if "届时" in mean.lead:
        total = _by_then(row[:at], mean)
    elif each[1].startswith(("村", "社区")):
        # How many of them there are is told anywhere (FIG039).
        return
    if total is None or not total.exact or total.kind != mean.kind or total.amount <= mean.amount:
        return

    def gives(amount: Decimal) -> bool:
        return _gives(total.amount, replace(mean, amount=amount), mean, True, ())

    count = counted(of, row, mean, lambda one: one.kind != mean.kind and _counts(one, *each), gives, sorts)
    if count is not None and not covered(of, (count, total)):
        exact = total.amount / count.amount / units.base(mean.unit)[0]
        said = f"{words(total)} ÷ {words(count)} = {rounded(exact, Decimal('0.1')):f}{mean.unit}，与“{words(mean)}”不符"
        yield Finding(where(of, mean), said, "核对总数、个数和平均数")


def _of_earlier(of: Subject, row: Sentence, mean: Stated, count: Stated) -> Iterator[Finding]:
    """A count and its mean, of what an earlier sentence totals."""
    whole = totalled(of, row, mean, count, lambda one: _gives(one.amount, count, mean, True, ()))
    if whole is not None and not covered(of, (count, whole)):
        exact = rounded(whole.amount / count.amount / units.base(mean.unit)[0], Decimal("0.1"))
        said = f"{words(whole)} ÷ {words(count)} = {exact:f}{mean.unit}，与“{words(mean)}”不符"
        yield Finding(where(of, mean), said, "核对总数、个数和平均数")


def _by_then(before: Sentence, mean: Stated) -> Stated | None:
    """What there will be: 培育115名，计划再培育69名，届时村均达到8名."""
    some = [one for one in before if one.kind == mean.kind and not _EACH.search(one.own)]
    exact = not any(one.mention.quantity.qualifier for one in some)
    if len(some) != 2 or not exact or not re.search("再|新增|新", some[1].own):
        return None
    said = f"（{some[0].said} + {some[1].said}）"
    return replace(some[1], amount=summed(some), said=said, exact=True)


def _own(one: Stated) -> str:
    """The words of its clause, what stands in brackets left out: 平均每个村(社区)."""
    return clause(BRACKETS.sub("", one.lead), -1) if one.lead.endswith(")") else one.own


def _counts(one: Stated, sort: str, each: str) -> bool:
    """Whether a figure counts what the average is taken over: 14个村 for 每村, 组织326个 for 每个组织, 18场次 for 每场.

    sort: the measure word after 每, if any; each: the words after it.
    """
    before, noun = one.own, one.noun
    if each in _OF_MANY:
        return one.kind == "人" and one.amount > 1000
    if each[-1:] in ("日", "天") and len(each) > 2 and one.unit in ("天", "日"):
        # 到乡坐班24天，平均每个坐班日5.5人次.
        return each[:2] in before
    if not sort and each == "户" and one.unit == "家":
        return True
    if sort and each[:1] == "次":
        # 企业384家次，平均每家次查出3条.
        return one.unit == f"{sort}次"
    if sort:
        return one.unit == sort and (not each or each[:2] in before + "|" + noun or sort in "家户所")
    if each[:1] and (each[0] in one.unit or each == one.kind == "人" or (each[0] == "案" and one.kind == "件")):
        return True
    if each[:1] == "校" and one.unit in ("所", "家"):
        return True
    return bool(each) and (noun[:4].startswith(each[0]) or noun[:4].endswith(each[:1]) or each[:1] in noun[:3])


def _nearest(totals: Sequence[Stated], mean: Stated) -> Stated:
    before = [one for one in totals if one.at < mean.at]
    return before[-1] if before else totals[0]


def _gives(total: Decimal, count: Stated, mean: Stated, about: bool, of: Sequence[Stated]) -> bool:
    """Whether it is their quotient; about: as a mean (平均每村), else each has exactly so many (每村)."""
    exact = total / count.amount / units.base(mean.unit)[0]
    value = Decimal(_plain(mean))
    given = value in (rounded(exact, value), truncated(exact, value))
    if _UNDER.search(mean.own):
        return value * _LITTLE <= exact <= value
    if any(one.mention.quantity.qualifier for one in (mean, *of)):
        # 近3项 of 2.6
        return given or abs(exact - value) <= exact * _ABOUT
    return given if about else value == exact


def _plain(one: Stated) -> str:
    """Its number in digits."""
    return f"{one.amount / units.base(one.unit)[0]:f}" if not re.fullmatch(r"\d+(?:\.\d+)?", one.value) else one.value


RULE = Rule("FIG026", "平均数与总数、个数不符", Severity.WARNING, check, __doc__)

"""成效里写了别的年度的数。

为什么：报告说的是一个年度的工作，别的年度、几年累计的数混在里面，上级会当成当年的数汇总。
依据：《法治政府建设与责任落实督察工作规定》要求报告上一年度的情况；作比较的、写明累计的可以保留，提醒核对。
反例（2024年度）：
    一、主要举措和成效
    2023年，办理行政复议案件31件。
    近三年来，开展普法活动300场次。
正例（2024年度）：
    一、主要举措和成效
    2024年，办理行政复议案件31件，2023年为29件。
    截至目前，办理行政复议案件31件。
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.stated import Stated, sentences, where, words
from generator.check.subject import Subject, found, may_match, parts
from generator.diagnostics import Severity
from generator.regex import regex

_YEARS = regex(r"(?:近|过去)?(?:[二三四五六七八九十两]|\d{1,2})年(?:来|以来|间|内)$")
_FROM = regex("[由从][^,;:、]*$")
_CARRIED = regex(r"\d{4}年(?:度|[末底])?(?:结转|遗留|立项)")
_EARLIER = regex(r"(\d{4})\s?年(?:度|全年)?$")

_UNTIL = regex(r"截[至止](?:到)?(\d{4})年(\d{1,2})月(?:(\d{1,2})日|[底末初中份])?")
_COMPARED = regex(r"[较比](\d{4})年(?:度|同期|全年)?的?(?=\d)")
_COUNTED = regex(r"统计(?:期|时段|期间|周期|时间|口径|范围)[^,;。\d]{0,6}(\d{4})年1月")
_PLAN = regex(r"[“\"]十[三四五六]五[”\"](?:时期|期间)?以来")


def check(of: Subject) -> Iterator[Finding]:
    """The first figure of each sentence of the measures that is told of another time than the year."""
    if not of.year:
        return
    if of.dated and may_match(of, _UNTIL):
        for place, until in found(of, _UNTIL):
            day = f"{until[1]}-{int(until[2]):02}-{int(until[3] or 1):02}"
            if day > of.written:
                told = f"“{until[0]}”晚于成文日期{of.written}"
                yield Finding(place, told, "核对截止的日期", severity=Severity.WARNING)
    for place, then in found(of, _COMPARED) if may_match(of, _COMPARED) else ():
        if int(then[1]) > of.year:
            told = f"{of.year}年度的报告，却与{then[1]}年相比"
            yield Finding(place, told, "核对年份", severity=Severity.WARNING)
    for place, told_of in found(of, _COUNTED) if may_match(of, _COUNTED) else ():
        if int(told_of[1]) != of.year:
            told = f"{of.year}年度的报告，统计的却是{told_of[1]}年"
            yield Finding(place, told, "核对年份", severity=Severity.WARNING)
    within = {number for section in parts(of, "measures") for number in range(section.first, section.last + 1)}
    for row in sentences(of):
        one = row[0]
        if one.mention.quantity.spot.line not in within or one.mention.quantity.sense != "value":
            continue
        said = _other(of, one)
        if not said or _FROM.search(one.lead) or _CARRIED.search(one.lead):
            continue
        if not any(re.search(rf"同比|较|比|{of.year}年", other.lead) for other in row):
            told = f"“{words(one)}”是“{said}”的数，不是{of.year}年度的"
            yield Finding(where(of, one), told, f"写{of.year}年度的数；确要保留的，与当年的数分开写明")


def _other(of: Subject, one: Stated) -> str:
    period = one.mention.quantity.period
    indicator = of.schema.indicators.get(one.indicator)
    if indicator is not None and indicator.nature == "stock":
        return ""
    if period and _YEARS.search(period):
        return period
    plan = _PLAN.search(one.lead)
    if plan:
        return plan[0]
    earlier = _EARLIER.match(period) if period else None
    ahead = earlier and int(earlier[1]) == of.year + 1 and re.search("已|完成", one.own)
    return period if ahead or (earlier and of.year - 3 <= int(earlier[1]) < of.year) else ""


RULE = Rule("FIG024", "成效里有别的年度的数", Severity.INFO, check, __doc__)

"""报告年度已经不在所写规划的期限之内。

为什么：举措里说落实某规划，规划却在报告年度之前就到期了，或还没有开始。
依据：各规划的起止年见其名称和模板的 genre.yml（periods）。地方文件以本地为准。
反例：
    一、主要举措和成效
    深入实施“七五”普法规划。
    二、存在的不足
    执法力量不足，主要原因是编制少。
反例（2025年度）：
    一、主要举措和成效
    对照“七五”普法规划收官要求，培训执法人员25人。
反例（2025年度）：
    2025年是“十三五”规划收官之年，现将有关情况报告如下。
    一、主要举措和成效
    培训执法人员25人。
反例（2025年度）：
    2025年是“十四五”规划开局之年，现将有关情况报告如下。
    一、主要举措和成效
    培训执法人员25人。
正例：
    一、主要举措和成效
    深入实施“八五”普法规划。
    二、存在的不足
    执法力量不足，主要原因是编制少。
"""

from collections.abc import Iterator, Sequence

from generator.check.calendar import periods, quoted, sentence
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, extent, found, parts, spot
from generator.diagnostics import Severity
from generator.regex import regex

_IN = regex(r"(20\d\d)年是[^,;。\n]{0,8}$")
_FIVE = regex(r"(?P<year>20\d\d)年是[“\"]?十(?P<plan>[三四五])五[”\"]?(?:规划|时期)?的?(?P<which>开局|收官)之年")
_FIRST = {"三": 2016, "四": 2021, "五": 2026}
"""The first of the five years of a plan for the economy."""
_LAST = regex("[^,;。\n]{0,8}(?:收官|最后一|终结)之?年")


def check(of: Subject) -> Iterator[Finding]:
    """Each period outside the plans that does not hold the reported year, unless its end is what is told."""
    if not of.year:
        return
    for _, match in found(of, _FIVE):
        first = _FIRST[match["plan"]]
        year = int(match["year"])
        right = first if match["which"] == "开局" else first + 4
        if year != right:
            said = f"{year}年不是“十{match['plan']}五”的{match['which']}之年，应是{right}年"
            yield Finding(spot(of, match.start("plan") - 1, match.end()), said, "核对规划和年份")
    closing = of.words.get("规划收尾", ())
    planned = [extent(of, part) for part in parts(of, "plans")]
    for at, name, last in periods(of, 0, len(of.text)):
        if any(begin <= at < end for begin, end in planned):
            continue
        ends = _IN.search(of.folded, max(0, at - 20), at)
        if ends and int(ends[1]) != last and _LAST.match(of.folded, at + len(name)):
            said = f"{quoted(name)}到{last}年为止，不是{ends[1]}年"
            yield Finding(spot(of, at, at + len(name)), said, "核对规划的名称和期限")
        elif last < of.year and not _closes(sentence(of, at), closing, of.year - last):
            said = f"报告的是{of.year}年，{quoted(name)}到{last}年为止"
            yield Finding(spot(of, at, at + len(name)), said, "核对规划的名称和期限")


def _closes(said: str, closing: Sequence[str], since: int) -> bool:
    """Whether the end of a period is what the sentence tells; since: years after it. A period that is just ending
    (收官) ended a year or two ago at most."""
    told = [word for word in closing if word in said]
    return bool(told) and (told != ["收官"] or since < 3)


RULE = Rule("WRD034", "正文写了过期的规划", Severity.WARNING, check, __doc__)

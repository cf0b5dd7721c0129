"""提到了当时还没有召开的会议。

为什么：报告写于会前，或者说的几月在会前，却写会后的事，多半是套用了别年的稿子。
依据：会议的日期见模板的 genre.yml（meetings）；没有成文日期的报告，按次年2月28日算。
反例：
    全面贯彻党的二十届四中全会精神。
反例（2021年度）：
    深入学习贯彻党的二十大精神。
反例（2024年度）：
    一、主要举措和成效
    5月至6月，在12个社区宣讲党的二十届三中全会精神24场。
正例（2021年度）：
    以优异成绩迎接党的二十大胜利召开。
正例（2024年度）：
    一、主要举措和成效
    8月至10月，在12个社区宣讲党的二十届三中全会精神24场。
正例：
    全面贯彻党的二十届三中全会精神。

    党的二十大和二十届历次全会精神。
"""

from collections.abc import Iterator

from generator.check.calendar import PLENUM, plenums, rows
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, extent, found, offset, parts, spot
from generator.diagnostics import Severity
from generator.regex import regex

_CONGRESS = regex(
    r"(?<!迎接)(?<!喜迎)(党的(?:二十|二十一)大)(?=(?:[、和及]{1,2}二十届[^,;。]{0,8})?(?:精神|报告|以来|决策部署|战略部署))"
)
_MONTH = regex(
    r"(?:(?P<year>20\d{2})年)?(?<!\d)(?:(?P<from>\d{1,2})月?(?:至|到|[—–-]{1,2}))?(?P<month>1[0-2]|[1-9])月(?:份|间|期间|[上中下]旬)?,?"
    r"(?P<what>[^,;:。\n月起后]{0,24})$"
)
"""The month that a clause begins with, up to the name of a plenum."""
_REACH = 48


def check(of: Subject) -> Iterator[Finding]:
    """Each plenum that was not over when the report was written; of several joined by 、 each."""
    if not of.written:
        return
    for congress, ordinal, at in plenums(of):
        held = _held(of, congress, ordinal)
        if held is not None and held > of.written:
            where = spot(of, at, at + len(ordinal))
            said = f"{congress}{ordinal}全会在{held}闭幕，晚于成文（{of.written}）"
            yield Finding(where, said, "写成文时已经召开的全会")
        elif held is not None:
            yield from _too_early(of, f"{congress}{ordinal}全会", held, at)
    for where, match in found(of, _CONGRESS):
        ends = next((str(row["ends"]) for row in rows(of, "meetings") if row.get("name") == match[1]), "")
        # 迎接大会召开，学习宣传大会精神 may be planned.
        if ends > of.written and not _planned(of, offset(of, where)):
            yield Finding(where, f"{match[1]}在{ends}闭幕，晚于成文（{of.written}）", "写成文时已经召开的大会")


def _too_early(of: Subject, name: str, held: str, at: int) -> Iterator[Finding]:
    """A month of the year before the plenum, in which something is said to be done by it: 5月，宣讲三中全会精神."""
    begin = of.folded.rfind("\n", 0, at) + 1
    told = _MONTH.search(of.folded, max(begin, at - _REACH), at)
    if told is None:
        return
    year = int(told["year"] or of.year + _planned(of, at))
    if year and f"{year:04}-{int(told['month']):02}" < held[:7] == f"{of.year:04}{held[4:7]}":
        said = f"{told['month']}月还没有召开{name}（{held}闭幕）"
        yield Finding(spot(of, told.start(), told.end()), said, "核对月份和会议")


def _planned(of: Subject, at: int) -> bool:
    return any(first <= at < last for first, last in (extent(of, part) for part in parts(of, "plans")))


def _held(of: Subject, congress: str, ordinal: str) -> str | None:
    """The last day of a plenum; that of one after the latest known is unknown to us, and may lie ahead."""
    for row in rows(of, "meetings"):
        if row.get("name") == f"党的{congress}{ordinal}全会":
            return str(row["ends"])
    return None


RULE = Rule("WRD031", "提到了还没有召开的会议", Severity.ERROR, check, __doc__, looks_for=(PLENUM, _CONGRESS))

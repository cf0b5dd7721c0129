"""会议召开的年月写错了。

为什么：全会、党代会什么时候开的人人知道，写错了，或者把届次写错了，一看就知道没有校对。
依据：各次会议的日期见模板的 genre.yml（meetings）。
反例（2025年度）：
    2025年10月召开的党的二十届三中全会闭幕后，组织学习2次。

    党的二十届四中全会于2025年7月召开，镇党委专题传达。
正例（2025年度）：
    2025年10月召开的党的二十届四中全会闭幕后，组织学习2次。
    2025年7月，镇党委专题学习党的二十届三中全会精神。
"""

from collections.abc import Iterator
from itertools import chain

from generator.check.calendar import rows
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found, spot
from generator.diagnostics import Severity
from generator.regex import regex

_DATE = r"(?P<date>(?:(?P<year>20\d\d)年)?(?P<month>1?\d)月)(?:[1-3]?\d日?(?:[至到—~-][1-3]?\d日)?)?"
_NAME = r"(?:党的|中共)?(?P<name>(?:十九|二十|二十一)(?:大|届[一二三四五六七]中全会))"
_HELD = "(?:胜利)?(?:召开|闭幕|举行)"
_BEFORE = regex(rf"(?<!\d){_DATE},?{_HELD}的{_NAME}")
_BEHIND = regex(rf"{_NAME}[自于在]?{_DATE}{_HELD}")


def check(of: Subject) -> Iterator[Finding]:
    """Each meeting that is said to have been held in another month than it was."""
    for _, match in chain(found(of, _BEFORE), found(of, _BEHIND)):
        for row in rows(of, "meetings"):
            year, month = map(int, str(row["ends"]).split("-")[:2])
            told = int(match["year"] or year), int(match["month"])
            if row["name"] == f"党的{match['name']}" and row.get("verified", True) and told != (year, month):
                where = spot(of, match.start("date"), match.end("date"))
                said = f"党的{match['name']}是{year}年{month}月开的，不是{match['date']}"
                yield Finding(where, said, "核对年月和届次")


RULE = Rule("WRD056", "会议召开的年月写错了", Severity.WARNING, check, __doc__, looks_for=(_BEFORE, _BEHIND))

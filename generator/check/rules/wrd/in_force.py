"""法规的施行日期写错了。

为什么：施行日期是查得到的，写错了，读者会怀疑没有学过这部法。
依据：各法规的施行日期见模板的 genre.yml（laws、in_force），没有核过的只作提示；
年份相差三年以上的，当作修订以前的，不指出。
反例：
    新修订的《中华人民共和国行政复议法》自2023年9月1日起施行，组织培训2次。

    《信访工作条例》于2022年4月1日正式施行以来，开展宣传6场。

    修订后的行政处罚法9月15日施行，组织轮训1次。
正例：
    新修订的《中华人民共和国行政复议法》自2024年1月1日起施行，组织培训2次。
    《信访工作条例》5月1日起施行，开展宣传6场。
    《中华人民共和国行政复议法》2023年9月1日修订通过，2024年1月1日起施行。
"""

import re
from collections.abc import Iterator
from itertools import chain

from generator.check.calendar import rows
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found, spot
from generator.diagnostics import Severity
from generator.regex import regex

_DAY = r"(?P<date>(?:(?P<year>20\d\d)年)?(?P<month>1?\d)月(?P<day>[1-3]?\d)日)"
_LAW = (
    r"(?:(?:新|最新)?(?:修订|修正|修改|颁布|公布|制定|出台)后?的)?(?P<open>《)?(?:中华人民共和国)?"
    r"(?P<name>[^《》\n。,;:、()]{2,20}?(?:法|条例|典|规定))(?(open)》)(?:\([^()\n]{0,12}\))?"
)
_FORCE = "(?:正式|开始)?(?:施行|实施|生效)"
_SINCE = regex(rf"{_DAY}(?:起|开始)?{_FORCE}")
_NAMED = regex(rf"{_LAW}(?:已|将)?[自于从]?$")
_ON = regex(rf"(?<![\d年月至到—~-]){_DAY}(?:起|开始)?,?{_LAW}{_FORCE}")
"""The day before the law: 7月15日新修订的行政处罚法施行后."""
_BACK = 50
"""Characters before a day in which the law is named."""
_FORMER = 3
"""Years by which a date is another version's."""
_NO_NAME = frozenset("的和与及在对将按照据以后前新日起了是把从向即")
"""Signs before a name without book-title marks."""


def check(of: Subject) -> Iterator[Finding]:
    """Each day from which a law of the table is said to be in force, but is not."""
    for day, law in chain(_behind(of), ((match, match) for _, match in found(of, _ON))):
        for row in (*rows(of, "laws"), *rows(of, "in_force")):
            name = str(row["name"])
            if not _is_named(law, name):
                continue
            since = tuple(map(int, str(row["since"]).split("-")))
            told = int(day["year"] or since[0]), int(day["month"]), int(day["day"])
            if abs(told[0] - since[0]) < _FORMER and told != since:
                where = spot(of, day.start("date"), day.end("date"))
                right = "{}年{}月{}日".format(*since)
                if row.get("verified", True):
                    yield Finding(where, f"《{name}》不是{day['date']}起施行", f"写“{right}”")
                else:
                    said = f"《{name}》是不是{day['date']}起施行"
                    yield Finding(where, said, f"对照公布的文本，可能是{right}", severity=Severity.INFO)


def _behind(of: Subject) -> Iterator[tuple["re.Match[str]", "re.Match[str]"]]:
    """Each day that is told behind a law, and the law."""
    for _, day in found(of, _SINCE):
        law = _NAMED.search(of.folded[max(0, day.start() - _BACK) : day.start()].rpartition("\n")[2])
        if law:
            yield day, law


def _is_named(match: "re.Match[str]", name: str) -> bool:
    """Whether the law that is named is this one, not a longer name that ends like it (海洋环境保护法 - 环境保护法)."""
    told = match["name"]
    if match["open"] or told == name:
        return bool(told == name)
    before = told.removesuffix(name)
    return before != told and before[-1] in _NO_NAME


RULE = Rule("WRD049", "法规的施行日期写错了", Severity.WARNING, check, __doc__, looks_for=(_SINCE, _ON))

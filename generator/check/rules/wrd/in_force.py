"""法规的施行日期写错了。

为什么：施行日期是查得到的，写错了，读者会怀疑没有学过这部法。
依据：各法规的施行日期见模板的 genre.yml（laws、in_force）；年份相差三年以上的，当作修订以前的，不指出。
反例：
    新修订的《中华人民共和国行政复议法》自2023年9月1日起施行，组织培训2次。

    《信访工作条例》于2022年4月1日正式施行以来，开展宣传6场。
正例：
    新修订的《中华人民共和国行政复议法》自2024年1月1日起施行，组织培训2次。
    《信访工作条例》5月1日起施行，开展宣传6场。
    《中华人民共和国行政复议法》2023年9月1日修订通过，2024年1月1日起施行。
"""

from collections.abc import Iterator

from generator.check.calendar import rows
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found, spot
from generator.diagnostics import Severity
from generator.regex import regex

_SINCE = regex(
    r"《(?:中华人民共和国)?(?P<name>[^《》\n]{2,20})》(?:\([^()\n]{0,12}\))?(?:已|将)?[自于从]?"
    r"(?P<date>(?:(?P<year>20\d\d)年)?(?P<month>1?\d)月(?P<day>[1-3]?\d)日)(?:起|开始)?(?:正式)?(?:施行|实施|生效)"
)
_FORMER = 3
"""Years by which a date is another version's."""


def check(of: Subject) -> Iterator[Finding]:
    """Each day from which a law of the table is said to be in force, but is not."""
    for _, match in found(of, _SINCE):
        for row in (*rows(of, "laws"), *rows(of, "in_force")):
            year, month, day = map(int, str(row["since"]).split("-"))
            told = int(match["year"] or year), int(match["month"]), int(match["day"])
            if match["name"] == row["name"] and abs(told[0] - year) < _FORMER and told != (year, month, day):
                where = spot(of, match.start("date"), match.end("date"))
                right = f"{year}年{month}月{day}日"
                yield Finding(where, f"《{match['name']}》不是{match['date']}起施行", f"写“{right}”")


RULE = Rule("WRD049", "法规的施行日期写错了", Severity.WARNING, check, __doc__, looks_for=(_SINCE,))

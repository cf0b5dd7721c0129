"""还没有办的事，写的期限在成文以前。

为什么：“顺延到”“限期”后面是将来的日子；期限比成文日期还早，多半是年份没有改。
依据：前后一致是公文的基本要求；写明已经办完的不算。
反例：
    云岭镇人民政府关于2024年度法治政府建设情况的报告
    一、主要举措和成效
    （一）整改问题。查出问题60个，改正57个，另3个因冬季停工，顺延到2024年4月底前改正。
    云岭镇人民政府
    2025年1月19日
正例：
    云岭镇人民政府关于2024年度法治政府建设情况的报告
    一、主要举措和成效
    （一）整改问题。查出问题60个，改正57个，另3个因冬季停工，顺延到2025年4月底前改正。
    （二）办结案件。其余2件限期2024年6月底前办结，现已全部办结。原定4月的培训延期到2024年9月举办。
    云岭镇人民政府
    2025年1月19日
"""

from collections.abc import Iterator

from generator.check.calendar import sentence
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_UNTIL = regex(
    r"(?:顺延|延期|延至|延后|推迟|展期|限期|计划|预计|拟|将|力争|争取|确保|承诺)[^,。;、\n\d]{0,8}"
    r"(?P<date>(?P<year>20\d\d)年(?P<month>1?\d)月(?:(?P<day>[1-3]?\d)日|[底末])?)[之以]?前"
)
_OPEN = regex(
    r"另外?\d|另有|其余|剩余|余下|[还尚仍]有|尚未|还未|未完成|未改|未办|未整改|没有(?:改|完成|整改|办)|正在|转入"
)
_DONE = regex("已|均|全部[完办整改到]|完成了|如期|按时|按期")


def check(of: Subject) -> Iterator[Finding]:
    """Each deadline of what is left to be done that is over when the report is written."""
    for where, match in found(of, _UNTIL) if of.written else ():
        said = sentence(of, match.start())
        at = said.find(match[0])
        if not _OPEN.search(said[:at]) or _DONE.search(said[at:]):
            continue
        last = f"{match['year']}-{int(match['month']):02}-{int(match['day'] or 31):02}"
        if last < of.written:
            told = f"还没有办的事，期限写的是“{match['date']}”，早于成文（{of.written}）"
            yield Finding(where, told, "核对年份；已经办完的写“已”")


RULE = Rule("STA024", "还没有办的事期限已过", Severity.WARNING, check, __doc__, looks_for=(_UNTIL,))

"""日历上没有的日期。

为什么：2月30日、13月一望而知是写错了，前后的时间也就不可信。
依据：公历；GB/T 15835—2011《出版物上数字用法》：年月日用公历。
反例：
    2024年2月30日召开会议。

    4月31日举办讲座。

    于2024年13月完成。

    2023年2月29日召开会议。
正例：
    2024年2月29日召开会议。

    2月29日召开会议。

    工期13个月，12月31日完成。
"""

from calendar import monthrange
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_DATE = regex(r"(?:(20\d{2})年)?(?<!\d)(\d{1,2})月(?:(\d{1,2})日)?")
_LEAP = 2024
"""For a day without its year: 29 February is one."""


def check(of: Subject) -> Iterator[Finding]:
    """Each month above 12 behind its year or before its day, and each day that its month lacks."""
    for where, match in found(of, _DATE):
        year, month, day = int(match[1] or _LEAP), int(match[2]), match[3]
        if not (match[1] or day):
            continue
        if not 1 <= month <= 12:
            yield Finding(where, f"“{match[0]}”：没有这个月份", "核对日期")
        elif day and not 1 <= int(day) <= monthrange(year, month)[1]:
            yield Finding(where, f"“{match[0]}”：没有这一天，{month}月只有{monthrange(year, month)[1]}天", "核对日期")


RULE = Rule("NUM026", "日历上没有的日期", Severity.WARNING, check, __doc__, looks_for=(_DATE,))

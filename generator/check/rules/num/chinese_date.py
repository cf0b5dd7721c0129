"""成文日期用了汉字。

为什么：成文日期用阿拉伯数字，2012年起不再写“二〇二五年”。
依据：GB/T 9704—2012 7.3.5.4：成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位。
反例：
    石桥镇人民政府
    二〇二五年一月二十二日
正例：
    石桥镇人民政府
    2025年1月22日
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, day, found
from generator.diagnostics import Severity
from generator.regex import regex

_DATE = regex(
    r"(?<=\n)[ \u3000]*(二[〇○零OoＯ0][一二三四五六七八九〇○零OoＯ]{2}年"
    r"[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)"
    r"(?=[ \u3000]*$)",
    re.MULTILINE,
)


def check(of: Subject) -> Iterator[Finding]:
    """Each paragraph that is a date in Chinese numerals."""
    for where, match in found(of, _DATE):
        year, month, date = day(match[1]).split("-") if day(match[1]) else ("", "", "")
        right = f"{year}年{int(month)}月{int(date)}日" if year else "2025年1月22日"
        said = f"成文日期“{match[1]}”用了汉字"
        yield Finding(where, said, f"写“{right}”" if year else f"用阿拉伯数字写，如 {right}", right if year else None)


RULE = Rule("NUM025", "成文日期用了汉字", Severity.WARNING, check, __doc__, looks_for=(_DATE,))

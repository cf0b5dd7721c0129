"""月、日之前补了零。

为什么：月、日不编虚位，1不写01。
依据：GB/T 9704—2012 7.3.5.4：成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位。
反例：
    会议于2025年02月28日召开。

    截至2024年11月05日，

    自03月起开展检查。
正例：
    2025年2月28日

    2024年10月20日
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_PADDED = regex(r"月0[1-9]日|0[1-9]月")
_DATE = regex(r"(\d{4}年)?(?<!\d)(0?)(\d{1,2})月(?:(0?)(\d{1,2})日)?")


def check(of: Subject) -> Iterator[Finding]:
    """Each month or day with a leading zero."""
    if not any(found(of, _PADDED)):
        return
    for where, match in found(of, _DATE):
        # A page's own line with the day of publication is no part of the report.
        if not (match[2] or match[4]):
            continue
        begin = of.starts[where.line - 1]
        row = of.text[begin : of.starts[where.line] if where.line < len(of.starts) else len(of.text)]
        stamp = row.strip() == match[0] != of.annotation.outline.date.strip()
        if not (stamp and of.form in ("txt", "html", "md")):
            right = f"{match[1] or ''}{match[3]}月{match[5]}日" if match[5] else f"{match[1] or ''}{match[3]}月"
            yield Finding(where, f"“{match[0]}”的月、日补了零", f"写“{right}”", right)


RULE = Rule("NUM004", "月日补了零", Severity.WARNING, check, __doc__, looks_for=(_PADDED,))

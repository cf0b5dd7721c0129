"""次年成文的报告里写“今年”“今年以来”。

为什么：报告成文时已是下一年，“今年”指的就不是报告年度了；“某年以来”也说不清是到哪一天。
依据：公文写作的通行要求：时间写具体年份，不用“今年”“去年”指代报告年度。
反例：
    今年以来，全镇调解矛盾纠纷130起。

    去年全镇共办理行政案件12件。
正例：
    2024年，全镇调解矛盾纠纷130起。

    力争今明两年完成。
"""

from collections.abc import Iterator

from generator.check.published import published
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_WORD = regex(
    r"(?<!当年)今年(?:以来|来|[一二三四]季度|\d{1,2}月|年[初内底末])?"
    r"|(?<!过)去年(?=以来|[全共底末初\d]|同期|度)"
)


def check(of: Subject) -> Iterator[Finding]:
    """Each such word in a report that was written in a later year than it reports on."""
    if not of.year or of.written[:4] <= str(of.year):
        return
    # What was published in the year was written in it.
    if not of.dated and any(date[:4] <= str(of.year) for date, _, _ in published(of)):
        return
    for where, match in found(of, _WORD):
        right = of.year if match[0].startswith("今") else of.year - 1
        yield Finding(where, f"报告{of.year}年的情况，成文已在次年，却写“{match[0]}”", f"写“{right}年”“{right}年全年”")


RULE = Rule("WRD014", "去年的事写成了今年", Severity.WARNING, check, __doc__, looks_for=(_WORD,))

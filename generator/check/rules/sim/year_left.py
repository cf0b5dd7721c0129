"""一句话连同年份都与去年的报告相同。

为什么：套用去年的稿子时漏改了年份。
依据：核对的通行做法。
反例：
    （去年的报告写“2023年，全镇组织开展普法宣传活动20余次”）2023年，全镇组织开展普法宣传活动20余次。
正例：
    2024年，全镇组织开展普法宣传活动30余次。
"""

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, spot
from generator.diagnostics import Severity
from generator.regex import regex

_SENTENCE = regex(r"[^。;\n]{8,}")
_COUNT = regex(r"(?<![\d.])\d+(?:\.\d+)?(?!\d|年)")


def check(of: Subject) -> Iterator[Finding]:
    """Each sentence with the last report's own year in it that the last report has too, whatever its figures, outside
    《》."""
    if of.last is None or not of.last.year or of.last.year == of.year:
        return
    year = f"{of.last.year}年"
    then = {_told(match[0]) for match in _SENTENCE.finditer(of.last.folded) if year in match[0]}
    for match in _SENTENCE.finditer(of.folded):
        if year in re.sub("《[^》]*》", "", match[0]) and _told(match[0]) in then:
            at = match.start() + match[0].find(year)
            where = spot(of, at, at + len(year))
            yield Finding(where, f"这一句连同“{year}”都与去年的报告相同", "核对年份和数")


def _told(sentence: str) -> str:
    """The sentence with 0 for every number but a year."""
    return _COUNT.sub("0", sentence.strip())


RULE = Rule("SIM004", "漏改了去年的年份", Severity.WARNING, check, __doc__, ("last",))

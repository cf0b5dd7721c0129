"""层次标题没有大纲级别。

为什么：没有大纲级别，导航窗格里看不到结构，也生成不了目录。
依据：排版的通行做法，标准没有规定，本条只作提示。
反例：
    去掉一级标题的大纲级别
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import NAMES, each_once, judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity

_NONE = 9


def check(of: Subject) -> Iterator[Finding]:
    """Headings of the first two levels on lines of their own that count as running text."""
    yield from each_once(of, _wrong(of))


def _wrong(of: Subject) -> Iterator[tuple[int, str, str]]:
    for one in judged(of).set:
        if one.role in ("heading1", "heading2") and one.paragraph.outline >= _NONE:
            level = one.role[-1]
            yield one.paragraph.number, f"{NAMES[one.role]}没有大纲级别", f"套用样式“标题{level}”"


RULE = Rule("LAY028", "层次标题没有大纲级别", Severity.INFO, check, __doc__, ("docx",))

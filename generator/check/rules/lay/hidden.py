"""有隐藏文字。

为什么：隐藏的字屏幕上看不见，别人一点“显示”就出来，常是删了一半的内部内容。
依据：没有专门的条文，是报出前清稿的通行要求。
反例：
    有隐藏文字
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import at, judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """The first paragraph with hidden words, with how many there are."""
    numbers = judged(of).layout.hidden
    if numbers:
        yield Finding(at(of, numbers[0]), f"有{len(numbers)}段里有隐藏文字", "全选，在“字体”里去掉“隐藏”，再决定删不删")


RULE = Rule("LAY025", "有隐藏文字", Severity.WARNING, check, __doc__, ("docx",))

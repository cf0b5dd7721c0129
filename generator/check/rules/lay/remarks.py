"""留有批注。

为什么：批注是起草、审核时的内部意见，不该随定稿报出、公开。
依据：没有专门的条文，是报出前清稿的通行要求。
反例：
    有批注
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import at, judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """The first paragraph with a comment, with how many there are."""
    numbers = judged(of).layout.commented
    if numbers:
        yield Finding(at(of, numbers[0]), f"有{len(numbers)}段留有批注", "办完后在“审阅”里删除全部批注")


RULE = Rule("LAY024", "留有批注", Severity.WARNING, check, __doc__, ("docx",))

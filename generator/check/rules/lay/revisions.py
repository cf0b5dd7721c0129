"""留有修订痕迹。

为什么：没有接受的修订，对方打开看得到原来写的什么、删了什么；按修订前还是修订后印，也说不清。
依据：没有专门的条文，是报出前清稿的通行要求。
反例：
    有插入的修订
    有删除的修订
    有格式的修订
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import at, judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """The first paragraph with a revision that nobody accepted, with how many there are."""
    numbers = judged(of).layout.revised
    if numbers:
        yield Finding(at(of, numbers[0]), f"有{len(numbers)}段留有修订痕迹", "在“审阅”里接受或拒绝全部修订")


RULE = Rule("LAY023", "留有修订痕迹", Severity.WARNING, check, __doc__, ("docx",))

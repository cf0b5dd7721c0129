"""页码的形式不对。

为什么：公文页码是数字左右各放一条一字线，不是“第1页”“1/10”，也不是短横线。
依据：GB/T 9704—2012 7.5：数字左右各放一条一字线，形如“— 1 —”。
反例：
    页码写成“第 1 页”
    页码用短横线
    页码没有一字线
    页码格式带横线
正例：
    成稿原样
    一字线不空格
"""

import re
from collections.abc import Iterator

from generator.check.layout import judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each form of page number that is not — 1 —."""
    found = judged(of)
    if found.sheet is None:
        return
    if found.sheet.number_format != "decimal":
        yield Finding(None, "页码的编号格式不是“1, 2, 3”", "编号格式选“1, 2, 3”，一字线另打：“— 1 —”")
    forms = dict.fromkeys(foot.words for feet in found.sheet.feet.values() for foot in feet if foot.paged)
    for words in forms:
        if not re.fullmatch(r"—\s?#\s?—", words):
            yield Finding(None, f"页码的形式是“{words.replace('#', '1')}”", "写成“— 1 —”，两边是一字线")


RULE = Rule("LAY014", "页码的形式不对", Severity.WARNING, check, __doc__, ("docx",))

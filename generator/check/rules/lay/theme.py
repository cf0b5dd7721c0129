"""字体跟着主题走。

为什么：没有点名的“主题字体”，换一台电脑、换 WPS 打开会变成别的字体，或提示缺少字体。
依据：排版的通行做法，标准没有规定，本条只作提示。
反例：
    正文用主题字体
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import NAMES, each_once, judged, stretches
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Words in a font of the theme."""
    yield from each_once(of, _wrong(of))


def _wrong(of: Subject) -> Iterator[tuple[int, str, str]]:
    for one in judged(of).set:
        for role, run in stretches(one):
            if run.themed:
                yield one.paragraph.number, f"{NAMES[role]}用的是主题字体", "直接点名字体，如仿宋_GB2312"


RULE = Rule("LAY029", "字体跟着主题走", Severity.INFO, check, __doc__, ("docx",))

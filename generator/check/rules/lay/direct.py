"""字体字号逐段设定，没有用样式。

为什么：直接设的格式改起来要一段一段改，也最容易漏；用“标题1”“正文”等样式，改一处就全改，导航窗格也看得到结构。
依据：排版的通行做法，标准没有规定，本条只作提示。
反例：
    全文字体逐段设定
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity

_MOST, _LEAST = 0.5, 10
"""Share of the characters that may be set by hand; characters that a report has at least."""


def check(of: Subject) -> Iterator[Finding]:
    """More than half of the characters in fonts or sizes of their own."""
    runs = [run for one in judged(of).set for run in one.paragraph.runs]
    every = sum(len(run.words) for run in runs)
    own = sum(len(run.words) for run in runs if run.own & {"rFonts", "sz"})
    if every >= _LEAST and own > _MOST * every:
        yield Finding(None, f"{own * 100 // every}%的文字直接设了字体字号，没有用样式", "为各级标题和正文各建一个样式")


RULE = Rule("LAY027", "字体字号逐段设定", Severity.INFO, check, __doc__, ("docx",))

"""用空格代替缩进。

为什么：敲空格凑出来的“空二字”，改一个字号、换一种字体就不齐；要用段落的首行缩进。
依据：GB/T 9704—2012 7.3.3：每个自然段左空二字；用缩进而不用空格是排版的通行要求。
反例：
    正文用全角空格缩进
    标题用空格居中
正例：
    成稿原样
"""

from collections.abc import Iterator

from generator.check.layout import NAMES, RUNNING, each_once, judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity

_BLANKS = tuple(" \u3000\u00a0\u2002\u2003\t")


def check(of: Subject) -> Iterator[Finding]:
    """Paragraphs of text and titles that begin with blanks."""
    yield from each_once(of, _wrong(of))


def _wrong(of: Subject) -> Iterator[tuple[int, str, str]]:
    for one in judged(of).set:
        if one.role in (*RUNNING, "title", "salutation") and one.paragraph.words.startswith(_BLANKS):
            instead = "段落居中" if one.role == "title" else "首行缩进" if one.role != "salutation" else "顶格"
            yield one.paragraph.number, f"{NAMES[one.role]}开头用空格代替了缩进", f"删去空格，设成{instead}"


RULE = Rule("LAY011", "用空格代替缩进", Severity.WARNING, check, __doc__, ("docx",))

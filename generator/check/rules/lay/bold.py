"""标题或正文加了粗。

为什么：小标宋、黑体本身就粗，再加粗笔画糊在一起；公文的层次靠字体，不靠加粗。
依据：GB/T 9704—2012 7.3.1、7.3.3 只规定字体字号，没有加粗；二、三级标题加粗与否各地不一，不在本条之列。
反例：
    标题加粗
    一级标题加粗
    正文加粗
正例：
    成稿原样
    二级标题加粗
"""

from collections.abc import Iterator

from generator.check.layout import NAMES, each_once, judged, stretches
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity

_ROLES = ("title", "salutation", "heading1", "body", "signature", "date")
_MOST = 40
"""Characters at the start of a paragraph that may be a heading nobody marked."""


def check(of: Subject) -> Iterator[Finding]:
    """Whole titles and level-one headings in bold, and bold within the body that is no heading."""
    yield from each_once(of, _wrong(of))


def _wrong(of: Subject) -> Iterator[tuple[int, str, str]]:
    found = judged(of)
    for one in found.set:
        begin = 0
        for role, run in stretches(one):
            leads = role == "body" and begin == 0 and len(run.words) <= _MOST
            if run.bold and role in _ROLES and not found.look.styles[role].bold and not leads:
                yield (
                    one.paragraph.number,
                    f"{NAMES[role]}加了粗",
                    f"{NAMES[role]}用{found.look.styles[role].font}，不加粗",
                )
            begin += len(run.words)


RULE = Rule("LAY008", "标题或正文加了粗", Severity.INFO, check, __doc__, ("docx",))

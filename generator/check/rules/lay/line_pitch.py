"""行距不是固定值，或排不成每面 22 行。

为什么：每面 22 行靠固定行距撑满版心；用“单倍”“1.5倍”“最小值”，换一台电脑、换一种字体行数就变。
依据：GB/T 9704—2012 5.2.3：一般每面排22行、每行排28个字并撑满版心，特定情况可以适当调整。
反例：
    正文行距改成单倍
    正文行距改成 1.5 倍
    正文行距改成最小值 28.95 磅
    正文行距改成固定值 24 磅
    正文行距改成固定值 32 磅
    正文行距改成固定值 29 磅
正例：
    成稿原样
    正文行距改成固定值 28.8 磅
"""

from collections.abc import Iterator

from generator.check.layout import NAMES, RUNNING, each_once, judged, points
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity

_RULES = {"auto": "{}倍行距", "atLeast": "最小值{}"}


def check(of: Subject) -> Iterator[Finding]:
    """Paragraphs of text whose lines are not of a fixed height that fills the page."""
    yield from each_once(of, _wrong(of))


def _wrong(of: Subject) -> Iterator[tuple[int, str, str]]:
    found = judged(of)
    # Where the margins are wrong that is told, and the lines are those of the right page.
    page = found.look.page
    height, lines = page.text_height, page.text_height // page.line_pitch
    for one in found.set:
        paragraph = one.paragraph
        if one.role not in RUNNING:
            continue
        hint = f"设成固定值{points(page.line_pitch)}"
        if paragraph.rule != "exact":
            said = f"{paragraph.line / 240:g}" if paragraph.rule == "auto" else points(paragraph.line)
            how = _RULES.get(paragraph.rule, "{}").format(said)
            yield paragraph.number, f"{NAMES[one.role]}的行距是{how}，不是固定值", hint
        elif paragraph.line != page.line_pitch and height // max(paragraph.line, 1) != lines:
            there = height // max(paragraph.line, 1)
            said = f"{NAMES[one.role]}的行距是固定值{points(paragraph.line)}，每面只排得下{there}行"
            yield paragraph.number, said.replace("只", "只" if there < lines else ""), f"{hint}，每面{lines}行"


RULE = Rule("LAY003", "行距不是固定值或排不成 22 行", Severity.WARNING, check, __doc__, ("docx",))

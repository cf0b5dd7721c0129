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

_SINGLE = 240
"""A line's natural height, as lines of no fixed height are counted."""


def check(of: Subject) -> Iterator[Finding]:
    """Paragraphs of text whose lines are not of a fixed height that fills the page; those that fill it all the same,
    by the grid, are only told of."""
    found = judged(of)
    page, sheet = found.look.page, found.sheet
    # Where the margins are wrong that is told, and the lines are those of the right page.
    lines = page.text_height // page.line_pitch
    pitch = sheet.pitch if sheet is not None and sheet.grid else 0
    wrong: list[tuple[int, str, str]] = []
    loose: list[tuple[int, str, str]] = []
    for one in found.set:
        paragraph, name = one.paragraph, NAMES[one.role]
        if one.role not in RUNNING:
            continue
        number, hint = paragraph.number, f"设成固定值{points(page.line_pitch)}，每面{lines}行"
        if paragraph.rule == "exact":
            there = page.text_height // max(paragraph.line, 1)
            if there != lines:
                wrong.append((number, f"{name}的行距是固定值{points(paragraph.line)}，每面排{there}行", hint))
        elif paragraph.rule == "auto":
            fills = paragraph.line == _SINGLE and paragraph.on_grid and page.text_height // max(pitch, 1) == lines
            said = f"{name}的行距是{paragraph.line / _SINGLE:g}倍，不是固定值"
            (loose if fills else wrong).append((number, said, hint))
        else:
            fills = page.text_height // max(paragraph.line, 1) == lines
            said = f"{name}的行距是最小值{points(paragraph.line)}，不是固定值"
            (loose if fills else wrong).append((number, said, hint))
    yield from each_once(of, wrong)
    yield from each_once(of, loose, Severity.INFO)


RULE = Rule("LAY003", "行距不是固定值或排不成 22 行", Severity.WARNING, check, __doc__, ("docx",))

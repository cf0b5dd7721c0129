"""每行排不成 28 个字。

为什么：三号字本身排28个超出版心宽156毫米一点，字距要略收（缩0.25磅），不收每行只有27个字。
依据：GB/T 9704—2012 5.2.3：一般每面排22行、每行排28个字并撑满版心，特定情况可以适当调整。
反例：
    正文字距改成标准
    正文字距加宽 1 磅
    字符网格与字号冲突
正例：
    成稿原样
    正文字距缩 0.3 磅
"""

from collections import Counter
from collections.abc import Iterator

from generator.check.layout import at, judged, points
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity

_CHARS = ("linesAndChars", "snapToChars")


def check(of: Subject) -> Iterator[Finding]:
    """The character pitch of most of the body, where it does not give the look's characters a line."""
    found = judged(of)
    sheet, page = found.sheet, found.look.page
    if sheet is None or sheet.width is None or sheet.left is None or sheet.right is None:
        return
    width = sheet.width - sheet.left - sheet.right - sheet.gutter
    counts: Counter[int] = Counter()
    first: dict[int, int] = {}
    for one in found.set:
        for run in one.paragraph.runs if one.role == "body" else ():
            grid = sheet.char_space * 20 / 4096 if sheet.grid in _CHARS and one.paragraph.on_grid else 0
            key = round((run.size * 10 + run.spacing + grid) * 100)
            counts[key] += len(run.words)
            first.setdefault(key, one.paragraph.number)
    if not counts:
        return
    key = counts.most_common(1)[0][0]
    pitch = key / 100
    chars = int((width + 0.5) // max(pitch, 1))
    size = found.look.styles["body"]
    if chars != page.chars_per_line and abs(width - page.text_width) <= 57:
        said = f"正文字距{points(round(pitch))}，每行排{chars}个字"
        yield Finding(at(of, first[key]), said, f"字距设成{_said(size.spacing)}，每行{page.chars_per_line}个字")
    elif sheet.grid in _CHARS and sheet.char_space < 0:
        yield Finding(None, "文档网格的字格比字还小，换一个软件会排得很稀", f"网格只指定行，字距{_said(size.spacing)}")


def _said(spacing: int) -> str:
    return "标准" if not spacing else f"{'缩' if spacing < 0 else '加宽'}{points(abs(spacing))}"


RULE = Rule("LAY004", "每行排不成 28 个字", Severity.WARNING, check, __doc__, ("docx",))

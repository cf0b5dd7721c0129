"""标题回行不妥。

为什么：标题分行要词意完整、排列对称，呈梯形或菱形；拆开一个词，“的”字打头，末行只剩一两个字，或中间短两头长，都不行。
依据：GB/T 9704—2012 7.3.1：标题可分一行或多行；回行时要词意完整，排列对称，长短适宜，间距恰当，使用梯形或菱形。
反例：
    标题的第二行从“法治政府”中间断开
    标题的第二行以“的”开头
    标题末行只有两个字
    标题中间短两头长
    标题不分行，靠自动换行
正例：
    成稿原样
    标题分成三行的菱形
"""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from generator.check.layout import at, judged
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.writers.title_lines import LINE_CHARS, display_width, may_cut, title_lines

_SHORT, _WAIST, _SAME = 4, 0.8, 0.8
"""Characters: of the shortest line allowed, and by which lines must differ to count as different."""


def check(of: Subject) -> Iterator[Finding]:
    """Lines of a title that tear a word, leave a stub, or make no good shape."""
    found = judged(of)
    set_ = [one.paragraph for one in found.set if one.role == "title"]
    usual = found.look.styles["title"].size
    size = max((run.size for one in set_ for run in one.runs), default=usual)
    room = LINE_CHARS * usual / max(size, 1)
    lines = [
        row.strip() for one in set_ for part in one.words.split("\n") for row in _wrapped(part.strip(), room) if row
    ]
    if len(lines) < 2 or set_[-1].number - set_[0].number >= 4:
        return
    title = "".join(lines)
    better = "／".join(title_lines(title))
    hint = f"可以分成：{better}" if better != "／".join(lines) else "调整断行的位置"
    where = at(of, set_[0].number)
    cuts = list(accumulate(map(len, lines)))[:-1]
    torn = [cut for cut in cuts if not may_cut(title, cut)]
    widths = [display_width(line) for line in lines]
    if torn:
        said = f"标题在“{title[max(torn[0] - 4, 0) : torn[0]]}／{title[torn[0] : torn[0] + 4]}”处断行，词意不完整"
        yield Finding(where, said, hint)
    elif min(widths) < _SHORT:
        yield Finding(where, f"标题有一行只有“{lines[widths.index(min(widths))]}”", hint)
    elif any(a < -_WAIST and b > _WAIST for a, b in pairwise(b - a for a, b in pairwise(widths))):
        yield Finding(where, "标题各行中间短、两头长，像沙漏", hint)
    elif max(widths) - min(widths) < _SAME:
        yield Finding(where, "标题各行一样长，呈长方形", hint, severity=Severity.INFO)


def _wrapped(line: str, room: float) -> Iterator[str]:
    """The lines that a program makes of one that is too long. room: in characters."""
    while display_width(line) > max(room, 1):
        fits = next(n for n in range(len(line), 0, -1) if display_width(line[:n]) <= max(room, 1))
        yield line[:fits]
        line = line[fits:]
    yield line


RULE = Rule("LAY012", "标题回行不妥", Severity.WARNING, check, __doc__, ("docx",))

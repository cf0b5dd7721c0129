"""有一段与同一批的另一个单位一字不差。

为什么：单位之间互相照抄，上级一比就知道。
依据：上级的通报和评价；“60字连续相同”是本工具的取值。
反例：
    （同一文件夹里另一个单位也有这一段）
正例：
    （只有固定表述相同）
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, spot
from generator.diagnostics import Severity

_LEAST = 60


def check(of: Subject) -> Iterator[Finding]:
    """For each paragraph the first other report that holds sixty characters of it word for word."""
    held = [(other.file, other.folded) for other in of.others if other.file != of.file]
    begin = 0
    for row in of.folded.split("\n"):
        for at in range(0, max(len(row) - _LEAST + 1, 0), _LEAST // 4):
            piece = row[at : at + _LEAST]
            name = next((file for file, text in held if piece in text), None)
            if name is not None:
                where = spot(of, begin + at, begin + at + len(piece))
                yield Finding(where, f"这一段与“{name}”有{_LEAST}字以上相同", "写本单位自己的情况")
                break
        begin += len(row) + 1


RULE = Rule("SIM005", "与同批单位雷同", Severity.INFO, check, __doc__, ("batch",))

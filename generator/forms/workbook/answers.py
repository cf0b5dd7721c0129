"""A cell's words as the value of its question, or what is wrong with them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.forms.index import Index
from generator.forms.workbook.questions import TICK, Question
from generator.schema.kinds import KINDS
from generator.schema.kinds.problem import Problem
from generator.schema.model import Figure, Path, Value

_TICKED = frozenset((
    TICK, "√√", "✓", "✔", "☑", "是", "有", "对", "勾", "已", "v", "V", "y", "Y", "1", "yes", "Yes", "YES",
    "落实", "开展", "完成", "已落实", "已开展", "已完成",
))  # fmt: skip
_NOT_TICKED = frozenset((
    "否", "无", "没", "没有", "不", "未", "×", "✗", "☐", "□", "x", "X", "n", "N", "0", "-", "—", "——", "/", "\\",
    "no", "No", "NO", "未落实", "未开展", "未完成", "没开展",
))  # fmt: skip
_SHORTEST = 3
"""Characters of what somebody did, in words."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_SERIAL = re.compile(r"[34]\d{4}|5[0-4]\d{3}")
"""Days since 1899-12-30, which is what a spreadsheet shows of a date in a cell of another format: 1982 to 2050."""


def values(
    question: Question, words: str, index: Index, position: int | None = None
) -> Iterator[tuple[Path, Value] | Problem]:
    """The values that `words` say, by their paths; a `Problem` for what cannot be read, nothing for a blank.

    position: of the item whose field this is.
    """
    words = words.strip(" 　\n\t")
    if not words or words.startswith("【待补充"):
        return
    head = question.path[:1]
    path = question.path if position is None else (*head, position, *question.path[1:])
    if question.kind == "tick":
        if words not in _NOT_TICKED:
            detail = "" if words in _TICKED else _detail(words)
            yield detail if isinstance(detail, Problem) else (path, detail)
    elif question.kind == "figure":
        value = _figure(words.lstrip("'’"), index.units[str(question.path[-2])])
        yield value if isinstance(value, Problem) else (path, value)
    elif question.many:
        number = 0
        for line in words.replace("；", "\n").split("\n"):
            if line.strip():
                value = _read(question, line, index)
                yield value if isinstance(value, Problem) else ((*path, number), value)
                number += 1
    else:
        value = _read(question, words, index)
        yield value if isinstance(value, Problem) else (path, value)


def _detail(words: str) -> Value | Problem:
    if len(words) < _SHORTEST:
        return Problem(f"“{words}”看不出做没做", f"做了选 {TICK}，没做空着；有具体做法的，写成一句话")
    found: Value | Problem = KINDS["phrase"][0](words, ())
    return found


def _figure(words: str, units: tuple[str, ...]) -> Value | Problem:
    if _DATE.fullmatch(words):
        hint = "多半是 3-4、3/4 一类被表格软件改成了日期；格式改成“常规”，写一个数"
        return Problem(f"“{words}”是日期，这一格填数", hint)
    found: Value | Problem = KINDS["figure"][0](words, units)
    return found


def _read(question: Question, words: str, index: Index) -> Value | Problem:
    if question.kind == "date" and _SERIAL.fullmatch(words):
        words = (date(1899, 12, 30) + timedelta(int(words))).isoformat()
    allowed = index.levels if question.kind == "level" else question.choices
    found: Value | Problem = KINDS[question.kind][0](words, allowed)
    return found


def shown(question: Question, found: dict[Path, Value], position: int | None = None) -> str:
    """The cell that says these values; "" where there are none."""
    head = question.path[:1]
    path = question.path if position is None else (*head, position, *question.path[1:])
    if question.many:
        lines: list[str] = []
        while (*path, len(lines)) in found:
            lines.append(KINDS[question.kind][1](found[(*path, len(lines))]))
        return "\n".join(lines)
    if path not in found:
        return ""
    value = found[path]
    if question.kind == "tick":
        return str(value) or TICK
    if isinstance(value, Figure) and value.unit == question.unit and not (value.scale or value.qualifier):
        return value.text if not value.not_applicable else KINDS["figure"][1](value)
    return KINDS[question.kind][1](value)

"""A cell's words as the value of its question, or what is wrong with them."""

from collections.abc import Iterator

from generator.forms.index import Index
from generator.forms.workbook.questions import TICK, Question
from generator.schema.kinds import KINDS
from generator.schema.kinds.problem import Problem
from generator.schema.model import Figure, Path, Value

_TICKED = frozenset((TICK, "✓", "√√", "是", "勾", "v", "V", "1"))
_NOT_TICKED = frozenset(("", "否", "×", "x", "X", "0", "无"))


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
            detail = "" if words in _TICKED else KINDS["phrase"][0](words, ())
            yield detail if isinstance(detail, Problem) else (path, detail)
    elif question.kind == "figure":
        indicator = str(question.path[-2])
        value = KINDS["figure"][0](words, index.units[indicator])
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


def _read(question: Question, words: str, index: Index) -> Value | Problem:
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

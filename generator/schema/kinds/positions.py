"""positions: numbers of items in a list of the form, counted from 1."""

from generator.schema.kinds.numerals import from_chinese, half_width
from generator.schema.kinds.problem import Problem


def parse(words: str, allowed: tuple[str, ...] = ()) -> tuple[int, ...] | Problem:
    """The numbers of `1, 3`, `1、3`, `[1, 3]` or `一、三`."""
    text = half_width(words.strip().strip("[]［］【】"))
    for mark in "，、;；\n":
        text = text.replace(mark, ",")
    numbers = []
    for part in text.replace(" ", ",").split(","):
        part = part.removeprefix("第").removesuffix("条").removesuffix("个")
        if not part:
            continue
        number = int(part) if part.isascii() and part.isdigit() and len(part) < 4 else from_chinese(part)
        if not number:
            return Problem(f"“{part}”不是序号", "写序号，如 [1, 3]")
        numbers.append(number)
    return tuple(numbers) or Problem(f"“{words}”里没有序号", "写序号，如 [1, 3]")


def show(value: tuple[int, ...]) -> str:
    """Numbers joined by commas."""
    return ", ".join(map(str, value))

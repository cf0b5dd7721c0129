"""integer: a whole number that is not a figure of the report, such as a variant's number."""

from generator.schema.kinds.numerals import half_width
from generator.schema.kinds.problem import Problem


def parse(words: str, allowed: tuple[str, ...] = ()) -> int | Problem:
    """The number of `3` or `３`."""
    text = half_width(words.strip())
    if not (text.isascii() and text.isdigit()):
        return Problem(f"“{words}”不是整数", "只写数字，如 3")
    if len(text) > 9:
        return Problem(f"“{words}”太大", "写九位以内的整数")
    return int(text)


def show(value: int) -> str:
    """Its digits."""
    return str(value)

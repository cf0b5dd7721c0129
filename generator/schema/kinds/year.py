"""year: the year that a report is about."""

from generator.schema.kinds.numerals import from_chinese, half_width
from generator.schema.kinds.problem import Problem

FIRST, LAST = 1990, 2099


def parse(words: str, allowed: tuple[str, ...] = ()) -> int | Problem:
    """The year of `2024`, `2024年`, `2024年度` or `二〇二四`."""
    text = half_width(words.strip()).removesuffix("度").removesuffix("年").strip()
    number = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None
    if number is None and len(text) == 4:
        number = from_chinese(text)
    if number is None:
        return Problem(f"“{words}”不是年份", "写四位数字，如 2024")
    if not FIRST <= number <= LAST:
        return Problem(f"“{words}”不像报告的年度", f"写 {FIRST} 到 {LAST} 之间的年份，如 2024")
    return number


def show(value: int) -> str:
    """Four digits."""
    return str(value)

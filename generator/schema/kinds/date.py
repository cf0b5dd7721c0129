"""date: a day, kept as `2025-02-28`."""

from generator.schema.kinds.numerals import from_chinese, half_width
from generator.schema.kinds.problem import Problem

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def parse(words: str, allowed: tuple[str, ...] = ()) -> str | Problem:
    """The ISO date of `2025-02-28`, `2025年2月28日`, `2025.2.28`, `2025/2/28`, `20250228`, `二〇二五年…`."""
    text = half_width(words.strip()).removesuffix("。").removesuffix("日").removesuffix("号")
    for mark in "年月/.":
        text = text.replace(mark, "-")
    parts = [part.strip() for part in text.split("-")]
    if len(parts) == 1 and len(text) == 8:
        parts = [text[:4], text[4:6], text[6:]]
    if len(parts) == 2 or (len(parts) == 3 and not parts[2]):
        return Problem(f"“{words}”没有写到日", "写年月日，如 2025-02-28")
    numbers = [_number(part) for part in parts]
    if len(numbers) != 3 or None in numbers:
        return Problem(f"“{words}”不是日期", "写年月日，如 2025-02-28")
    year, month, day = (n or 0 for n in numbers)
    if not 1900 <= year <= 2099:
        return Problem(f"“{words}”的年份不对", "年份写四位数字，如 2025-02-28")
    if not 1 <= month <= 12 or not 1 <= day <= _days(year, month):
        return Problem(f"“{words}”这一天不存在", "看看月份和日数，如 2025-02-28")
    return f"{year:04}-{month:02}-{day:02}"


def show(value: str) -> str:
    """The ISO date."""
    return value


def _number(part: str) -> int | None:
    if part.isascii() and part.isdigit() and len(part) <= 4:
        return int(part)
    return from_chinese(part)


def _days(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 if month == 2 and not leap else _DAYS[month - 1]

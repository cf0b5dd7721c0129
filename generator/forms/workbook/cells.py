"""What a cell of a spreadsheet says, as the words that a clerk would have typed."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from generator.schema.kinds.problem import Problem


def words_of(value: Any, number_format: str = "General") -> str | Problem:
    """A cell's value as words: 98.5% for 0.985 in percent format, 2025-02-28 for a date, 25 for 25.0.

    value: as openpyxl gives it, the result where the cell holds a formula.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, "%" in number_format)
    if isinstance(value, time):
        return Problem(f"“{value:%H:%M}”是时刻", "这一格的格式改成“常规”，重新填写")
    words = str(value)
    if words.startswith("#") and words.rstrip("!?").lstrip("#").replace("/", "").isupper():
        return Problem(f"公式算出的是“{words}”", "改正公式，或直接填数")
    return words.replace("\r\n", "\n").replace("_x000D_", "")


def _number(value: int | float, percent: bool) -> str | Problem:
    # Fifteen digits are what a spreadsheet keeps: 0.1+0.2 was meant to be 0.3.
    number = Decimal(format(value, ".15g"))
    if not number.is_finite():
        return Problem(f"“{value}”不是数", "重新填写")
    if percent:
        number *= 100
    text = format(number.normalize(), "f")
    return f"{text}%" if percent else text

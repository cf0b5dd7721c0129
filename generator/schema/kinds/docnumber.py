"""docnumber: 发文字号, kept as 葛政〔2025〕11号 (GB/T 9704-2012, 7.2.5: six-cornered brackets, no leading
zero, no 第)."""

import re

from generator.schema.kinds.numerals import half_width
from generator.schema.kinds.problem import Problem

_EXAMPLE = "写成 葛政〔2025〕11号 的样子：机关代字、年份、序号"


def parse(words: str, allowed: tuple[str, ...] = ()) -> str | Problem:
    """The number in its official form, whatever brackets were typed."""
    match = re.fullmatch(
        r"(.*?)\s*[〔\[［【(（﹝<《「]\s*(\d{4})\s*[〕\]］】)）﹞>》」]\s*第?\s*0*([1-9]\d{0,4})\s*号?",
        half_width(words.strip().rstrip("。")),
        re.ASCII,
    )
    if match is None:
        return Problem(f"“{words}”不是发文字号", _EXAMPLE)
    code, year, number = match.groups()
    if not code or any(c in "〔〕[]［］【】()（）﹝﹞<>《》「」" for c in code):
        return Problem(f"“{words}”缺机关代字" if not code else f"“{words}”不是发文字号", _EXAMPLE)
    return f"{code}〔{year}〕{number}号"


def show(value: str) -> str:
    """The number itself."""
    return value

"""Chinese and Arabic ordinals of headings and sequences."""

from functools import cache

_DIGITS = "一二三四五六七八九"


@cache
def value(words: str) -> int:
    """`十二` or `12` as a number, 1 to 99; 0 for what is none, as 二一 and 十十."""
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return 0
    return 10 * bool(ten) * (_digit(tens) or 1) + _digit(ones)


def _digit(word: str) -> int:
    return _DIGITS.index(word) + 1 if word else 0

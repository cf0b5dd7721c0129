"""Dates in Chinese numerals."""

from generator.check.ordinals import value
from generator.regex import regex

_YEAR = dict(zip("〇○零OoＯ0一二三四五六七八九", "0000000123456789", strict=True))
_CHINESE_DATE = regex(
    f"(二[{''.join(_YEAR)}]{{3}})年([一二三四五六七八九十]{{1,3}})月(?:([一二三四五六七八九十]{{1,3}})日)?"
)


def arabic_date(words: str) -> str:
    """Words with a date in Chinese numerals as one in Arabic: 二〇二五年一月二日 is 2025年1月2日."""
    match = _CHINESE_DATE.search(words)
    if match is None:
        return words
    date = f"{''.join(_YEAR[sign] for sign in match[1])}年{value(match[2])}月"
    date += f"{value(match[3])}日" if match[3] else ""
    return words[: match.start()] + date + words[match.end() :]

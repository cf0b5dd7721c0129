"""Numbers as people type them, brought to half-width digits: full-width, grouped by commas, 九十八."""

_WIDE = {ord("０") + n: ord("0") + n for n in range(10)} | {
    ord("．"): ".",
    ord("％"): "%",
    ord("－"): "-",
    ord("＋"): "+",
    ord("："): ":",
    ord("（"): "(",
    ord("）"): ")",
    ord("〇"): "零",
    ord("　"): " ",
}
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
NUMERALS = "零一二三四五六七八九两十百千"


def half_width(words: str) -> str:
    """`words` with full-width digits, points and signs as ASCII; one character for one."""
    return words if words.isascii() else words.translate(_WIDE)


def from_chinese(words: str) -> int | None:
    """The value of 九十八, 一百零五 or 二零二四; None when `words` is no such numeral."""
    if not words or any(c not in NUMERALS for c in words):
        return None
    if not any(c in _POWERS for c in words):
        return int("".join(str(_DIGITS[c]) for c in words)) if len(words) > 1 or words else None
    total = digit = 0
    lowest, seen_digit = 10_000, False
    for position, c in enumerate(words):
        if c in _POWERS:
            power = _POWERS[c]
            if power >= lowest or (not seen_digit and (power != 10 or position)):
                return None
            total += (digit if seen_digit else 1) * power
            lowest, digit, seen_digit = power, 0, False
        elif c == "零":
            if seen_digit:
                return None
        elif seen_digit:
            return None
        else:
            digit, seen_digit = _DIGITS[c], True
    return total + digit

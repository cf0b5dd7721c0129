"""Numbers as reports print them: 1,234, ３０, 1.2, 九十八, 一百二十, 三万五千, 九十七点五."""

from decimal import Decimal

from generator.schema.kinds.numerals import from_chinese, half_width

DIGITS = r"(?:\d{1,3}(?:[,，]\d{3})+(?![\d,，]*\d)|\d{1,15})(?:\.\d{1,6})?"
"""A number in digits; thousands may be set apart by a comma of either width."""
NUMERALS = "[一二三四五六七八九十百千万亿两零〇]{1,12}"
"""A number in Chinese numerals, 万 and 亿 included."""

_LARGE = (("亿", Decimal(100_000_000)), ("万", Decimal(10_000)))


def amount(words: str) -> Decimal | None:
    """What the printed number `words` is worth; None for numerals that are no number (百家, 一二)."""
    if words[0].isdecimal():
        return Decimal(half_width(words).replace(",", "").replace("，", ""))
    whole, point, decimals = words.replace("〇", "零").partition("点")
    worth = _chinese(whole)
    if not point or worth is None:
        return worth
    signs = [from_chinese(sign) if sign != "零" else 0 for sign in decimals]
    return None if None in signs else worth + Decimal("0." + "".join(map(str, signs)))


def _chinese(words: str) -> Decimal | None:
    for sign, factor in _LARGE:
        head, found, tail = words.partition(sign)
        if found:
            high = Decimal(1) if not head else _chinese(head)
            low = Decimal(0) if not tail else _chinese(tail.lstrip("零"))
            return None if high is None or low is None or low >= factor else high * factor + low
    if not words:
        return None
    value = from_chinese("一" + words if words[0] in "百千" else words)
    return None if value is None else Decimal(value)

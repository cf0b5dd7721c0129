"""Numbers as Word's automatic numbering prints them (ISO/IEC 29500-1, 17.18.59)."""

from collections.abc import Callable, Mapping, Sequence

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_MOST, _MOST_LETTERS = 9_999, 26 * 5


def numeral(number: int, form: str) -> str:
    """`number` in the number format `form`; decimal for a format that has no such number or is not known."""
    make = _FORMS.get(form)
    return make(number) if make and 0 < number <= _MOST else str(number)


def _counted(number: int, digits: str, units: Sequence[str]) -> str:
    """二十一, 一百零三: thousands at most."""
    said, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            said += (digits[0] if gap and said else "") + digits[digit] + units[place]
            gap = False
        else:
            gap = True
    return said


def _chinese(number: int) -> str:
    said = _counted(number, "零" + _DIGITS[1:], ("", "十", "百", "千"))
    return said[1:] if 10 <= number <= 19 else said


def _legal(number: int) -> str:
    return _counted(number, _LEGAL, ("", "拾", "佰", "仟"))


def _spelt(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        said += letters * count
    return said


def _letters(number: int) -> str:
    # After Z comes AA, then BB; nobody counts on to a line of them.
    if number > _MOST_LETTERS:
        return str(number)
    return chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _of(characters: str) -> Callable[[int], str]:
    return lambda number: characters[(number - 1) % len(characters)]


def _from(first: int, most: int, form: Callable[[int], str] = str) -> Callable[[int], str]:
    return lambda number: chr(first + number - 1) if number <= most else form(number)


_FORMS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
                     "taiwaneseCountingThousand", "koreanCounting"), _chinese),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _legal),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _spelt),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)),
    "decimalFullWidth2": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)),
    "decimalEnclosedCircle": _from(0x2460, 20),
    "decimalEnclosedCircleChinese": _from(0x2460, 20),
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "ideographEnclosedCircle": _from(0x3280, 10),
}  # fmt: skip

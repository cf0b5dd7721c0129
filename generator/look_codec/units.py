"""Lengths and sizes as a look.yml writes them: 37毫米, 28.95磅, 三号."""

TWIPS_PER_MM = 1440 / 25.4
_UNITS = {
    "毫米": TWIPS_PER_MM,
    "mm": TWIPS_PER_MM,
    "厘米": TWIPS_PER_MM * 10,
    "cm": TWIPS_PER_MM * 10,
    "磅": 20,
    "pt": 20,
}
_SIZES = {
    "初号": 84, "小初": 72, "一号": 52, "小一": 48, "二号": 44, "小二": 36, "三号": 32, "小三": 30,
    "四号": 28, "小四": 24, "五号": 21, "小五": 18,
}  # fmt: skip
_SIZE_NAMES = {half_points: name for name, half_points in _SIZES.items()}


def length(text: object) -> int:
    """Twips of a length with its unit. Raises ValueError with the words for the user."""
    words = str(text).strip()
    for unit, twips in _UNITS.items():
        if words.endswith(unit):
            return round(_number(words.removesuffix(unit), words) * twips)
    raise ValueError(f"“{words}”没有单位，写成如 37毫米、28.95磅")


def size(text: object) -> int:
    """Half points of a type size by name or in points. Raises ValueError with the words for the user."""
    words = str(text).strip()
    if words in _SIZES:
        return _SIZES[words]
    half_points = round(_number(words.removesuffix("磅").removesuffix("pt"), words) * 2)
    if not 2 <= half_points <= 400:
        raise ValueError(f"字号“{words}”太大或太小")
    return half_points


def count(text: object) -> int:
    """A whole number of characters or levels. Raises ValueError with the words for the user."""
    words = str(text).strip()
    if not words.isdecimal() or int(words) > 100:
        raise ValueError(f"“{words}”应是 0 到 100 的整数")
    return int(words)


def _number(digits: str, words: str) -> float:
    try:
        number = float(digits)
    except ValueError:
        raise ValueError(f"“{words}”读不出数") from None
    if not -10_000 < number < 10_000:
        raise ValueError(f"“{words}”太大")
    return number


def show_millimetres(twips: int) -> str:
    """`twips` in millimetres, with as few decimals as give the same twips again."""
    exact = twips / TWIPS_PER_MM
    short = next(d for d in (0, 1, 2, 3) if round(round(exact, d) * TWIPS_PER_MM) == twips)
    return f"{exact:.{short}f}毫米"


def show_points(twips: int) -> str:
    """`twips` in points."""
    return _plain(twips / 20) + "磅"


def show_size(half_points: int) -> str:
    """The name of a type size, or points."""
    return _SIZE_NAMES.get(half_points) or _plain(half_points / 2) + "磅"


def _plain(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")

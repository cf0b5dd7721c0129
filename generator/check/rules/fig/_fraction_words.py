"""Fractions in words (三成, 三分之一, 一半, 一倍): what they are worth, and which figures they fit."""

import re
from decimal import Decimal

from generator.annotate.numbers import amount
from generator.regex import regex

_N = "[一二两三四五六七八九十]"
SAID = regex(
    rf"(?P<before>(?:超过|高于|多于)了?|不到|不足|接近|将近|大约|近|约|过|超|达到?|为|了|是)?"
    rf"(?:(?P<tenths>{_N})成(?:(?P<half>半)|(?P<ones>[一二三四五六七八九])(?![成分个项件家名人]))?"
    rf"(?![立员效为功果本都长年品交活份因])|(?P<low>{_N})分之(?P<high>{_N})"
    rf"|(?P<halves>一半|半数|过半)|(?P<times>{_N})倍(?P<more>半)?)(?P<after>以上|以下|左右|多|有余)?"
)
"""A share or a change in words."""
_ABOVE, _BELOW = ("超过", "高于", "多于", "过", "超"), ("不到", "不足", "接近", "将近", "近")
_NEAR, _TENTH, _EXACT, _ONE = Decimal("0.12"), Decimal("0.05"), Decimal("0.08"), Decimal("0.01")
"""How far a figure may be from a round share that is told by it: of a half or a change a part of it, of tenths what
rounding takes, of 几分之几 less than to the next such, of 三成五 a hundredth."""


def worth(said: "re.Match[str]") -> Decimal:
    """The number that the words say: 0.35 for 三成半 and 三成五, 1.5 for 一倍半."""

    def number(words_: str) -> Decimal:
        return amount(words_.replace("两", "二")) or Decimal(1)

    if said["tenths"]:
        ones = number(said["ones"]) / 100 if said["ones"] else Decimal(0)
        return number(said["tenths"]) / 10 + (_TENTH if said["half"] else ones)
    if said["low"]:
        return number(said["high"]) / number(said["low"])
    if said["times"]:
        return number(said["times"]) + (Decimal("0.5") if said["more"] else 0)
    return Decimal("0.5")


def fits(exact: Decimal, said: "re.Match[str]", before: str = "") -> bool:
    """Whether one would say these words of such a share; before: the word for more or less, where it stands apart from
    them (不足总量的三分之一)."""
    value = worth(said)
    before, after = (before or said["before"] or "").removesuffix("了"), said["after"] or ""
    if before in _ABOVE or after in ("以上", "多", "有余") or said["halves"] == "过半":
        # 49 of 98 are a half, not more than one.
        over = before in _ABOVE and value == Decimal("0.5") and after == ""
        return (value < exact if over else value <= exact) and exact <= value * 2
    if before in _BELOW or after == "以下":
        return value * Decimal("0.75") <= exact <= value * Decimal("1.01")
    about = before in ("约", "大约") or after == "左右"
    if said["low"] and not about:
        return abs(exact - value) <= value * _EXACT
    if said["ones"] and not about:
        return abs(exact - value) <= _ONE
    if said["tenths"] and not about and exact < 1 and value >= Decimal("0.5"):
        return abs(exact - value) <= _TENTH
    return abs(exact - value) <= max(value * _NEAR, _TENTH if said["tenths"] else Decimal(0))

"""Outline records: what a report's structure shows."""

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from generator.regex import regex

Outline: TypeAlias = Mapping[str, Any]
"""level, headings (level, marker, text, role, theme, run_in, line), opening (has_salutation, salutation,
has_transition, transition_cue), truncated; where the whole text was read also told (theme, line,
quote, part: what the measures tell of under whatever headings), closing (signature, date), characters (of the
`report` and of each role) and figures (indicator or None, label, unit, amount, whole, line, quote)."""

_WIDE = str.maketrans(",;:()", "，；：（）")
_YEAR = regex(r"20\d\d(?=年)")
_NUMERAL = "[一二三四五六七八九十]+"
_STYLES = (
    (regex(f"{_NUMERAL}是"), "一是"),
    (regex(f"第{_NUMERAL}"), "第一"),
    (regex(f"{_NUMERAL}、"), "一、"),
    (regex(f"（{_NUMERAL}）"), "（一）"),
    (regex(r"\d+\."), "1."),
    (regex(r"\d+、"), "1、"),
    (regex(r"（\d+）"), "（1）"),
)


def wording(text: str, year: int = 0) -> str:
    """A heading as it would be printed: full-width marks, years as {年度} and {次年}, no closing punctuation.

    year: that the report tells of, 0 if unknown.
    """

    def named(found: "re.Match[str]") -> str:
        return "{次年}" if year and int(found[0]) == year + 1 else "{年度}"

    return _YEAR.sub(named, text.translate(_WIDE)).strip().rstrip("。：；，")


def style(marker: str | None) -> str:
    """How a heading is numbered, whatever its ordinal: （三） is （一）; "" if it bears no known number."""
    wide = (marker or "").translate(_WIDE).replace("．", ".")
    return next((name for pattern, name in _STYLES if pattern.fullmatch(wide)), "")


def themes(heading: Mapping[str, Any]) -> tuple[str, ...]:
    """The themes of a heading, the most prominent first."""
    theme = heading.get("theme") or ()
    return (theme,) if isinstance(theme, str) else tuple(theme)

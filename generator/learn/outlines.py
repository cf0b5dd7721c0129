"""Outline records: what a report's structure shows, one JSON object per line."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from generator.errors import UnreadableInput
from generator.regex import regex

Outline: TypeAlias = Mapping[str, Any]
"""level, headings (level, marker, text, role, theme, run_in, line), opening (has_salutation, salutation,
has_transition, transition_cue), truncated; where the whole text was read also told (theme, line,
quote, part: what the measures tell of under whatever headings), closing (signature, date), characters (of the
`report` and of each role) and figures (indicator or None, label, unit, amount, whole, line, quote)."""

LONGEST = 1_000_000
"""Characters of one record; a longer line is none."""

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


def read(path: Path) -> Iterator[Outline]:
    """The records of a JSON Lines file. Raises UnreadableInput naming the line that is none."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number in range(1, 10**9):
                line = file.readline(LONGEST + 1)
                if not line:
                    return
                if line.strip():
                    yield _record(line, f"{path}:{number}")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"读不了提纲文件“{path}”", "提纲是 UTF-8 的 JSON Lines，一行一份报告") from error


def _record(line: str, place: str) -> Outline:
    try:
        record = json.loads(line) if len(line) <= LONGEST else None
    except (ValueError, RecursionError):
        record = None
    if not (isinstance(record, dict) and {"level", "headings"} <= record.keys() and _fits(record, _SHAPE)):
        raise UnreadableInput(
            f"{place} 不是一条提纲", "一行一个 JSON 对象，要有 level 和 headings，每个标题要有 level、marker、text"
        )
    if "indicators" in record and "figures" not in record:
        unread = {"label": "", "unit": "", "amount": "", "quote": ""}
        record["figures"] = [{"indicator": each, **unread} for each in record["indicators"]]
    return record


_WORDS = (str, type(None))
_LINE = (int, type(None))
_HEADING = {
    "level": int, "marker": _WORDS, "text": str, "role": _WORDS, "theme": (str, list, type(None)), "line": _LINE,
}  # fmt: skip
_SHAPE: Mapping[str, Any] = {
    "level": str,
    "year": (int, type(None)),
    "headings": _HEADING,
    "opening": {"salutation": _WORDS, "transition_cue": _WORDS},
    "closing": {"signature": _WORDS, "date": _WORDS},
    "characters": {},
    "told": {"theme": str, "line": int, "quote": str, "part": int},
    "figures": {"label": str, "unit": str, "amount": str, "indicator": _WORDS, "quote": _WORDS, "line": _LINE},
}
"""Field -> its types; a mapping is the shape of an object, or of each object in a list."""
_LISTED = ("headings", "told", "figures")


def _fits(record: Mapping[str, Any], shape: Mapping[str, Any]) -> bool:
    for name, wanted in shape.items():
        if name not in record:
            continue
        value = record[name]
        if name in _LISTED:
            if not isinstance(value, list) or not all(_complete(each, wanted) for each in value):
                return False
        elif isinstance(wanted, Mapping):
            if value is not None and not (isinstance(value, dict) and _fits(value, wanted)):
                return False
        elif not isinstance(value, wanted):
            return False
    if not all(isinstance(number, int) for number in (record.get("characters") or {}).values()):
        return False
    return all(isinstance(theme, str) for theme in themes(record))


def _complete(each: object, shape: Mapping[str, Any]) -> bool:
    return isinstance(each, dict) and {*list(shape)[:3]} <= each.keys() and _fits(each, shape)


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

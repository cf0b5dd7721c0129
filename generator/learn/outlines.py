"""Outline records: what a report's structure shows, one JSON object per line."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from generator.errors import UnreadableInput

Outline: TypeAlias = Mapping[str, Any]
"""unit, level, year, headings (level, marker, text, role, theme, run_in), opening, truncated; indicators
(ids) where the whole text was read."""

_WIDE = str.maketrans(",;:()", "，；：（）")
_YEAR = re.compile(r"20\d\d(?=年)")
_STYLES = (
    (re.compile(r"[一二三四五六七八九十]+是"), "一是"),
    (re.compile(r"[一二三四五六七八九十]+、"), "一、"),
    (re.compile(r"（[一二三四五六七八九十]+）"), "（一）"),
    (re.compile(r"\d+\."), "1."),
    (re.compile(r"\d+、"), "1、"),
)


def read(path: Path) -> Iterator[Outline]:
    """The records of a JSON Lines file. Raises UnreadableInput naming the line that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"读不了提纲文件 {path}", "提纲是 UTF-8 的 JSON Lines，一行一份报告") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError:
            record = None
        if not isinstance(record, dict) or not {"level", "headings"} <= record.keys():
            raise UnreadableInput(
                f"{path}:{number} 不是一条提纲", "一行一个 JSON 对象，要有 level 和 headings"
            )
        yield record


def wording(text: str) -> str:
    """A heading as it would be printed: full-width marks, the year as {年度}, no closing punctuation."""
    return _YEAR.sub("{年度}", text.translate(_WIDE)).strip().rstrip("。：；，")


def style(marker: str) -> str:
    """How a heading is numbered, whatever its ordinal: （三） is （一）; "" if it bears no known number."""
    wide = marker.translate(_WIDE)
    return next((name for pattern, name in _STYLES if pattern.fullmatch(wide)), "")


def themes(heading: Mapping[str, Any]) -> tuple[str, ...]:
    """The themes of a heading, the most prominent first."""
    theme = heading.get("theme") or ()
    return (theme,) if isinstance(theme, str) else tuple(theme)

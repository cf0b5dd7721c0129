"""What depends on when a report is written: the cut-off, the latest plenum, the plans in force."""

from collections.abc import Mapping
from datetime import date

from generator.compose.entries import Entries
from generator.compose.theme import Draft
from generator.compose.tokens import NEUTRAL
from generator.compose.words import day, phrase
from generator.document.nodes import Source, Text
from generator.schema.model import Schema


def year_of(entries: Entries) -> int:
    """The year the report is about; 0 when the form does not say."""
    year = entries.get("report", "year")
    return year if isinstance(year, int) else 0


def next_year(draft: Draft) -> str:
    """The year of the plans."""
    year = year_of(draft.entries)
    if not year:
        return draft.table.gap("年度")
    entered = draft.entries.source("report", "year")
    return draft.table.words(
        NEUTRAL, Text(str(year + 1), Source("formula", "次年", entered.place, "年度 + 1", (entered,)))
    )


def cutoff(draft: Draft) -> str:
    """截至2024年12月31日: the date the figures stand at, the year's last day unless the form says another."""
    entered = day(draft, ("report", "cutoff"))
    if entered:
        return "截至" + entered
    year = draft.entries.source("report", "year")
    words = f"{year_of(draft.entries)}年12月31日"
    return "截至" + draft.table.words(
        NEUTRAL, Text(words, Source("formula", "数据截止", year.place, "年度的最后一天", (year,)))
    )


def meeting(draft: Draft) -> str:
    """The spirit of the latest plenum held before the report was written, or what the form says instead."""
    own = phrase(draft, ("report", "meeting"))
    return own or latest_meeting(draft.schema, str(draft.entries.get("report", "date") or ""), year_of(draft.entries))


def latest_meeting(schema: Schema, written: str, year: int) -> str:
    """The spirit of the latest plenum held before the day `written` (ISO).

    Without a date a report about `year` counts as written on 28 February of the next one.
    """
    day_written = written or date(year + 1, 2, 28).isoformat()
    held = [r for r in _rows(schema, "meetings") if r.get("verified", True) and str(r["ends"]) <= day_written]
    return str(held[-1]["phrase"]) if held else "党中央决策部署"


def period(schema: Schema, key: str, year: int) -> str:
    """The plan under `key` that is in force in `year`, "" when none is known."""
    for row in _rows(schema, "periods"):
        first, last = int(str(row["first"])), int(str(row["last"]))
        if row["key"] == key and row.get("verified", True) and first <= year <= last:
            return str(row["name"])
    return ""


def _rows(schema: Schema, key: str) -> list[Mapping[str, object]]:
    rows = schema.wording.get(key, ())
    return list(rows) if isinstance(rows, list | tuple) else []

"""列举了较早的全会，没有提最近一次。

为什么：成文前刚刚召开的全会没有写，上级会认为稿子是旧的。
依据：会议的日期见模板的 genre.yml（meetings，已核实的）；写“历次全会”的总是可以。
反例：
    深入贯彻党的二十大和二十届二中全会精神。
反例：
    深入学习贯彻党的十九大精神。
反例：
    全面贯彻党的十九大和十九届历次全会精神。
正例：
    深入贯彻党的二十大和二十届二中、三中全会精神。

    深入贯彻党的二十大和二十届历次全会精神。
"""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.check.calendar import plenums, rows
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, found, spot
from generator.diagnostics import Severity
from generator.regex import regex

_ALL = regex("历次(?:中央)?全会")
_CONGRESS = regex("党的[一二三]?十[一二三四五六七八九]?大")
_OLDER = regex("(党的十[一二三四五六七八九]大)(?:精神|[和及]十[一二三四五六七八九]届历次全会精神)")


def check(of: Subject) -> Iterator[Finding]:
    """The last plenum that is named, where a later one was over thirty days before the report was written."""
    latest = _latest(of)
    named = list(plenums(of))
    if not latest or not of.text.strip():
        return
    congress = _congress(of)
    stale = None if named or not congress or congress in of.folded else _OLDER.search(of.folded)
    if not stale and any(found(of, _ALL)):
        return
    if stale:
        said = f"写的是{stale[1]}精神，没有提{congress}"
        yield Finding(spot(of, stale.start(1), stale.end(1)), said, f"写“{congress}精神”")
    elif not named and not any(found(of, _CONGRESS)):
        yield Finding(None, f"通篇没有提{latest}", f"导语里写“{latest}精神”，或写“历次全会”", severity=Severity.INFO)
    if named and not any(latest == f"党的{congress}{ordinal}全会" for congress, ordinal, _ in named):
        congress, ordinal, at = named[-1]
        held = {str(r["name"]): str(r["ends"]) for r in rows(of, "meetings")}
        if held.get(f"党的{congress}{ordinal}全会", "") > of.written:
            # A later one than the report can know is told of by WRD031.
            return
        said = f"写到{congress}{ordinal}全会为止，没有提{latest}"
        yield Finding(spot(of, at, at + len(ordinal)), said, f"补上{latest}，或写“历次全会”")


def _congress(of: Subject) -> str:
    """The name of the last congress thirty days before the report was written, "" when none is known."""
    if not of.written:
        return ""
    by = (date.fromisoformat(of.written) - timedelta(days=30)).isoformat()
    held = [str(r["name"]) for r in rows(of, "meetings") if str(r["ends"]) <= by]
    return next((name for name in reversed(held) if name.endswith("大")), "")


def _latest(of: Subject) -> str:
    """The name of the last plenum thirty days before the report was written, "" when none is known."""
    if not of.written:
        return ""
    by = (date.fromisoformat(of.written) - timedelta(days=30)).isoformat()
    held = [r for r in rows(of, "meetings") if r.get("verified", True) and str(r["ends"]) <= by]
    name = str(held[-1]["name"]) if held else ""
    return name if name.endswith("全会") else ""


RULE = Rule("WRD032", "没有提最近一次全会", Severity.WARNING, check, __doc__)

"""What a form still lacks, and what in it does not fit together; neither stops a draft."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from itertools import chain
from operator import itemgetter
from typing import TypeAlias

from generator.diagnostics import Diagnostic, Severity
from generator.places import Place
from generator.schema.model import Path, Profile, Schema, Section

_HEAD = itemgetter(slice(2))

Parts: TypeAlias = Mapping[str, Set[str | int]]
"""What each section holds on its second step: themes, item positions, fields."""


def held(profile: Profile, tried: Iterable[Path]) -> Parts:
    """The parts in which something was entered. tried: where, even if it could not be read."""
    found: dict[str, set[str | int]] = {}
    for head in set(map(_HEAD, chain(profile.values, tried))):
        found.setdefault(str(head[0]), set()).update(head[1:])
    return found


def missing(
    profile: Profile, schema: Schema, parts: Parts, key: Callable[[Path], Place | None], tried: Set[Path]
) -> list[Diagnostic]:
    """Required fields without a value and parts with too few items. key: where a part's key stands in the form;
    parts, tried: see `held`."""
    values = profile.values

    def has(*path: str | int) -> bool:
        return path in values or path in tried or (first := (*path, 0)) in values or first in tried

    return [finding for section in schema.sections for finding in _section(has, section, key, parts)]


def _section(
    has: Callable[..., bool], section: Section, key: Callable[[Path], Place | None], parts: Parts
) -> Iterator[Diagnostic]:
    filled = parts.get(section.id, set())
    required = [f for f in section.fields if f.required]
    if section.shape == "items":
        for position in sorted(p for p in filled if isinstance(p, int)):
            for entry in required:
                if not has(section.id, position, entry.id):
                    place = key((section.id, position, entry.id)) or key((section.id, position))
                    yield _lacks(place, f"“{section.label}”第 {position + 1} 条缺“{entry.label}”", entry.hint)
        if len(filled) < section.minimum:
            message = f"“{section.label}”有 {len(filled)} 条，一般至少 {section.minimum} 条"
            yield Diagnostic("FRM902", key((section.id,)), message, section.hint, Severity.INFO)
        return
    for entry in required:
        if not has(section.id, entry.id):
            place = key((section.id, entry.id)) or key((section.id,))
            yield _lacks(place, f"“{section.label}”缺“{entry.label}”", entry.hint)
    if section.shape == "themes" and len(filled) < section.minimum:
        message = f"“{section.label}”写了 {len(filled)} 个主题，一般至少 {section.minimum} 个"
        yield Diagnostic("FRM902", key((section.id,)), message, section.hint, Severity.INFO)
    elif section.shape == "theme" and section.minimum and not filled - {f.id for f in section.fields}:
        hint = section.hint or "勾选举措，填上数据"
        yield _lacks(key((section.id,)), f"“{section.label}”还没有内容", hint)


def _lacks(place: Place | None, message: str, hint: str) -> Diagnostic:
    return Diagnostic("FRM901", place, message, hint, Severity.INFO)


def mismatches(profile: Profile, parts: Parts) -> list[Diagnostic]:
    """Dates out of order and answers to problems that are not there, as warnings. parts: see `held`."""
    found = []
    values = profile.values
    date, cutoff, year = (values.get(("report", name)) for name in ("date", "cutoff", "year"))
    if isinstance(date, str) and isinstance(year, int) and int(date[:4]) < year:
        place = profile.places[("report", "date")]
        message = f"成文日期 {date} 早于报告的年度 {year}"
        found.append(Diagnostic("FRM032", place, message, "核对“年度”与“成文日期”", Severity.WARNING))
    if isinstance(date, str) and isinstance(cutoff, str) and date < cutoff:
        place = profile.places[("report", "cutoff")]
        message = f"数据截止 {cutoff} 晚于成文日期 {date}"
        found.append(Diagnostic("FRM032", place, message, "核对两个日期", Severity.WARNING))
    answers = [path for plan in parts.get("plans", ()) if (path := ("plans", plan, "answers")) in values]
    problems = parts.get("problems", set())
    for path in answers:
        value = values[path]
        if isinstance(value, tuple):
            for number in value:
                if isinstance(number, int) and number - 1 not in problems:
                    message = f"对应问题写了第 {number} 条，“存在问题”只有 {len(problems)} 条"
                    place = profile.places[path]
                    found.append(Diagnostic("FRM031", place, message, "改成问题的序号", Severity.WARNING))
    return found

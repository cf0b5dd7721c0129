"""What one report shows, fact by fact: what is counted, and what `--explain` shows again."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import combinations, groupby
from typing import Any

from generator.learn.amounts import bucket
from generator.learn.outlines import Outline, style, themes, wording
from generator.records import record

_INNERMOST = {"一是", "第一", "1.", "1、", "（1）"}
"""Numbers below which a chain rarely goes on: a cut after them hides no layer."""


@record
class Fact:
    """Something that a report shows, or that makes it a case where something could have been shown.

    path: what is counted; line: where it stands, 0 if nowhere in particular; words: as printed.
    """

    path: tuple[str, ...]
    line: int = 0
    words: str = ""


def facts(outline: Outline) -> Iterator[Fact]:
    """Every fact of a report.

    A truncated report is evidence for what stands before its cut, never for the absence of what may stand
    after it: it shows openings, first headings, order, wordings and markers, not presence or position.
    """
    full = not outline.get("truncated")
    yield Fact(("reports",))
    if full:
        yield Fact(("full",))
    yield from _sections(outline["headings"], full, outline.get("year") or 0)
    yield from _themes(outline["headings"], outline.get("told"), full)
    yield from _markers(outline["headings"], full)
    yield from _opening(outline.get("opening") or {})
    if full:
        yield from _closing(outline.get("closing"))
        for part, number in (outline.get("characters") or {}).items():
            yield Fact(("lengths", part, bucket(Decimal(int(number)))))
    if "figures" in outline:
        yield from _figures(outline["figures"])


def _sections(headings: list[Mapping[str, Any]], full: bool, year: int) -> Iterator[Fact]:
    tops = [h for h in headings if h["level"] == 1 and h.get("role")]
    first = _first((h["role"],) for h in tops)
    if tops:
        yield Fact(("headed",))
        yield _fact(("sections", tops[0]["role"], "first"), tops[0])
    for heading in tops:
        if heading["text"] and not themes(heading):
            yield Fact(("sections", heading["role"], "worded"))
            yield _fact(("sections", heading["role"], "wordings", wording(heading["text"], year)), heading)
    if full:
        yield Fact(("sequences", " ".join(first)))
        for role, (ordinal, at) in first.items():
            yield _fact(("sections", role, "support"), tops[at])
            yield Fact(("sections", role, "position", str(ordinal)))
        inner = {h["role"]: h for h in reversed(headings) if h["level"] > 1 and h.get("role")}
        for role, heading in inner.items():
            if role not in first:
                yield _fact(("sections", role, "nested"), heading)
    yield from _order("sections", first)


def _themes(
    headings: list[Mapping[str, Any]], told: list[Mapping[str, Any]] | None, full: bool
) -> Iterator[Fact]:
    """Of the headings of subjects: of level 2 under the measures, of level 1 in flat reports.

    told: what the report tells of, under whatever headings; None where headings are all that is known.
    """
    themed = [h for h in headings if themes(h)]
    first = _first(themes(h) for h in themed)
    if themed:
        yield Fact(("themed",))
        yield _fact(("themes", themes(themed[0])[0], "first"), themed[0])
    for theme, (_, at) in first.items():
        yield _fact(("themes", theme, "shown"), themed[at])
        if full and told is None:
            yield _fact(("themes", theme, "support"), themed[at])
    if full and told is not None:
        groups = groupby(sorted(told, key=_part), key=_part)
        first = _first(tuple(each["theme"] for each in group) for part, group in groups if part)
        for each in told:
            yield _fact(("themes", each["theme"], "support"), each)
    for theme, (ordinal, _) in first.items() if full else ():
        yield Fact(("themes", theme, "position", str(ordinal)))
    for heading in themed:
        theme, *others = themes(heading)
        for phrase in wording(heading["text"]).split("，") if heading["text"] else ():
            yield _fact(("themes", theme, "phrases", phrase), heading)
        yield Fact(("themes", theme, "phrased"))
        for other in others:
            yield _fact(("themes", theme, "merged", other), heading)
    yield from _order("themes", first)


def _part(each: Mapping[str, Any]) -> int:
    return int(each.get("part") or 0)


def _first(named: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, int]]:
    """Name -> where it first stands: its ordinal among the distinct ones, from 1, and the place in `named`."""
    found: dict[str, tuple[int, int]] = {}
    ordinal = 0
    for at, names in enumerate(named):
        new = [name for name in names if name not in found]
        ordinal += bool(new)
        found.update(dict.fromkeys(new, (ordinal, at)))
    return found


def _order(kind: str, first: Mapping[str, tuple[int, int]]) -> Iterator[Fact]:
    """Of each two that do not stand at one place, which comes before the other; a cut takes nothing from it."""
    for (one, (early, _)), (other, (late, _)) in combinations(first.items(), 2):
        if early != late:
            yield Fact(("before", kind, one, other))


def _markers(headings: list[Mapping[str, Any]], full: bool) -> Iterator[Fact]:
    chain: dict[int, str] = {}
    placed: dict[int, list[bool]] = {}
    for heading in headings:
        kind = style(heading["marker"])
        if kind:
            chain.setdefault(heading["level"], kind)
            placed.setdefault(heading["level"], []).append(bool(heading.get("run_in")))
    if chain and (full or len(chain) > 2 or chain[max(chain)] in _INNERMOST):
        yield Fact(("marked",))
        yield Fact(("chains", "".join(chain[level] for level in sorted(chain))))
    for level, marks in placed.items():
        yield Fact(("numbered", str(level)))
        if sum(marks) * 2 > len(marks):
            yield Fact(("run_in", str(level)))


def _opening(opening: Mapping[str, Any]) -> Iterator[Fact]:
    if not opening:
        return
    yield Fact(("opened",))
    for name in ("salutation", "transition"):
        if opening.get(f"has_{name}"):
            yield Fact(("openings", name))
    if opening.get("salutation"):
        yield Fact(("salutations", wording(opening["salutation"])), 0, opening["salutation"])
    cue = wording(opening.get("transition_cue") or "")
    if cue.startswith("现将"):
        yield Fact(("transitions", cue), 0, cue)


def _closing(closing: Mapping[str, Any] | None) -> Iterator[Fact]:
    if closing is None:
        return
    yield Fact(("closed",))
    for name in ("signature", "date"):
        if closing.get(name):
            yield Fact(("closings", name), 0, closing[name])
    if closing.get("date"):
        yield Fact(("dates", date_form(closing["date"])), 0, closing["date"])


def date_form(date: str) -> str:
    """How a date is written, in words of its own kind: 2025年1月9日 is 2024年1月31日."""
    import re

    if re.fullmatch(r"\d{4}年0?\d{1,2}月0?\d{1,2}日", date):
        return "2024年01月09日" if re.search(r"年0\d月|月0\d日", date) else "2024年1月9日"
    if re.search("[〇○零一二三四五六七八九]{4}年", date):
        return "二〇二四年一月九日"
    if re.fullmatch(r"\d{4}([-/.])\d{1,2}\1\d{1,2}", date):
        return f"2024{date[4]}01{date[4]}09"
    return "其他写法"


def _figures(figures: list[Mapping[str, Any]]) -> Iterator[Fact]:
    """Each indicator once a report: by its first figure for the whole unit and year, if it has one."""
    yield Fact(("with_indicators",))
    told: dict[str, list[Mapping[str, Any]]] = {}
    unknown: set[str] = set()
    for figure in figures:
        if figure.get("indicator"):
            told.setdefault(figure["indicator"], []).append(figure)
        elif figure["label"]:
            name = f"{figure['label']}（{figure['unit']}）"
            if name not in unknown:
                unknown.add(name)
                yield _fact(("candidates", name), figure)
    for name, several in told.items():
        yield _fact(("indicators", name, "support"), several[0])
        typical = next((f for f in several if f.get("whole")), None)
        if typical is not None:
            yield Fact(("indicators", name, "measured"))
            yield _fact(("indicators", name, "units", typical["unit"]), typical)
            amount = _amount(typical["amount"])
            if amount is not None:
                yield _fact(("indicators", name, "amounts", bucket(amount)), typical)


def _amount(words: str) -> Decimal | None:
    try:
        amount = Decimal(words)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def _fact(path: tuple[str, ...], said: Mapping[str, Any]) -> Fact:
    words = said.get("quote") or f"{said.get('marker') or ''}{said.get('text') or said.get('label') or ''}"
    return Fact(path, int(said.get("line") or 0), words)

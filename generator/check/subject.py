"""What is judged: one report, with everything that is known of it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from generator.annotate.model import Annotation, Outline, Section, Spot
from generator.check.concordance import Concordance, concordance, otherwise
from generator.check.figures import FormFigures, form_figures
from generator.check.matching import matches, possible
from generator.check.shape import half_width
from generator.compose.entries import Entries
from generator.compose.template import Template
from generator.document.nodes import Document
from generator.look import Look
from generator.records import record
from generator.schema.model import Profile, Schema

_T = TypeVar("_T")
_CJK = "\u3400-\u9fff"
_COPIED = 10
"""Half-width commas between Chinese characters by which a copy of a web page is known."""


@record
class Subject:
    """A report to be judged.

    text: the printed text of all lines in the order of their numbers, one below the other; folded: the same, as
    long, with full-width punctuation as half-width (copies of web pages lose the difference), for rules that do not
    care about widths; starts: offset at which line n begins, at n - 1, whether the file has such a line or not;
    ends: offset at which each section ends, for `extent`;
    copied: the whole copy has half-width punctuation; form: what the file is (`docx`, `pdf`, `html`, `md`, `txt`,
    `yml`); year: the year reported on, 0 if unknown; written: ISO date of the report, 28 February of the year after
    where it bears none, "" if unknown; words: lists of words that rules look for, from the template folder; last:
    last year's report; others: the other reports of its batch.
    """

    file: str
    annotation: Annotation
    schema: Schema
    text: str
    folded: str
    starts: tuple[int, ...]
    ends: Mapping[tuple[int, int], int]
    copied: bool = False
    form: str = "txt"
    year: int = 0
    written: str = ""
    dated: bool = False
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    document: Document | None = None
    profile: Profile | None = None
    figures: FormFigures | None = None
    """Those of `profile`, set together with it."""
    docx: bytes | None = None
    looks: tuple[Look, ...] = ()
    """Those that the template folder allows, for rules about layout."""
    last: "Subject | None" = None
    others: tuple["Subject", ...] = ()
    kept: dict[Any, Any] = field(default_factory=dict, init=False, compare=False)
    """What `once` has found; another subject, made by `replace`, begins with none."""


def once(find: Callable[[Subject], _T]) -> Callable[[Subject], _T]:
    """What the function finds in a report is found once for all rules."""

    @wraps(find)
    def found_once(of: Subject) -> _T:
        if find not in of.kept:
            of.kept[find] = find(of)
        made: _T = of.kept[find]
        return made

    return found_once


@once
def printed_words(of: Subject) -> Concordance:
    """The words of the text."""
    return otherwise(folded_words(of), of.text)


@once
def folded_words(of: Subject) -> Concordance:
    """The words of the text with half-width punctuation."""
    return concordance(of.folded)


def may_match(of: Subject, pattern: re.Pattern[str]) -> bool:
    """Whether it may match somewhere in the text, whatever the width of its punctuation; only a no is certain."""
    return possible(pattern, folded_words(of))


def subject(
    file: str,
    annotation: Annotation,
    schema: Schema,
    words: Mapping[str, tuple[str, ...]] | None = None,
    form: str = "txt",
    chrome: Container[int] = (),
) -> Subject:
    """The report as rules want it; what else is known of it is put in with `dataclasses.replace`.

    chrome: numbers of the lines that a web page added; rules do not see their words.
    """
    rows = [""] * max((line.number for line in annotation.lines), default=0)
    for line in annotation.lines:
        rows[line.number - 1] = "" if line.number in chrome else line.text
    text = "\n".join(rows)
    starts = [0]
    for row in rows[:-1]:
        starts.append(starts[-1] + len(row) + 1)
    ends = _ends(annotation, starts, len(text))
    written = day(annotation.outline.date)
    year = annotation.outline.year
    return Subject(
        file,
        annotation,
        schema,
        text,
        half_width(text),
        tuple(starts),
        ends,
        _copied(text),
        form,
        year,
        written or (f"{year + 1:04}-02-28" if year else ""),
        bool(written),
        words or {},
    )


def form_alone(profile: Profile, template: Template, filled: Entries | None = None) -> Subject:
    """A form as a subject without text, for the rules that need nothing but the form.

    filled: the profile's entries, where they are at hand already.
    """
    figures = form_figures(profile, template, filled)
    bare = Annotation((), Outline("", "", 0, "", "", "", "", "", ()), ())
    return Subject(profile.file, bare, template.schema, "", "", (0,), {}, form="yml", profile=profile, figures=figures)


def spot(of: Subject, start: int, end: int) -> Spot:
    """The place of the characters from offset `start` to `end` of the text, cut at the end of its line."""
    row = max(bisect_right(of.starts, start) - 1, 0)
    first = of.starts[row]
    last = of.starts[row + 1] - 1 if row + 1 < len(of.starts) else len(of.text)
    return Spot(row + 1, start - first, min(end, last) - first)


def offset(of: Subject, where: Spot) -> int:
    """The offset into the text at which a spot begins."""
    return of.starts[where.line - 1] + where.start


def quote(of: Subject, where: Spot) -> str:
    """The words at a spot."""
    begin = of.starts[where.line - 1]
    return of.text[begin + where.start : begin + where.end]


def echo(of: Subject) -> str:
    """The report with line n in row n, for showing the line of a finding; offsets are those of `text`."""
    rows = [""] * len(of.starts)
    for line in of.annotation.lines:
        rows[line.number - 1] = line.text.replace("\n", " ")
    return "\n".join(rows)


def found(of: Subject, pattern: str | re.Pattern[str], folded: bool = True) -> Iterator[tuple[Spot, re.Match[str]]]:
    """Every match of `pattern` with its spot; folded: in the text with half-width punctuation."""
    expression = pattern if isinstance(pattern, re.Pattern) else re.compile(pattern)
    here = (of.folded, folded_words(of)) if folded else (of.text, printed_words(of))
    for match in matches(expression, *here):
        yield spot(of, match.start(), match.end()), match


def parts(of: Subject, role: str) -> list[Section]:
    """The sections that serve one of the statutory purposes (`measures`, `problems` …), outermost first."""
    return list(_by_role(of).get(role, ()))


@once
def _by_role(of: Subject) -> dict[str, list[Section]]:
    made: dict[str, list[Section]] = {}
    for section in of.annotation.outline.sections:
        chosen = made.setdefault(section.role, [])
        # Those chosen do not overlap and come in reading order, so only the last may reach this far.
        if not chosen or section.spot.line > chosen[-1].last:
            chosen.append(section)
    return made


def first_responsible(of: Subject) -> list[Section]:
    """The parts on the first responsible persons: by role, else the sections that are about them."""
    name = "first_responsible"
    # 案件消化不够快 is no matter of theirs, however its words are alike.
    others = [part for role in ("problems", "plans") for part in parts(of, role)]
    themed = [s for s in of.annotation.outline.sections if name in s.themes]
    told = parts(of, name)
    if any(part.level == 1 for part in told):
        return told
    themed = [s for s in themed if not any(_inside(s, part) for part in others)]
    # 1.镇长带头讲课。2.班子成员全部述法: the whole of it, not the one that is called by their name.
    return [s for s in themed if not any(_inside(s, other) for other in themed if other is not s)] or told


def children(of: Subject, part: Section) -> list[Section]:
    """The sections one level below `part`; the next deeper level where that is empty."""
    known, key = _children(of), (*_position(part), part.level)
    if key not in known:
        inside = below(of, part)
        nearest = min((section.level for section in inside), default=0)
        known[key] = [section for section in inside if section.level == nearest]
    return [*known[key]]


@once
def _children(of: Subject) -> dict[tuple[int, int, int], list[Section]]:
    """Those of each part that was asked for, by its place and level."""
    return {}


def below(of: Subject, part: Section) -> list[Section]:
    """The sections of every deeper level within `part`."""
    sections = of.annotation.outline.sections
    inside = []
    for at in range(bisect_left(_positions(of), _position(part)), len(sections)):
        # What begins amid its last line is no longer within it.
        after = sections[at].level <= part.level and _position(sections[at]) > _position(part)
        if after or sections[at].spot.line > part.last:
            break
        if sections[at].level > part.level:
            inside.append(sections[at])
    return inside


def words_of(of: Subject, section: Section, folded: bool = True) -> str:
    """The text of a section, its heading included."""
    first, last = extent(of, section)
    return (of.folded if folded else of.text)[first:last]


def body_of(of: Subject, section: Section) -> str:
    """The same behind its heading."""
    first, last = extent(of, section)
    return of.folded[first + section.spot.end - section.spot.start : last]


def heading(section: Section, most: int = 20) -> str:
    """The words of a heading for messages, cut with …; its number where it has none."""
    said = section.text or section.marker
    return said if len(said) <= most else f"{said[:most]}…"


def extent(of: Subject, section: Section) -> tuple[int, int]:
    """Offsets at which a section begins and ends; one that shares its last line ends where the next begins."""
    begin = offset(of, section.spot)
    return begin, of.ends[begin, section.level]


def _ends(annotation: Annotation, starts: Sequence[int], length: int) -> dict[tuple[int, int], int]:
    """Offset at which each section ends, by the offset at which it begins and its level."""
    made: dict[tuple[int, int], int] = {}
    after: list[tuple[int, int]] = []
    for section in reversed(annotation.outline.sections):
        begin = starts[section.spot.line - 1] + section.spot.start
        while after and after[-1][1] > section.level:
            after.pop()
        end = starts[section.last] - 1 if section.last < len(starts) else length
        if after and begin < after[-1][0] < end:
            end = after[-1][0]
        made[begin, section.level] = max(end, begin)
        after.append((begin, section.level))
    return made


def date_spot(of: Subject) -> Spot | None:
    """Where the report's date stands."""
    printed = of.annotation.outline.date
    at = of.text.rfind(printed) if printed else -1
    return spot(of, at, at + len(printed)) if at >= 0 else None


def day(printed: str) -> str:
    """`2025年2月28日` as an ISO date, "" when it is none."""
    if "二" in printed:
        from generator.check.chinese_dates import arabic_date

        printed = arabic_date(printed)
    match = re.search(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})", printed)
    if not match:
        return ""
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return ""


@once
def _positions(of: Subject) -> list[tuple[int, int]]:
    return list(map(_position, of.annotation.outline.sections))


def _position(section: Section) -> tuple[int, int]:
    return section.spot.line, section.spot.start


def _inside(section: Section, outer: Section) -> bool:
    return _position(section) >= _position(outer) and section.spot.line <= outer.last


def _copied(text: str) -> bool:
    """Whether commas between Chinese characters are half width nearly everywhere, as in copies of web pages."""
    if sum(map(text.count, ",;:")) < _COPIED:
        return False
    half = len(re.findall(f"(?<=[{_CJK}”》])[,;:](?=[{_CJK}“《0-9])", text))
    return half >= _COPIED and half > 9 * sum(map(text.count, "，；："))

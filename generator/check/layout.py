"""A DOCX as rules of layout see it: how it is set, what each paragraph is, and the look it is held against."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from generator.annotate.model import Line, Section, Spot
from generator.check.rule import Finding
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.look import Look, standard
from generator.look_codec.units import TWIPS_PER_MM, show_size
from generator.readers.docx.layout_facts import Layout, Paragraph, Run, Sheet
from generator.records import record
from generator.regex import regex

NAMES: Mapping[str, str] = {
    "title": "标题",
    "salutation": "主送机关",
    "body": "正文",
    "heading1": "一级标题",
    "heading2": "二级标题",
    "heading3": "三级标题",
    "heading4": "四级标题",
    "signature": "署名",
    "date": "成文日期",
    "attachment_note": "附件说明",
    "attachment_mark": "附件标记",
}
"""Roles that rules judge, and what they are called."""

RUNNING = ("body", "heading1", "heading2", "heading3", "heading4")
"""Roles whose paragraphs make up the text."""

_MARKERS = (
    ("heading1", regex(r"[一二三四五六七八九十百]+、")),
    ("heading2", regex(r"[（(][一二三四五六七八九十百]+[)）]")),
    ("heading3", regex(r"\d{1,2}[.．、]?$")),
    ("heading4", regex(r"[（(]\d{1,2}[)）]")),
)
_ANNEX_NOTE, _ANNEX_MARK = regex(r"附\s*件\s*[：:]"), regex(r"附\s*件\s*\d*$")
_NEAR = 10
"""Twips within which a sheet has a look's measure."""
_OPENS = 4
"""Characters of a title's line, at least."""


@record
class Sized:
    """role: of the paragraph, a key of `NAMES`; head: characters at its start that are a heading of the level
    `head_role`, after which the body goes on, 0 if it is of one role alone."""

    paragraph: Paragraph
    role: str
    head: int = 0
    head_role: str = ""


@record
class Judged:
    """sheet: that on which the text begins; look: the one of the folder's looks that its page comes nearest to."""

    layout: Layout
    look: Look
    sheet: Sheet | None
    set: tuple[Sized, ...]


_last: list[tuple[Subject, Judged]] = []


def judged(of: Subject) -> Judged:
    """The layout of the DOCX that `of` was read from, worked out once for all rules."""
    for known, found in _last:
        if known is of:
            return found
    made = _judged(of)
    _last[:] = [(of, made)]
    return made


def _judged(of: Subject) -> Judged:
    from generator.readers.docx.layout import layout

    found = layout(of.docx or b"", of.file)
    roles = tuple(_roles(of, found))
    begins = next((one.paragraph.number for one in roles if one.role == "body"), 1)
    upright = [s for s in found.sheets if s.first <= begins] or list(found.sheets)
    sheet = upright[-1] if upright else None
    return Judged(found, _nearest(of.looks, sheet), sheet, roles)


def _nearest(looks: tuple[Look, ...], sheet: Sheet | None) -> Look:
    """The first of the looks that the sheet differs from in the fewest of top, bottom and pitch."""
    if not looks or sheet is None:
        return looks[0] if looks else standard()
    there = (sheet.top, sheet.bottom, sheet.pitch)

    def off(look: Look) -> int:
        wanted = (look.page.top, look.page.bottom, look.page.line_pitch)
        return sum(a is None or abs(a - b) > _NEAR for a, b in zip(there, wanted, strict=True))

    return min(looks, key=off)


def _roles(of: Subject, found: Layout) -> Iterator[Sized]:
    """The paragraphs whose part in the report is known."""
    lines = of.annotation.lines
    heads = {section.spot.line: section for section in reversed(of.annotation.outline.sections)}
    known = [
        (line, role, heads.get(line.number)) for line, role in zip(lines, _of_lines(of, lines, heads), strict=True)
    ]
    ends = [after.number for _, after in pairwise(lines)] + [len(found.paragraphs) + 1]
    for (line, role, section), end in zip(known, ends, strict=True):
        # Only a title is one line of several paragraphs.
        last = end - 1 if role == "title" else line.number
        for paragraph in found.paragraphs[line.number - 1 : last]:
            if role and not paragraph.tabled and paragraph.words.strip():
                yield _sized(paragraph, role, line, section)


def _sized(paragraph: Paragraph, role: str, line: Line, section: Section | None) -> Sized:
    if section is None or not role.startswith("heading") or paragraph.number != line.number:
        return Sized(paragraph, role)
    # An automatic number is printed, but no run holds it.
    head = section.spot.end - (len(line.text) - len(paragraph.words))
    return Sized(paragraph, "body", max(head, 0), role) if section.run_in else Sized(paragraph, role)


def _of_lines(of: Subject, lines: tuple[Line, ...], heads: Mapping[int, Section]) -> Iterator[str]:
    outline = of.annotation.outline
    title, begun, closed = _bare(outline.title), False, False
    salutation, date, signed = (_bare(words) for words in (outline.salutation, outline.date, outline.signature))
    first = next(iter(heads), 0)
    for at, line in enumerate(lines):
        words = _bare(line.text)
        section = heads.get(line.number)
        kind = line.kind
        if kind == "attachment" or (closed and _ANNEX_NOTE.match(words)):
            yield _annex(line.text, words)
        elif kind in ("letterhead", "imprint", "note", "table") or not words:
            yield ""
        elif kind == "title" or (not begun and len(words) >= _OPENS and words in title):
            yield "title"
        elif kind == "salutation" or (not begun and words == salutation):
            begun = True
            yield "salutation"
        elif kind == "date" or (words == date and _closes(lines, at)):
            closed = True
            yield "date"
        elif kind == "signature" or (words in signed and len(words) >= _OPENS and _closes(lines, at)):
            closed = True
            yield "signature"
        elif closed:
            yield ""
        elif section is not None and section.spot.start <= 1:
            begun = True
            yield _level(section)
        elif begun or (title and line.number < (first or line.number + 1)):
            begun = True
            yield "body"
        else:
            yield ""


def _closes(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the lines after it are few or short, as at the end of a report."""
    return sum(line.kind in ("text", "heading") and len(line.text) > 60 for line in lines[at + 1 :]) == 0


def _annex(text: str, words: str) -> str:
    return "attachment_note" if _ANNEX_NOTE.match(words) else "attachment_mark" if _ANNEX_MARK.match(text) else ""


def _level(section: Section) -> str:
    """By its marker: the standard goes by the kind of number, not by the depth."""
    for role, pattern in _MARKERS:
        if pattern.match(section.marker):
            return role
    return "body" if section.marker or section.run_in else f"heading{min(section.level, 4)}"


def _bare(words: str) -> str:
    return re.sub(r"\s+", "", words)


def at(of: Subject, number: int) -> Spot | None:
    """The paragraph of this number as a place; None where the report's lines do not reach so far."""
    if not 0 < number <= len(of.starts):
        return None
    end = of.starts[number] - 1 if number < len(of.starts) else len(of.text)
    return Spot(number, 0, end - of.starts[number - 1])


def each_once(
    of: Subject, found: Iterable[tuple[int, str, str]], severity: Severity | None = None
) -> Iterator[Finding]:
    """One finding for all paragraphs of which the same is said: at the first, with their count.

    found: number of the paragraph, message, hint; severity: where it is not the rule's.
    """
    held: dict[tuple[str, str], list[int]] = {}
    for number, message, hint in found:
        numbers = held.setdefault((message, hint), [])
        if number not in numbers:
            numbers.append(number)
    for (message, hint), numbers in held.items():
        more = f"（这样的共{len(numbers)}段）" if len(numbers) > 1 else ""
        yield Finding(at(of, numbers[0]), f"{message}{more}", hint, severity=severity)


def stretches(one: Sized) -> Iterator[tuple[str, Run]]:
    """The runs with words, each with the role it plays: those of a run-in heading first."""
    begin = 0
    for run in one.paragraph.runs:
        middle = begin + len(run.words) / 2
        begin += len(run.words)
        if run.words.strip():
            yield (one.head_role if one.head and middle <= one.head else one.role), run


def type_size(half_points: int) -> str:
    """`16磅（三号）`."""
    points, name = f"{half_points / 2:g}磅", show_size(half_points)
    return points if name == points else f"{points}（{name}）"


def millimetres(twips: int) -> str:
    """To a tenth."""
    return f"{round(twips / TWIPS_PER_MM, 1):g}毫米"


def points(twips: int) -> str:
    """To a hundredth."""
    return f"{round(twips / 20, 2):g}磅"

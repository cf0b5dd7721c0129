"""A report's outline: its frame, and its parts nested, with their roles and themes."""

from collections.abc import Mapping, Sequence
from functools import partial

from generator.annotate.frame import Frame, frame
from generator.annotate.frame_unit import own_subject
from generator.annotate.headings_grammar import folded
from generator.annotate.lexicon import Lexicon
from generator.annotate.model import Body, Line, Outline, Section, Spot
from generator.annotate.outline_heads import Head, heads
from generator.annotate.outline_page import Page, before, page
from generator.annotate.roles import (
    FIRST_RESPONSIBLE,
    MEASURES,
    OTHER,
    PLANS,
    PROBLEMS,
    Top,
    is_bare,
    is_both,
    nested,
    roles,
    said,
)
from generator.annotate.themes import evidence, themes

_BODY = 600
"""Characters of what follows a heading that its themes are looked for in."""
_BEGINNING = 60
"""Characters of what follows a heading in which it says on whom it is."""
_HALF = 8
"""Characters of a heading within a part that is both problems and plans, which says no more than which of them."""
_NAMED = 5.0
"""Evidence of a subject that a heading must give to be about it although it also calls itself the measures."""


def outline(lines: Sequence[Line], meta: Mapping[str, str], lexicon: Lexicon) -> Outline:
    """The outline of a report. meta: what its file says beside its text."""
    report = page(lines, lexicon)
    around = frame(report, meta, lexicon)
    found, unread = heads(report, around, lexicon)
    return Outline(
        title=around.title,
        unit=around.unit,
        year=around.year,
        level=around.level,
        salutation=around.salutation,
        transition=around.transition,
        signature=around.signature,
        date=around.date,
        sections=_sections(report, around, found, own_subject(around.unit), lexicon),
        unread=unread,
        body=_body_of(report, around),
    )


def _body_of(report: Page, around: Frame) -> Body | None:
    if not 0 <= around.first <= around.last < len(report.paragraphs):
        return None
    first, last = report.paragraphs[around.first], report.paragraphs[around.last]
    start = max(around.start, first.start)
    return Body(report.lines[first.line].number, start, report.lines[last.line].number, around.end)


def _sections(report: Page, around: Frame, found: Sequence[Head], own: str, lexicon: Lexicon) -> tuple[Section, ...]:
    ends, below, leads = _tree(found)
    tops = [at for at, head in enumerate(found) if head.depth == 1]
    held = _first_responsible(found, tops, ends, report, around, lexicon)
    spoken = roles([Top(found[at].text, below[at], held.get(at, found[at].candidate.role)) for at in tops], lexicon)
    top_roles = dict(zip(tops, spoken, strict=True))
    sections: list[Section] = []
    inside, both = "", False
    for at, head in enumerate(found):
        line = report.lines[report.paragraphs[head.candidate.paragraph].line]
        mark = head.candidate.mark
        inside = top_roles.get(at, inside)
        both = is_both(head.text, lexicon) if at in top_roles else both
        half = said(head.text, lexicon) if both and len(head.text) <= _HALF else ""
        role = top_roles[at] if at in top_roles else half or _inner(head.text, inside, lexicon)
        about: tuple[str, ...] = ()
        if at not in top_roles or _is_themed(head, role, lexicon):
            body = partial(_body, found, at, ends[at], report, around)
            about = themes(_foreign(head.text, own, lexicon), lexicon, below[at], body, leads[at])
        end = max(head.extent.end, mark.end)
        # The bracket that closes 【工作成效】 is the heading's too.
        end += line.text[head.extent.start - 1 : head.extent.start] == "【" and line.text[end : end + 1] == "】"
        sections.append(
            Section(
                level=head.depth,
                marker=line.text[mark.start : mark.end].strip(),
                text=head.text,
                role=role,
                themes=about,
                run_in=head.extent.run_in,
                spot=Spot(line.number, mark.start, end),
                first=line.number,
                last=_last(found, at, ends[at], report, around),
            )
        )
    return tuple(sections)


def _first_responsible(
    found: Sequence[Head], tops: Sequence[int], ends: Sequence[int], report: Page, around: Frame, lexicon: Lexicon
) -> dict[int, str]:
    """The part on the first responsible persons where no heading says so, by the first sentence below one that says
    next to nothing (履责：一张责任表)."""
    spoken = [found[at].candidate.role or said(found[at].text, lexicon) for at in tops]
    if FIRST_RESPONSIBLE in spoken or any(nested(head.text, lexicon) == FIRST_RESPONSIBLE for head in found):
        return {}
    for number, (at, role) in enumerate(zip(tops, spoken, strict=True)):
        # 加强组织领导, which may begin so too, does not stand beside the problems or the plans.
        beside = {PROBLEMS, PLANS}.intersection(spoken[max(number - 1, 0) : number + 2])
        if not role and found[at].text and (beside or is_bare(folded(found[at].text), lexicon)):
            begins = _body(found, at, ends[at], report, around).lstrip().partition("。")[0]
            if nested(begins[:_BEGINNING], lexicon) == FIRST_RESPONSIBLE:
                return {at: FIRST_RESPONSIBLE}
    return {}


def _foreign(text: str, own: str, lexicon: Lexicon) -> str:
    """A heading without the unit's own subject (应急管理局: 应急管理“放管服”改革), where it names another one."""
    rest = text.replace(own, "") if own else text
    return rest if rest != text and evidence(rest, lexicon) else text


def _inner(text: str, inside: str, lexicon: Lexicon) -> str:
    """The role of a part within a part of role `inside`: a problem about 第一责任人 stays a problem."""
    role = nested(text, lexicon)
    return role if inside in (MEASURES, OTHER) or (inside, role) == (PROBLEMS, PLANS) else ""


def _is_themed(head: Head, role: str, lexicon: Lexicon) -> bool:
    """Whether the heading of a part of the whole report names a subject, as in reports without umbrella headings."""
    spoken = said(head.text, lexicon)
    if not head.text or role == "first_responsible" or not spoken:
        return bool(head.text)
    # 人民调解工作情况: one subject among others, not all of them.
    return spoken == MEASURES and max(evidence(head.text, lexicon).values(), default=0.0) >= _NAMED


def _tree(found: Sequence[Head]) -> tuple[list[int], list[tuple[str, ...]], list[bool]]:
    """For each heading the position of the next not under it, the headings directly under it, whether it leads them."""
    ends = [len(found)] * len(found)
    below: list[list[str]] = [[] for _ in found]
    leads: list[bool] = []
    opened: list[int] = []
    for at, head in enumerate(found):
        while opened and found[opened[-1]].depth >= head.depth:
            ends[opened.pop()] = at
        leads.append(not below[opened[-1]] if opened else at == 0)
        if opened:
            below[opened[-1]].append(head.text)
        opened.append(at)
    return ends, [tuple(texts) for texts in below], leads


def _last(found: Sequence[Head], at: int, end: int, report: Page, around: Frame) -> int:
    """The last line that a heading covers."""
    own = found[at].candidate.paragraph
    last = around.last
    if end < len(found):
        after = found[end].candidate
        opens = after.mark.opens or after.mark.start <= report.paragraphs[after.paragraph].start
        last = after.paragraph - opens
    last = max(before(last, report), own)
    return report.lines[report.paragraphs[last].line].number


def _body(found: Sequence[Head], at: int, end: int, report: Page, around: Frame) -> str:
    """The beginning of what follows a heading."""
    own = found[at].candidate.paragraph
    after = found[end].candidate if end < len(found) else None
    parts: list[str] = []
    length = 0
    for number in range(own, (after.paragraph if after else around.last) + 1):
        paragraph = report.paragraphs[number]
        begin = found[at].extent.end if number == own else paragraph.start
        until = after.mark.start if after and number == after.paragraph else paragraph.end
        parts.append(report.texts[paragraph.line][begin : min(until, begin + _BODY)])
        length += len(parts[-1])
        if length >= _BODY:
            break
    return "".join(parts)

"""What stands under each heading of a report that was understood, as printed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.annotate.headings_grammar import BULLET
from generator.annotate.model import Annotation, Line, Section
from generator.records import record


@record
class Passage:
    """A section with its text: paragraphs (line number, words) up to the next heading, and sections below it."""

    section: Section
    body: tuple[tuple[int, str], ...]
    below: tuple["Passage", ...]


def paragraphs(annotation: Annotation) -> Iterator[tuple[int, bool, str]]:
    """What stands between title and signature: the line of each paragraph, whether it opens the report (before the
    first heading), its words. A heading is one, so are the rows of a table; what the format calls a title, a head or an
    addressee is none."""
    begin, end = _bounds(annotation)
    spots = [section.spot for section in annotation.outline.sections]
    headed = min(((spot.line, spot.start) for spot in spots), default=(0, 0))
    for line in annotation.lines:
        if not begin[0] <= line.number <= end[0]:
            continue
        low = begin[1] if line.number == begin[0] else 0
        high = min(end[1], len(line.text)) if line.number == end[0] else len(line.text)
        feeds = [at for at, sign in enumerate(line.text) if sign == "\n"]
        ends = [at for spot in spots if spot.line == line.number for at in (spot.start, spot.end)]
        cuts = sorted({low, high, *(at for at in (*feeds, *ends) if low < at < high)})
        kinds = [(0, line.kind), *((part.start, part.kind) for part in line.parts)]
        for at, until in pairwise(cuts):
            words = line.text[at:until].strip().lstrip("。.：:").strip()
            kind = next(kind for start, kind in reversed(kinds) if start <= at + 1)
            if words and kind not in ("title", "letterhead", "salutation"):
                yield line.number, (line.number, at) < headed, words


def _bounds(annotation: Annotation) -> tuple[tuple[int, int], tuple[int, int]]:
    """Line and character with which the body begins and ends, all lines where nothing frames it."""
    body, sections = annotation.outline.body, annotation.outline.sections
    if body is None or not sections:
        return (0, 0), (1 << 40, 0)
    last = max(section.last for section in sections)
    return (body.first, body.start), ((body.last, body.end) if body.last == last else (last, 1 << 40))


def passages(annotation: Annotation) -> tuple[Passage, ...]:
    """The level-1 parts of a report."""
    _, end = _bounds(annotation)
    sections = sorted(annotation.outline.sections, key=lambda s: (s.spot.line, s.spot.start))
    starts = [*((section.spot.line, section.spot.start) for section in sections[1:]), end]
    if not sections:
        return ()
    found = [(one, _between(annotation.lines, one, after)) for one, after in zip(sections, starts, strict=True)]
    return tuple(_nested(found, 0))


def _nested(found: Sequence[tuple[Section, tuple[tuple[int, str], ...]]], above: int) -> Iterator[Passage]:
    at = 0
    while at < len(found):
        section, body = found[at]
        until = at + 1
        while until < len(found) and found[until][0].level > section.level:
            until += 1
        yield Passage(section, body, tuple(_nested(found[at + 1 : until], section.level)))
        at = until


def _between(lines: Sequence[Line], section: Section, last: tuple[int, int]) -> tuple[tuple[int, str], ...]:
    """The paragraphs behind the heading of `section`, up to a line and a character of it."""
    out: list[tuple[int, str]] = []
    for line in lines:
        if not section.spot.line <= line.number <= last[0]:
            continue
        first = section.spot.end if line.number == section.spot.line else 0
        until = last[1] if line.number == last[0] else len(line.text)
        words = line.text[first:until].strip().lstrip("。.：:").strip()
        out += [(line.number, piece.strip()) for piece in words.split("\n") if piece.strip()]
    return tuple(out)


def printed(passage: Passage) -> Iterator[tuple[int, str]]:
    """The paragraphs of a passage with the headings inside it as printed; what shares a line stays together."""
    pending: list[tuple[int, str]] = list(passage.body)
    for inner in passage.below:
        marker = inner.section.marker
        heading = inner.section.text if BULLET.fullmatch(marker) else _numbered(marker, inner.section.text)
        paragraphs = list(printed(inner))
        if inner.section.run_in and paragraphs and paragraphs[0][0] == inner.section.spot.line:
            line, words = paragraphs[0]
            stop = "" if words.startswith(("；", ";", "，", "：")) else "。"
            paragraphs[0] = line, f"{heading}{stop}{words}" if inner.section.text else _numbered(heading, words)
        else:
            paragraphs.insert(0, (inner.section.spot.line, heading))
        if pending and pending[-1][0] == paragraphs[0][0]:
            pending[-1] = (pending[-1][0], pending[-1][1] + paragraphs[0][1])
            paragraphs = paragraphs[1:]
        pending += paragraphs
    yield from pending


def _numbered(marker: str, words: str) -> str:
    """Words behind their number; a blank keeps it from being read with one of theirs: 1. 5月1日."""
    return f"{marker} {words}" if marker[-1:] in (".", "．") and words[:1].isdigit() else marker + words

"""What stands under each heading of a report that was understood, as printed."""

from collections.abc import Iterator, Sequence

from generator.annotate.model import Annotation, Line, Section
from generator.records import record


@record
class Passage:
    """A section with its text: paragraphs (line number, words) up to the next heading, and sections below it."""

    section: Section
    body: tuple[tuple[int, str], ...]
    below: tuple["Passage", ...]


def body_lines(annotation: Annotation) -> tuple[int, int]:
    """Numbers of the first line with a heading and of the first one behind the last part (signature, date)."""
    sections = annotation.outline.sections
    if not sections:
        return 0, 1 << 40
    return min(s.spot.line for s in sections), max(s.last for s in sections) + 1


def passages(annotation: Annotation) -> tuple[Passage, ...]:
    """The level-1 parts of a report."""
    _, end = body_lines(annotation)
    sections = sorted(annotation.outline.sections, key=lambda s: (s.spot.line, s.spot.start))
    lines = [line for line in annotation.lines if line.number < end]
    found = [
        (section, _between(lines, section, sections[at + 1] if at + 1 < len(sections) else None))
        for at, section in enumerate(sections)
    ]
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


def _between(lines: Sequence[Line], section: Section, following: Section | None) -> tuple[tuple[int, str], ...]:
    """The paragraphs behind the heading of `section`, up to that of the next one."""
    out: list[tuple[int, str]] = []
    last = (following.spot.line, following.spot.start) if following else (1 << 40, 0)
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
        heading = f"{inner.section.marker}{inner.section.text}"
        paragraphs = list(printed(inner))
        if inner.section.run_in and paragraphs and paragraphs[0][0] == inner.section.spot.line:
            paragraphs[0] = (
                paragraphs[0][0],
                f"{heading}。{paragraphs[0][1]}" if inner.section.text else heading + paragraphs[0][1],
            )
        else:
            paragraphs.insert(0, (inner.section.spot.line, heading))
        if pending and pending[-1][0] == paragraphs[0][0]:
            pending[-1] = (pending[-1][0], pending[-1][1] + paragraphs[0][1])
            paragraphs = paragraphs[1:]
        pending += paragraphs
    yield from pending

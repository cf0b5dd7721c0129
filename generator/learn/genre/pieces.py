"""The parts of a report that may be themes, and the figures in them."""

from collections.abc import Iterator, Mapping, Sequence

from generator.annotate.model import Annotation, Line, Mention, Section
from generator.learn.outlines import wording
from generator.records import record

_SAMPLE = 300
"""Characters of a part's body that say what it is about."""
_MEASURES = "measures"


@record
class Told:
    """A figure of a part. label: the words that name what it counts; before: the clause up to the number."""

    label: str
    unit: str
    before: str
    after: str
    line: int


@record
class Piece:
    """A part of the measures. report: the file; section: its place among the report's sections."""

    report: str
    section: int
    heading: str
    body: str
    figures: tuple[Told, ...] = ()


def pieces(annotation: Annotation, report: str) -> Iterator[Piece]:
    """The parts right under the measures; in a flat report the parts of level 1 that are measures themselves."""
    sections = annotation.outline.sections
    lines = {line.number: line for line in annotation.lines}
    role = ""
    for at, section in enumerate(sections):
        if section.level == 1:
            role = section.role
        if role == _MEASURES and section.text and section.level == (1 if _flat(sections, at) else 2):
            told = tuple(_told(mention, lines) for mention in _within(annotation.mentions, section))
            yield Piece(report, at, wording(section.text, annotation.outline.year), _body(section, lines), told)


def is_flat(annotation: Annotation) -> bool:
    """Whether the parts of the whole are themes themselves, without one heading over them."""
    tops = [at for at, s in enumerate(annotation.outline.sections) if s.level == 1 and s.role == _MEASURES]
    return len(tops) > 1 and sum(_flat(annotation.outline.sections, at) for at in tops) * 2 > len(tops)


def _flat(sections: Sequence[Section], at: int) -> bool:
    """Whether the part of level 1 that this section is, or is in, has none of level 2."""
    top = next(i for i in range(at, -1, -1) if sections[i].level == 1)
    return top + 1 == len(sections) or sections[top + 1].level == 1


def _within(mentions: Sequence[Mention], section: Section) -> Iterator[Mention]:
    for mention in mentions:
        spot = mention.quantity.spot
        after = (spot.line, spot.start) >= (section.spot.line, section.spot.start)
        if after and spot.line <= section.last and mention.quantity.sense in ("value", "part"):
            yield mention


def _body(section: Section, lines: Mapping[int, Line]) -> str:
    first = lines[section.spot.line].text[section.spot.end :] if section.spot.line in lines else ""
    rest = (lines[n].text for n in range(section.spot.line + 1, section.last + 1) if n in lines)
    return "".join([first, *rest])[:_SAMPLE]


def _told(mention: Mention, lines: Mapping[int, Line]) -> Told:
    spot = mention.quantity.spot
    text = lines[spot.line].text
    return Told(
        mention.label,
        mention.quantity.unit,
        text[max(0, spot.start - 24) : spot.start],
        text[spot.end : spot.end + 16],
        spot.line,
    )

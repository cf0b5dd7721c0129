"""What is found in a report: plain data."""

from decimal import Decimal
from typing import Literal, TypeAlias

from generator.diagnostics import Diagnostic
from generator.records import record

Kind = Literal[
    "text", "title", "heading", "letterhead", "salutation", "signature", "date", "table", "attachment", "note",
    "imprint",
]
"""text: whatever the reader could not tell from its format; the others are what the format itself says."""


@record
class Part:
    """One of several paragraphs that share a line: from which character on (0-based); the rest as in `Line`."""

    start: int
    kind: Kind = "text"
    level: int = 0
    head: int = 0


Sense = Literal["value", "part", "target", "change"]
"""value: how much there is or was; part: a share of the figure before it; target: what is to be reached; change: a
difference from or a ratio to another time, never the value itself."""


@record
class Line:
    """A line of the report as it is printed, its number included.

    number: 1-based line (txt, md, html source) or paragraph (DOCX, PDF, a draft's tree) of the file, no two
    alike; text: a line feed in it is a forced line end, or divides paragraphs that share the number; kind: what
    the file's format says of it; level: nesting depth that a heading style claims, 0 if none; head: characters
    at the start that are set apart as a heading (a heading style, a bold run), 0 if none; parts: the
    paragraphs where there are several, the first of which kind, level and head describe.
    """

    number: int
    text: str
    kind: Kind = "text"
    level: int = 0
    head: int = 0
    parts: tuple[Part, ...] = ()


@record
class Spot:
    """A stretch of one line: `line` is its number, start and end are 0-based characters, end exclusive."""

    line: int
    start: int
    end: int


@record
class Section:
    """A part of the report.

    level: nesting depth, from 1; marker: its number as printed, "" if none or lost; text: the heading without
    it, "" for an item that is a plain sentence; role: of level-1 parts and of parts that serve one of the
    statutory purposes inside another, else ""; themes: most prominent first; run_in: the body follows on the
    heading's line; spot: the heading; first, last: the lines it covers, subsections included.
    """

    level: int
    marker: str
    text: str
    role: str
    themes: tuple[str, ...]
    run_in: bool
    spot: Spot
    first: int
    last: int


@record
class Body:
    """What stands between a report's title and its signature: the line and the character of it with which it begins,
    and those with which it ends (the character exclusive)."""

    first: int
    start: int
    last: int
    end: int


@record
class Outline:
    """The frame of a report; what it lacks is "" (year 0). sections: all of them, in reading order; unread:
    the first line whose headings were not looked at, 0 where all were; body: None where there is no line."""

    title: str
    unit: str
    year: int
    level: str
    salutation: str
    transition: str
    signature: str
    date: str
    sections: tuple[Section, ...]
    unread: int = 0
    body: Body | None = None


@record
class Quantity:
    """A counted or measured number.

    value, unit: as printed (`1.2`, `万人次`); amount: in the base unit (12000); qualifier: as printed (余, 超 …)
    or ""; period, scope: the words that limit what it counts (`五年来`, `其中`), or ""; spot: number and unit;
    sense: what the number tells.
    """

    value: str
    unit: str
    amount: Decimal
    qualifier: str
    period: str
    scope: str
    spot: Spot
    sense: Sense = "value"


@record
class Mention:
    """A quantity and the indicator it is, None where it is none that the schema knows.

    theme: of the section it stands in; label: the indicator's, or the words that name what is counted.
    """

    quantity: Quantity
    indicator: str | None
    label: str
    theme: str


@record
class Annotation:
    """A report understood."""

    lines: tuple[Line, ...]
    outline: Outline
    mentions: tuple[Mention, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


Lines: TypeAlias = tuple[Line, ...]

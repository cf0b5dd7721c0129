"""The document tree: plain, frozen data without behaviour.

Numbers of headings are put in when it is written (`generator.numbering`), so that a section which vanishes
leaves no gap; only a report that was read keeps the numbers that it printed.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from generator.look import Look
from generator.places import Place
from generator.records import record

SourceKind = Literal["value", "tick", "formula", "fixed", "gap"]
"""value: the form's own words; tick: a template's sentence that the form ticked; formula: computed from
values; fixed: a phrase of the template; gap: a placeholder for something that the form lacks."""


@record
class Source:
    """Where words came from: `path` is the field as the form names it (`主要举措.行政执法.数据.执法人员`)."""

    kind: SourceKind
    path: str = ""
    place: Place | None = None
    formula: str = ""
    operands: tuple["Source", ...] = ()


@record
class Text:
    """A run of words; `source` None means a fixed phrase of the template."""

    words: str
    source: Source | None = field(default=None, compare=False)


@record
class Strong:
    """Words set in bold."""

    inlines: tuple["Inline", ...]


@record
class LineBreak:
    """A forced line end inside a block (title lines)."""


Inline: TypeAlias = Text | Strong | LineBreak

Placement = Literal["own_line", "run_in", "joined"]


@record
class Span:
    """Lines (text) or paragraphs (DOCX) of the file a block was read from, 1-based, both included."""

    first: int
    last: int


@record
class Title:
    """The report's title; `LineBreak` marks a break that somebody chose, otherwise the writer breaks it."""

    inlines: tuple[Inline, ...]
    span: Span | None = field(default=None, compare=False)


@record
class Heading:
    """A numbered heading without its number.

    level: 1 一、 2 （一） 3 1. 4 （1）; placement: own_line a paragraph of its own; run_in the head of the
    next paragraph, closed by 。; joined 一是…二是… within one paragraph (whatever the level). marker: the number
    as the file that was read prints it, None where numbering decides.
    """

    level: int
    inlines: tuple[Inline, ...]
    placement: Placement = "own_line"
    span: Span | None = field(default=None, compare=False)
    marker: str | None = field(default=None, compare=False)


@record
class Paragraph:
    """A paragraph of running text."""

    inlines: tuple[Inline, ...]
    span: Span | None = field(default=None, compare=False)


@record
class Table:
    """A table; `header` rows repeat on each page, every row has as many cells as the first."""

    header: tuple[tuple[tuple[Inline, ...], ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    span: Span | None = field(default=None, compare=False)


@record
class Division:
    """A part with a place of its own on the page, see `DIVISIONS`."""

    name: str
    blocks: tuple["Block", ...]
    span: Span | None = field(default=None, compare=False)


Block: TypeAlias = Title | Heading | Paragraph | Table | Division

DIVISIONS: Mapping[str, str] = {
    "letterhead": "版头：内含 mark、number、issuer",
    "mark": "发文机关标志",
    "number": "发文字号",
    "issuer": "签发人（只写姓名）",
    "salutation": "主送机关，含末尾冒号",
    "signature": "署名，联署时每个机关一段",
    "date": "成文日期",
    "attachment_note": "附件说明：每件一段，只写名称",
    "note": "附注，含圆括号",
    "attachment": "附件：一个 Title 和其后的内容，另面",
    "imprint": "版记：内含 copies、printed",
    "copies": "抄送机关，含末尾句号",
    "printed": "印发机关、印发日期两段",
}
"""Every name that a `Division` may bear, with what it holds (GB/T 9704-2012, clause 7)."""


@record
class Document:
    """A report. meta: title, unit, year, level, sealed ("yes" when the signature bears a seal), date …"""

    blocks: tuple[Block, ...]
    meta: Mapping[str, str] = field(default_factory=dict)
    look: Look | None = None

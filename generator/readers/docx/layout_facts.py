"""How a DOCX is set, as plain data: sheets, paragraphs, runs, and what was left in it."""

from collections.abc import Mapping
from typing import Literal

from generator.records import record

Side = Literal["default", "even", "first"]


@record
class Run:
    """Words of one formatting.

    words: "" where they are hidden; east, latin, other: fonts of ideographs, of letters and digits, and of marks such
    as “ that both have; size: half points; spacing: twips added to each character; hint: `eastAsia` where marks are
    Chinese; themed: its font is the theme's; own: what is set directly, by name of the property.
    """

    words: str
    east: str
    latin: str
    other: str
    size: int
    bold: bool
    italic: bool
    underlined: bool
    color: str
    highlight: str
    spacing: int
    hint: str
    themed: bool
    own: frozenset[str]


@record
class Paragraph:
    """A paragraph of the body.

    number: as the reader counts; indent: of the first line, in characters, beyond the others, None for one that a list
    sets; left, right: twips of the other lines; rule: `exact`, `atLeast` or `auto`; line: twips, or 240ths of a line
    where the rule is `auto`; before, after: twips; on_grid: its lines keep to the grid; outline: level, 9 for none;
    own: what is set directly, by name of the property.
    """

    number: int
    tabled: bool
    style: str
    align: str
    indent: float | None
    left: int
    right: int
    rule: str
    line: int
    before: int
    after: int
    on_grid: bool
    outline: int
    own: frozenset[str]
    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        """What is printed, a line feed for each forced line end."""
        return "".join(run.words for run in self.runs)


@record
class Foot:
    """A paragraph of a footer or header.

    words: # stands for the page number; paged: there is one; left, right: twips; font, size: of the page number, the
    size in half points.
    """

    words: str
    paged: bool
    align: str
    left: int
    right: int
    font: str
    size: int


@record
class Sheet:
    """A section: lengths in twips, None where the file does not say.

    first: number of its first paragraph; grid: type of the document grid, "" for none; feet: paragraphs of its
    footers, empty ones left out.
    """

    first: int
    width: int | None
    height: int | None
    top: int | None
    bottom: int | None
    left: int | None
    right: int | None
    footer: int | None
    gutter: int
    grid: str
    pitch: int
    char_space: int
    number_format: str
    title_page: bool
    feet: Mapping[Side, tuple[Foot, ...]]


@record
class Grid:
    """A table. number: of its first paragraph; repeated: how many rows are printed again on each page."""

    number: int
    rows: int
    repeated: int


@record
class Layout:
    """A DOCX as it is set.

    tables: those that are not within others; facing: odd and even pages have footers of their own; revised, commented,
    hidden: numbers of paragraphs with revisions that nobody accepted, with comments, and with hidden words; people:
    names in the properties of the file, by property (`creator`, `lastModifiedBy`, `manager`).
    """

    sheets: tuple[Sheet, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Grid, ...]
    facing: bool
    revised: tuple[int, ...]
    commented: tuple[int, ...]
    hidden: tuple[int, ...]
    people: Mapping[str, str]

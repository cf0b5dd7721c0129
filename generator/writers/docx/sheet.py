"""The paragraphs of a document while it is being written, with what may still change about them."""

from generator.document.nodes import Division, Paragraph
from generator.look import Page


class Line:
    """A paragraph to be. keep: with the next one; early, late: properties in schema order, see `Sheet.line`."""

    __slots__ = ("early", "keep", "late", "runs", "section", "style")

    def __init__(self, style: str, runs: str, keep: bool, early: str, late: str) -> None:
        self.style = style
        self.runs = runs
        self.keep = keep
        self.early = early
        self.late = late
        self.section = ""

    def xml(self) -> str:
        """The `w:p` element."""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self.style}"/>'
            f"{'<w:keepNext/>' if self.keep else ''}{self.early}{self.late}{self.section}</w:pPr>{self.runs}</w:p>"
        )


class Sheet:
    """Lines and ready-made tables in order."""

    __slots__ = ("_pieces",)

    def __init__(self) -> None:
        self._pieces: list[Line | str] = []

    def line(self, style: str, runs: str = "", *, keep: bool = False, early: str = "", late: str = "") -> Line:
        """Add a paragraph. early: properties before spacing (frame, borders, tabs); late: spacing and indents."""
        line = Line(style, runs, keep, early, late)
        self._pieces.append(line)
        return line

    def blank(self, count: int = 1, *, keep: bool = False) -> None:
        """Add empty lines of body height."""
        for _ in range(count):
            self.line("BodyText", keep=keep)

    def table(self, xml: str) -> None:
        """Add a `w:tbl` element."""
        self._pieces.append(xml)

    def box(self, count: int, width: int) -> None:
        """Put the last `count` lines into a borderless table cell, `width` twips wide."""
        lines = "".join([piece.xml() for piece in self._pieces[-count:] if isinstance(piece, Line)])
        del self._pieces[-count:]
        self.table(
            f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
            '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>'
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{lines}</w:tc></w:tr></w:tbl>'
        )

    def keep_last_with_next(self) -> None:
        """Forbid a page break after the paragraph added last."""
        if last := self.last_line():
            last.keep = True

    def last_line(self) -> Line | None:
        """The paragraph added last, None when there is none or a table came after it."""
        last = self._pieces[-1] if self._pieces else None
        return last if isinstance(last, Line) else None

    def first(self, style: str) -> Line | None:
        """The first paragraph of that style, else the first of all."""
        lines = [piece for piece in self._pieces if isinstance(piece, Line)]
        return next((line for line in lines if line.style == style), lines[0] if lines else None)

    def end_section(self, properties: str) -> None:
        """Let a section with these properties end here."""
        (self.last_line() or self.line("TableText")).section = properties

    def xml(self) -> str:
        """All pieces as XML."""
        if not self.last_line():
            # Word demands a paragraph after a table that ends a document.
            self.line("TableText")
        return "".join([piece if isinstance(piece, str) else piece.xml() for piece in self._pieces])


def indent(page: Page, chars: float) -> int:
    """`chars` characters of the grid in twips."""
    return round(chars * page.char_pitch)


def paragraphs_of(division: Division) -> list[Paragraph]:
    """The paragraphs right inside `division`."""
    return [block for block in division.blocks if isinstance(block, Paragraph)]

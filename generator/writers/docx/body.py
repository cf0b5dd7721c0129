"""The blocks of a report, each put where GB/T 9704-2012 wants it."""

from collections.abc import Iterator, Sequence

from generator.document.nodes import (
    Block,
    Division,
    Document,
    Heading,
    Inline,
    Table,
    Text,
    Title,
)
from generator.document.walk import plain
from generator.flow import FULL_STOP, Piece, printed
from generator.look import Look
from generator.writers.docx.closing import put_attachment_note, put_note, put_signature
from generator.writers.docx.markup import NAMESPACES, PROLOG
from generator.writers.docx.runs import OWN_BREAK, Anchors, Pen, enclose
from generator.writers.docx.sections import section_properties
from generator.writers.docx.sheet import Sheet, paragraphs_of
from generator.writers.docx.styles import JOINED, STYLE_IDS
from generator.writers.title_lines import title_lines


def document_xml(document: Document, look: Look, anchors: Anchors) -> tuple[str, bool]:
    """The part word/document.xml, and whether it has pages without a number.

    What `anchors` has left over is put around the title.
    """
    sheet = Sheet()
    body = _Body(sheet, Pen(anchors), look, document)
    body.put(document.blocks)
    if anchors and (line := sheet.first("Title")):
        line.runs = enclose(line.runs, sorted(number for numbers in anchors.values() for number in numbers))
    even_page = body.has_imprint and document.meta.get("imprint_even_page") == "yes"
    last = section_properties(look.page, page_numbers=not even_page, on_even_page=even_page)
    return f"{PROLOG}<w:document {NAMESPACES}><w:body>{sheet.xml()}{last}</w:body></w:document>", even_page


class _Body:
    """Walks the blocks of one document."""

    __slots__ = ("_attachments", "_look", "_meta", "_pen", "_put_attachments", "_sheet", "has_imprint")

    def __init__(self, sheet: Sheet, pen: Pen, look: Look, document: Document) -> None:
        self._sheet, self._pen, self._look = sheet, pen, look
        self._meta = document.meta
        self._attachments = len([1 for b in document.blocks if type(b) is Division and b.name == "attachment"])
        self._put_attachments = 0
        self.has_imprint = False

    def put(self, blocks: Sequence[Block], title_style: str = "Title") -> None:
        """Add `blocks`; headings among them are numbered from the start."""
        items = list(printed(blocks))
        signed: Block | None = None
        for position, item in enumerate(items):
            block = item.block
            if isinstance(block, Title):
                self._put_title(block, title_style)
            elif item.pieces:
                self._put_text(block, item.pieces)
            elif isinstance(block, Table):
                self._put_table(block)
            elif isinstance(block, Division) and block.name == "signature":
                following = items[position + 1].block if position + 1 < len(items) else None
                date = following if isinstance(following, Division) and following.name == "date" else None
                signed = date
                self._put_signature(block, date)
            elif isinstance(block, Division) and block is not signed:
                self._put_division(block)

    def _put_text(self, block: Block, pieces: Sequence[Piece]) -> None:
        role, inlines = pieces[0]
        if len(pieces) == 1 and role in STYLE_IDS:
            # A run-in heading that nothing followed: it looks like another, its character style tells.
            face = f"{STYLE_IDS[role]}Char" if isinstance(block, Heading) and block.placement == "run_in" else ""
            self._sheet.line(STYLE_IDS[role], self._pen.runs(inlines, face))
            return
        faces = _faces(pieces)
        self._sheet.line("BodyText", "".join([self._pen.runs(words, face, after=end) for face, words, end in faces]))

    def _put_title(self, title: Title, style: str) -> None:
        self._sheet.line(style, self._pen.runs(tuple(_broken(title.inlines))))
        self._sheet.blank(keep=True)

    def _put_signature(self, signature: Division | None, date: Division | None) -> None:
        sealed = self._meta.get("sealed") == "yes"
        put_signature(self._sheet, self._pen, self._look, signature, date, sealed=sealed)

    # Parts that few reports have are imported when one has them.

    def _put_table(self, table: Table) -> None:
        from generator.writers.docx.tables import table_xml

        self._sheet.table(table_xml(table, self._pen, self._look))

    def _put_letterhead(self, division: Division) -> None:
        from generator.writers.docx.letterhead import put_letterhead

        put_letterhead(self._sheet, self._pen, self._look, division)

    def _put_imprint(self, division: Division) -> None:
        from generator.writers.docx.imprint import put_imprint

        self.has_imprint = True
        if self._meta.get("imprint_even_page") == "yes":
            self._sheet.end_section(section_properties(self._look.page))
        put_imprint(self._sheet, self._pen, self._look, division)

    def _put_division(self, division: Division) -> None:
        match division.name:
            case "letterhead":
                self._put_letterhead(division)
            case "salutation":
                for paragraph in paragraphs_of(division):
                    self._sheet.line("Salutation", self._pen.runs(paragraph.inlines))
            case "date":
                self._put_signature(None, division)
            case "attachment_note":
                put_attachment_note(self._sheet, self._pen, self._look, division)
            case "note":
                put_note(self._sheet, self._pen, division)
            case "attachment":
                self._put_attachment(division)
            case "imprint":
                self._put_imprint(division)
            case _:
                self.put(division.blocks)

    def _put_attachment(self, division: Division) -> None:
        self._put_attachments += 1
        number = str(self._put_attachments) if self._attachments > 1 else ""
        self._sheet.line("AttachmentMark", self._pen.runs((), before=f"附件{number}"), early="<w:pageBreakBefore/>")
        self._sheet.blank(keep=True)
        self.put(division.blocks, "AttachmentTitle")


def _faces(pieces: Sequence[Piece]) -> Iterator[tuple[str, tuple[Inline, ...], str]]:
    """Character styles, the words in each, and what closes them."""
    plainly: list[Inline] = []
    for role, inlines in pieces:
        if role == "body":
            plainly += inlines
            continue
        end, words = "", inlines
        if inlines[-1] is FULL_STOP:
            end, words = FULL_STOP.words, inlines[:-1]
        face = f"{JOINED}{role[-1]}"
        if role.startswith("joined"):
            # 一是 belongs to the sentence that it begins.
            plainly.append(words[0])
            words = words[1:]
        else:
            face = f"{STYLE_IDS[role]}Char"
        if plainly:
            yield "", tuple(plainly), ""
        yield face, words, end
        plainly = []
    if plainly:
        yield "", tuple(plainly), ""


def _broken(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """`inlines` of a title with line ends put in, unless somebody has chosen them."""
    texts = [inline for inline in inlines if isinstance(inline, Text)]
    lines = title_lines(plain(inlines))
    if len(lines) == 1 or len(texts) < len(inlines):
        yield from inlines
        return
    left = len(lines[0])
    following = iter(lines[1:])
    for inline in texts:
        rest, source = inline.words, inline.source
        while left < len(rest):
            yield Text(rest[:left], source)
            yield OWN_BREAK
            rest, left = rest[left:], len(next(following))
        left -= len(rest)
        yield inline if rest == inline.words else Text(rest, source)

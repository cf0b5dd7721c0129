"""版头: the issuing organ in red, the number, who signs, the red line (GB/T 9704-2012, 7.2)."""

from generator.document.nodes import Division, Paragraph
from generator.document.walk import plain
from generator.look import Look
from generator.writers.docx.runs import Pen, plain_run
from generator.writers.docx.sheet import Sheet, indent, paragraphs_of
from generator.writers.title_lines import display_width

_MARK_BELOW_TOP = 1984
"""35 mm from the upper edge of the type area to that of the mark (7.2.4)."""
_RULE_BELOW_NUMBER = 8
"""Points from the number's line to the red line; with the room below its characters 4 mm (7.2.7)."""
_SMALLEST_MARK = 72
"""Half points; longer names are condensed instead."""
_MOST_CONDENSED = 50
_SIGNER = "签发人："


def put_letterhead(sheet: Sheet, pen: Pen, look: Look, division: Division) -> None:
    """Add the parts that `division` holds, ending in the red line and two empty lines."""
    parts = {part.name: part for part in division.blocks if isinstance(part, Division)}
    if mark := parts.get("mark"):
        for position, paragraph in enumerate(paragraphs_of(mark)):
            _put_mark(sheet, pen, look, paragraph, first=position == 0)
        sheet.blank(2)
    signers = paragraphs_of(parts["issuer"]) if "issuer" in parts else []
    number = paragraphs_of(parts["number"]) if "number" in parts else []
    if number or signers:
        _put_number(sheet, pen, look, number, signers)
    color = look.styles["mark"].color or "FF0000"
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="{_RULE_BELOW_NUMBER}" w:color="{color}"/></w:pBdr>'
    last = sheet.last_line()
    if last is not None:
        last.early = rule + last.early
    sheet.blank(2)


def _put_mark(sheet: Sheet, pen: Pen, look: Look, paragraph: Paragraph, *, first: bool) -> None:
    style = look.styles["mark"]
    width = display_width(plain(paragraph.inlines)) or 1
    fitting = int(look.page.text_width / 10 / width)
    size = min(style.size, max(_SMALLEST_MARK, fitting))
    percent = max(_MOST_CONDENSED, min(100, int(100 * fitting / size)))
    # Twentieths of a point for half points, and a little more than the characters are high.
    line = size * 10 * style.line // (style.size * 10)
    before = _MARK_BELOW_TOP if first else 0
    sheet.line(
        "OrganMark",
        pen.runs(paragraph.inlines, size=f'<w:w w:val="{percent}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'),
        late=f'<w:spacing w:before="{before}" w:line="{line}" w:lineRule="exact"/>',
    )


def _put_number(sheet: Sheet, pen: Pen, look: Look, number: list[Paragraph], signers: list[Paragraph]) -> None:
    words = "".join(pen.runs(paragraph.inlines) for paragraph in number)
    if not signers:
        sheet.line("DocumentNumber", words)
        return
    # A report to a higher organ: number one character from the left, signer one from the right (7.2.5, 7.2.6).
    rows = [signers[at : at + 2] for at in range(0, len(signers), 2)]
    widths = [sum(display_width(plain(p.inlines)) for p in row) + len(row) - 1 for row in rows]
    page = look.page
    label = len(_SIGNER)
    names_at = page.chars_per_line - 1 - max(widths)
    for position, row in enumerate(rows):
        lead, last = position == 0, position == len(rows) - 1
        stop = indent(page, max(names_at - label if lead else names_at, 1))
        names = plain_run("\u3000", "IssuerLabel").join(pen.runs(p.inlines, "Issuer") for p in row)
        sheet.line(
            "DocumentNumber",
            (words if last else "")
            + "<w:r><w:tab/></w:r>"
            + (plain_run(_SIGNER, "IssuerLabel") if lead else "")
            + names,
            early=f'<w:tabs><w:tab w:val="left" w:pos="{stop}"/></w:tabs>',
            late=f'<w:ind w:firstLineChars="100" w:firstLine="{indent(page, 1)}"/><w:jc w:val="left"/>',
        )

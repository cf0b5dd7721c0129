"""附件说明, 署名, 成文日期 and 附注 (GB/T 9704-2012, 7.3.4 to 7.3.6)."""

from collections.abc import Sequence

from generator.document.nodes import Division, Paragraph, Text
from generator.document.walk import plain
from generator.look import Look
from generator.writers.docx.runs import Pen
from generator.writers.docx.sheet import Sheet, indent, paragraphs_of
from generator.writers.title_lines import display_width

_USUAL_DATE = 6.5
"""Characters of “2025年2月28日”, digits half."""
_SEAL_LINES = 4
"""Empty lines between two rows of seals of 42 mm, so that they do not touch."""
_SEAL_GAP = 8
"""Characters between the middles of two seals side by side, at least."""
_ANNEX = "附件："
_INTO_MARGIN = -1280
"""Twentieths of a point: four characters, less than the margin; wide digits and the gaps beside them take two."""


def put_attachment_note(sheet: Sheet, pen: Pen, look: Look, division: Division) -> None:
    """An empty line, then “附件：名称”; several are numbered, their names aligned."""
    names = paragraphs_of(division)
    sheet.keep_last_with_next()
    sheet.blank(keep=True)
    numbered = len(names) > 1
    for position, name in enumerate(names, 1):
        number = f"{position}." if numbered else ""
        label = _ANNEX if position == 1 else ""
        lead = len(_ANNEX) + display_width(number)
        hanging = display_width(label + number)
        left = indent(look.page, 2 + lead)
        sheet.line(
            "AttachmentNote",
            pen.runs(name.inlines, before=label + number),
            # hangingChars too: Word would else go on obeying the style's firstLineChars.
            late=f'<w:ind w:left="{left}" w:hangingChars="{round(hanging * 100)}" '
            f'w:hanging="{indent(look.page, hanging)}"/>',
        )


def put_signature(
    sheet: Sheet, pen: Pen, look: Look, signature: Division | None, date: Division | None, *, sealed: bool
) -> None:
    """Who signs and when. It never stands alone on a page: it is kept with the paragraph before it (7.3.5.5)."""
    organs = paragraphs_of(signature) if signature else []
    days = paragraphs_of(date) if date else []
    widths = [display_width(plain(organ.inlines)) for organ in organs]
    day = max((display_width(plain(p.inlines)) for p in days), default=_USUAL_DATE)
    sheet.keep_last_with_next()
    # The upper edge of a seal is within one line of the text; its middle a little above the signature.
    sheet.blank(2 if sealed else 1, keep=True)
    per_line = look.page.chars_per_line
    if sealed:
        day_at = max(0, per_line - 4 - day)
        _put_sealed(sheet, pen, look, organs, widths, day_at + day / 2)
    else:
        organ_at, day_at = unsealed_indents(max(widths, default=day), day, per_line)
        for organ in organs:
            _put(sheet, "Signature", pen.runs(organ.inlines), indent(look.page, organ_at))
    for paragraph in days:
        _put(sheet, "Date", pen.runs(paragraph.inlines), indent(look.page, day_at), keep=False)
    if any(_is_gap(p) for p in days):
        # Without a date there is no sign-off yet, only its place: it stays apart from the running text.
        sheet.box(len(organs) + len(days), look.page.text_width)


def _is_gap(paragraph: Paragraph) -> bool:
    return any(isinstance(i, Text) and i.source is not None and i.source.kind == "gap" for i in paragraph.inlines)


def unsealed_indents(organ: float, day: float, per_line: int) -> tuple[float, float]:
    """Left indents, in characters, of signature and date for these widths (7.3.5.2).

    The signature ends two characters from the right, the date begins two further right than it; a date
    longer than the signature ends two characters from the right instead and pushes the signature.
    """
    day_at = per_line - 2 - day if day > organ else per_line - organ
    day_at = max(0, day_at)
    return max(0, day_at - 2), day_at


def _put_sealed(
    sheet: Sheet, pen: Pen, look: Look, organs: Sequence[Paragraph], widths: Sequence[float], middle: float
) -> None:
    """Each signature centred on the date's middle; two to a row when their seals find room (7.3.5.1)."""
    per_line = look.page.chars_per_line

    def start(width: float) -> float:
        return max(0, min(middle - width / 2, per_line - width))

    position = 0
    while position < len(organs):
        if position:
            sheet.blank(_SEAL_LINES, keep=True)
        first, width = organs[position], widths[position]
        beside = per_line - middle - width / 2
        pair = (len(organs) - position) % 2 == 0
        if (
            pair
            and beside >= 0
            and 2 * middle - per_line >= _SEAL_GAP
            and (beside + width + 1 <= start(widths[position + 1]))
        ):
            second = organs[position + 1]
            stop = indent(look.page, start(widths[position + 1]))
            _put(
                sheet,
                "Signature",
                pen.runs(first.inlines) + "<w:r><w:tab/></w:r>" + pen.runs(second.inlines),
                indent(look.page, beside),
                tabs=f'<w:tabs><w:tab w:val="left" w:pos="{stop}"/></w:tabs>',
            )
            position += 2
        else:
            _put(sheet, "Signature", pen.runs(first.inlines), indent(look.page, start(width)))
            position += 1


def _put(sheet: Sheet, style: str, runs: str, left: int, *, keep: bool = True, tabs: str = "") -> None:
    # Left indents: with right alignment the place would depend on how wide a digit comes out.
    # Into the margin on the right: a substitute font with wider digits must not break the line.
    sheet.line(style, runs, keep=keep, early=tabs, late=f'<w:ind w:left="{left}" w:right="{_INTO_MARGIN}"/>')


def put_note(sheet: Sheet, pen: Pen, division: Division) -> None:
    """附注 on the line after the date."""
    sheet.keep_last_with_next()
    for paragraph in paragraphs_of(division):
        sheet.line("ClosingNote", pen.runs(paragraph.inlines))

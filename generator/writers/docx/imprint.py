"""版记 at the foot of the last page: 抄送, 印发 between lines (GB/T 9704-2012, 7.4)."""

from generator.document.nodes import Division
from generator.document.walk import plain
from generator.look import Look
from generator.writers.docx.runs import Pen
from generator.writers.docx.sheet import Sheet, paragraphs_of

_THICK, _THIN = 20, 14
"""Twips: 0.35 mm for the first and last line, 0.25 mm between (7.4.1)."""
_COPIES = "抄送："
_PRINTED = "印发"


def put_imprint(sheet: Sheet, pen: Pen, look: Look, division: Division) -> None:
    """Add the frame that is anchored to the foot of the page where the text ends.

    Its lines are shaded paragraphs: the words keep one character from either side, which borders of theirs
    would too, and LibreOffice drops the frame of a paragraph with borders.
    """
    page, style = look.page, look.styles["imprint"]
    one = style.char_pitch
    parts = {part.name: paragraphs_of(part) for part in division.blocks if isinstance(part, Division)}
    copies, printed = parts.get("copies", []), parts.get("printed", [])
    if not copies and not printed:
        return
    frame = (
        f'<w:framePr w:w="{page.text_width}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" '
        'w:xAlign="left" w:yAlign="bottom"/>'
    )

    def rule(thickness: int) -> None:
        sheet.line(
            "Imprint",
            early=f'{frame}<w:shd w:val="clear" w:color="auto" w:fill="000000"/><w:snapToGrid w:val="0"/>',
            late=f'<w:spacing w:line="{thickness}" w:lineRule="exact"/>',
        )

    rule(_THICK)
    for position, paragraph in enumerate(copies):
        label = _COPIES if position == 0 else ""
        hanging = f' w:hanging="{len(_COPIES) * one}"' if label else ""
        sheet.line(
            "Imprint",
            pen.runs(paragraph.inlines, before=label),
            early=frame,
            late=f'<w:ind w:left="{(1 + len(_COPIES)) * one}" w:right="{one}"{hanging}/>',
        )
    if copies and printed:
        rule(_THIN)
    if printed:
        who, *when = printed
        words = pen.runs(who.inlines)
        for paragraph in when:
            after = "" if plain(paragraph.inlines).endswith(_PRINTED) else _PRINTED
            words += "<w:r><w:tab/></w:r>" + pen.runs(paragraph.inlines, after=after)
        sheet.line(
            "Imprint",
            words,
            early=f'{frame}<w:tabs><w:tab w:val="right" w:pos="{page.text_width - one}"/></w:tabs>',
            late=f'<w:ind w:left="{one}"/>',
        )
    rule(_THICK)
    sheet.line("Imprint", late='<w:spacing w:line="20" w:lineRule="exact"/>')

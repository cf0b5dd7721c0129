"""Section properties: paper, margins, line grid, page numbers."""

from generator.look import Page
from generator.writers.docx.parts import BLANK_FOOTER, EVEN_FOOTER, ODD_FOOTER


def section_properties(page: Page, *, page_numbers: bool = True, on_even_page: bool = False) -> str:
    """The `w:sectPr` element. The grid is of lines only: LibreOffice gives a glyph wider than a character
    cell two of them, so 28 characters a line come from the character spacing instead."""
    odd, even = (ODD_FOOTER, EVEN_FOOTER) if page_numbers else (BLANK_FOOTER, BLANK_FOOTER)
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{odd}"/>'
        f'<w:footerReference w:type="even" r:id="{even}"/>'
        + ('<w:type w:val="evenPage"/>' if on_even_page else "")
        + f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        f'w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{page.line_pitch}"/></w:sectPr>'
    )

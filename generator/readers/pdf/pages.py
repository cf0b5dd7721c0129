"""The lines of each page, as PDFium sees them."""

import ctypes
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from generator.errors import UnreadableInput
from generator.readers.bounds import MOST_BYTES
from generator.readers.pdf.streams import unpacked
from generator.records import record

MOST_PAGES = 200
MOST_OBJECTS = 300_000
"""Of the file; PDFium looks at each of them when it mends a damaged one."""
MOST_GLYPHS = 400_000

_INSTALL = "pip install 'fazhi-niandu-baogao[pdf]'；或用 Word、WPS 打开 PDF，另存为 DOCX 后再读"
_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""
_GAP = 2.5
"""Widths of a character; what stands so far apart are cells or columns."""


@record
class PdfLine:
    """A printed line. left, right, base: in points from the left and lower edge; size: of its type in points;
    page: from 0; gaps: wide ones inside it, as between the cells of a table."""

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int
    gaps: int = 0


Glyph: TypeAlias = tuple[str, float, float, float, float]
"""A character, left, right and base line in points, size of type in points."""


def pages_of(data: bytes, name: str) -> list[list[PdfLine]]:
    """The lines of each page, from top to bottom as the file has them. Raises UnreadableInput."""
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableInput("读 PDF 要先装一个组件", _INSTALL) from None
    if unpacked(data, MOST_BYTES) > MOST_BYTES:
        size = MOST_BYTES // 1_000_000
        raise UnreadableInput(f"“{name}”展开后超过 {size} MB，不像一份报告", "请确认是不是选错了文件")
    if data.count(b" obj") > MOST_OBJECTS:
        raise UnreadableInput(f"“{name}”里的内容太多，不像一份报告", "请确认是不是选错了文件")
    try:
        document: Any = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise UnreadableInput(f"“{name}”加了密码，读不出", "用 PDF 阅读器打开，去掉密码后另存") from None
        raise UnreadableInput(f"“{name}”已损坏，不是完整的 PDF", "重新下载或重新导出") from None
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableInput(f"“{name}”有 {len(document)} 页，不像一份报告", "请确认是不是选错了文件")
        return list(_pages(document, name))
    except pypdfium2.PdfiumError:
        raise UnreadableInput(f"“{name}”已损坏，有读不出的页", "重新下载或重新导出") from None
    finally:
        document.close()


def _pages(document: Any, name: str) -> Iterator[list[PdfLine]]:
    left = MOST_GLYPHS
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        count = text.count_chars()
        left -= count
        if left < 0:
            raise UnreadableInput(f"“{name}”有四十万字以上，不像一份报告", "请确认是不是选错了文件")
        lines = [made for line in _lines(_glyphs(text.raw, count)) if (made := _line(line, number))]
        text.close()
        page.close()
        yield lines


def _glyphs(page: Any, count: int) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium

    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(page, at)
        # PDFium makes up blanks and line ends where it sees gaps; we see the gaps ourselves.
        if code < 32 or pdfium.FPDFText_IsGenerated(page, at) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(page, at, box)
        pdfium.FPDFText_GetCharOrigin(page, at, x, y)
        size = max(abs(box.top - box.bottom), 1.0) if (size := pdfium.FPDFText_GetFontSize(page, at)) <= 1 else size
        yield chr(code) if code <= 0x10FFFF else "\ufffd", box.left, box.right, y.value, size


def _lines(glyphs: Iterator[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs of each line from left to right: some programs write what is set in another font (quotation marks,
    numbers) behind the rest of the line."""
    line: list[Glyph] = []
    for glyph in glyphs:
        # Leaders and notes may be smaller; a new line is set lower or begins again at the left.
        if line and (abs(glyph[3] - line[-1][3]) > 0.5 * max(glyph[4], line[-1][4]) or glyph[2] < line[0][1]):
            yield sorted(line, key=_left)
            line = []
        line.append(glyph)
    if line:
        yield sorted(line, key=_left)


def _left(glyph: Glyph) -> float:
    return glyph[1]


def _line(glyphs: Sequence[Glyph], page: int) -> PdfLine | None:
    while glyphs and not glyphs[0][0].strip():
        glyphs = glyphs[1:]
    while glyphs and not glyphs[-1][0].strip():
        glyphs = glyphs[:-1]
    if not glyphs:
        return None
    sizes = sorted(glyph[4] for glyph in glyphs)
    size = sizes[len(sizes) // 2]
    words: list[str] = []
    gaps, end = 0, glyphs[0][1]
    for character, left, right, _, _ in glyphs:
        gap = left - end
        if gap > _GAP * size and words:
            gaps += 1
            words.append(" ")
        elif gap > 0.2 * size and words and words[-1][-1:].isascii() and character.isascii():
            words.append(" ")
        words.append(_normal(character))
        end = right
    return PdfLine("".join(words), glyphs[0][1], max(end, glyphs[0][1]), glyphs[0][3], size, page, gaps)


def _normal(character: str) -> str:
    """Fonts often name 一 by its radical and 理 by its compatibility twin."""
    if "\u2e80" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff":
        return unicodedata.normalize("NFKC", character)
    return character

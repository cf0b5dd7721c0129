"""PDF with text in it: lines rejoined to paragraphs, page numbers and running heads left out."""

from generator.diagnostics import Diagnostic, Severity
from generator.document.nodes import Document
from generator.errors import UnreadableInput
from generator.readers import codes
from generator.readers.pdf.pages import pages_of
from generator.readers.pdf.paragraphs import blocks_of
from generator.readers.pdf.running import without_running
from generator.readers.reading import Reading

_UNMAPPED = 0.1
"""Share of glyphs without a character from which on nothing can be made of the rest."""


def read(data: bytes, name: str) -> Reading:
    """The text; spans count paragraphs. Raises UnreadableInput, also where the extra `pdf` is not installed."""
    pages = pages_of(data, name)
    words = "".join(line.text for page in pages for line in page)
    if not words.strip():
        hint = "先用文字识别（OCR）软件转成 DOCX，校对后再读；有 Word 原件的用原件"
        raise UnreadableInput(f"“{name}”里没有文字，是扫描件", hint)
    unmapped = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in words)
    if unmapped > len(words) * _UNMAPPED:
        hint = "用 Word 原件，或用文字识别（OCR）软件转成 DOCX"
        raise UnreadableInput(f"“{name}”里的文字没有编码，读出来是乱码", hint)
    told: list[Diagnostic] = []
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    if empty:
        message = f"第 {'、'.join(empty[:20])} 页没有文字，可能是图片，没有读入"
        told.append(Diagnostic(codes.PDF_PAGES, None, message, "图片里的文字请照录", Severity.WARNING))
    lines = without_running(pages)
    if any(line.gaps for line in lines):
        message = "有分栏或表格，按行读入，单元格之间空一格"
        told.append(Diagnostic(codes.PDF_TABLES, None, message, "对照原文核对", Severity.WARNING))
    blocks = blocks_of(lines)
    if not blocks:
        raise UnreadableInput(f"“{name}”里只有页码", "检查是不是选错了文件")
    return Reading(Document(blocks, {"file": name}), tuple(told))

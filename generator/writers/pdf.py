"""PDF, laid out by LibreOffice from the DOCX."""

from collections.abc import Sequence

from generator.document.nodes import Document
from generator.errors import CannotWrite
from generator.soffice import TIME_LIMIT, convert, program
from generator.writers.notes import Note


def write(document: Document, notes: Sequence[Note] = ()) -> bytes:
    """The document as PDF. Raises CannotWrite where LibreOffice is missing, fails or takes too long."""
    from generator.writers.docx import write as write_docx

    return from_docx(write_docx(document, notes))


def from_docx(docx: bytes, time_limit: float = TIME_LIMIT) -> bytes:
    """These bytes of a DOCX as PDF; `time_limit` in seconds. Raises CannotWrite."""
    office = program()
    if office is None:
        hint = "装好 LibreOffice 后再试，或改用 --to docx，用 Word、WPS 打开后另存为 PDF"
        raise CannotWrite("没有找到 LibreOffice，不能输出 PDF", hint)
    made = convert(office, docx, "report.docx", "pdf:writer_pdf_Export", time_limit=time_limit)
    if not made.in_time:
        hint = "文件可能过大或机器太忙；稍后再试，或改用 --to docx"
        raise CannotWrite(f"LibreOffice 超过 {time_limit:g} 秒没有完成，已停止", hint)
    if not made.content.startswith(b"%PDF"):
        raise CannotWrite("LibreOffice 没有生成 PDF", made.said or "它什么也没有说；可改用 --to docx")
    return made.content

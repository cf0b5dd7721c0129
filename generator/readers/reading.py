"""What a reader gives back."""

from generator.diagnostics import Diagnostic
from generator.document.nodes import Document
from generator.records import record


@record
class Reading:
    """A file as a document; diagnostics name what the reader could not carry over.

    Every block's span is the 1-based line (txt, md, html source) or paragraph (DOCX, PDF) it stands in.
    document.meta: what the file says beside its text (`索引号`, `文号`, `发布机构`, `日期`).
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()

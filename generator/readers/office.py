"""Files of older and other word processors, turned into DOCX by LibreOffice."""

from generator.diagnostics import Diagnostic, Severity
from generator.errors import UnreadableInput
from generator.readers import codes
from generator.readers.formats import FORMATS, format_of
from generator.readers.reading import Reading
from generator.soffice import TIME_LIMIT, convert, program

# Named import filters: LibreOffice's own guess would take any rubbish for plain text.
_FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format", "odt": "writer8"}
_SAVE = "用 Word 或 WPS 打开，另存为 DOCX 后再读"


def read(data: bytes, name: str, time_limit: float = TIME_LIMIT) -> Reading:
    """The document as LibreOffice sees it; `time_limit` in seconds. Raises UnreadableInput, also where
    LibreOffice is missing."""
    from generator.readers.docx import read as read_docx

    found = format_of(data, name)
    label = FORMATS[found].label
    office = program()
    if office is None:
        raise UnreadableInput(f"“{name}”是{label}文件，没有 LibreOffice 读不出", f"{_SAVE}；或装好 LibreOffice")
    made = convert(office, data, f"report.{found}", "docx:MS Word 2007 XML", _FILTERS[found], time_limit)
    if not made.in_time:
        raise UnreadableInput(f"“{name}”转换超过 {time_limit:g} 秒没有完成，已停止", _SAVE)
    if not made.content:
        raise UnreadableInput(f"“{name}”不是完好的{label}文件，LibreOffice 打不开", _SAVE)
    reading = read_docx(made.content, name)
    told = Diagnostic(codes.CONVERTED, None, f"{label}文件经 LibreOffice 转成 DOCX 后读入", "", Severity.INFO)
    return Reading(reading.document, (told, *reading.diagnostics))

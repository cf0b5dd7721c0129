"""Bytes of a file to its text, and the reason when they are no text."""

from codecs import BOM_UTF8

from generator.diagnostics import Diagnostic, Severity
from generator.encoding import decoded, unified_lines
from generator.places import Place

LARGEST = 2_000_000
"""Bytes; a filled form has about ten thousand."""

_BINARY = (
    (b"PK\x03\x04", "这是 Word、Excel 或压缩文件"),
    (b"\xd0\xcf\x11\xe0", "这是旧版 Word 或 Excel 文件"),
    (b"%PDF", "这是 PDF 文件"),
    (b"{\\rtf", "这是 RTF 文件"),
    (b"\x89PNG", "这是图片"),
    (b"\xff\xd8\xff", "这是图片"),
)
_STRAY = 500
"""Among so many bytes, one NUL is a slip of a program."""
_FORM = "表单是 gen form 写出的文本文件（.yml），用记事本一类的编辑器填写"


def decode(raw: bytes, file: str = "") -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of `raw` without its byte order mark, and what there is to say; offsets of `Place` count in
    this text."""
    start = Place(file, 1, 1, 0, 0)
    if len(raw) > LARGEST:
        size = len(raw) / 1_000_000
        return "", (Diagnostic("FRM010", start, f"文件有 {size:.1f} MB，不像一份表单", _FORM),)
    try:
        if b"\0" not in raw:
            # The same as utf-8-sig, a module that would have to be imported.
            return unified_lines(raw.removeprefix(BOM_UTF8).decode()), ()
        broken = raw.index(b"\0")
        # A few in a text are forbidden characters, each with its place; many are a binary file or UTF-16.
        if raw.count(b"\0") * _STRAY < len(raw) and not raw.startswith(tuple(mark for mark, _ in _BINARY)):
            return unified_lines(raw.decode("utf-8-sig")), ()
    except UnicodeDecodeError as error:
        broken = error.start
    for magic, name in _BINARY:
        if raw.startswith(magic):
            return "", (Diagnostic("FRM011", start, f"{name}，不是表单", _FORM),)
    if found := decoded(raw):
        text, encoding = found
        shown = "GB18030" if encoding == "gb18030" else encoding.upper()
        note = f"文件是 {shown} 编码，已按此读入"
        hint = "另存为 UTF-8，省得别的软件显示成乱码"
        return unified_lines(text), (Diagnostic("FRM026", start, note, hint, Severity.INFO),)
    before = raw[:broken].decode("utf-8", "replace")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    place = Place(file, line, column, 0, 0)
    message = f"第 {line} 行有读不出的字节，既不是 UTF-8 也不是 GB18030 编码"
    return "", (Diagnostic("FRM011", place, message, _FORM),)


def text_of(raw: bytes) -> str:
    """The text that `decode` sees, "" when there is none; for echoing lines of a form."""
    return decode(raw)[0]

"""Bytes of a file to its text, and the reason when they are no text."""

from generator.diagnostics import Diagnostic, Severity
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
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
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
            return _lines(raw.decode("utf-8-sig")), ()
        broken = raw.index(b"\0")
        # A few in a text are forbidden characters, each with its place; many are a binary file or UTF-16.
        if raw.count(b"\0") * _STRAY < len(raw) and not raw.startswith(tuple(mark for mark, _ in _BINARY)):
            return _lines(raw.decode("utf-8-sig")), ()
    except UnicodeDecodeError as error:
        broken = error.start
    for magic, name in _BINARY:
        if raw.startswith(magic):
            return "", (Diagnostic("FRM011", start, f"{name}，不是表单", _FORM),)
    for encoding in _candidates(raw):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            continue
        shown = "GB18030" if encoding == "gb18030" else encoding.upper()
        note = f"文件是 {shown} 编码，已按此读入"
        hint = "另存为 UTF-8，省得别的软件显示成乱码"
        return _lines(text.removeprefix("\ufeff")), (Diagnostic("FRM026", start, note, hint, Severity.INFO),)
    before = raw[:broken].decode("utf-8", "replace")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    place = Place(file, line, column, 0, 0)
    message = f"第 {line} 行有读不出的字节，既不是 UTF-8 也不是 GB18030 编码"
    return "", (Diagnostic("FRM011", place, message, _FORM),)


def text_of(raw: bytes) -> str:
    """The text that `decode` sees, "" when there is none; for echoing lines of a form."""
    return decode(raw)[0]


def _lines(text: str) -> str:
    """`text` with the single carriage returns of old Macs as line feeds, so that everybody counts the same
    lines."""
    if "\r" not in text or text.count("\r") == text.count("\r\n"):
        return text
    return "".join(
        "\n" if c == "\r" and text[i + 1 : i + 2] != "\n" else c for i, c in enumerate(text)
    )


def _candidates(raw: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return (encoding,)
    if b"\0" in raw:
        even, odd = raw[0::2].count(0), raw[1::2].count(0)
        return ("utf-16-le",) if odd > even else ("utf-16-be",)
    # A few broken bytes in a UTF-8 file would pass as GB18030 and turn the whole file into nonsense.
    read = raw.decode("utf-8", "replace")
    if 0 < read.count("\ufffd") * 20 < sum("一" <= c <= "鿿" for c in read):
        return ()
    return ("gb18030",)

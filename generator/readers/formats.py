"""Which format a file is of: its content decides, its name only between kinds of text."""

import re
from collections.abc import Mapping
from pathlib import PurePath

from generator.errors import UnreadableInput
from generator.records import record


@record
class Format:
    """label: what users call it; suffixes: the endings it usually bears; module: whose `read` reads it."""

    label: str
    suffixes: tuple[str, ...]
    module: str


FORMATS: Mapping[str, Format] = {
    "text": Format("纯文本", (".txt", ".text"), "text"),
    "markdown": Format("Markdown", (".md", ".markdown"), "gfm"),
    "html": Format("网页", (".html", ".htm", ".shtml", ".xhtml"), "html"),
    "docx": Format("DOCX", (".docx", ".docm", ".dotx"), "docx"),
    "pdf": Format("PDF", (".pdf",), "pdf"),
    "doc": Format("旧版 Word 或 WPS 文字", (".doc", ".wps", ".wpt", ".dot"), "office"),
    "rtf": Format("RTF", (".rtf",), "office"),
    "odt": Format("ODT", (".odt",), "office"),
}

SUFFIXES: Mapping[str, str] = {suffix: name for name, one in FORMATS.items() for suffix in one.suffixes}
"""Ending -> format."""

_NO_REPORT = (
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"II*\0", "图片"),
    (b"MM\0*", "图片"),
    (b"RIFF", "图片或音视频"),
    (b"MZ", "程序"),
    (b"\x7fELF", "程序"),
    (b"\xcf\xfa\xed\xfe", "程序"),
    (b"\xca\xfe\xba\xbe", "程序"),
    (b"Rar!", "压缩文件"),
    (b"7z\xbc\xaf", "压缩文件"),
    (b"\x1f\x8b", "压缩文件"),
    (b"SQLite format", "数据库"),
)
_HEAD = 4096
_OPENING = rb"(?i)\A\s*(?:<\?xml[^>]*>\s*|<!--(?s:.)*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b"
_TAG = rb"(?i)<(?:div|p|table|span|font|section|article|center|h[1-6])\b[^<>]*>"
_CANNOT = "能读的有 DOCX、DOC、WPS、PDF、网页、Markdown 和纯文本；报告若在其中，请另存后再读"


def format_of(data: bytes, name: str) -> str:
    """The format in `FORMATS` that `data` is of. Raises UnreadableInput where it is none of them."""
    said = SUFFIXES.get(PurePath(name).suffix.lower(), "")
    if not data:
        raise UnreadableInput(f"“{name}”是空文件", "检查是不是选错了文件，或没有下载完")
    if data.startswith(b"PK"):
        return _package(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(data, name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    for magic, what in _NO_REPORT:
        if data.startswith(magic) and (len(magic) > 2 or b"\0" in data[:_HEAD]):
            raise UnreadableInput(f"“{name}”是{what}，不是报告", _CANNOT)
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    if b"multipart/related" in head and re.match(rb"(?i)(?:from:|mime-version:|content-type:)", head.lstrip()):
        raise UnreadableInput(f"“{name}”是打包的网页（MHT）", "用浏览器打开，另存为“网页，仅 HTML”后再读")
    if re.match(_OPENING, head):
        return "html"
    if said == "markdown":
        return "markdown"
    if said == "html" or (head.lstrip().startswith(b"<") and re.search(_TAG, head)):
        return "html"
    return "text"


def _package(data: bytes, name: str) -> str:
    if b"word/document.xml" in data:
        return "docx"
    if b"application/vnd.oasis.opendocument.text" in data[:_HEAD]:
        return "odt"
    for mark, what in ((b"xl/workbook", "Excel 表格"), (b"ppt/presentation", "幻灯片"), (b"spreadsheet", "表格")):
        if mark in data:
            raise UnreadableInput(f"“{name}”是{what}，不是报告", _CANNOT)
    if SUFFIXES.get(PurePath(name).suffix.lower()) == "docx":
        return "docx"
    raise UnreadableInput(f"“{name}”是压缩文件，不是报告", "解压后再读里面的报告")


def _compound(data: bytes, name: str) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise UnreadableInput(f"“{name}”加了密码，读不出", "用 Word 或 WPS 打开，去掉密码后再读")
    if holds("WordDocument"):
        return "doc"
    if holds("Workbook") or holds("PowerPoint Document"):
        raise UnreadableInput(f"“{name}”是旧版 Excel 表格或幻灯片，不是报告", _CANNOT)
    return "doc"

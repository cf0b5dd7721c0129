"""Plain text: a paragraph a line, unless a program broke the lines at a fixed width."""

import re

from generator.diagnostics import Diagnostic, Severity
from generator.document.nodes import Document, Paragraph, Span, Text
from generator.encoding import decoded
from generator.errors import UnreadableInput
from generator.readers import codes
from generator.readers.bounds import MOST_BLOCKS, too_long
from generator.readers.reading import Reading
from generator.readers.rejoining import rejoinings
from generator.readers.wrapped import paragraphs

# Zero-width and direction marks are nothing that is printed; the rest is what no text file holds.
_INVISIBLE = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
_CONTROLS = "[\0-\x08\x0e-\x1b\x7f]"
_READABLE = r"[\s!-~\u00a0-\u00ff\u2000-\u206f\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+"
_SAMPLE = 20_000
_STRAY = 500
"""Among so many bytes, one NUL is a slip of a program."""


def read(data: bytes, name: str) -> Reading:
    """The text, blank lines left out; spans count lines as editors do. Raises UnreadableInput."""
    text, told = text_of(data, name)
    blocks: list[Paragraph] = []
    lines = text.splitlines()
    for first, last, words in paragraphs(lines):
        blocks.append(Paragraph((Text(words),), Span(first, last)))
        if len(blocks) > MOST_BLOCKS:
            raise too_long(name)
    if not blocks:
        raise UnreadableInput(f"“{name}”里没有文字", "检查是不是选错了文件")
    rejoined = sum(block.span.last - block.span.first for block in blocks if block.span)
    if rejoined:
        told = (*told, rejoinings(rejoined))
    return Reading(Document(tuple(blocks), {"file": name}), told)


def text_of(data: bytes, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The characters of a text file that are printed, and what there is to say of the others.

    Raises UnreadableInput where the bytes are no text.
    """
    told: list[Diagnostic] = []
    nuls = data.count(b"\0")
    if 0 < nuls * _STRAY < len(data):
        data = data.replace(b"\0", b"\x01")
    found = decoded(data)
    if found is None:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        if "\0" in text or not _is_text(text) or broken * 100 > len(text):
            raise UnreadableInput(f"“{name}”不是文本，读不出文字", "用原来的软件打开，另存为 DOCX 或纯文本后再读")
        message = f"有 {broken} 处字节读不出，读作“\ufffd”"
        told.append(Diagnostic(codes.BROKEN_BYTES, None, message, "对照原文补上", Severity.WARNING))
    else:
        text, encoding = found
        if not _is_text(text):
            raise UnreadableInput(f"“{name}”不是文本，读不出文字", "用原来的软件打开，另存为 DOCX 或纯文本后再读")
        if encoding != "utf-8":
            message = f"文件是 {encoding.upper()} 编码，已按此读入"
            told.append(Diagnostic(codes.ENCODING, None, message, "", Severity.INFO))
    text = re.sub(_INVISIBLE, "", text)
    text, controls = re.subn(_CONTROLS, "", text)
    if controls:
        message = f"有 {controls} 个看不见的控制字符，没有读入"
        told.append(Diagnostic(codes.CONTROLS, None, message, "", Severity.INFO))
    return text, tuple(told)


def _is_text(text: str) -> bool:
    """Whether nearly all of its beginning is what Chinese texts are made of."""
    sample = text[:_SAMPLE]
    return len(re.sub(_READABLE, "", sample)) <= len(sample) * 0.2

"""The bytes of a page as text, and the text as a tree."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from generator.diagnostics import Diagnostic
from generator.errors import UnreadableInput
from generator.readers.bounds import MOST_MARKUP
from generator.readers.text import text_of
from generator.regex import regex

_WORDLESS = r"(?i)<(script|style|svg)\b"
_DATA = r"(?i)\bdata:[\w/+.;=-]{0,80},[^\"'\s)>]+"
_MANY = 200_000
_HINT = "在浏览器里打开，只把报告正文复制到 Word，存成 DOCX 后再读"


def source_of(data: bytes, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The page's text. Raises UnreadableInput where there is none, or too much of it."""
    text, told = text_of(data, name)
    if len(text) > _MANY:
        text = re.sub(_DATA, "", "".join(_worded(text)))
    if len(text) > MOST_MARKUP:
        raise UnreadableInput(f"网页“{name}”除去脚本和图片还有 {len(text) // 10_000} 万字，不像一份报告", _HINT)
    return text, told


def _worded(text: str) -> Iterator[str]:
    """`text` without what is large and holds no words; line ends stay, so that lines keep their numbers."""
    at, unclosed = 0, set()
    for opening in re.finditer(_WORDLESS, text):
        tag = opening[1].lower()
        if opening.start() < at or tag in unclosed:
            continue
        end = regex(rf"(?i)</{tag}\s*>").search(text, opening.end())
        if end is None:
            unclosed.add(tag)
            continue
        yield text[at : opening.start()]
        yield "\n" * text.count("\n", opening.start(), end.end())
        at = end.end()
    yield text[at:]


def tree_of(source: str) -> tuple[etree._Element, bool]:
    """The element `html`, and whether the parser gave up because elements are nested too deeply."""
    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True, remove_comments=True, huge_tree=True)
    tree = etree.fromstring((source or " ").encode("utf-8", "replace"), parser)
    deep = any("xcessive depth" in entry.message for entry in parser.error_log)
    return tree if tree is not None else etree.Element("html"), deep


def line_of(element: etree._Element) -> int:
    """The line of the source where the element begins, 0 where the parser does not know."""
    line: Any = element.sourceline
    return line or 0


def words_of(element: etree._Element) -> str:
    """All characters inside the element."""
    return "".join(str(words) for words in element.itertext())

"""Markdown as people write it and as `gen draft --to md` does: numbers of headings are words of theirs.

The Markdown of templates is another language, see `generator.readers.markdown`.
"""

import html
import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.diagnostics import Diagnostic, Severity
from generator.document.nodes import (
    Block,
    Document,
    Inline,
    LineBreak,
    Paragraph,
    Span,
    Strong,
    Table,
    Text,
    Title,
)
from generator.document.walk import plain
from generator.errors import UnreadableInput
from generator.readers import codes
from generator.readers import text as plain_text
from generator.readers.headings import heading, is_numbered
from generator.readers.reading import Reading
from generator.report_lines import width

MOST = 120_000
"""Characters that are read as Markdown: the worst of them take ten microseconds each."""

# A report's numbers and indents look like lists and code, and no line of it is to vanish as a definition.
_OFF = ["list", "code", "reference", "link", "image", "autolink"]
_FRONT = r"\A---[ \t]*\r?\n((?:[\w-]+[ \t]*:.*\r?\n|[ \t-].*\r?\n){1,50})---[ \t]*(?:\r?\n|\Z)"
_PICTURE = r"!\[([^\[\]\n]{0,200})\]\([^()\n]{0,2000}\)"
_LINK = r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)"
_BULLET = r"[-*+•][ \t]+"
# Between Chinese characters, asterisks beside punctuation are bold to people and nothing to CommonMark.
_BOLD = r"(?<![\\*])\*\*(?=[^\s*])([^*\n]{1,500})(?<=\S)\*\*(?!\*)"
_TAG = r"(?i)<(/?)(strong|b|br|p|div|center|h[1-6])\b[^<>]*>"
_ENDED, _OPEN = "。；：！？.;:!?”）)", "，、,"
_SLACK = 4
"""Columns that a line broken at a fixed width may lack: marks and words are not parted."""


def read(data: bytes, name: str) -> Reading:
    """The document; a first `# …` without a number is the title. Raises UnreadableInput."""
    text, told = plain_text.text_of(data, name)
    if len(text) > MOST:
        reading = plain_text.read(data, name)
        message = f"文件有 {len(text) // 10_000} 万字，按纯文本读入，没有理会 Markdown 的记号"
        return Reading(reading.document, (*told, Diagnostic(codes.AS_TEXT, None, message, "", Severity.WARNING)))
    front = re.match(_FRONT, text)
    meta = dict(_facts(front[1])) if front else {}
    if front:
        text = "\n" * front[0].count("\n") + text[front.end() :]
    text, pictures = re.subn(_PICTURE, r"\1", text)
    text = re.sub(_BOLD, r"<strong>\1</strong>", re.sub(_LINK, r"\1", text))
    parser = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").disable(_OFF)
    broken_at = max(map(width, text.splitlines()), default=0) - _SLACK
    blocks = tuple(_blocks(parser.parse(text), broken_at))
    if not blocks:
        raise UnreadableInput(f"“{name}”里没有文字", "检查是不是选错了文件")
    if pictures:
        message = f"有 {pictures} 幅图片，没有读入"
        told = (*told, Diagnostic(codes.PICTURES, None, message, "图片里的文字请照录", Severity.WARNING))
    return Reading(Document(blocks, {"file": name, **meta}), told)


def _facts(front: str) -> Iterator[tuple[str, str]]:
    for line in front.splitlines():
        key, colon, value = line.partition(":")
        if colon and key.strip() and value.strip():
            yield key.strip(), value.strip().strip("\"'")


def _blocks(tokens: Sequence[Token], broken_at: int) -> Iterator[Block]:
    """broken_at: columns of the lines that a program may have broken within a sentence; shorter ones end by themselves,
    as those of a report without blank lines do."""
    tags = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    first = next((at for at, token in enumerate(tokens) if token.type == "heading_open"), -1)
    titled = first >= 0 and tags[0] == 1 and not is_numbered(tokens[first + 1].content)
    highest = 2 if titled else min(tags, default=1)
    attached = True
    at = 0
    while at < len(tokens):
        token = tokens[at]
        line = (token.map or [0])[0] + 1
        if token.type == "heading_open":
            inlines = _joined(_lines(tokens[at + 1], line, broken_at))
            level = int(token.tag[1])
            span = Span(line, (token.map or [0, line])[1])
            if titled and attached and level == 1 and not is_numbered(plain(inlines)):
                yield Title(inlines, span)
            elif inlines:
                yield heading(level - highest + 1, inlines, span)
            attached = False
            at += 2
        elif token.type == "table_open":
            end = next(end for end in range(at, len(tokens)) if tokens[end].type == "table_close")
            yield _table(tokens[at:end], Span(line, (token.map or [0, line])[1]))
            at = end
        elif token.type == "inline":
            for number, inlines in _lines(token, line, broken_at):
                yield Paragraph(inlines, Span(number, number))
                attached = re.fullmatch(r"附件\s*\d{0,2}", plain(inlines)) is not None
        elif token.type == "html_block":
            yield from _html(token.content, line)
        elif token.type == "fence":
            for number, words in enumerate(token.content.splitlines(), line + 1):
                if words.strip():
                    yield Paragraph((Text(words.strip()),), Span(number, number))
        at += 1


def _lines(token: Token, line: int, broken_at: int) -> list[tuple[int, tuple[Inline, ...]]]:
    """The lines of an inline token that are printed apart, each with its number in the source."""
    found: list[tuple[int, tuple[Inline, ...]]] = []
    run: list[tuple[str, bool]] = []
    first, strong = line, 0
    written = iter(token.content.split("\n"))

    def end() -> None:
        nonlocal run, first
        if inlines := _inlines(run):
            found.append((first, inlines))
        run, first = [], line

    children = token.children or []
    for at, child in enumerate(children):
        if child.type in ("softbreak", "hardbreak"):
            line += 1
            before = next((words.rstrip()[-1] for words, _ in reversed(run) if words.strip()), "")
            after = _after(children, at + 1)
            short = width(next(written)) < broken_at and before not in _OPEN
            if child.type == "hardbreak" or before in _ENDED or short or _begins(after):
                end()
            elif before.isascii() and after[:1].isascii():
                run.append((" ", strong > 0))
        elif child.type in ("strong_open", "strong_close"):
            strong += 1 if child.type == "strong_open" else -1
        elif child.type == "html_inline":
            tag = re.fullmatch(_TAG, child.content)
            if tag and tag[2].lower() == "br":
                end()
            elif tag and tag[2].lower() in ("strong", "b"):
                strong += -1 if tag[1] else 1
        elif child.content:
            run.append((child.content, strong > 0))
    end()
    return found


def _after(children: Sequence[Token], at: int) -> str:
    """The words next after a line end; what follows is bold or plain, hardly ever a tag."""
    near = children[at : at + 4]
    return next((child.content for child in near if child.content and child.type != "html_inline"), "")


def _begins(words: str) -> bool:
    """Whether `words` begin an item of a list, with a number or without."""
    return is_numbered(words) or re.match(_BULLET, words) is not None


def _inlines(run: Sequence[tuple[str, bool]]) -> tuple[Inline, ...]:
    merged: list[tuple[str, bool]] = []
    for words, strong in run:
        if merged and (merged[-1][1] == strong or not words.strip()):
            merged[-1] = merged[-1][0] + words, merged[-1][1]
        else:
            merged.append((words, strong))
    while merged and not merged[0][0].strip():
        merged.pop(0)
    if not merged:
        return ()
    merged[0] = re.sub(rf"\A{_BULLET}", "", merged[0][0].lstrip()), merged[0][1]
    merged[-1] = merged[-1][0].rstrip(), merged[-1][1]
    return tuple(Strong((Text(words),)) if strong else Text(words) for words, strong in merged)


def _joined(lines: Sequence[tuple[int, tuple[Inline, ...]]]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for _, inlines in lines:
        joined += [LineBreak(), *inlines] if joined else inlines
    return tuple(joined)


def _table(tokens: Sequence[Token], span: Span) -> Table:
    header: list[tuple[tuple[Inline, ...], ...]] = []
    rows: list[tuple[tuple[Inline, ...], ...]] = []
    row: list[tuple[Inline, ...]] = []
    into = rows
    for token in tokens:
        if token.type in ("thead_open", "tbody_open"):
            into = header if token.type == "thead_open" else rows
        elif token.type == "inline":
            row.append(_joined(_lines(token, 0, 0)))
        elif token.type == "tr_close":
            into.append(tuple(row))
            row = []
    # Markdown has no table without a header: an empty one stands for none.
    return Table(tuple(header) if any(any(cells) for cells in header) else (), tuple(rows), span)


def _html(content: str, line: int) -> Iterator[Block]:
    """The lines of an HTML block, tags left out."""
    content = re.sub(r"(?s)<!--.*?(?:-->|\Z)", lambda found: "\n" * found[0].count("\n"), content)
    for number, words in enumerate(content.splitlines(), line):
        for part in re.split(r"(?i)<br\b[^<>]*>|</p\s*>|</div\s*>", words):
            if said := html.unescape(re.sub(r"<[^<>]*>", "", part)).strip():
                yield Paragraph((Text(said),), Span(number, number))



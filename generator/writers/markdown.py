"""GitHub-flavoured Markdown for people: numbering written out, every word shown as it stands."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from generator.document.nodes import (
    Block,
    Division,
    Document,
    Heading,
    Inline,
    LineBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    Title,
)
from generator.document.walk import plain
from generator.flow import Printed, printed
from generator.writers.notes import Note

_ESCAPES = str.maketrans({sign: "\\" + sign for sign in "\\`*_[]<>~$|"} | {"\n": " ", "\r": " "})
# What would begin a list, a quotation, a heading, a rule or a table at the start of a line.
_LINE_START = r"(?m)^(?:[-+#=>:]|(\d{1,9})(?=[.)](?:\s|$)))"
_ENTITY = r"&(?=#?\w+;)"


def write(document: Document, notes: Sequence[Note] = ()) -> bytes:
    """The document as UTF-8 text; `notes` have no place in Markdown and are left out."""
    return ("\n\n".join(_blocks(document.blocks)) + "\n").encode()


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    attachments = sum(isinstance(block, Division) and block.name == "attachment" for block in blocks)
    count = 0
    for item in printed(blocks):
        block = item.block
        if isinstance(block, Division):
            count += block.name == "attachment"
            mark = f"附件{count}" if attachments > 1 else "附件"
            yield from _division(block, mark)
        elif isinstance(block, Table):
            yield _table(block)
        elif text := _text(item):
            yield text


def _text(item: Printed) -> str:
    block = item.block
    level = 0
    if isinstance(block, Title):
        level = 1
    elif isinstance(block, Heading) and block.placement == "own_line":
        level = block.level + 1
    line_end = "<br>" if level else "\\\n"
    words = "".join(_inlines(inlines, line_end) for _, inlines in item.pieces)
    return f"{'#' * level} {_guarded(words)}".rstrip() if level else _guarded(words)


def _division(division: Division, mark: str) -> Iterator[str]:
    lines = _lines(division.blocks)
    if division.name in ("signature", "date"):
        yield '<p align="right">' + "<br>".join(html.escape(line, quote=False) for line in lines) + "</p>"
    elif division.name == "attachment_note":
        numbers = [f"{n}." for n in range(1, len(lines) + 1)] if len(lines) > 1 else [""]
        heads = ["附件：", *[""] * (len(lines) - 1)]
        listed = zip(heads, numbers, lines, strict=False)
        yield _guarded("\\\n".join(_words("".join(parts)) for parts in listed))
    elif division.name == "attachment":
        yield "---"
        yield f"**{mark}**"
        yield from _blocks(division.blocks)
    elif division.name == "letterhead":
        yield from _letterhead(division.blocks)
        yield "---"
    elif division.name == "imprint":
        yield "---"
        yield from _blocks(division.blocks)
    elif division.name == "copies":
        yield _guarded(_words("抄送：" + "".join(lines)))
    elif division.name == "printed":
        yield _guarded(_words("　".join(lines) + ("印发" if lines else "")))
    elif division.name == "issuer":
        yield _guarded(_words("签发人：" + "、".join(lines)))
    else:
        yield from _blocks(division.blocks)


def _letterhead(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Division) and block.name == "mark":
            yield f"**{_words(''.join(_lines(block.blocks)))}**"
        else:
            yield from _blocks((block,))


def _lines(blocks: Iterable[Block]) -> list[str]:
    return [plain(block.inlines) for block in blocks if isinstance(block, (Title, Heading, Paragraph))]


def _inlines(inlines: Iterable[Inline], line_end: str) -> str:
    parts: list[str] = []
    for inline in inlines:
        if isinstance(inline, Text):
            parts.append(_words(inline.words))
        elif isinstance(inline, LineBreak):
            parts.append(line_end)
        else:
            parts.append(_strong(inline, line_end, after=parts[-1] if parts else ""))
    return "".join(parts)


def _strong(strong: Strong, line_end: str, after: str) -> str:
    words = _inlines(strong.inlines, line_end)
    # Asterisks beside punctuation are not recognised between Chinese characters.
    plainly = words[:1].isalnum() and words[-1:].isalnum() and not after.endswith("*")
    return f"**{words}**" if plainly else f"<strong>{words}</strong>" if words else ""


def _words(words: str) -> str:
    words = words.translate(_ESCAPES)
    return re.sub(_ENTITY, r"\\&", words) if "&" in words else words


def _guarded(text: str) -> str:
    """`text` with nothing at the start of its lines that Markdown would take for a mark."""
    lines = [_edged(line) for line in re.sub(_LINE_START, _guard, text).split("\n")]
    return "\n".join(lines)


def _guard(match: re.Match[str]) -> str:
    return match[1] + "\\" if match[1] else "\\" + match[0]


def _edged(line: str) -> str:
    core = line.strip()
    if core == line:
        return line
    start = len(line) - len(line.lstrip())
    lead, tail = line[:start], line[start + len(core) :]
    return "".join(f"&#{ord(c)};" for c in lead) + core + "".join(f"&#{ord(c)};" for c in tail)


def _table(table: Table) -> str:
    rows = [*table.header, *table.rows]
    if not table.header:
        rows.insert(0, ((),) * max((len(row) for row in rows), default=0))
    lines = [_row(row) for row in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0]))
    return "\n".join(lines)


def _row(row: Sequence[tuple[Inline, ...]]) -> str:
    return "|" + "".join(f" {_inlines(cell, '<br>').strip()} |" for cell in row)

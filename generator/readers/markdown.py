"""The constrained Markdown of templates: its blocks, its inlines, and a whole document.

What a line is, its first characters decide: `% ` a title, `# ` to `#### ` a heading (ending in ` {接排}`
when it runs in, ` {连排}` when it is joined), `|` a row of a table, `::: name` and `:::` the ends of a
division. All else is running text: the lines of a paragraph are joined without a space, a blank line
ends it. Within a line `**…**` is bold, a backslash takes the meaning of the sign after it away and at
the end of a line breaks it, `<br>` breaks inside a cell, `&#12288;` is a character by its number.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from generator.diagnostics import Diagnostic
from generator.document.nodes import (
    DIVISIONS,
    Block,
    Division,
    Document,
    Heading,
    Inline,
    LineBreak,
    Paragraph,
    Placement,
    Span,
    Strong,
    Table,
    Text,
    Title,
)
from generator.places import Place

RawBlock: TypeAlias = tuple[str, int, Placement, str, int, int]
"""Kind, level, placement, raw inlines, first and last line (1-based).

Kinds: title, heading, paragraph, table (raw: one row a line), open (raw: the division's name), close."""

PLACEMENTS: dict[Placement, str] = {"run_in": "{接排}", "joined": "{连排}"}

_LEVELS = {"#": 1, "##": 2, "###": 3, "####": 4}
# Patterns stay text: `re` compiles and keeps them only once a document needs them.
_MARKS = r"(?s)\\([!-/:-@\[-`{-~\n])|\*\*|<br>|&#([0-9]{1,7});"
_CELL = r"(?s)((?:[^|\\]|\\.|\\$)*)(?:\||$)"
_RULE = r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?"


def blocks(text: str) -> list[RawBlock]:
    """The blocks of `text` in their order: divisions as `open` and `close`, inlines unparsed."""
    found: list[RawBlock] = []
    gathered = ""
    for line, first, last in _lines(text):
        if not line:
            gathered = ""
            continue
        kind, level, placement, raw = _KINDS.get(line[0], _paragraph)(line)
        if kind == gathered:
            glue = "\n" if kind == "table" else ""
            before = found[-1]
            found[-1] = (kind, 0, placement, before[3] + glue + raw, before[4], last)
        else:
            found.append((kind, level, placement, raw, first, last))
            gathered = kind if kind == "paragraph" or kind == "table" else ""
    return found


def inlines(raw: str) -> tuple[Inline, ...]:
    """The inlines that `raw` stands for; `**` without its partner is two asterisks."""
    if "\\" not in raw and "**" not in raw and "<br>" not in raw and "&#" not in raw:
        return (Text(raw),) if raw else ()
    outer: list[Inline] = []
    inner: list[Inline] | None = None
    words: list[str] = []
    end = 0

    def flush(into: list[Inline]) -> None:
        if text := "".join(words):
            into.append(Text(text))
        words.clear()

    for match in re.finditer(_MARKS, raw):
        words.append(raw[end : match.start()])
        end = match.end()
        target = outer if inner is None else inner
        escaped, code = match.groups()
        if escaped == "\n" or match[0] == "<br>":
            flush(target)
            target.append(LineBreak())
        elif escaped:
            words.append(escaped)
        elif code:
            words.append(chr(int(code)) if _is_character(int(code)) else match[0])
        else:
            flush(target)
            if inner is None:
                inner = []
            else:
                if inner:
                    outer.append(Strong(tuple(inner)))
                inner = None
    words.append(raw[end:])
    flush(outer if inner is None else inner)
    if inner is not None:
        outer += [Text("**"), *inner]
    return _merged(outer)


def read(text: str, file: str = "") -> Document:
    """The document that `text` stands for; `file` goes into its meta.

    Never fails: a division without an end ends with the text, one of an unknown name gives its content
    to the block around it (`lint` names both).
    """
    outer: list[Block] = []
    stack: list[tuple[str, int, list[Block]]] = [("", 0, outer)]
    last = 0
    for kind, level, placement, raw, first, last in blocks(text):
        into = stack[-1][2]
        span = Span(first, last)
        if kind == "paragraph":
            if words := inlines(raw):
                into.append(Paragraph(words, span))
        elif kind == "heading":
            into.append(Heading(level, inlines(raw), placement, span))
        elif kind == "title":
            into.append(Title(inlines(raw), span))
        elif kind == "table":
            read_table = table(raw, span)
            if read_table.header or read_table.rows:
                into.append(read_table)
        elif kind == "open":
            stack.append((raw, first, []))
        elif len(stack) > 1:
            _close(stack, last)
    while len(stack) > 1:
        _close(stack, last)
    return Document(tuple(outer), {"file": file} if file else {})


def table(raw: str, span: Span | None = None) -> Table:
    """The table of these rows: what stands above the rule `| --- |` is header; short rows are filled up."""
    header: list[tuple[tuple[Inline, ...], ...]] = []
    rows: list[tuple[tuple[Inline, ...], ...]] = []
    ruled = False
    for line in raw.split("\n"):
        if not ruled and re.fullmatch(_RULE, line):
            header, rows, ruled = rows, [], True
        else:
            rows.append(tuple(inlines(cell.strip()) for cell in _cells(line)))
    width = max((len(row) for row in (*header, *rows)), default=0)
    filled = [[row + ((),) * (width - len(row)) for row in part] for part in (header, rows)]
    return Table(tuple(filled[0]), tuple(filled[1]), span)


def lint(text: str, file: str = "") -> tuple[Diagnostic, ...]:
    """What an author got wrong about divisions: unknown names, ends without a beginning and the reverse."""
    found: list[Diagnostic] = []
    unclosed: list[tuple[str, Place]] = []
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for kind, _, _, raw, first, _ in blocks(text):
        place = Place(file, first, 1, starts[first - 1], starts[first] - 1)
        if kind == "open":
            unclosed.append((raw, place))
            if raw not in DIVISIONS:
                names = "、".join(DIVISIONS)
                found.append(Diagnostic("TPL031", place, f"没有名为“{raw}”的部分", f"可用的名称：{names}"))
        elif kind == "close" and unclosed:
            unclosed.pop()
        elif kind == "close":
            hint = "删去这一行，或在前面补上“::: 名称”"
            found.append(Diagnostic("TPL032", place, "“:::”没有对应的开头", hint))
    found += [
        Diagnostic("TPL033", place, f"“::: {name}”没有结束", "在该部分末尾另起一行写“:::”") for name, place in unclosed
    ]
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[str, int, int]]:
    """Stripped lines with their numbers, those joined by a forced break as one."""
    if "\\" not in text:
        yield from [(line.strip(), number, number) for number, line in enumerate(text.split("\n"), 1)]
        return
    held, first = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if line.endswith("\\") and (held or line[0] != "|") and (len(line) - len(line.rstrip("\\"))) % 2:
            held, first = f"{held}{line}\n", first or number
        elif held:
            yield held + line, first, number if line else number - 1
            if not line:
                yield "", number, number
            held, first = "", 0
        else:
            yield line, number, number
    if held:
        yield held, first, text.count("\n") + 1


_Classified: TypeAlias = tuple[str, int, Placement, str]


def _paragraph(line: str) -> _Classified:
    return "paragraph", 0, "own_line", line


def _title(line: str) -> _Classified:
    if line == "%" or line[1].isspace():
        return "title", 0, "own_line", line[1:].lstrip(" ")
    return _paragraph(line)


def _heading(line: str) -> _Classified:
    mark, _, raw = line.partition(" ")
    level = _LEVELS.get(mark)
    if level is None:
        return _paragraph(line)
    raw = raw.lstrip(" ")
    if not raw.endswith("}"):
        return "heading", level, "own_line", raw
    for placement, flag in PLACEMENTS.items():
        if raw == flag or (raw.endswith(flag) and raw[-len(flag) - 1].isspace()):
            return "heading", level, placement, raw[: -len(flag)].rstrip(" ")
    return "heading", level, "own_line", raw


def _row(line: str) -> _Classified:
    return "table", 0, "own_line", line


def _fence(line: str) -> _Classified:
    if not line.startswith(":::"):
        return _paragraph(line)
    name = line[3:].strip()
    return "open" if name else "close", 0, "own_line", name


_KINDS = {"%": _title, "#": _heading, "|": _row, ":": _fence}


def _cells(line: str) -> list[str]:
    cells = (line.split("|") if "\\" not in line else [match[1] for match in re.finditer(_CELL, line)])[1:]
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return cells


def _close(stack: list[tuple[str, int, list[Block]]], last: int) -> None:
    name, first, inside = stack.pop()
    if name in DIVISIONS:
        stack[-1][2].append(Division(name, tuple(inside), Span(first, last)))
    else:
        stack[-1][2].extend(inside)


def _is_character(code: int) -> bool:
    return 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF


def _merged(parts: list[Inline]) -> tuple[Inline, ...]:
    merged: list[Inline] = []
    for part in parts:
        if isinstance(part, Text) and merged and isinstance(merged[-1], Text):
            merged[-1] = Text(merged[-1].words + part.words)
        else:
            merged.append(part)
    return tuple(merged)

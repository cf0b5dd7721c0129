"""The constrained Markdown of templates: its blocks, its inlines, and a whole document.

What a line is, its first characters decide: `% ` a title, `# ` to `#### ` a heading (ending in ` {接排}`
when it runs in, ` {连排}` when it is joined), `|` a row of a table, `::: name` and `:::` the ends of a
division. All else is running text: lines of a paragraph are joined without a space, a blank line ends
it. Within a line `**…**` is bold, a backslash takes the meaning of the sign after it away and at the
end of a line breaks it, `<br>` does that inside a cell, `&#12288;` is a character by its number.
"""

import re
from collections.abc import Iterable
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
"""Kind (title, heading, paragraph, table, open, close), level, placement, raw inlines, first and last line.

`open` has the division's name in place of inlines, `table` its rows, one a line."""

PLACEMENTS: dict[Placement, str] = {"run_in": "{接排}", "joined": "{连排}"}

Cells: TypeAlias = tuple[tuple[Inline, ...], ...]

_HEADINGS = {"#": 1, "##": 2, "###": 3, "####": 4}
# Patterns are text, so that `re` compiles (and keeps) them only where a document needs them.
_MARKS = r"(?s)\\([!-/:-@\[-`{-~\n])|\*\*|<br>|&#(\d{1,7});"
_CELL = r"((?:[^|\\]|\\.|\\$)*)(?:\||$)"
_RULE = r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?"


def blocks(text: str) -> list[RawBlock]:
    """The blocks of `text` in their order, inlines unparsed and divisions as `open` and `close`."""
    found: list[RawBlock] = []
    kind = ""
    level, first, last = 0, 0, 0
    placement: Placement = "own_line"
    raw = ""
    broken = False
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if line and not broken:
            sign = line[0]
            begins = ""
            if sign == "#" or sign == "%":
                mark, _, rest = line.partition(" ")
                if mark == "%":
                    begins, level = "title", 0
                elif mark in _HEADINGS:
                    begins, level = "heading", _HEADINGS[mark]
            elif sign == "|":
                begins, rest = "table", line
                if kind == "table":
                    raw, last = f"{raw}\n{line}", number
                    continue
            elif sign == ":" and line.startswith(":::"):
                begins, rest = "open", line[3:].strip()
            if begins or kind != "paragraph":
                if kind:
                    found.append((kind, level_before, placement, raw, first, last))
                kind, raw, first, placement = begins or "paragraph", "", number, "own_line"
                level_before = level if begins in ("title", "heading") else 0
                if begins == "open":
                    found.append(("open" if rest else "close", 0, "own_line", rest, number, number))
                    kind = ""
                    continue
                if begins:
                    line = rest.lstrip()
        elif not line:
            if kind:
                found.append((kind, level_before, placement, raw, first, last))
            kind, broken = "", False
            continue
        last = number
        broken = kind != "table" and line.endswith("\\") and (len(line) - len(line.rstrip("\\"))) % 2 == 1
        raw += line + "\n" if broken else line
        if kind == "heading" and not broken:
            raw, placement = _placed(raw)
            found.append((kind, level_before, placement, raw, first, last))
            kind = ""
        elif kind == "title" and not broken:
            found.append((kind, 0, "own_line", raw, first, last))
            kind = ""
    if kind:
        found.append((kind, level_before, placement, raw, first, last))
    return found

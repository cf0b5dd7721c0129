"""A document as the constrained Markdown of templates, which `generator.readers.markdown` reads back."""

from collections.abc import Iterable, Sequence

from generator.document.nodes import (
    Block,
    Division,
    Document,
    Heading,
    Inline,
    LineBreak,
    Strong,
    Table,
    Text,
    Title,
)

_FLAGS = {"own_line": "", "run_in": "{接排}", "joined": "{连排}"}
_ESCAPES = str.maketrans(
    {"\\": "\\\\", "*": "\\*", "{": "\\{", "<": "\\<", "|": "\\|"}
    | {chr(code): f"&#{code};" for code in (*range(1, 32), *range(127, 160), 0x2028, 0x2029)}
)


def write(document: Document) -> str:
    """The document's blocks as text that ends in a line end; `meta` and `look` are not part of it.

    What Markdown cannot tell apart comes back in its plainest form: adjacent texts as one, empty texts
    and paragraphs not at all.
    """
    return "\n\n".join(_blocks(document.blocks)) + "\n" if document.blocks else ""


def _blocks(blocks: Sequence[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Division):
            yield "\n\n".join([f"::: {block.name}", *_blocks(block.blocks), ":::"])
        elif isinstance(block, Table):
            yield _table(block)
        elif isinstance(block, Title):
            yield f"% {_edged(_inlines(block.inlines))}".rstrip(" ")
        elif isinstance(block, Heading):
            parts = ["#" * block.level, _edged(_inlines(block.inlines)), _FLAGS[block.placement]]
            yield " ".join(part for part in parts if part)
        else:
            raw = _edged(_inlines(block.inlines))
            yield "\\" + raw if raw[:1] in ("%", "#") or raw[:3] == ":::" else raw


def _inlines(inlines: Iterable[Inline], line_end: str = "\\\n") -> str:
    parts: list[str] = []
    for inline in inlines:
        if isinstance(inline, LineBreak):
            parts.append(line_end)
        elif isinstance(inline, Strong):
            parts.append(f"**{_inlines(inline.inlines, line_end)}**")
        else:
            parts.append(_escaped(inline))
    return "".join(parts)


def _escaped(text: Text) -> str:
    return "\\&#".join(part.translate(_ESCAPES) for part in text.words.split("&#"))


def _edged(raw: str) -> str:
    """`raw` with the white space at the ends of its lines as numbers, since readers strip lines."""
    return "\n".join(_edge(line) for line in raw.split("\n"))


def _edge(line: str) -> str:
    core = line.strip()
    if core == line:
        return line
    start = len(line) - len(line.lstrip())
    end = start + len(core)
    return _numbers(line[:start]) + core + _numbers(line[end:])


def _numbers(spaces: str) -> str:
    return "".join(f"&#{ord(space)};" for space in spaces)


def _table(table: Table) -> str:
    width = max((len(row) for row in (*table.header, *table.rows)), default=0)
    rows = [_row(row) for row in table.header]
    rows.append("|" + " --- |" * width)
    rows += [_row(row) for row in table.rows]
    return "\n".join(rows)


def _row(row: Sequence[tuple[Inline, ...]]) -> str:
    cells = []
    for cell in row:
        raw = _edged(_inlines(cell, "<br>"))
        mark = "\\" if raw[:1] in ("-", ":") else ""
        cells.append(f" {mark}{raw} |")
    return "|" + "".join(cells)

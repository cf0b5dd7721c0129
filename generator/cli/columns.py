"""Text in columns on a terminal, where a Chinese character takes two."""

from collections.abc import Iterator, Sequence

from generator.report_lines import width

_LINE = 78
_NOT_AT_LINE_START = "，。、；：）”？"


def table(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Two columns, the second wrapped in its own."""
    column = min(max(width(name) for name, _ in rows), 30) + 4
    for name, text in rows:
        lines = list(wrap(text, _LINE - column)) or [""]
        if width(name) + 4 > column:
            yield f"  {name}"
        else:
            lines[0] = f"{name}{' ' * (column - 2 - width(name))}{lines[0]}"
            yield "  " + lines.pop(0)
        yield from (" " * column + line for line in lines)


def wrap(text: str, columns: int = _LINE) -> Iterator[str]:
    """Lines of at most this many columns; Latin words stay whole, no line starts with closing punctuation."""
    line = word = ""
    for character in [*text, ""]:
        if character and "!" <= character <= "~":
            word += character
            continue
        piece, word = word + character, ""
        if line and width(line + piece.rstrip()) > columns and piece[:1] not in _NOT_AT_LINE_START:
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    if line:
        yield line.rstrip()

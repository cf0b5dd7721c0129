"""Rows of cells as SpreadsheetML (ISO/IEC 29500-1, 18.3.1.73): an object a cell takes twenty times as long."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from html import escape
from typing import TypeAlias

from generator.spreadsheet.letters import letter

Cell: TypeAlias = str | int | float | Decimal | None

LONGEST = 32_767
"""Characters that a cell may hold."""
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
FORMULA = ("=", "+", "-", "@")
"""What a text that a program might take for a formula begins with."""

_letter = cache(letter)


def legal(text: str) -> str:
    """`text` without what XML has no place for, as long as a cell may be."""
    return _ILLEGAL.sub("", text)[:LONGEST]


def rows(table: Iterable[Sequence[Cell]], first: int, styles: Sequence[int]) -> Iterator[str]:
    """Each row as its element.

    first: number of the first row; styles: numbers of that of any cell, and of that which keeps a text a text when
    somebody edits it.
    """
    plain, quoted = (f' s="{style}"' if style else "" for style in styles)
    for number, row in enumerate(table, first):
        cells = (_cell(f"{_letter(at)}{number}", value, plain, quoted) for at, value in enumerate(row, 1))
        yield f'<row r="{number}">{"".join(cells)}</row>'


def _cell(ref: str, value: Cell, plain: str, quoted: str) -> str:
    if value is None or value == "":
        return ""
    if not isinstance(value, str):
        return f'<c r="{ref}"{plain}><v>{value}</v></c>'
    style = quoted if value[:1] in FORMULA else plain
    text = escape(legal(value), quote=False)
    return f'<c r="{ref}" t="inlineStr"{style}><is><t xml:space="preserve">{text}</t></is></c>'

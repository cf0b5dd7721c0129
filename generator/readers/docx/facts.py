"""What Word says of each paragraph and table, before anybody decides what it is in a report."""

from typing import Any, TypeAlias

from generator.document.nodes import Inline
from generator.records import record

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"


@record
class Stretch:
    """Words under one character style.

    face: its role (`heading1`, `joined1`, `issuer` …), `added` for words that our writer put in, "" for nothing.
    """

    face: str
    inlines: tuple[Inline, ...]


@record
class WordParagraph:
    """A paragraph with words.

    number: 1-based, of all paragraphs of the body; role: what its style says it is, "" if nothing; level: 1 for
    the highest outline level, 0 for none; auto: its automatic number as printed; stops: it has tab stops of its
    own; styled: its style is not the default one; stretches: its words.
    """

    number: int
    role: str
    level: int
    auto: str
    stops: bool
    styled: bool
    stretches: tuple[Stretch, ...]


@record
class WordTable:
    """A table; header: how many rows repeat on each page; lined: it has borders or a style that may have them."""

    number: int
    header: int
    lined: bool
    rows: tuple[tuple[tuple["Fact", ...], ...], ...]


Fact: TypeAlias = WordParagraph | WordTable


def is_on(element: Any) -> bool:
    """Whether a switch such as `w:b` is on: its presence says so unless its value denies it."""
    return element is not None and element.get(VAL, "1") not in ("0", "false", "off", "none")


def whole(text: str | None, default: int, most: int = 1_000_000) -> int:
    """The number that an attribute holds; `default` for none, for nonsense and for more than `most`."""
    try:
        number = int(text or "")
    except ValueError:
        return default
    return number if 0 <= number <= most else default

"""Where the elements of a part stand in its text, for changing it without writing it anew."""

import re
from typing import Any

from generator.errors import UnreadableInput
from generator.records import record
from generator.regex import regex

_TOKEN = regex(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|(?P<close></[^>]*>)|"
    r"""(?P<open><[^>"'!?/][^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>)""",
    re.DOTALL,
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@record
class Extent:
    """Offsets of an element: start to opened is its start tag, closing to end its end tag; those of one without are
    all its end."""

    start: int
    opened: int
    closing: int
    end: int


def decoded(data: bytes) -> tuple[str, bytes, str]:
    """The text of a part, the mark that it began with, and the encoding that gives its bytes again."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            order = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(mark, "utf-8")
            return data.decode(encoding), mark, order
    return data.decode(), b"", "utf-8"


def extents(xml: str, root: Any) -> dict[Any, Extent]:
    """Where each element below `root` stands in the text that it was parsed from.

    Raises UnreadableInput where the two do not fit.
    """
    elements = list(root.iter())
    starts: list[tuple[int, int]] = []
    ends: dict[int, tuple[int, int]] = {}
    open_: list[int] = []
    for token in _TOKEN.finditer(xml):
        if token["close"] and open_:
            ends[open_.pop()] = token.span()
        elif token["open"]:
            if token["open"].endswith("/>"):
                ends[len(starts)] = token.end(), token.end()
            else:
                open_.append(len(starts))
            starts.append(token.span())
    if len(starts) != len(elements) or len(ends) != len(starts):
        raise UnreadableInput("这份 DOCX 的正文写得很特别，不能就地加批注", "用 Word 或 WPS 另存一份再试")
    return {element: Extent(*starts[at], *ends[at]) for at, element in enumerate(elements)}

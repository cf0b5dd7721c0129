"""What stands on every page: numbers, running heads and feet."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.readers.pdf.pages import PdfLine

_NUMBER = r"[\s\-—–－─·•|/第页共Pp.]*\d{1,3}[\s\-—–－─·•|/第页共]*(?:\d{1,3}[\s\-—–－─页]*)?"
_EDGE = 2
"""Lines from the top and the bottom of a page that may be running ones."""
_OFTEN = 3
"""Pages on which a line stands at one height before it is a running one."""


def without_running(pages: Sequence[Sequence[PdfLine]]) -> list[PdfLine]:
    """All lines in reading order but page numbers and what repeats at the edges of pages."""
    repeated = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    # A page of a few lines shows nothing by itself: what ends a report may stand under the head of all pages.
    at_edges = {_key(line) for page in pages if len(page) > 2 * _EDGE for line in _edges(page)}
    kept: list[PdfLine] = []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        lowest, highest = (min(page, key=_base, default=None), max(page, key=_base, default=None))
        for line in page:
            if id(line) in edges:
                often = repeated[_key(line)] >= _OFTEN or (len(pages) == 2 and repeated[_key(line)] == 2)
                if often and not line.text.strip().isdigit() and _key(line) in at_edges:
                    continue
                if line in (lowest, highest) and re.fullmatch(_NUMBER, line.text):
                    continue
            kept.append(line)
    return kept


def _edges(page: Sequence[PdfLine]) -> Iterable[PdfLine]:
    ordered = sorted(page, key=_base)
    return (*ordered[:_EDGE], *ordered[-_EDGE:])


def _key(line: PdfLine) -> tuple[str, int]:
    """The words without page numbers, and the height in steps of three points."""
    return re.sub(r"\d+", "", line.text), round(line.base / 3)


def _base(line: PdfLine) -> float:
    return line.base

"""Which lines of a page are its article."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.readers.html.chrome import holds_article, is_foot, is_titling, is_tool
from generator.readers.html.flow import Box, Item, Page
from generator.readers.html.metadata import is_metadata
from generator.records import record
from generator.regex import regex

_PROSE = regex(r"[，。；,;]")
_SENTENCE = 15
"""Characters of the shortest line that counts as prose."""
_MOST = 0.85
"""Share of a page's prose that the article's box holds."""
_NAMED = 0.5
"""The same for a box whose name says that it holds the article."""
_OUTSIDE = 0.3
"""What is by name navigation but holds more than this share is none."""
_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "span", "dd", "dt", "tr", "ul", "ol"))
_TITLE_LINES = 4


@record
class Article:
    """title: where the lines that show it stand in the page's items; lines: the same for the others; found:
    whether anything told the article from the rest; pictures: number of those in it."""

    title: tuple[int, ...]
    lines: tuple[int, ...]
    found: bool
    pictures: int


def article_of(page: Page) -> Article:
    """The article; all that is no navigation where nothing tells it from the rest."""
    items = page.items
    if not items:
        return Article((), (), True, 0)
    kinds = [_kind(item) for item in items]
    weights = [0.0 if kind else _weight(item) for item, kind in zip(items, kinds, strict=True)]
    total, boxes = _gathered(page.boxes, zip((item.box for item in items), weights, strict=True))
    aside = _aside(page.boxes, boxes, total)
    weights = [0.0 if aside[item.box] else weight for item, weight in zip(items, weights, strict=True)]
    total, boxes = _gathered(page.boxes, zip((item.box for item in items), weights, strict=True))
    around = [aside[item.box] or kind in ("tool", "foot") for item, kind in zip(items, kinds, strict=True)]
    if not total:
        first = next((at for at, kind in enumerate(kinds) if not kind and not around[at]), len(items))
        kept = [at for at in range(first, len(items)) if not around[at]]
        return Article((), tuple(kept), len(kept) == len(items), len(page.pictures))
    root = _root(page.boxes, items, boxes, total)
    inside = [at for at, item in enumerate(items) if _within(page.boxes, item.box, root)]
    first, last = inside[0], inside[-1] + 1
    prose = [at for at in range(first, last) if weights[at]]
    title = _title(page, first, prose[0], aside)
    start = title[-1] + 1 if title else _start(items, first, prose[0], kinds, aside)
    end = _end(items, prose[-1] + 1, last, around)
    kept = [
        at for at in range(max(start, first), end)
        if not aside[items[at].box] and kinds[at] != "tool" and not (at < prose[0] and kinds[at])
    ]  # fmt: skip
    pictures = sum(start < at <= end for at in page.pictures)
    return Article(tuple(title), tuple(kept), True, pictures)


def squeezed(words: str) -> str:
    """Letters, digits and ideographs alone, for comparing titles."""
    return re.sub(r"[\W_]", "", words)


def _weight(item: Item) -> float:
    if item.table or item.links > 0.5 or len(item.text) < _SENTENCE or not _PROSE.search(item.text):
        return 0.0
    return float(len(item.text))


def _kind(item: Item) -> str:
    """What a line is that stands around articles rather than in them: tool, foot, metadata, or "" if none."""
    if not item.table and is_tool(item.text):
        return "tool"
    if not item.table and is_foot(item.text):
        return "foot"
    return "metadata" if is_metadata(item) else ""


def _gathered(boxes: Sequence[Box], own: Iterable[tuple[int, float]]) -> tuple[float, list[float]]:
    """The weight of each box with all that stands in it."""
    weights = [0.0] * len(boxes)
    for box, weight in own:
        weights[box] += weight
    for at in range(len(boxes) - 1, 0, -1):
        weights[boxes[at].parent] += weights[at]
    return weights[0], weights


def _aside(boxes: Sequence[Box], weights: Sequence[float], total: float) -> list[bool]:
    """Whether each box is, or stands in, one that is by name no part of an article and holds little."""
    found: list[bool] = []
    for at, box in enumerate(boxes):
        outside = box.parent >= 0 and found[box.parent]
        found.append(outside or (box.beside and (not total or weights[at] < total * _OUTSIDE)))
    return found


def _root(boxes: Sequence[Box], items: Sequence[Item], weights: Sequence[float], total: float) -> int:
    """The innermost box that holds nearly all prose, or the one that is named for it."""
    containers = [at for at, box in enumerate(boxes) if box.tag not in _PARAGRAPHS or holds_article(box.names)]
    root = max((at for at in containers if weights[at] >= total * _MOST), default=0)
    named = [at for at in containers if weights[at] >= total * _NAMED and holds_article(boxes[at].names)]
    if named:
        outer = max(named)
        # Where a stray end tag closed the box too early, the rest of the article follows it.
        around = boxes[outer].parent
        if outer <= root or weights[around] - weights[outer] < total * (1 - _MOST):
            root = outer
        return root
    lines = [0] * len(boxes)
    for item in items:
        lines[item.box] += 1
    for at in range(len(boxes) - 1, 0, -1):
        lines[boxes[at].parent] += lines[at]
    # A box with a single line is a paragraph by another name.
    while root > 0 and lines[root] < 2:
        root = boxes[root].parent
    return root


def _within(boxes: Sequence[Box], box: int, root: int) -> bool:
    while box > root:
        box = boxes[box].parent
    return box == root


def _title(page: Page, first: int, prose: int, aside: Sequence[bool]) -> list[int]:
    """Where the title stands: the lines nearest above the first prose that say what the page's title says."""
    named = [page.metas.get(key, "") for key in ("articletitle", "og:title", "title")]
    said = {squeezed(part) for title in (*named, page.title) for part in _parts(title)}
    candidates = range(prose - 1, max(-1, prose - 60), -1)
    for at in candidates:
        if aside[page.items[at].box] or page.items[at].table or page.items[at].text.endswith((":", "：")):
            continue
        lines: list[int] = []
        words = ""
        for above in range(at, max(-1, at - _TITLE_LINES), -1):
            words = squeezed(page.items[above].text) + words
            lines.insert(0, above)
            if len(words) > 5 and words in said:
                return lines
    for at in candidates:
        words = squeezed(page.items[at].text)
        if len(words) > 8 and not aside[page.items[at].box] and any(title.startswith(words) for title in said):
            return [at]
    for at in candidates:
        item = page.items[at]
        showing = item.level == 1 or is_titling(_names(page.boxes, item.box))
        if showing and not aside[item.box] and not is_tool(item.text) and len(item.text) > 5:
            return [at]
    return []


def _parts(title: str) -> Iterator[str]:
    """What a window's title says besides the names of site and column, wherever these stand."""
    cuts = [0, *(mark.end() for mark in re.finditer(r"[-_|—–·»>:：,，\s]+", title[:200])), len(title)]
    longest, _ = max(pairwise(cuts), key=lambda part: part[1] - part[0])
    for start in cuts[:6]:
        yield from (title[start:end] for end in cuts[1:8] if start <= longest < end)


def _names(boxes: Sequence[Box], box: int) -> str:
    return boxes[box].names


def _start(items: Sequence[Item], first: int, prose: int, kinds: Sequence[str], aside: Sequence[bool]) -> int:
    start = prose
    while start > first:
        item = items[start - 1]
        if kinds[start - 1] or aside[item.box] or item.links > 0.7:
            break
        start -= 1
    return start


def _end(items: Sequence[Item], prose: int, last: int, around: Sequence[bool]) -> int:
    end = prose
    while end < last:
        item = items[end]
        attached = re.match(r"附件|附[:：]", item.text) or re.search(r"\.(?:docx?|xlsx?|pdf|wps)\b", item.text)
        if around[end] or (item.links > 0.7 and not attached):
            break
        end += 1
    return end

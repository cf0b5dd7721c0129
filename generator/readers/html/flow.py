"""A page from top to bottom: its lines, and the boxes that they stand in."""

from collections.abc import Mapping
from typing import TypeAlias

from lxml import etree

from generator.document.nodes import Inline, Table
from generator.readers.bounds import MOST_BLOCKS
from generator.readers.html.chrome import beside, holds_article
from generator.readers.html.inlines import Piece, inlines_of
from generator.readers.html.source import line_of, words_of
from generator.readers.html.tables import is_data, outer_tables, table_of
from generator.records import record


@record
class Box:
    """An element that begins a line. parent: index of the box around it (-1 for the first); names: its id and
    classes; beside: whether it is by name no part of an article (navigation, footer)."""

    parent: int
    tag: str
    names: str
    beside: bool


@record
class Item:
    """A line or a data table. box: index of the innermost box; links: share of its characters in links, 0 to 1;
    level: 1 to 6 for h1 to h6, else 0; right: set to the right; pictures: number of those in it."""

    box: int
    line: int
    text: str
    inlines: tuple[Inline, ...]
    links: float = 0.0
    level: int = 0
    right: bool = False
    table: Table | None = None


@record
class Page:
    """boxes in the order in which they begin; items in reading order; title: of the browser's window; metas:
    name -> content of the elements `meta`; pictures: index of the item that each follows."""

    boxes: tuple[Box, ...]
    items: tuple[Item, ...]
    title: str
    metas: Mapping[str, str]
    pictures: tuple[int, ...]


_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "ucapcontent",
))  # fmt: skip
_SKIPPED = frozenset((
    "applet", "audio", "button", "canvas", "colgroup", "datalist", "embed", "frameset", "head", "iframe", "input",
    "map", "noscript", "object", "option", "rp", "rt", "script", "select", "style", "svg", "template", "textarea",
    "title", "video",
))  # fmt: skip
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_STRONG = frozenset(("b", "strong"))
_WEIGHTS = tuple(f"font-weight:{weight}" for weight in ("bold", "600", "700", "800", "900"))
_HIDDEN = ("display:none", "visibility:hidden")


def flow_of(root: etree._Element) -> Page:
    """The page whose element `html` is `root`."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        key, value = meta.get("name") or meta.get("property"), meta.get("content")
        if key and value and value.strip():
            metas.setdefault(key.strip().lower(), value.strip())
    titles = (" ".join(words_of(title).split()) for title in root.iter("title"))
    flow = _Flow()
    flow.walk(root)
    return Page(tuple(flow.boxes), tuple(flow.items), next(titles, ""), metas, tuple(flow.pictures))


_Open: TypeAlias = tuple[int, bool, bool]
"""What an element changes: index of the box outside it (-1 where it is none), bold, link."""


class _Flow:
    """The state of one walk over a tree."""

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.items: list[Item] = []
        self.pictures: list[int] = []
        self._box = -1
        self._strong = self._links = 0
        self._pieces: list[Piece] = []
        self._line = 1
        self._first = 0
        self._numbers: list[int] = []

    def walk(self, root: etree._Element) -> None:
        # Without recursion: a page may be nested deeper than Python's stack.
        outer = outer_tables(root)
        walker = etree.iterwalk(root, events=("start", "end"))
        opened: list[_Open] = []
        for event, element in walker:
            if len(self.items) > MOST_BLOCKS:
                return
            if event == "start":
                tag = element.tag if isinstance(element.tag, str) else ""
                self._line = max(self._line, line_of(element))
                style = (element.get("style") or "").replace(" ", "").lower()
                if tag in _SKIPPED or _hidden(element, style):
                    walker.skip_subtree()
                    opened.append((-2, False, False))
                    continue
                opened.append(self._open(element, tag, style))
                if tag == "table" and element not in outer and is_data(element):
                    self._table(element)
                    walker.skip_subtree()
                else:
                    self._add(element.text)
            else:
                self._close(*opened.pop())
                self._add(element.tail)
        self._flush()

    def _open(self, element: etree._Element, tag: str, style: str) -> _Open:
        block = tag in _BLOCKS
        names = _names(element) if block or tag == "span" else ""
        strong = tag in _STRONG or ("font-weight:" in style and any(weight in style for weight in _WEIGHTS))
        if block or (names and holds_article(names)):
            self._flush()
            outside, self._box = self._box, len(self.boxes)
            self.boxes.append(Box(outside, tag, names, beside(tag, names)))
            self._strong += strong
            return outside, strong, False
        if tag == "br":
            self._break()
        elif tag == "img":
            self.pictures.append(len(self.items))
        link = tag == "a"
        self._strong += strong
        self._links += link
        return -2, strong, link

    def _close(self, outside: int, strong: bool, link: bool) -> None:
        if outside != -2:
            self._flush()
            self._box = outside
        self._strong -= strong
        self._links -= link

    def _add(self, words: str | None) -> None:
        if not words:
            return
        if "\n" in words and self._box >= 0 and self.boxes[self._box].tag == "pre":
            for line in words.split("\n"):
                self._add(line)
                self._flush()
                self._line += 1
            self._line -= 1
            return
        if not self._first and (start := words.lstrip()):
            self._first = self._line + words.count("\n", 0, len(words) - len(start))
        self._line += words.count("\n")
        self._pieces.append((words, self._strong > 0, self._links > 0))

    def _break(self) -> None:
        if self._box >= 0 and self.boxes[self._box].tag in _LEVELS:
            self._pieces.append(("\x03", self._strong > 0, self._links > 0))
        else:
            self._flush()

    def _flush(self) -> None:
        if self._pieces:
            words, inlines, links = inlines_of(self._pieces)
            if words:
                level = _LEVELS.get(self.boxes[self._box].tag, 0) if self._box >= 0 else 0
                self.items.append(Item(max(self._box, 0), self._first, words, inlines, links, level))
            self._pieces = []
        self._first = 0

    def _table(self, element: etree._Element) -> None:
        made, last = table_of(element)
        words = "".join(words_of(element).split())
        if words:
            self.items.append(Item(self._box, self._line, words, (), table=made))
        self._line = max(self._line, last)


def _hidden(element: etree._Element, style: str) -> bool:
    return any(hidden in style for hidden in _HIDDEN) if style else element.get("hidden") is not None


def _names(element: etree._Element) -> str:
    name, classes = element.get("id"), element.get("class")
    return f"{name} {classes}" if name and classes else name or classes or ""

"""Running text: headings with their numbers, and what stands in one paragraph although it is several blocks."""

from collections.abc import Sequence

from generator.document.nodes import Heading, Inline, Paragraph, Strong, Text
from generator.writers.docx.runs import Pen
from generator.writers.docx.sheet import Sheet

_ALREADY_CLOSED = "。！？；：，、"


class Flow:
    """Puts paragraphs onto a sheet; call `end` before anything that is not running text."""

    __slots__ = ("_head", "_pen", "_runs", "_sheet", "_waits")

    def __init__(self, sheet: Sheet, pen: Pen) -> None:
        self._sheet = sheet
        self._pen = pen
        self._runs: list[str] = []
        self._head: tuple[Heading, str] | None = None
        self._waits = False

    def heading(self, heading: Heading, number: str) -> None:
        """Take a heading with its number."""
        if heading.placement == "own_line":
            self.end()
            self._sheet.line(f"Heading{heading.level}", self._pen.runs(heading.inlines, before=number))
        elif heading.placement == "run_in":
            self.end()
            self._head = heading, number
            self._waits = True
        else:
            self._close_head()
            words = self._pen.runs(heading.inlines, before=number, after=_closer(heading.inlines))
            self._runs.append(words)
            self._waits = True

    def paragraph(self, paragraph: Paragraph) -> None:
        """Take running text: the rest of the open paragraph if a heading waits for it, else a new one."""
        if not self._waits:
            self.end()
        self._close_head()
        self._waits = False
        self._runs.append(self._pen.runs(paragraph.inlines))

    def end(self) -> None:
        """Put the open paragraph down. A run-in heading that got no text stands without 。"""
        self._close_head(alone=True)
        if self._runs:
            self._sheet.line("BodyText", "".join(self._runs))
            self._runs.clear()
        self._waits = False

    def _close_head(self, *, alone: bool = False) -> None:
        if self._head is None:
            return
        (heading, number), self._head = self._head, None
        style = f"Heading{heading.level}Char"
        after = "" if alone else _closer(heading.inlines)
        self._runs.append(self._pen.runs(heading.inlines, style, before=number, after=after))


def _closer(inlines: Sequence[Inline]) -> str:
    """The 。 between a heading and what follows on the same line, unless it ends in a mark of its own."""
    for inline in reversed(inlines):
        if isinstance(inline, Strong):
            return _closer(inline.inlines)
        if isinstance(inline, Text) and inline.words:
            return "" if inline.words[-1] in _ALREADY_CLOSED else "。"
    return "。"

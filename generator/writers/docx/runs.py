"""Inlines as runs: escaped, bold, breaks, placeholders in yellow, comments around their words."""

from collections.abc import Iterable, Sequence
from typing import Any

from generator.document.nodes import Inline, LineBreak, Strong, Text
from generator.writers.docx.markup import escape, escaped

Anchors = dict[int, list[int]]
"""`id()` of an inline to the comments, by position, that stand at it."""

_GAP_OPENS, _GAP_CLOSES = "【待补充", "】"
_BOLD = "<w:b/><w:bCs/>"
_BREAK = "<w:br/>"
# Means the same; that it is said tells a reader that nobody chose this line end.
_OWN_BREAK = '<w:br w:type="textWrapping"/>'

OWN_BREAK = LineBreak()
"""The line end that the writer puts into a title, always this very object."""


class Pen:
    """Writes runs; remembers which comments still wait for their words."""

    __slots__ = ("_anchors",)

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors

    def runs(
        self,
        inlines: Sequence[Inline],
        style: str = "",
        before: str = "",
        after: str = "",
        size: str = "",
    ) -> str:
        """The runs of `inlines` in the character style `style`, with fixed words before and after them.

        size: properties of the characters' shape. Neighbouring words of the same formatting become one
        run: a draft has hundreds of values. Words after them are a text element of their own within the last
        run, which looks the same and tells a reader that they were put in.
        """
        marks = f'<w:rStyle w:val="{style}"/>' if style else ""
        if not self._anchors and (plain := _plain(inlines)) is not None:
            words = before + plain
            return _run(words, marks + size, after) if words or after else ""
        return self._runs(inlines, marks, size, before, after)

    def _runs(self, inlines: Sequence[Inline], marks: str, size: str, before: str = "", after: str = "") -> str:
        out: list[str] = []
        words = [before]
        strong = False
        for inline in inlines:
            if strong and isinstance(inline, Strong):
                # Two bold stretches in a row stay two.
                out.append("<w:r/>")
            strong = isinstance(inline, Strong)
            if isinstance(inline, Text):
                text = inline.words
                gap = inline.source is not None and inline.source.kind == "gap"
                if not gap and _GAP_OPENS not in text and not (self._anchors and id(inline) in self._anchors):
                    words.append(text)
                    continue
                _flush(out, words, marks + size)
                spoken = (
                    _run(text, f'{marks}{size}<w:highlight w:val="yellow"/>') if gap else _with_gaps(text, marks + size)
                )
                numbers = self._anchors.pop(id(inline), ()) if self._anchors else ()
                out.append(enclose(spoken, numbers) if numbers else spoken)
            elif isinstance(inline, Strong):
                _flush(out, words, marks + size)
                out.append(self._runs(inline.inlines, f"{marks.removesuffix(_BOLD)}{_BOLD}", size))
            elif isinstance(inline, LineBreak):
                _flush(out, words, marks + size)
                properties = f"<w:rPr>{marks}{size}</w:rPr>" if marks or size else ""
                out.append(f"<w:r>{properties}{_OWN_BREAK if inline is OWN_BREAK else _BREAK}</w:r>")
        if after:
            out.append(_run("".join(words), marks + size, after))
        else:
            _flush(out, words, marks + size)
        return "".join(out)


def _plain(inlines: Sequence[Any]) -> str | None:
    """The words, None where there is more to them: most paragraphs are one run."""
    try:
        words = "".join([inline.words for inline in inlines])
    except AttributeError:
        # Bold words and line ends.
        return None
    # Placeholders are told by their words: nothing else is both ours and begins with these.
    return None if _GAP_OPENS in words else words


def enclose(runs: str, numbers: Iterable[int]) -> str:
    """`runs` with the comments called `numbers` around them."""
    ordered = list(numbers)
    return (
        "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in ordered)
        + runs
        + "".join(
            f'<w:commentRangeEnd w:id="{n}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
            f'<w:commentReference w:id="{n}"/></w:r>'
            for n in ordered
        )
    )


def _flush(out: list[str], words: list[str], properties: str) -> None:
    text = "".join(words)
    words.clear()
    if text:
        out.append(_run(text, properties))


def _run(words: str, properties: str, after: str = "") -> str:
    content = run_content(words) + (run_content(after) if after else "")
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>" if properties else f"<w:r>{content}</w:r>"


def plain_run(words: str, style: str = "") -> str:
    """One run of fixed words in a character style."""
    return _run(words, f'<w:rStyle w:val="{style}"/>' if style else "")


def _with_gaps(words: str, properties: str) -> str:
    out = []
    rest = words
    while (start := rest.find(_GAP_OPENS)) >= 0 and (end := rest.find(_GAP_CLOSES, start)) >= 0:
        if start:
            out.append(_run(rest[:start], properties))
        out.append(_run(rest[start : end + 1], f'{properties}<w:highlight w:val="yellow"/>'))
        rest = rest[end + 1 :]
    if rest:
        out.append(_run(rest, properties))
    return "".join(out)


def run_content(words: str) -> str:
    """`words` as the children of a run."""
    if not words.isprintable():
        return _odd_content(words)
    words = escaped(words)
    if " " in words and (words[0] == " " or words[-1] == " " or "  " in words):
        return f'<w:t xml:space="preserve">{words}</w:t>'
    return f"<w:t>{words}</w:t>"


def _odd_content(words: str) -> str:
    """Tabs and line ends are elements."""
    out: list[str] = []
    piece: list[str] = []

    def close() -> None:
        if piece:
            out.append(f'<w:t xml:space="preserve">{escape("".join(piece))}</w:t>')
            piece.clear()

    for char in words:
        if char in "\t\n":
            close()
            out.append("<w:tab/>" if char == "\t" else _BREAK)
        else:
            piece.append(char)
    close()
    return "".join(out)

"""A report as its printed paragraphs: what frame and outline look at."""

from collections.abc import Iterator, Sequence

from generator.annotate.frame_chrome import is_chrome
from generator.annotate.headings_grammar import folded
from generator.annotate.lexicon import Lexicon
from generator.annotate.model import Kind, Line
from generator.records import record

_EDGE = 120
"""Paragraphs at either end among which what a web page adds is looked for."""
_VALUE = 30
"""Characters that what a label tells has at most."""


@record
class Paragraph:
    """A printed paragraph. line: position of its line among the lines; start, end: characters of that line; kind,
    level, head: what its format says, as in `Line`."""

    line: int
    start: int
    end: int
    kind: Kind
    level: int
    head: int


@record
class Page:
    """texts: the lines, folded; words, shown: what each paragraph says, folded and as printed; dropped: the
    paragraphs that belong to the web page."""

    lines: Sequence[Line]
    texts: Sequence[str]
    paragraphs: Sequence[Paragraph]
    words: Sequence[str]
    shown: Sequence[str]
    dropped: frozenset[int]


def page(lines: Sequence[Line], lexicon: Lexicon) -> Page:
    """The paragraphs of all lines that are not empty."""
    texts = [folded(line.text) for line in lines]
    found = list(_paragraphs(lines, texts))
    words = [texts[p.line][p.start : p.end].strip() for p in found]
    shown = [lines[p.line].text[p.start : p.end].strip() for p in found]
    edges = (*range(min(_EDGE, len(found))), *range(max(len(found) - _EDGE, _EDGE), len(found)))
    dropped = {at for at in edges if found[at].kind == "text" and is_chrome(words[at], lexicon.chrome)}
    dropped |= {at + 1 for at in dropped if at + 1 in edges and _is_value(at + 1, words, found, lexicon)}
    return Page(lines, texts, found, words, shown, frozenset(dropped))


def _is_value(at: int, words: Sequence[str], found: Sequence[Paragraph], lexicon: Lexicon) -> bool:
    """Whether a short line is what the bare label on the line before it tells (主题分类 / 其他)."""
    label, value = words[at - 1].rstrip(": "), words[at]
    short = found[at].kind == "text" and len(value) <= _VALUE and not value.endswith(("。", ":"))
    return label in lexicon.chrome.begins and short and not any(word in value for word in lexicon.title_words)


def before(at: int, page: Page) -> int:
    """The last paragraph up to `at` that belongs to the report; -1 if there is none."""
    while at in page.dropped:
        at -= 1
    return at


def begin(at: int, page: Page) -> int:
    """The character of its line with which a paragraph's words begin."""
    paragraph = page.paragraphs[at]
    text = page.texts[paragraph.line][paragraph.start : paragraph.end]
    return paragraph.start + len(text) - len(text.lstrip())


def _paragraphs(lines: Sequence[Line], texts: Sequence[str]) -> Iterator[Paragraph]:
    for at, (line, text) in enumerate(zip(lines, texts, strict=True)):
        parts = [(p.start, p.kind, p.level, p.head) for p in line.parts] or [(0, line.kind, line.level, line.head)]
        after = [start - 1 for start, *_ in parts[1:]] + [len(text)]
        for (start, kind, level, head), last in zip(parts, after, strict=True):
            first = start
            # A forced line end begins a paragraph too, except in a table.
            while first < last:
                cut = text.find("\n", first, last)
                end = last if cut < 0 or kind == "table" else cut
                if text[first:end].strip():
                    yield Paragraph(at, first, end, kind, level, head if first == start else 0)
                first = end + 1

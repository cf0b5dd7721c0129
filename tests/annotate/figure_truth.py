"""What a draft's own sources say of its figures: line, place, indicator, number, measure word, qualifier."""

from collections.abc import Iterator
from dataclasses import dataclass

from drafting import shipped

from generator.annotate.lines import lines
from generator.annotate.model import Line
from generator.document.nodes import Document, Inline, Source
from generator.document.walk import plain, texts
from generator.flow import printed
from generator.schema.kinds.figure import parse
from generator.schema.model import Figure


@dataclass(frozen=True)
class Told:
    """A figure as printed: start and end are characters of the line; indicator "" where none is its own."""

    line: int
    start: int
    end: int
    indicator: str
    figure: Figure


def drafted_figures(document: Document) -> tuple[tuple[Line, ...], list[Told], set[tuple[int, int]]]:
    """The printed lines, every figure whose source is an entered value, and (line, character) of each character
    that comes from the template alone."""
    found = lines(document)
    told: list[Told] = []
    fixed: set[tuple[int, int]] = set()
    for line, pieces in zip(_texts(found), _pieces(document), strict=False):
        at = 0
        for inline in pieces:
            for text in texts((inline,)):
                end = at + len(text.words)
                if text.source is None:
                    fixed |= {(line.number, i) for i in range(at, end)}
                elif figure := _figure(text.words, text.source):
                    told.append(Told(line.number, at, end, _indicator(text.source), figure))
                at = end
            if not list(texts((inline,))):
                at += 1
        assert "".join(plain((inline,), "\n") for inline in pieces) == line.text
    return found, told, fixed


def _texts(found: tuple[Line, ...]) -> list[Line]:
    return [line for line in found if line.kind in ("text", "heading")]


def _pieces(document: Document) -> Iterator[tuple[Inline, ...]]:
    for item in printed(document.blocks):
        if item.pieces and type(item.block).__name__ != "Title":
            yield tuple(inline for _, inlines in item.pieces for inline in inlines)


def _indicator(source: Source) -> str:
    label = source.path.partition(".数据.")[2].split(".")[0].split("[")[0]
    known = shipped().labels.get(label)
    return known.id if known else ""


def _figure(words: str, source: Source) -> Figure | None:
    if source.kind != "value" or ".数据." not in source.path:
        return None
    label = _indicator(source)
    indicator = shipped().schema.indicators.get(label)
    if indicator is None:
        return None
    figure = parse(words, (indicator.unit, *indicator.units))
    return figure if isinstance(figure, Figure) and words[-1:] not in "0123456789" else None

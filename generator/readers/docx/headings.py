"""Headings and running text: what a paragraph's style, outline level and character styles say."""

from collections.abc import Iterator

from generator.document.nodes import Block, Heading, Paragraph, Placement, Span, Strong, Text
from generator.document.walk import plain
from generator.numbering import marker, needs_full_stop
from generator.readers.docx.facts import WordParagraph
from generator.readers.docx.inlines import Inlines, joined, without_end, without_start
from generator.regex import regex

_DEEPEST = 4
_NUMERAL = "[一二三四五六七八九十百零〇]"
_TYPED = regex(
    rf"\s*(第?{_NUMERAL}{{1,4}}[、.．是]|第{_NUMERAL}{{1,4}}[章节条]?|[（(]{_NUMERAL}{{1,4}}[）)][、.．]?"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?=[\s、])|\d{1,2}(?:[、．]|\.(?!\d)|(?=\s))|[（(]\d{1,2}[）)]|[①-⑳⑴-⒇⒈-⒛㈠-㈩])"
)
"""A number as people type it before a heading."""
_ITEM = regex(rf"第?{_NUMERAL}{{1,3}}是$")


def counters() -> list[int]:
    """How many headings of each level there were, as `generator.numbering.numbered` counts them."""
    return [0] * (_DEEPEST + 1)


def blocks_of(fact: WordParagraph, counts: list[int]) -> Iterator[Block]:
    """The headings and paragraphs that share this paragraph; `counts` is kept up to date."""
    span = Span(fact.number, fact.number)
    faces = [stretch.face for stretch in fact.stretches]
    if fact.level and set(faces) != {f"heading{fact.level}"}:
        words: Inlines = ()
        for stretch in fact.stretches:
            words = joined(words, stretch.inlines)
        yield _heading(words, min(fact.level, _DEEPEST), "own_line", fact.auto, counts, span)
        return
    words = (Text(fact.auto),) if fact.auto else ()
    owed = False
    for stretch in fact.stretches:
        kind, level = stretch.face[:-1], stretch.face[-1:]
        if kind == "heading" and not plain(words).strip():
            # An automatic number stands outside the face of the words that it numbers.
            heading = _heading(stretch.inlines, int(level), "run_in", fact.auto, counts, span)
        elif kind == "joined":
            heading = Heading(int(level), stretch.inlines, "joined", span)
            number = _next_number(heading, counts)
            rest = without_end(words, number)
            typed = "" if rest is not None else _ITEM.search(plain(words))
            if typed:
                number = typed[0]
                rest = without_end(words, number)
                heading = Heading(heading.level, heading.inlines, "joined", span, number)
            elif rest is None:
                heading = Heading(heading.level, heading.inlines, "joined", span, "")
            yield from _paragraph(words if rest is None else rest, owed, span)
        else:
            words = joined(words, stretch.inlines)
            continue
        yield heading
        words, owed = (), needs_full_stop(plain(heading.inlines))
    yield from _paragraph(words, owed, span)


def is_numbered(fact: WordParagraph) -> bool:
    """Whether a heading begins with a number, automatic or typed."""
    said = "".join(plain(stretch.inlines) for stretch in fact.stretches)
    return bool(fact.auto or _TYPED.match(said))


def _paragraph(words: Inlines, owed: bool, span: Span) -> Iterator[Paragraph]:
    """owed: the heading before it needs a full stop, which then begins these words."""
    rest = without_start(words, "。") if owed else None
    if rest or (rest is None and words):
        yield Paragraph(words if rest is None else rest, span)


def _heading(words: Inlines, level: int, placement: Placement, auto: str, counts: list[int], span: Span) -> Heading:
    number = _next_number(Heading(level, (), placement), counts)
    if auto:
        return Heading(level, _stripped(words), placement, span, None if auto == number else auto.strip())
    rest = without_start(words, number)
    if rest is not None and rest != ():
        return Heading(level, rest, placement, span)
    said = plain(words)
    if not (typed := _TYPED.match(said)) or not said[typed.end() :].strip():
        return Heading(level, _stripped(words), placement, span, "")
    # Where a number is part bold and part not, the words keep it.
    rest = without_start(words, typed[0])
    if rest is None:
        return Heading(level, words, placement, span, "")
    return Heading(level, _stripped(rest), placement, span, typed[1])


def _next_number(heading: Heading, counts: list[int]) -> str:
    counts[heading.level] += 1
    counts[heading.level + 1 :] = [0] * (_DEEPEST - heading.level)
    return marker(heading, min(counts[heading.level], 99))


def _stripped(words: Inlines) -> Inlines:
    """`words` without the blanks that set them off from a number or the margin."""
    first = words[0] if words else None
    if isinstance(first, Strong):
        inside = _stripped(first.inlines)
        return (*((Strong(inside),) if inside else ()), *words[1:])
    if not isinstance(first, Text):
        return words
    kept = first.words.lstrip()
    return (Text(kept), *words[1:]) if kept else words[1:]

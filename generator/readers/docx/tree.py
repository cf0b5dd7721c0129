"""Facts as the tree of a report: the parts that styles name, headings, running text, tables."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.document.nodes import Block, Division, Inline, LineBreak, Paragraph, Span, Table, Text, Title
from generator.document.walk import plain
from generator.readers.docx.facts import Fact, WordParagraph, WordTable
from generator.readers.docx.headings import blocks_of, counters, is_numbered
from generator.readers.docx.inlines import Inlines, joined, split_at, without_end, without_start

_ANNEX, _COPIES, _PRINTED = "附件：", "抄送：", "印发"
_LETTERHEAD = ("mark", "number")


def tree_of(facts: Iterable[Fact]) -> tuple[Block, ...]:
    """The blocks that `facts` stand for. Each has the numbers of its paragraphs as span."""
    return tuple(_blocks(_titled(list(_unwrapped(facts)))))


def _titled(facts: list[Fact]) -> list[Fact]:
    """Where the title bears the highest heading style alone, it is the title and the others are a level higher."""
    paragraphs = [fact for fact in facts if isinstance(fact, WordParagraph)]
    first = paragraphs[0] if paragraphs else None
    levels = [fact.level for fact in paragraphs if fact.level]
    if first is None or len(levels) < 2 or first.level != levels[0] or levels[0] >= min(levels[1:]):
        return facts
    if any(fact.role == "title" for fact in paragraphs) or is_numbered(first):
        return facts
    return [_raised(fact, first) if isinstance(fact, WordParagraph) and fact.level else fact for fact in facts]


def _raised(fact: WordParagraph, title: WordParagraph) -> WordParagraph:
    if fact is title:
        return replace(fact, role="title", level=0)
    return replace(fact, level=fact.level - title.level)


def _unwrapped(facts: Iterable[Fact]) -> Iterator[Fact]:
    """A table of one column is a frame: what is in it stands for itself, unless it is a list of lined paragraphs."""
    for fact in facts:
        if isinstance(fact, WordTable) and not fact.header and all(len(row) == 1 for row in fact.rows):
            cells = [row[0] for row in fact.rows]
            if not fact.lined or any(len(inside) > 1 for inside in cells):
                for inside in cells:
                    yield from _unwrapped(inside)
                continue
        yield fact


def _blocks(facts: Sequence[Fact]) -> Iterator[Block]:
    counts = counters()
    at = 0
    while at < len(facts):
        fact = facts[at]
        if isinstance(fact, WordTable):
            at += 1
            if fact.rows:
                yield _table(fact)
            continue
        end = at + 1
        if fact.role == "attachment_mark":
            while end < len(facts) and _role(facts[end]) not in ("attachment_mark", "imprint"):
                end += 1
            yield Division("attachment", tuple(_blocks(facts[at + 1 : end])), Span(fact.number, _last(facts[end - 1])))
        elif make := _PARTS.get(fact.role):
            group = [fact]
            roles = _LETTERHEAD if fact.role in _LETTERHEAD else (fact.role,)
            while end < len(facts) and isinstance(one := facts[end], WordParagraph) and one.role in roles:
                group.append(one)
                end += 1
            yield from make(group)
        else:
            yield from blocks_of(fact, counts)
        at = end


def _role(fact: Fact) -> str:
    return fact.role if isinstance(fact, WordParagraph) else ""


def _last(fact: Fact) -> int:
    """The number of its last paragraph, counting those within a table."""
    if isinstance(fact, WordParagraph):
        return fact.number
    return max((_last(one) for row in fact.rows for cell in row for one in cell), default=fact.number)


def _words(fact: WordParagraph, leave_out: str = "") -> Inlines:
    """All its words, its automatic number first; leave_out: words that our writer put in."""
    words: Inlines = (Text(fact.auto),) if fact.auto else ()
    for stretch in fact.stretches:
        if stretch.face != "added" or plain(stretch.inlines) != leave_out:
            words = joined(words, stretch.inlines)
    return words


def _span(facts: Sequence[WordParagraph]) -> Span:
    return Span(facts[0].number, facts[-1].number)


def _division(name: str, facts: Sequence[WordParagraph]) -> Division:
    return Division(name, tuple(Paragraph(_words(f), _span([f])) for f in facts), _span(facts))


def _lines(name: str) -> Callable[[Sequence[WordParagraph]], Iterator[Block]]:
    def make(facts: Sequence[WordParagraph]) -> Iterator[Block]:
        yield _division(name, facts)

    return make


def _title(facts: Sequence[WordParagraph]) -> Iterator[Block]:
    words = _words(facts[0])
    for fact in facts[1:]:
        words = (*words, LineBreak(), *_words(fact))
    yield Title(words, _span(facts))


def _signature(facts: Sequence[WordParagraph]) -> Iterator[Block]:
    # Two organs whose seals stand side by side share a line.
    organs = [Paragraph(part, _span([f])) for f in facts for part in split_at(_words(f), "\t") if part]
    yield Division("signature", tuple(organs), _span(facts))


def _attachment_note(facts: Sequence[WordParagraph]) -> Iterator[Block]:
    names: list[Block] = []
    for position, fact in enumerate(facts, 1):
        words = _words(fact)
        if position == 1:
            words = _or(without_start(words, _ANNEX), words)
        if len(facts) > 1:
            words = _or(without_start(words, f"{position}."), words)
        names.append(Paragraph(words, _span([fact])))
    yield Division("attachment_note", tuple(names), _span(facts))


def _letterhead(facts: Sequence[WordParagraph]) -> Iterator[Block]:
    marks = [fact for fact in facts if fact.role == "mark"]
    lines = [fact for fact in facts if fact.role == "number"]
    numbers: list[Block] = []
    signers: list[Block] = []
    for fact in lines:
        words: Inlines = ()
        name: Inlines = ()
        for stretch in fact.stretches:
            if stretch.face == "issuer":
                name = joined(name, stretch.inlines)
            elif stretch.face == "issuer_label":
                # The label before the first name, and the blank between two.
                signers += [Paragraph(name, _span([fact]))] if name else []
                name = ()
            else:
                words = joined(words, stretch.inlines)
        signers += [Paragraph(name, _span([fact]))] if name else []
        words = _or(without_end(words, "\t"), words)
        numbers += [Paragraph(words, _span([fact]))] if words else []
    parts: list[Block] = [_division("mark", marks)] if marks else []
    for named, paragraphs in (("number", numbers), ("issuer", signers)):
        parts += [Division(named, tuple(paragraphs), _span(lines))] if paragraphs else []
    yield Division("letterhead", tuple(parts), _span(facts))


def _imprint(facts: Sequence[WordParagraph]) -> Iterator[Block]:
    copies: list[Block] = []
    printed: list[Block] = []
    for fact in facts:
        words = _words(fact)
        if fact.stops or printed:
            own = _words(fact, leave_out=_PRINTED)
            printed += [Paragraph(part, _span([fact])) for part in split_at(own, "\t") if part]
        else:
            words = words if copies else _or(without_start(words, _COPIES), words)
            copies.append(Paragraph(words, _span([fact])))
    parts = [(name, blocks) for name, blocks in (("copies", copies), ("printed", printed)) if blocks]
    yield Division("imprint", tuple(Division(n, tuple(b), _span(facts)) for n, b in parts), _span(facts))


def _or(changed: Inlines | None, words: Inlines) -> Inlines:
    return words if changed is None else changed


_PARTS: Mapping[str, Callable[[Sequence[WordParagraph]], Iterator[Block]]] = {
    "title": _title,
    "attachment_title": _title,
    "salutation": _lines("salutation"),
    "signature": _signature,
    "date": _lines("date"),
    "note": _lines("note"),
    "attachment_note": _attachment_note,
    "mark": _letterhead,
    "number": _letterhead,
    "imprint": _imprint,
}


def _table(fact: WordTable) -> Table:
    rows = tuple(tuple(_cell(cell) for cell in row) for row in fact.rows)
    return Table(rows[: fact.header], rows[fact.header :], Span(fact.number, _last(fact)))


def _cell(facts: Iterable[Fact]) -> Inlines:
    """The paragraphs of a cell as its lines; a table within it gives a line for each of its rows, or for each of their
    cells where one of these has several lines itself: they are read one after the other."""
    lines: list[tuple[Inline, ...]] = []
    for fact in facts:
        if isinstance(fact, WordParagraph):
            lines.append(_words(fact))
            continue
        for row in fact.rows:
            cells = [_cell(cell) for cell in row]
            if any(isinstance(inline, LineBreak) for words in cells for inline in words):
                lines += [words for words in cells if words]
                continue
            words: Inlines = ()
            for inside in cells:
                words = joined(joined(words, (Text("\t"),) if words else ()), inside)
            lines += [words] if words else []
    found: Inlines = lines[0] if lines else ()
    for line in lines[1:]:
        found = (*found, LineBreak(), *line)
    return found

"""The parts of a report that are lists of items: highlights, problems, plans."""

from collections.abc import Iterator

from generator.extract.clauses import counting, said
from generator.extract.found import Found
from generator.extract.layout import Part, sentences
from generator.extract.points import Grammar, chosen
from generator.extract.symbols import Value
from generator.extract.themes import closed
from generator.extract.told import likeliest
from generator.schema.model import Field, Path, Section

_GAP = "【待补充"


def items(part: Part) -> Iterator[tuple[int, str, str]]:
    """Line, heading and text of each item; a single one bears no number, so its heading opens its text."""
    if part.parts:
        for inner in part.parts:
            yield inner.line, inner.heading, "\n\n".join(stretch.text for stretch in inner.stretches)
        return
    numbered = [stretch for stretch in part.stretches if stretch.heading]
    for stretch in numbered:
        after = part.stretches[part.stretches.index(stretch) + 1 :]
        more = []
        for following in after:
            if following.heading:
                break
            more.append(following.text)
        yield stretch.line, stretch.heading, "\n\n".join(filter(None, [stretch.text, *more]))
    if not numbered and part.stretches:
        first, *rest = sentences(part.stretches[0].text)
        texts = ["".join(rest), *(stretch.text for stretch in part.stretches[1:])]
        yield part.stretches[0].line, closed(first), "\n\n".join(filter(None, texts))


def write_items(grammar: Grammar, section: Section, part: Part, found: Found) -> None:
    """Keeps the items of `part`, as the template of `section` prints them."""
    blocks = grammar.frame.sections[section.id]
    heads = [raw for kind, raw in blocks if kind == "heading2"]
    body = "".join(raw for kind, raw in blocks if kind == "paragraph")
    head = grammar.frame.meanings.get(heads[0]) if heads else None
    fields = {entry.id: entry for entry in section.fields}
    for line, heading, text in items(part):
        if heading.startswith(_GAP) and not text:
            continue
        number = found.count((section.id,))
        if isinstance(head, Value) and not heading.startswith(_GAP):
            found.put((section.id, number, str(head.path[-1])), heading, line)
        _body(grammar, body, (section.id, number), text, line, fields, found)


def _body(
    grammar: Grammar, markup: str, item: Path, text: str, line: int, fields: dict[str, Field], found: Found
) -> None:
    pattern = grammar.pattern(markup)
    match = pattern.regex.fullmatch(text)
    if match is None:
        return
    chosen(found.choices, pattern, match)
    if "rest" in pattern.regex.groupindex:
        value = next(iter(pattern.values.values()))
        content = _figures(grammar, text, item, line, found)
        found.put((*item, *value.path[2:]), content, line)
        return
    for name, value in pattern.values.items():
        words = match[name]
        if not words or words.startswith(_GAP):
            continue
        path: Path = (*item, *value.path[2:])
        if value.several:
            for sentence in sentences(words):
                found.put((*path, found.count(path)), closed(sentence), line)
        else:
            prose = fields[str(value.path[-1])].kind == "prose"
            found.put(path, closed(words) if prose else words, line)


def _figures(grammar: Grammar, text: str, path: Path, line: int, found: Found) -> str:
    """Keeps the figures that end `text`; the words before them."""
    pieces = sentences(text)
    begun = next((n for n in range(len(pieces)) if said(grammar.dictionary, "".join(pieces[n:]), 0)), len(pieces))
    rest = "".join(pieces[begun:])
    told = counting(grammar.dictionary, rest, wholly=True)
    taken = {clause.indicator for clause in told.clauses}
    left: list[str] = []
    for clause in told.clauses:
        if clause.indicator:
            found.figures(path, clause.indicator, list(clause.figures), line)
        elif (own := likeliest(grammar.schema, clause.words, taken, clause.nature)) is not None:
            found.figures(path, own[0], [own[1]], line, doubtful=True)
            taken.add(own[0])
        else:
            left.append(clause.words)
    return closed("".join(pieces[:begun]) + "，".join(left) + rest[told.end :])


def heads(grammar: Grammar, section: str) -> list[str]:
    """The markup of a section's own heading."""
    return [raw for kind, raw in grammar.frame.sections[section] if kind == "heading1"]



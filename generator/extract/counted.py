"""Sentences that count: where each number is known, they become figures of the form, told in their own words (句)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.annotate.model import Annotation, Mention
from generator.annotate.scopes import PARTS
from generator.compose import Template
from generator.compose.entries import gather
from generator.extract.alone import stands_alone
from generator.extract.found import Found
from generator.extract.layout import sentences
from generator.extract.told import of_quantity
from generator.records import record
from generator.regex import regex
from generator.schema.model import Figure, Indicator, Path, Profile
from generator.schema.words import words_for

_CLAUSES = regex("[^，,；;。]+[，,；;。]?")
_DEPENDENT = regex("^(?:其中|分别|各|同比|较|比|占|并|均|共计|达|包括|含|期间)")
_PAIRED = (("“", "”"), ("‘", "’"), ("（", "）"), ("(", ")"), ("《", "》"), ("「", "」"))
_MARKS = "，,；;。"
_CELLS = regex(r"(?<=[^\d\t])\t(?=\d)|(?<=\d)\t(?=[^\d\t])")
"""What divides a number from what it counts in the row of a table."""
_NUMBERED = regex(r"\s*(?:[（(]?[一二三四五六七八九十\d]+[、.．)）]|第?[一二三四五六七八九十]+[是，,、])")
_BOUND = regex("除此之?外|此外|除上述|上述|以上|其中|其余|另外|这些|同时")
_ALL_YEAR = "全年"


@record
class _Clause:
    """A clause of a sentence: its words with the mark that closes it, and the figures told in it."""

    words: str
    told: tuple[Mention, ...]


@record
class _Place:
    """Where a sentence would go: its theme, the indicators told there already, the words that the draft says itself."""

    template: Template
    theme: str
    used: set[str]
    leads: tuple[str, ...]

    def bare(self, words: str) -> str:
        """A clause without its marks and without what the draft says before it."""
        words = _CELLS.sub("", words).replace("\t", " ").strip(_MARKS)
        for lead in self.leads:
            words = words.removeprefix(lead).lstrip(_MARKS)
        return words


def counted(
    annotation: Annotation, template: Template, theme: str, path: Path, line: int, words: str, found: Found
) -> str:
    """`words` without the sentences that became figures of `found` under `path`."""
    text = next(one.text for one in annotation.lines if one.number == line)
    at = text.find(words[:12])
    if at < 0 or not words:
        return words
    mentions = [mention for mention in annotation.mentions if mention.quantity.spot.line == line]
    name = str(found.values.get(("unit", "name", 0), ""))
    whole = words_for(name, "", template.schema)["全域"]
    left: list[str] = []
    for sentence in sentences(words):
        begin = text.find(sentence, at)
        if _NUMBERED.match(sentence) or _BOUND.match(sentence) or sentence.rstrip().endswith(("：", ":")):
            # What is counted off (一是…), goes on from before or leads to what stands below stays where it is.
            left.append(sentence)
            continue
        inside = [m for m in mentions if begin <= m.quantity.spot.start < begin + len(sentence)] if begin >= 0 else []
        at = begin + len(sentence) if begin >= 0 else at
        used = {str(p[-2]) for p in found.values if p[: len(path)] == path and p[-3:-2] == ("data",)}
        figures = list(_figures(sentence, begin, inside, _Place(template, theme, used, ("全年", whole))))
        if not figures:
            left.append(sentence)
        for indicator, figure in figures:
            found.figures(path, indicator, [figure], line, doubtful=True)
    return "".join(left)


def _figures(sentence: str, begin: int, inside: Sequence[Mention], place: _Place) -> Iterator[tuple[str, Figure]]:
    """The figures that tell the whole sentence, none where a number of it is unknown: one for each of its clauses if
    each may stand by itself where the draft puts it, else one that tells them all."""
    if not inside or any(m.indicator is None or m.quantity.sense not in ("value", "part") for m in inside):
        return
    spots = [(m.quantity.value, m.quantity.spot.start - begin, m.quantity.spot.end - begin) for m in inside]
    if any(value not in sentence[start:end] for value, start, end in spots):
        # A 0 said in words is said by the template in its own.
        return
    stretches = list(_stretches(_clauses(sentence, begin, inside)))
    heads = [_head(stretch.told, place) for stretch in stretches]
    known = [head for head in heads if head]
    if not known:
        return
    if all(heads) and _apart(stretches, known, place):
        for stretch, (_, indicator, figure) in zip(stretches, known, strict=True):
            yield indicator.id, replace(figure, sentence=place.bare(stretch.words))
        return
    mention, indicator, figure = known[0]
    # With a 时段 a sentence is printed as it stands, by itself, without a 全年 of the draft's own before it.
    period, scope = mention.quantity.period or _ALL_YEAR, mention.quantity.scope
    scope = "" if scope in PARTS else scope
    words = place.bare(sentence) if "\t" in sentence else sentence.strip(_MARKS)
    yield indicator.id, replace(figure, sentence=words, period=period, scope=scope)


def _apart(stretches: Sequence[_Clause], known: Sequence[tuple[Mention, Indicator, Figure]], place: _Place) -> bool:
    """Whether the clauses of a sentence may be told apart from each other, of this year and the whole unit."""
    quantities = [mention.quantity for mention, _, _ in known]
    return (
        len({indicator.id for _, indicator, _ in known}) == len(known)
        and len({(indicator.theme, indicator.point) for _, indicator, _ in known}) == 1
        and all(stands_alone(place.template, place.theme, indicator.id) for _, indicator, _ in known)
        and all(_whole(stretch.words) for stretch in stretches)
        and not any(q.scope for q in quantities)
        and {q.period for q in quantities} <= {"", _ALL_YEAR}
        and not any(_ALL_YEAR in place.bare(stretch.words) for stretch in stretches)
    )


def unreckoned(found: Found, template: Template) -> None:
    """Gives figures a 时段 under which a draft reckons nothing with them that the report does not tell (a rate)."""
    entries = gather(Profile(found.values, {}), template.schema, template.names)
    # A rate told in a point is none of its theme's, which reckons it from what it knows.
    told = {path[-2] for path, value in found.values.items() if isinstance(value, Figure) and "points" not in path}
    for name, operands in template.operands.items():
        if name in told or not operands <= entries.known.keys():
            continue
        for path, value in found.values.items():
            if isinstance(value, Figure) and path[-2] in operands and value.sentence and not value.period:
                found.values[path] = replace(value, period=_ALL_YEAR)


def _head(told: Sequence[Mention], place: _Place) -> tuple[Mention, Indicator, Figure] | None:
    """The figure that a stretch is told as: the first that the form has room for."""
    for mention in told:
        indicator = place.template.schema.indicators[str(mention.indicator)]
        figure = of_quantity(mention.quantity, indicator) if mention.quantity.sense == "value" else None
        if figure is not None and indicator.id not in place.used and mention.quantity.value in figure.text:
            return mention, indicator, figure
    return None


def _clauses(sentence: str, begin: int, inside: Sequence[Mention]) -> Iterator[_Clause]:
    for piece in _CLAUSES.finditer(sentence):
        start, end = begin + piece.start(), begin + piece.end()
        yield _Clause(piece[0], tuple(m for m in inside if start <= m.quantity.spot.start < end))


def _stretches(clauses: Iterator[_Clause]) -> Iterator[_Clause]:
    """The clauses put together so that each tells a figure by itself: one without goes with the next, one that leans on
    the one before it (其中…) with that."""
    held = _Clause("", ())
    for clause in clauses:
        if held.told and clause.told and not _DEPENDENT.match(clause.words) and _whole(held.words):
            yield held
            held = _Clause("", ())
        held = _Clause(held.words + clause.words, (*held.told, *clause.told))
    yield held


def _whole(words: str) -> bool:
    return all(words.count(opens) == words.count(closes) for opens, closes in _PAIRED)

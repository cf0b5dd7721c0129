"""Sentences that only count: each of their clauses becomes a figure of the form, told in its own words (句)."""

import re
from dataclasses import replace

from generator.annotate.model import Annotation, Mention
from generator.compose import Template
from generator.extract.found import Found
from generator.extract.layout import sentences
from generator.extract.told import of_its_year, of_quantity
from generator.schema.model import Figure, Path
from generator.schema.words import words_for

_CLAUSES = re.compile("[^，,；;。]+[，,；;。]?")
_DEPENDENT = re.compile("^(?:其中|分别|各|同比|较|比|占|并|均|共计|达)")
_PAIRED = "“”‘’（）()《》「」"
_NUMBER = re.compile(r"\d")


def counted(
    annotation: Annotation, template: Template, theme: str, path: Path, line: int, words: str, found: Found
) -> str:
    """`words` without the sentences that became figures of `found` under `path`."""
    text = next(one.text for one in annotation.lines if one.number == line)
    start = text.find(words[:12])
    if start < 0 or not words:
        return words
    left: list[str] = []
    for sentence in sentences(words):
        at = text.find(sentence, start)
        figures = _figures(annotation, template, path, line, at, sentence, found) if at >= 0 else None
        if figures is None:
            left.append(sentence)
            continue
        for indicator, figure in figures:
            found.figures(path, indicator, [figure], line, doubtful=True)
    return "".join(left)


def _figures(
    annotation: Annotation, template: Template, path: Path, line: int, at: int, sentence: str, found: Found
) -> list[tuple[str, Figure]] | None:
    """What the clauses of the sentence count, those without a number told with the next; None where that is not all."""
    out: list[tuple[str, Figure]] = []
    name = str(found.values.get(("unit", "name", 0), ""))
    whole = words_for(name, "", template.schema)["全域"]
    used = {p[-2] for p in found.values if p[: len(path)] == path and "data" in p}
    pieces = list(_CLAUSES.finditer(sentence))
    counting = [number for number, piece in enumerate(pieces) if _NUMBER.search(piece[0])]
    for number, last in enumerate(counting):
        first = counting[number - 1] + 1 if number else 0
        until = len(pieces) if number == len(counting) - 1 else last + 1
        start, end = pieces[first].start(), pieces[until - 1].end()
        inside = [
            m
            for m in annotation.mentions
            if m.quantity.spot.line == line and at + start <= m.quantity.spot.start < at + end
        ]
        words = sentence[start:end].strip("，,；;。")
        # The draft says these by itself, once for the sentence.
        for lead in ("全年", whole):
            words = words.removeprefix(lead)
        figure = _figure(inside, template, words, annotation.outline.year)
        if figure is None or figure[0] in used:
            return None
        used.add(figure[0])
        out.append(figure)
    return out or None


def _figure(inside: list[Mention], template: Template, words: str, year: int) -> tuple[str, Figure] | None:
    if len(inside) != 1 or inside[0].indicator is None or _DEPENDENT.match(words):
        return None
    mention = inside[0]
    quantity = mention.quantity
    indicator = template.schema.indicators[str(mention.indicator)]
    value = of_quantity(mention, indicator)
    rest = words.replace(quantity.value, "", 1)
    if value is None or quantity.sense != "value" or quantity.scope or _NUMBER.search(rest):
        return None
    own = of_its_year(quantity.period, year)
    named = bool(quantity.period) and quantity.period in words
    if named if own else not named:
        # A time that the draft's own 全年 would stand beside, or one that only words elsewhere name.
        return None
    if any(words.count(_PAIRED[n]) != words.count(_PAIRED[n + 1]) for n in range(0, len(_PAIRED), 2)):
        return None
    return indicator.id, replace(value, sentence=words, period="" if own else quantity.period)

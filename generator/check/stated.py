"""Figures as they stand in their sentences: what the rules about the figures of a report share."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import groupby

from generator.annotate import units
from generator.annotate.model import Mention, Spot
from generator.check.figures import plain_figures
from generator.check.subject import Subject, offset, once, spot
from generator.compose import formulas
from generator.records import record
from generator.regex import regex

_ALIKE = (
    "件 起 宗 桩 例 案 笔",
    "人 名 位",
    "场 次 场次 期 轮 回 届次 班次",
    "个 家 所 处 间 座",
    "份 册 本",
    "项 条 款",
)
"""Measure words that stand for each other."""
_KIND = {word: group.partition(" ")[0] for group in _ALIKE for word in group.split()}
_END = regex(r"[。！？\n]")
_CLAUSE = regex("[,;:、。()\n]")
_PLACE = regex(
    r"^[^\u4e00-\u9fff]*[\u4e00-\u9fff]?[)、.]?([\u4e00-\u9fff]{2,3}(?:镇|乡|街道|社区|村))[“\"\u4e00-\u9fff]"
)
_THE = regex("该[镇乡村区局所院站中社]")
_MATTERS = regex(r"[\u4e00-\u9fff]{0,6}事项")
"""1246个政务服务事项 are told in 项 too."""
_NOW = regex("目前|现有|现已|年底|月底")


@record
class Stated:
    """A figure in its sentence.

    at, end: offsets of number and measure word in the text; said: these as printed; kind: its measure word, alike
    ones being one; exact: it may be reckoned with; mention: what the annotation says of it, of its twin where a line
    tells the same number twice; lead, tail: the words between it and the figure before and after it, or the
    sentence's end, with half-width marks and without blanks (办结 55 件); own, noun: those of its clause alone; depth:
    brackets that are open around it; begin, stop: offsets at which lead begins and tail ends.
    """

    at: int
    end: int
    said: str
    value: str
    unit: str
    amount: Decimal
    kind: str
    exact: bool
    indicator: str
    mention: Mention
    lead: str
    tail: str
    own: str
    noun: str
    depth: int
    begin: int
    stop: int


Sentence = tuple[Stated, ...]
_parsed = lru_cache(maxsize=512)(formulas.parse)
_HUNDREDTHS = "百分之"
_MOST = 30
"""Figures that are held against each other; a sentence with more is judged in pieces."""
_FAR = 2_000
"""Characters before a figure that are looked at; a page on one line is not one paragraph."""


@once
def sentences(of: Subject) -> tuple[Sentence, ...]:
    """The figures of each sentence that has any, in reading order."""
    return tuple(_sentences(of))


@once
def paragraphs(of: Subject) -> tuple[tuple[Sentence, ...], ...]:
    """The sentences with figures of each line that has any, in reading order."""
    return tuple(tuple(rows) for _, rows in groupby(sentences(of), key=lambda row: line(of, row[0])))


@once
def open_sentences(of: Subject) -> tuple[Sentence, ...]:
    """Those with a figure that is not `covered`: all that a rule looks at which leaves the others to those about
    forms."""
    return sentences(of) if of.figures is None else tuple([row for row in sentences(of) if not covered(of, row)])


@once
def with_percent(of: Subject) -> tuple[Sentence, ...]:
    """The sentences that tell a rate or share."""
    return tuple([row for row in sentences(of) if "%" in [one.unit for one in row]])


@once
def open_paragraphs(of: Subject) -> tuple[tuple[Sentence, ...], ...]:
    """The paragraphs that hold one of these, whole."""
    if of.figures is None:
        return paragraphs(of)
    lines = {line(of, row[0]) for row in open_sentences(of)}
    return tuple([rows for rows in paragraphs(of) if line(of, rows[0][0]) in lines])


def told_before(of: Subject, row: Sentence) -> Sentence:
    """The figures of the sentences before this one in its paragraph."""
    paragraph, number = _in_paragraph(of)[row[0].at]
    return tuple([one for other in paragraph[:number] for one in other])


@once
def _in_paragraph(of: Subject) -> dict[int, tuple[Sequence[Sentence], int]]:
    """The paragraph of each sentence and its number there, by the place of its first figure."""
    return {row[0].at: (rows, number) for rows in paragraphs(of) for number, row in enumerate(rows)}


def sentence_of(of: Subject, one: Stated) -> Sentence:
    """The figures of the sentence that holds this one."""
    return _by_place(of).get(one.at, ())


@once
def _by_place(of: Subject) -> dict[int, Sentence]:
    return {each.at: row for row in sentences(of) for each in row}


def told_of(of: Subject, indicator: str) -> Sequence[Stated]:
    """The figures of an indicator, in reading order."""
    return _by_indicator(of).get(indicator, ())


@once
def open_indicators(of: Subject) -> frozenset[str]:
    """Those of which a figure is told that no form enters; "" where it is of none."""
    return frozenset([one.indicator for row in open_sentences(of) for one in row if not covered(of, (one,))])


@once
def _by_indicator(of: Subject) -> dict[str, list[Stated]]:
    made: dict[str, list[Stated]] = {}
    for row in sentences(of):
        for one in row:
            made.setdefault(one.indicator, []).append(one)
    return made


@lru_cache(maxsize=512)
def kind(unit: str) -> str:
    """The measure word that stands for `unit` and those like it: 起 -> 件, 万元 -> 元."""
    base = units.base(unit)[1]
    return _KIND.get(base, base)


def words(one: Stated) -> str:
    """A figure as it is printed: 31件."""
    return one.said


def as_printed(one: Stated) -> Decimal:
    """Its number with the decimals that are printed; one in Chinese characters (九十五) has none."""
    try:
        return Decimal(one.value)
    except InvalidOperation:
        return one.amount / units.base(one.unit)[0]


def named(one: Stated) -> str:
    """A figure with the words that lead to it, for messages: 办复95件."""
    lead = one.own.strip()
    return f"{lead[-14:] if len(lead) > 14 else lead}{words(one)}"


def where(of: Subject, one: Stated) -> Spot:
    """Its place."""
    return spot(of, one.at, one.end)


def span(of: Subject, first: Stated, last: Stated) -> Spot:
    """The place from one figure to another of its line."""
    return spot(of, first.at, last.end)


def line(of: Subject, one: Stated) -> int:
    """Its line, from 1."""
    return bisect_right(of.starts, one.at)


def summed(parts: Iterable[Stated]) -> Decimal:
    """What they come to, in the base unit."""
    return sum((one.amount for one in parts), Decimal(0))


def plain(amount: Decimal) -> str:
    """A sum as people write it: no exponent, no trailing zeros after the point."""
    said = f"{amount:f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def printed(amount: Decimal, like: Stated) -> str:
    """An amount in the measure word of a figure: 2525200 beside 254.30万元 is 252.52万元."""
    return plain(amount / units.base(like.unit)[0]) + like.unit


def covered(of: Subject, figures: Iterable[Stated]) -> bool:
    """Whether all of them are entered as figures in a form, where the rules about forms judge them."""
    if of.figures is None:
        return False
    known = _entered(of)
    return all(one.amount in known.get(one.indicator, ()) for one in figures)


@once
def _entered(of: Subject) -> dict[str, list[Decimal]]:
    """The amounts that a form enters for each indicator."""
    known: dict[str, list[Decimal]] = {}
    for indicator, figure, _ in plain_figures(of.figures) if of.figures else ():
        known.setdefault(indicator, []).append(figure.amount)
    return known


def in_year(of: Subject, one: Stated) -> bool:
    """Whether it counts the whole unit's year as far as the words around it say."""
    q = one.mention.quantity
    if q.sense not in ("value", "part") or (q.period and not _whole_year(of.year).match(q.period)):
        return False
    known = _in_part(of)
    if one.at not in known:
        known[one.at] = _part_of_unit(of, one)
    return not known[one.at]


@lru_cache(maxsize=16)
def _whole_year(year: int) -> "re.Pattern[str]":
    return regex(rf"全年|一年来|今年|本年|年内|当年|年度内|{year or '-'}\s?年")


@once
def _in_part(of: Subject) -> dict[int, bool]:
    """What `_part_of_unit` has found, by the place of the figure."""
    return {}


def of_date(of: Subject, one: Stated) -> bool:
    """Whether it is told as of a day (截至目前)."""
    return bool(_NOW.search(one.mention.quantity.period))


def ratio(of: Subject, indicator: str) -> tuple[str, str] | None:
    """Numerator and denominator of a rate, where its formula is as simple as that."""
    known = of.schema.indicators.get(indicator)
    if known is None or not known.formula:
        return None
    formula = _parsed(known.formula)
    if isinstance(formula, tuple) and len(formula) == 3 and formula[0] == "/":
        a, b = formula[1], formula[2]
        if isinstance(a, str) and isinstance(b, str):
            return a, b
    return None


def _part_of_unit(of: Subject, one: Stated) -> bool:
    """Whether the sentence or its heading is about one village, office or township of the unit."""
    floor = max(0, one.at - _FAR)
    begin = max(of.folded.rfind("。", floor, one.at), of.folded.rfind("\n", floor, one.at)) + 1 or floor
    if of.folded.find("该", begin, one.at) >= 0 and _THE.search(of.folded, begin, one.at):
        return True
    first = of.folded.rfind("\n", max(0, begin - _FAR), begin) + 1 or max(0, begin - _FAR)
    if first == begin:
        return False
    place = _PLACE.search(of.folded[first : min(begin, first + 40)])
    return bool(place and place[1] not in of.annotation.outline.unit and place[1][0] not in "各全本乡城我农每")


def _sentences(of: Subject) -> Iterator[Sentence]:
    found: list[tuple[int, int, Mention]] = []
    for mention in of.annotation.mentions:
        where_ = mention.quantity.spot
        at = offset(of, where_)
        end = at + where_.end - where_.start
        if where_.line < len(of.starts) and end >= of.starts[where_.line]:
            # Of a line that a web page added rules see no words.
            continue
        found.append((at - len(_HUNDREDTHS) if of.text.endswith(_HUNDREDTHS, 0, at) else at, end, mention))
    ends = [match.start() for match in _END.finditer(of.folded)] + [len(of.folded)]
    for number, figures in groupby(_with_twins(of.text, found), lambda one: bisect_right(ends, one[0])):
        row, begin = list(figures), ends[number - 1] + 1 if number else 0
        while len(row) > _MOST:
            yield tuple(_stated(of.folded, row[:_MOST], begin, row[_MOST][0]))
            row, begin = row[_MOST:], row[_MOST - 1][1]
        yield tuple(_stated(of.folded, row, begin, ends[number]))


def _with_twins(text: str, found: list[tuple[int, int, Mention]]) -> list[tuple[int, int, Mention]]:
    """With the figures that the annotation leaves out since the line told the same number before."""
    taken = {at for at, _, _ in found}
    sought: set[tuple[str, int]] = set()
    more = []
    stop = -1
    for at, end, mention in found:
        said = text[at:end]
        if stop < end:
            stop = text.find("\n", end)
            stop = stop if stop >= 0 else len(text)
        if len(said) < 2 or (said, stop) in sought:
            continue
        sought.add((said, stop))
        again = text.find(said, end, stop)
        while again >= 0:
            if again not in taken and not text[again - 1].isdecimal() and text[again - 1] not in ".第〔-—":
                taken.add(again)
                more.append((again, again + len(said), mention))
            again = text.find(said, again + 1, stop)
    return sorted(found + more, key=lambda one: one[0]) if more else found


def _stated(text: str, row: list[tuple[int, int, Mention]], begin: int, end: int) -> Iterator[Stated]:
    depth = 0
    lead = text[begin : row[0][0]].replace(" ", "")
    clauses = _CLAUSE.split(lead)
    bracketed = text.find("(", begin, end) >= 0 or text.find(")", begin, end) >= 0
    for number, (at, stop, mention) in enumerate(row):
        if bracketed:
            depth = _depth(depth, lead)
        following = row[number + 1][0] if number + 1 < len(row) else end
        tail, own = text[stop:following].replace(" ", ""), clauses[-1]
        clauses = _CLAUSE.split(tail)
        q = mention.quantity
        exact = not q.qualifier and q.sense != "target"
        said = text[at:stop].replace(" ", "")
        sort = "项" if q.unit == "个" and _MATTERS.match(text, stop) else kind(q.unit)
        yield Stated(
            at, stop, said, q.value, q.unit, q.amount, sort, exact, mention.indicator or "", mention,
            lead, tail, own, clauses[0], depth, begin, following,
        )  # fmt: skip
        if bracketed:
            depth = _depth(depth, said)
        begin, lead = stop, tail


def _depth(depth: int, words: str) -> int:
    """How many brackets are open behind the words, so many being open before them."""
    return max(0, depth + words.count("(") - words.count(")"))

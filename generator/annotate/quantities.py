"""The numbers of a report that count or measure something.

Not every number does: dates, document numbers, 第三条, “1+19+N”, 三项制度 and the numbers of headings are passed
over. One expression goes through a line once: names and dates first, then numbers with a measure word.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice

from generator.annotate import numbers, periods, quantities_grammar, quantities_numerals, scopes, units
from generator.annotate.mentions_cues import Cues
from generator.annotate.model import Line, Quantity, Sense, Spot
from generator.records import record
from generator.regex import regex

_NARROW = dict(
    zip("０１２３４５６７８９．％（）［］－～＋：　\u2002\u2003\u00a0", "0123456789.%()[]-~+:    ", strict=True)
)
_WIDE = regex(f"[{''.join(map(re.escape, _NARROW))}]")
"""One character for one: places in a line stay what they are."""
_BEFORE = regex(
    r"(不少于|不低于|不超过|不多于|至少|超过|将近|接近|大约|突破|超出|(?<![附最将接])近|(?<![节签预条违合契履大])约|逾|超)\s{0,2}$"
)
_AFTER = regex(r"\s{0,2}(以上|以内|以下|左右|上下)")
_ENDINGS = frozenset("于过少近约破出逾超 ")
"""What the words before end with."""
_CHOICE = 30
_CHOSEN = regex(r"(?:确定|列入|公布|发布|出台|制定|制发|印发)[^，,。；;：:]{2,24}$")
"""What makes the titles after it things done this year, not things referred to."""
_RANGE = regex(r"\s?([-—–~～]+|至|到)\s?")


@record
class Found:
    """A quantity; certain: whether it counts whatever stands around it. The others (四大模块, a number whose
    measure word the copy lost) count only where the words around name something that the schema counts. worded:
    whether no number is printed: a 0 said in words (未发生, 零), things told by their titles."""

    quantity: Quantity
    certain: bool
    worded: bool = False


def quantities(lines: Iterable[Line], cues: Cues | None = None) -> tuple[Quantity, ...]:
    """The quantities of the lines that are certain to be quantities, in reading order; their spots never overlap."""
    expression = expression_of(cues or Cues())
    return tuple(found.quantity for line in lines for found in scan(line, expression) if found.certain)


def expression_of(cues: Cues) -> "re.Pattern[str]":
    """What `scan` looks for in reports of this genre."""
    return quantities_grammar.expression(cues.units, cues.names)


def scan(line: Line, expression: "re.Pattern[str]", most: int | None = None) -> tuple[Found, ...]:
    """Every quantity of a line, the doubtful ones too, in reading order; of more than `most` the first ones."""
    text = line.text
    for sign in set(_WIDE.findall(text)):
        text = text.replace(sign, _NARROW[sign])
    found = list(islice((f for match in expression.finditer(text) if (f := _found(match, line, text))), most))
    return tuple(_limited(found, text)) if found else ()


def _limited(found: list[Found], text: str) -> Iterator[Found]:
    """The same with the period and scope of each, read off the words around."""
    spots = [f.quantity.spot for f in found]
    when = periods.of(text, spots)
    where = scopes.of(text, spots)
    for one, (period, target), (scope, change) in zip(found, when, where, strict=True):
        q = one.quantity
        changed = change or q.unit in units.POINTS or q.unit in units.TIMES
        sense: Sense = "change" if changed else "target" if target else "part" if scope in scopes.PARTS else "value"
        yield Found(
            Quantity(q.value, q.unit, q.amount, q.qualifier, period, scope or change, q.spot, sense),
            one.certain,
            one.worded,
        )


def _found(match: "re.Match[str]", line: Line, text: str) -> Found | None:
    kind = match.lastgroup
    if kind == "digits":
        unit = (match["scale"] or "") + (match["unit"] or "") + (match["also"] or "")
        return _made(match.span("number"), match.end(), unit, match["more"] or match["rest"] or "", line, text)
    if kind == "numerals":
        return _numerals(match, line, text)
    if kind == "percent":
        return _made(match.span("pnumber"), match.end(), "%", "", line, text)
    if kind == "hundredths":
        return _made(match.span("hnumber"), match.end(), "%", "", line, text)
    if kind == "nothing":
        return _worded(0, match, line)
    if kind == "named":
        chosen = _CHOSEN.search(text, max(0, match.start() - _CHOICE), match.start())
        return _worded(match[0].count("》"), match, line) if chosen else None
    if kind == "bare":
        return _made(match.span("bare"), match.end(), "", "", line, text, certain=False)
    return None


def _worded(number: int, match: "re.Match[str]", line: Line) -> Found:
    return Found(Quantity(str(number), "", Decimal(number), "", "", "", Spot(line.number, *match.span())), False, True)


def _numerals(match: "re.Match[str]", line: Line, text: str) -> Found | None:
    number, unit, end = match["cnumber"], match["cunit"], match.end()
    more, scale = match["cmore"] or match["crest"] or "", match["cscale"] or ""
    before = text[max(0, match.start() - 8) : match.start()]
    if not quantities_numerals.counts(number, more, unit, before, text[end : end + 1]):
        return None
    start, stop = match.span("cnumber")
    if len(number) > 1 and number[-1] in "万亿":
        stop, scale = stop - 1, number[-1] + scale
    sure = quantities_numerals.certain(number, more, unit)
    return _made((start, stop), end, scale + unit, more, line, text, sure)


def _made(
    number: tuple[int, int], end: int, unit: str, more: str, line: Line, text: str, certain: bool = True
) -> Found | None:
    """The quantity whose number stands there in the line and whose measure word ends at `end`."""
    start, stop = number
    printed = line.text[start:stop]
    low, *range_ = _RANGE.split(text[start:stop], maxsplit=1)
    worth = numbers.amount(low)
    if worth is None:
        return None
    qualifier = more or (range_[0] if range_ else _qualifier(text, start, end))
    value = worth * units.base(unit)[0]
    return Found(Quantity(printed, unit, value, qualifier, "", "", Spot(line.number, start, end)), certain)


def _qualifier(text: str, start: int, end: int) -> str:
    """A word before the number or after the measure word that makes it a rough one."""
    if text[start - 1 : start] in _ENDINGS:
        found = _BEFORE.search(text, max(0, start - 5), start)
        if found:
            return found[1]
    after = _AFTER.match(text, end)
    return after[1] if after else ""

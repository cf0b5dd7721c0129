"""Figures as drafts print them (`compose.figures`, `schema.kinds.figure`), read back with all that goes with them."""

import re
from dataclasses import replace
from decimal import Decimal

from generator.annotate import periods
from generator.annotate.model import Spot
from generator.compose.figures import plain
from generator.forms.index import units_of
from generator.regex import regex
from generator.schema.kinds import figure
from generator.schema.model import Figure, Indicator

GAP = "【待补充：[^】]*】"
_DIGITS = r"(?:超|近|约|逾)?\d+(?:\.\d+)?(?:[万亿][余多]?|[余多])?"
_DOCUMENT = "《[^。]*?》(?:（[^（）]*）)?"
_DOCUMENTS = f"，即{_DOCUMENT}(?:、{_DOCUMENT})*"
_CHANGE = (
    r"，(?:与上年持平|较上年(?:增加|减少|提高|下降)[\d.]+[^\d，。、；]{0,6}(?:、(?:增长|下降)[\d.]+%)?)"
)
_DELTA = regex(r"较上年(增加|减少|提高|下降)([\d.]+)")
_NAMED = regex("《(.*?)》(?:（([^（）]*)）)?(?=、《|$)")
_PART = regex("(，其中|、|，)")


def number_pattern(indicator: Indicator) -> str:
    """What may stand where the figure stands: number and unit, or the placeholder for it."""
    return f"(?:{counted_pattern(indicator)}|{GAP})"


def counted_pattern(indicator: Indicator) -> str:
    """Number and unit."""
    units = "|".join(re.escape(unit) for unit in sorted(units_of(indicator), key=len, reverse=True))
    return f"{_DIGITS}(?:{units})(?:以上)?"


def tail_pattern(indicator: Indicator) -> str:
    """What may follow it: documents, the change on last year, parts and figures of other scopes."""
    one = number_pattern(indicator)
    after = f"(?:{_DOCUMENTS})?(?:{_CHANGE})?"
    return f"{after}(?:(?:，其中[^，。；]*?|[、，][^，。；、]*?){one}{after})*?"


CHANGE = f"(?:{_CHANGE})?"
AFTER = f"(?:{_DOCUMENTS})?{CHANGE}"
"""What goes with a number: its documents, the change on last year."""


def read(words: str, tail: str, indicator: Indicator) -> list[Figure] | None:
    """The figures that `words` (number and unit) and what follows it say; [] for a placeholder, None where a
    draft would not join them so (`compose.figures`)."""
    first = _one(words, indicator)
    if first is None:
        # Nothing follows a placeholder: what seems to is another figure of the same sentence.
        return [] if not tail else None
    found = [first]
    after = regex(f"(?P<documents>{_DOCUMENTS})?(?P<change>{_CHANGE})?")
    another = regex(
        f"(?:(?P<share>，其中)(?P<of>[^，。；]*?)|(?P<joint>[、，])(?P<where>[^，。；、]*?))(?P<number>{number_pattern(indicator)})"
    )
    at = 0
    while at < len(tail):
        match = after.match(tail, at)
        if match and match.end() > at:
            found[-1] = with_change(with_documents(found[-1], match["documents"] or ""), match["change"] or "")
            at = match.end()
            continue
        match = another.match(tail, at)
        if match is None:
            break
        period, scope = limits(match["of"] or match["where"] or "")
        part = bool(match["share"]) or (match["joint"] == "、" and found[-1].part)
        if match["joint"] == "，" and not (found[-1].part or found[-1].period or period):
            return None
        more = _one(match["number"], indicator)
        if more is not None:
            found.append(replace(more, period=period, scope=scope, part=part))
        at = match.end()
    return found


def _one(words: str, indicator: Indicator) -> Figure | None:
    if words.startswith("【"):
        return None
    read = figure.parse(words, units_of(indicator))
    return read if isinstance(read, Figure) else None


def with_documents(value: Figure, words: str) -> Figure:
    """`value` with the documents of `，即《…》（…）、《…》`."""
    named = _NAMED.findall(words)
    return replace(value, documents=tuple((name, number or "") for name, number in named)) if named else value


def with_change(value: Figure, words: str) -> Figure:
    """`value` with last year's figure as `，较上年减少16件、下降80%` tells it."""
    if not words:
        return value
    then = Decimal(value.text)
    match = _DELTA.search(words)
    if match:
        grown = match[1] in ("增加", "提高")
        then += -Decimal(match[2]) if grown else Decimal(match[2])
    if then < 0:
        return value
    return replace(value, last=Figure(plain(then), value.unit, value.scale))


def limits(words: str) -> tuple[str, str]:
    """What limits a figure (五年来插甸镇) as period and scope."""
    end = len(words)
    named, _ = periods.of(words + "1", [Spot(1, end, end + 1)])[0]
    return (named, words[len(named) :]) if named and words.startswith(named) else ("", words)

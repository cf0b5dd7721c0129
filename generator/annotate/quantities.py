"""The numbers of a report that count or measure something.

Not every number does: dates, document numbers, 第三条, “1+19+N”, 三项制度 and the numbers of headings are passed
over. One expression goes through a line once: names and dates first, then numbers with a measure word.
"""

import re
from collections.abc import Iterable, Iterator

from generator.annotate import numbers, periods, quantities_grammar, scopes, units
from generator.annotate.mentions_cues import Cues
from generator.annotate.model import Line, Quantity, Sense, Spot
from generator.records import record

_WIDE = str.maketrans("０１２３４５６７８９．％（）［］－～＋：　\u2002\u2003\u00a0", "0123456789.%()[]-~+:    ")
"""One character for one: places in a line stay what they are."""
_BEFORE = re.compile(
    r"(不少于|不低于|不超过|不多于|至少|超过|将近|接近|大约|突破|超出|(?<![附最将接])近|(?<![节签预条违合契履大])约|逾|超)\s{0,2}$"
)
_AFTER = re.compile(r"\s{0,2}(以上|以内|以下|左右|上下)")
_COUNTED = re.compile(r"(?:各|共|至少|不少于|仅|只有|有|聘请|配备|配置|设|建成|成立|召开|举办|开展|组织|发生|办理)了?$")
"""After these, 一 counts (聘请一名); elsewhere it rarely does (一道防线)."""


@record
class Found:
    """A quantity; certain: whether it counts whatever stands around it. The others (四大模块, a number whose
    measure word the copy lost) count only where the words around name something that the schema counts."""

    quantity: Quantity
    certain: bool


def quantities(lines: Iterable[Line], cues: Cues | None = None) -> tuple[Quantity, ...]:
    """The quantities of the lines that are certain to be quantities, in reading order; their spots never overlap."""
    return tuple(found.quantity for found in scan(lines, cues or Cues()) if found.certain)


def scan(lines: Iterable[Line], cues: Cues) -> Iterator[Found]:
    """Every quantity, the doubtful ones too, in reading order."""
    expression = quantities_grammar.expression(cues.units, cues.names)
    for line in lines:
        text = line.text.translate(_WIDE)
        found = [f for match in expression.finditer(text) if (f := _found(match, line, text))]
        if found:
            yield from _limited(found, text)


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
            Quantity(q.value, q.unit, q.amount, q.qualifier, period, scope or change, q.spot, sense), one.certain
        )


def _found(match: "re.Match[str]", line: Line, text: str) -> Found | None:
    kind = match.lastgroup
    if kind == "digits":
        return _digits(match, line, text)
    if kind == "numerals":
        return _numerals(match, line, text)
    if kind == "percent":
        return _made(match, "pnumber", "%", "", line, text, True)
    if kind == "hundredths":
        return _made(match, "hnumber", "%", "", line, text, True)
    if kind == "bare":
        return _made(match, "bare", "", "", line, text, False)
    return None


def _digits(match: "re.Match[str]", line: Line, text: str) -> Found | None:
    scale, unit = match["scale"] or "", match["unit"] or ""
    if not unit and not scale:
        return None
    return _made(match, "number", scale + unit, match["more"] or match["rest"] or "", line, text, True)


def _numerals(match: "re.Match[str]", line: Line, text: str) -> Found | None:
    number, more = match["cnumber"], match["cmore"] or match["crest"] or ""
    unit = match["cunit"]
    before = text[max(0, match.start() - 8) : match.start()]
    if before[-1:] and before[-1] in '第届每周期初统唯同万专独单“"':
        return None
    if number in ("二", "〇", "零") or (
        number in ("十", "百", "千", "万", "亿")
        and not more
        and number != "十"
        and before[-1:] not in ("近", "上", "逾", "超")
    ):
        return None
    if number == "一" and not _one(before, text, match.end(), unit):
        return None
    certain = unit in units.COUNTING or bool(more) or number[0] in "十百千万" or len(number) > 1
    return _made(match, "cnumber", (match["cscale"] or "") + unit, more, line, text, certain and unit != "大")


def _one(before: str, text: str, end: int, unit: str) -> bool:
    ends = not text[end : end + 1] or text[end] in "，,。；;、)"
    return unit in units.COUNTING and (
        (bool(_COUNTED.search(before)) and unit in "名人场期")
        or (
            ends
            and len(before) > 3
            and unit in ("次", "场", "期", "场次", "名", "人")
            and before[-1] not in "最多跑下上再又每进"
        )
    )


def _made(
    match: "re.Match[str]", group: str, unit: str, more: str, line: Line, text: str, certain: bool
) -> Found | None:
    start, end = match.start(group), match.end()
    printed = line.text[start : match.end(group)]
    qualifier = more or _qualifier(text, start, end)
    low = re.split(r"[-—–~～至到]+", printed)[0]
    number = numbers.amount(low)
    if number is None:
        return None
    if low != printed:
        qualifier = qualifier or printed[len(low)]
    factor, _ = units.base(unit)
    spot = Spot(line.number, start, end)
    return Found(Quantity(printed, unit, number * factor, qualifier, "", "", spot), certain)


def _qualifier(text: str, start: int, end: int) -> str:
    found = _BEFORE.search(text, max(0, start - 5), start)
    if found:
        return found[1]
    after = _AFTER.match(text, end)
    return after[1] if after else ""

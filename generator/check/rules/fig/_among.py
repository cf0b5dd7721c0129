"""Sorts told behind a full stop or a semicolon as being of the cases before it (办案26件，罚款4万元。其中交通类11件…;
新受理的纠纷中…其余27件), and lists that end in what is left of them (受理326件。村里化解204件，镇里化解86件，另有8件…):
part of FIG029."""

from collections.abc import Iterator, Sequence

from generator.check.near import led_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._listed import BESIDES, is_open, loosely, overlapping, staged
from generator.check.rules.fig._names import share
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Sentence, Stated, summed
from generator.check.subject import Subject
from generator.records import record
from generator.regex import regex

_BEGINS = regex(
    r"(?:^|;)(?:其中|(?P<name>在?这?些?[\u4e00-\u9fff]{0,6}(?:案件|纠纷|事项|问题|工单|投诉|举报|人员|线索))中|[按从][\u4e00-\u9fff]{2,8}[分看来]+),?:?"
    r"[\u4e00-\u9fff]{1,16}$"
)
_OTHERS = regex("其他|其它|其余")
_REST = regex("^,?(?:其余|余下|剩余|另有)的?$")
_NO_LIST = regex("其中(?!的)|比|占|平均|等|主要")
_LEAST, _MOST = 3, 12


@record
class Among:
    """parts: those told; rest: what is left is told, so they are all."""

    parts: tuple[Stated, ...]
    rest: bool


def among(of: Subject, paragraph: Sequence[Sentence]) -> Iterator[tuple[Stated, tuple[Stated, ...], bool, bool]]:
    """Total, parts that do not make it, whether they should be all of it, and whether that is only likely."""
    begun, resting = led_by(of, _BEGINS), led_by(of, _REST)
    earlier: Sentence = ()
    for row in paragraph if begun or resting else ():
        for at, first in enumerate(row):
            told = _BEGINS.search(first.lead) if first.at in begun else None
            if not told or not (at or earlier):
                continue
            before = (*earlier, *row[:at]) if ";" in first.lead else earlier
            yield from _of(of, first, told["name"] or "", _run(row, at), before)
        topical = row[0].at in begun and _BEGINS.search(row[0].lead)
        if earlier and not topical and any(one.at in resting for one in row[1:]):
            yield from _left(of, row, earlier)
        earlier = row


def _of(
    of: Subject, first: Stated, name: str, found: Among, before: Sequence[Stated]
) -> Iterator[tuple[Stated, tuple[Stated, ...], bool, bool]]:
    parts = found.parts
    same = [one for one in before if one.kind == first.kind and one.exact and one.amount > 1]
    totals = [one for one in same if one.at not in elsewhen(of)]
    values = [one for one in totals if one.mention.quantity.sense == "value"]
    # 新受理的纠纷中，邻里61件: what is said of all of them is no stage of the first.
    stages = staged(of, parts[1:] if name else parts)
    if len(parts) < _LEAST or not values or stages or overlapping(of, parts) or (is_open(of, parts) and not found.rest):
        return
    if any(agrees(parts, one) for one in totals):
        return
    come_to, most = summed(parts), max(values, key=lambda one: one.amount)
    if max(one.amount for one in parts) > most.amount:
        return
    if come_to > max(one.amount for one in totals):
        yield most, parts, False, False
    elif found.rest or _OTHERS.search(parts[-1].lead):
        named = [one for one in values if name and share(name, one.own + one.noun, 2)] or values
        near = min(named, key=lambda one: abs(one.amount - come_to))
        if abs(near.amount - come_to) * 5 <= near.amount:
            yield near, parts, True, False
    else:
        yield from _nearly(parts, [one for one in before if one in values])


def _run(row: Sentence, at: int) -> Among:
    """The list from a figure on."""
    parts = [row[at]]
    n = at + 1
    while n < len(row) and len(parts) < _MOST:
        one = row[n]
        if n + 1 < len(row) and _REST.match(one.lead) and not row[n + 1].lead and row[n + 1].kind == parts[0].kind:
            # 其余5类28项
            return Among((*parts, row[n + 1]), row[n + 1].exact)
        style = loosely(one.lead)
        alike = one.kind == parts[0].kind and one.exact and one.depth == parts[0].depth
        if alike and len(parts) > 1 and style == "," and _REST.match(one.lead):
            return Among((*parts, one), True)
        if not alike or style not in ("、", ",") or (len(parts) > 1 and style != loosely(parts[-1].lead)):
            break
        parts.append(one)
        n += 1
    return Among(tuple(parts), False)


def _left(of: Subject, row: Sentence, earlier: Sentence) -> Iterator[tuple[Stated, tuple[Stated, ...], bool, bool]]:
    """A sentence that is all one list, to what is left of a total of the one before."""
    found = _run(row, 0)
    parts = found.parts
    if not found.rest or len(parts) < _LEAST or BESIDES.search(parts[-1].lead):
        return
    if any(_NO_LIST.search(one.lead) for one in parts) or staged(of, parts):
        return
    same = [one for one in earlier if one.kind == parts[0].kind and one.exact and one.at not in elsewhen(of)]
    come_to = summed(parts)
    inside = abs(come_to - 2 * parts[0].amount) * 4 <= parts[0].amount
    if inside or any(agrees(parts, one) for one in same):
        # 排查320件，化解287件，引导5件，其余28件: its own total.
        return
    near = [
        one for one in same if one.mention.quantity.sense == "value" and abs(one.amount - come_to) * 10 <= one.amount
    ]
    if near:
        yield min(near, key=lambda one: abs(one.amount - come_to)), parts, True, False


def _nearly(
    parts: tuple[Stated, ...], totals: Sequence[Stated]
) -> Iterator[tuple[Stated, tuple[Stated, ...], bool, bool]]:
    """The last of these totals, where the parts nearly make it."""
    if totals and abs(totals[-1].amount - summed(parts)) * 20 <= totals[-1].amount:
        yield totals[-1], parts, True, True

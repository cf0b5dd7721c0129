"""Sorts told behind a full stop or a semicolon as being of the cases before it (办案26件，罚款4万元。其中交通类11件…):
part of FIG029."""

from collections.abc import Iterator, Sequence

from generator.check.near import led_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._listed import is_open, joint, overlapping, staged
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Sentence, Stated, summed
from generator.check.subject import Subject
from generator.regex import regex

_BEGINS = regex(
    r"(?:^|;)(?:其中|(?:在?这?些?[\u4e00-\u9fff]{0,6}(?:案件|纠纷|事项|问题|工单|投诉|举报|人员|线索))中|[按从][\u4e00-\u9fff]{2,8}[分看来]+),?:?"
    r"[\u4e00-\u9fff]{1,16}$"
)
_OTHERS = regex("其他|其它|其余")
_LEAST, _MOST = 3, 12


def among(of: Subject, paragraph: Sequence[Sentence]) -> Iterator[tuple[Stated, tuple[Stated, ...], bool]]:
    """Total, parts that do not make it, and whether they should be all of it."""
    begun = led_by(of, _BEGINS)
    earlier: Sentence = ()
    for row in paragraph:
        for at, first in enumerate(row):
            if first.at not in begun or not _BEGINS.search(first.lead) or not (at or earlier):
                continue
            parts = _run(row, at)
            before = row[:at] if ";" in first.lead else earlier
            same = [one for one in before if one.kind == first.kind and one.exact and one.amount > 1]
            totals = [one for one in same if one.at not in elsewhen(of)]
            values = [one for one in totals if one.mention.quantity.sense == "value"]
            if len(parts) < _LEAST or not values or is_open(of, parts) or staged(of, parts) or overlapping(of, parts):
                continue
            if any(agrees(parts, one) for one in totals):
                continue
            come_to, most = summed(parts), max(values, key=lambda one: one.amount)
            if max(one.amount for one in parts) > most.amount:
                continue
            if come_to > max(one.amount for one in totals):
                yield most, parts, False
            elif _OTHERS.search(parts[-1].lead):
                near = min(values, key=lambda one: abs(one.amount - come_to))
                if abs(near.amount - come_to) * 5 <= near.amount:
                    yield near, parts, True
        earlier = row


def _run(row: Sentence, at: int) -> tuple[Stated, ...]:
    parts = [row[at]]
    for one in row[at + 1 : at + _MOST]:
        style = joint(one.lead)
        alike = one.kind == parts[0].kind and one.exact and one.depth == parts[0].depth
        if not alike or style not in ("、", ",") or (len(parts) > 1 and style != joint(parts[-1].lead)):
            break
        parts.append(one)
    return tuple(parts)

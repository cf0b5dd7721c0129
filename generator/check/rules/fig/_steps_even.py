"""By how much a list of years, quarters or months grows each time (41件、49件、57件，逐年递增8件): part of FIG016."""

from collections.abc import Iterator
from itertools import pairwise

from generator.check.near import led_by, rows_led_by
from generator.check.rule import Finding
from generator.check.rules.fig._listed import backwards
from generator.check.stated import Sentence, covered, printed, summed, where, words
from generator.check.subject import Subject
from generator.regex import regex

_EACH = regex("(?:逐[年季月]|每[年季月])(?:都|均|各)?(?:递增|递减|增加|减少|增长|下降|增|减|多|少)了?$")
_LEAST = 3


def even_steps(of: Subject) -> Iterator[Finding]:
    """Each such step that the list before it, which grows evenly, does not have."""
    led = led_by(of, _EACH)
    for row in rows_led_by(of, _EACH) if led else ():
        for at in range(_LEAST, len(row)):
            if row[at].at in led and row[at].exact and _EACH.search(row[at].own):
                yield from _of(of, row, at)


def _of(of: Subject, row: Sentence, at: int) -> Iterator[Finding]:
    by, end = row[at], at
    if at > _LEAST and row[at - 1].kind == by.kind:
        # 三年累计147件，逐年递增8件: the sum may stand between.
        before = backwards(row, at - 1)
        end = at - 1 if len(before) >= _LEAST and summed(before) == row[at - 1].amount else at
    run = backwards(row, end, kind=by.kind)
    steps = {b.amount - a.amount for a, b in pairwise(run)}
    if len(run) < _LEAST or len(steps) != 1 or covered(of, (*run, by)):
        return
    step = abs(steps.pop())
    if step and step != by.amount:
        said = f"{'、'.join(map(words, run))}每次相差{printed(step, by)}，与“{by.own[-4:]}{words(by)}”不符"
        yield Finding(where(of, by), said, "核对这几个数")

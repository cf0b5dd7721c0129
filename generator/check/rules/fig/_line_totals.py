"""Lists with a line for each place or sort (石庄管区，7个村，受理58件，调成56件；…), and their total in the line behind
them (全镇合计受理240件，调成232件): part of FIG033."""

from collections.abc import Iterator, Sequence

from generator.check.near import led_by
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Sentence, Stated, line, paragraphs, summed
from generator.check.subject import Subject
from generator.regex import regex

_TOTAL = regex("(?:(?<![公中])共计?|[合总]计|累计|一共)[\u4e00-\u9fff]{0,8}$")
_LEAST = 3
"""Lines that are a list."""
_GAP = 2
"""Lines from one to the next, where an empty one is between."""

Wrong = tuple[Stated, tuple[Stated, ...]]


def line_totals(of: Subject) -> Iterator[Wrong]:
    """Each total with the figures of the lines before it that do not make it."""
    totals = led_by(of, _TOTAL)
    every = paragraphs(of) if totals else ()
    for number, rows in enumerate(every):
        total = rows[0]
        if number >= _LEAST and total[0].at in totals and _TOTAL.search(total[0].own):
            yield from _wrong(total, _lines(of, every[:number], rows))


def _lines(of: Subject, before: Sequence[Sequence[Sentence]], rows: Sequence[Sentence]) -> Sequence[Sentence]:
    """The lines right before, told alike, each of one sentence."""
    found: list[Sentence] = []
    after = rows[0][0]
    for earlier in reversed(before):
        row = earlier[0]
        if len(earlier) > 1 or line(of, after) - line(of, row[0]) > _GAP or (found and _shape(row) != _shape(found[0])):
            break
        found.insert(0, row)
        after = row[0]
    return found if len(found) >= _LEAST else ()


def _shape(row: Sentence) -> list[tuple[str, str]]:
    """What a line tells: its first figure may be led by a name."""
    return [(one.kind, one.own if at else one.own[-2:]) for at, one in enumerate(row)]


def _wrong(total: Sentence, lines: Sequence[Sentence]) -> Iterator[Wrong]:
    told: list[Wrong] = []
    for at, first in enumerate(lines[0]) if lines else ():
        parts = tuple(row[at] for row in lines)
        act = first.own[-2:]
        whole = next((one for one in total if one.kind == first.kind and act and one.own.endswith(act)), None)
        if whole is not None and whole.kind != "%" and whole.exact and all(one.exact for one in parts):
            told.append((whole, parts))
    wrong = [(whole, parts) for whole, parts in told if not agrees(parts, whole)]
    for whole, parts in wrong:
        come_to = summed(parts)
        # Of a total that is far above them the lines may be some.
        if len(wrong) < len(told) or 0 < abs(come_to - whole.amount) * 5 <= whole.amount:
            yield whole, parts

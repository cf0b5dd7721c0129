"""Figures of several years told with 分别, and what is said of their change (2023年、2024年分别受理521件、486件，
…2024年比上年下降6.7%): part of FIG014."""

from collections.abc import Iterator, Sequence

from generator.check.figures import rounded, truncated
from generator.check.near import led_by
from generator.check.stated import Sentence, Stated, as_printed, open_paragraphs
from generator.check.subject import Subject, once
from generator.records import record
from generator.regex import regex

_YEARS = regex(
    r"(?P<years>20\d\d年(?:度?[、和与及]{1,2}20\d\d年){1,5})度?[^;。]{0,24}?(?:分别|依次)[\u4e00-\u9fff]{0,6}$"
)
_YEAR = regex(r"(20\d\d)年")
_CHANGE = regex(
    r"^(?:其中)?(?:(?P<now>20\d\d)年度?)?(?P<against>同比|[较比](?:(?P<then>20\d\d)年|上年|去年|上一年)(?:度|同期)?)?"
    r"(?:(?P<up>增长|增加|上升|提高|多)|(?P<down>下降|减少|降低|少))(?:了|幅度为|幅度达)?$"
)
_BESIDES = regex("累计|年均|平均|[合共总]计|三年|两年|四年")
"""What else is told of the same figures between."""
_BARE = frozenset("、和与及")


@record
class Changed:
    """A change told of a series, with the two figures of it. right: whether they give it."""

    now: Stated
    then: Stated
    change: Stated
    up: bool
    right: bool


@once
def changes(of: Subject) -> tuple[Changed, ...]:
    """Every change that is told of figures of several years behind them, in reading order."""
    listed = led_by(of, _YEARS)
    return tuple(_changes(of, listed)) if listed else ()


def _changes(of: Subject, listed: frozenset[int]) -> Iterator[Changed]:
    for rows in open_paragraphs(of):
        for number, row in enumerate(rows):
            for at, one in enumerate(row):
                series = _series(of, row, at) if one.at in listed else {}
                if series:
                    begin = at + len(series)
                    behind = [*row[begin:], *(one for later in rows[number + 1 : number + 2] for one in later)]
                    yield from _told(series, behind)


def _series(of: Subject, row: Sentence, at: int) -> dict[int, Stated]:
    """The figures by their years."""
    match = _YEARS.search(of.folded, row[at].begin, row[at].at)
    years = [int(year) for year in _YEAR.findall(match["years"])] if match else []
    some = row[at : at + len(years)]
    joined = all(one.lead and set(one.lead) <= _BARE for one in some[1:])
    if len(some) < max(len(years), 2) or not joined or any(o.kind != some[0].kind or not o.exact for o in some):
        return {}
    return dict(zip(years, some, strict=True))


def _told(series: dict[int, Stated], behind: Sequence[Stated]) -> Iterator[Changed]:
    kind = next(iter(series.values())).kind
    pair: tuple[int, int] | None = None
    for one in behind:
        told = _CHANGE.match(one.own.strip())
        if told is None:
            if not _BESIDES.search(one.own):
                return
            continue
        if told["against"]:
            now = int(told["now"]) if told["now"] else pair[0] if pair else max(series)
            pair = now, int(told["then"]) if told["then"] else now - 1
        elif told["now"] or pair is None:
            return
        if pair[0] not in series or pair[1] not in series or not one.exact:
            continue
        if (one.unit == "%" != kind) or one.kind == kind:
            yield _judged(series[pair[0]], series[pair[1]], one, told["up"] is not None)


def _judged(now: Stated, then: Stated, change: Stated, up: bool) -> Changed:
    gap = now.amount - then.amount if up else then.amount - now.amount
    if change.unit != "%":
        return Changed(now, then, change, up, gap == change.amount)
    exact, value = gap * 100 / (then.amount or 1), as_printed(change)
    return Changed(now, then, change, up, value in (rounded(exact, value), truncated(exact, value)))

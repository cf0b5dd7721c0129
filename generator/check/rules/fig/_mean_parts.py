"""What an average may be of: the sorts that a total lists, and what stands side by side. Part of FIG026."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.check.rules.fig._listed import clause, joint
from generator.check.rules.fig._names import share
from generator.check.stated import Sentence, Stated, summed, told_before
from generator.check.subject import Subject
from generator.regex import regex

_JOINED = regex("[^,;:、。]{0,8}[、和及与,]?[^,;:、。]{0,8}")
"""Between two numbers that may be meant together."""
_BEFORE = 3
"""Figures between which and a list its total stands."""


def sorts_before(of: Subject, row: Sentence, mean: Stated) -> frozenset[int]:
    """Where the figures begin that are sorts of a total told with all of them, which the mean does not name: 办结案件
    184件，其中普通程序121件、简易程序63件。罚没款73.6万元，平均每件0.4万元 is of 184."""
    at = row.index(mean)
    money = row[at - 1] if at else mean
    figures = (*told_before(of, row), *row[:at])
    made: set[int] = set()
    for n, first in enumerate(figures):
        if "其中" not in first.lead or not first.exact:
            continue
        run = [first]
        for one in figures[n + 1 :]:
            if one.kind != first.kind or joint(one.lead) not in ("、", ","):
                break
            run.append(one)
        wholes = [one for one in figures[max(0, n - _BEFORE) : n] if one.kind == first.kind and one.exact]
        said = money.lead + mean.lead
        if len(run) > 1 and any(summed(run) == one.amount for one in wholes):
            # What stands right behind the last may be of it alone.
            last = () if money.begin != run[-1].end or "共" in money.own else run[-1:]
            made.update(one.at for one in run if one not in last and not _is_named(clause(one.lead, -1), said))
    return frozenset(made)


def _is_named(sort: str, said: str) -> bool:
    """Whether the words of the amount or its mean name a sort; 罚款 is of what was punished."""
    return share(sort, said) or ("罚" in sort and "罚" in said)


def joined(others: Sequence[Stated]) -> Iterator[Stated]:
    """What figures of one kind that stand side by side make: each two, and as many as a list has."""
    run: list[Stated] = []
    for one in others:
        last = run[-1] if run else None
        if last and one.begin == last.end and one.kind == last.kind and _JOINED.fullmatch(one.lead):
            run.append(one)
            yield from [replace(one, amount=summed(run[-many:])) for many in range(2, len(run) + 1)]
        else:
            run = [one]


def wholes(totals: list[Stated]) -> list[Stated]:
    """Without what one of them is made of: 罚款1.35万元，其中林草0.85万元、资源0.5万元."""
    for at, whole in enumerate(totals):
        for end in range(at + 3, len(totals) + 1):
            if "其中" in totals[at + 1].lead and summed(totals[at + 1 : end]) == whole.amount:
                return totals[: at + 1] + totals[end:]
    return totals

"""Averages whose number or total is told in another sentence (办结处罚案件208件。…罚没款合计41.6万元，件均2000元), or
whose number is none of the figures (划分16段，平均每段300米): part of FIG026."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.check.rules.fig._compared import elsewhen
from generator.check.stated import Sentence, Stated, sentences, told_before
from generator.check.subject import Subject
from generator.regex import regex

_JOINED = regex("(?:行政)?[村社乡镇街区][\u4e00-\u9fff]{0,3}[、和]")
_WHAT = regex("(?:均|每[个名位]?[\u4e00-\u9fff]{1,6}?)(?P<what>[\u4e00-\u9fff]{2})$")
"""What each does, told right before how many: 人均办案."""
_NUMBER = r"(\d{1,4})"
_BESIDE = regex(r",[^,;:、。()]{0,14}$")


def counted(
    of: Subject,
    row: Sentence,
    mean: Stated,
    counts: Callable[[Stated], bool],
    gives: Callable[[Decimal], bool],
    apart: frozenset[int],
) -> Stated | None:
    """The figure of an earlier sentence of the paragraph over which the total right before a mean should give it, where
    none of the report does. counts: whether a figure counts what the mean is of; gives: whether a number gives it;
    apart: where those begin that it is not of."""
    earlier = told_before(of, row)
    past = elsewhen(of) | apart
    meant = [one for one in earlier if _plain(one) and one.at not in past and counts(one)]
    meant = [one for one in meant if one.mention.quantity.sense == "value"]
    if not meant or not _BESIDE.match(mean.lead):
        return None
    for other in sentences(of):
        told = [one for one in other if _plain(one) and one.at not in past and counts(one)]
        several = [one.amount for one in told]
        # 17个村、3个社区，平均每个村(社区): two are taken together where they are near, or places.
        near = any(one in earlier for one in other)
        several += [a.amount + b.amount for a, b in pairwise(told) if near or _JOINED.fullmatch(b.lead)]
        if any(gives(amount) for amount in several if amount):
            return None
    return meant[-1]


def totalled(of: Subject, row: Sentence, mean: Stated, count: Stated, gives: Callable[[Stated], bool]) -> Stated | None:
    """What an earlier sentence of the paragraph tells of what each does (办结120件。队员24名，人均5件), where none so
    named and none of the paragraph makes the mean. count: told right before it; gives: whether a total makes it."""
    told = _WHAT.search(mean.own)
    at = row.index(mean)
    if told is None or not at or row[at - 1] is not count or not _BESIDE.match(mean.lead):
        return None
    past = elsewhen(of)
    alike = [
        one for other in sentences(of) for one in other
        if one.kind == mean.kind and _plain(one) and one.amount > mean.amount and one.at not in past
    ]  # fmt: skip
    named = [one for one in alike if set(told["what"]) <= set(one.own) and one.mention.quantity.sense == "value"]
    earlier = told_before(of, row)
    meant = [one for one in named if one in earlier]
    near = [one for one in alike if one in named or one in earlier]
    return meant[0] if meant and not any(map(gives, near)) else None


def unread(of: Subject, row: Sentence, mean: Stated, each: str) -> Iterator[Stated]:
    """How many there are, where that is read as no figure: 沙滩4.8公里，划分16段保洁责任区，平均每段300米."""
    if len(each) == 1:
        for found in re.finditer(rf"(?<![\d.第]){_NUMBER}{each}", of.folded[row[0].begin : mean.at]):
            begin = row[0].begin + found.start()
            if not any(one.at <= begin < one.end for one in row) and int(found[1]) > 1:
                end, amount = begin + len(found[0]), Decimal(found[1])
                yield replace(mean, at=begin, end=end, said=found[0], amount=amount, kind=each)


def lengths(others: Sequence[Stated], mean: Stated) -> list[Stated]:
    """With kilometres as metres, where the mean is told in these."""
    if mean.kind != "米":
        return [*others]
    return [replace(one, kind="米", amount=one.amount * 1000) if one.kind == "公里" else one for one in others]


def _plain(one: Stated) -> bool:
    return one.exact and one.kind != "%" and one.amount > 1

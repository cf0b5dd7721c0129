"""Averages whose number is told in another sentence (办结处罚案件208件。…罚没款合计41.6万元，件均2000元): part of
FIG026."""

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

from generator.check.rules.fig._compared import elsewhen
from generator.check.stated import Sentence, Stated, sentences, told_before
from generator.check.subject import Subject
from generator.regex import regex

_JOINED = regex("(?:行政)?[村社乡镇街区][\u4e00-\u9fff]{0,3}[、和]")
_BESIDE = regex(r",[^,;:、。()]{0,14}$")


def counted(
    of: Subject,
    row: Sentence,
    mean: Stated,
    counts: Callable[[Stated], bool],
    gives: Callable[[Decimal], bool],
) -> Stated | None:
    """The figure of an earlier sentence of the paragraph over which the total right before a mean should give it, where
    none of the report does. counts: whether a figure counts what the mean is of; gives: whether a number gives it."""
    earlier = told_before(of, row)
    past = elsewhen(of)
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


def _plain(one: Stated) -> bool:
    return one.exact and one.kind != "%" and one.amount > 1

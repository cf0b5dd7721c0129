"""Those that are new, told as known (新增的6人均由其他岗位转来), and the growth that they should make (由上年的11人增至
17人): part of FIG019."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from generator.check.near import led_by, rows_led_by
from generator.check.rules.fig._names import noun, own, pairs
from generator.check.stated import Stated, sentences, words
from generator.check.subject import Subject
from generator.regex import regex

_NEW = regex("(?:新增加?|净增加?|增加)的$")
"""Of those newly hired some may stand in for others that have left."""
_FROM, _TO = regex("[由从][^,;:、]{0,16}$"), regex("增(?:加|长|补)?[至到](?:年底|年末)?的?$")
_TOLD = regex("新[增招进聘添]|净增|增加")
_SHARED = 2
"""Pairs of signs by which both tell of the same people or things."""


def new_again(of: Subject) -> Iterator[tuple[Stated, Stated]]:
    """Each number of new ones that is no growth told before it, with the growth of what is called the same."""
    new = led_by(of, _NEW)
    for row in rows_led_by(of, _NEW) if new else ():
        for one in row:
            if one.at in new and one.exact and one.kind != "%" and _NEW.search(own(one)):
                yield from _against(of, one, pairs(of.folded[row[0].begin : one.at] + noun(one)))


def _against(of: Subject, one: Stated, said: frozenset[str]) -> Iterator[tuple[Stated, Stated]]:
    before = [row for row in sentences(of) if row[0].at < one.at]
    told = [o for row in before for o in row if o.at < one.at and o.kind == one.kind and _TOLD.search(o.own)]
    if any(o.amount == one.amount for o in told):
        return
    # In its own sentence it is told beside both.
    rows = [row for row in before if row[-1].at < one.at]
    grown = [(then, now) for row in rows for then, now in pairwise(row) if _grew(then, now, one)]
    if not grown or any(now.amount - then.amount == one.amount for then, now in grown):
        return
    alike = [(then, now) for then, now in grown if len(said & pairs(then.lead)) >= _SHARED]
    for then, now in alike[-1:]:
        yield replace(now, amount=now.amount - then.amount, said=f"({words(now)} − {words(then)})"), one


def _grew(then: Stated, now: Stated, one: Stated) -> bool:
    alike = then.kind == now.kind == one.kind and then.exact and now.exact and now.at < one.at
    return bool(alike and now.amount > then.amount and _FROM.search(then.lead) and _TO.search(now.lead))

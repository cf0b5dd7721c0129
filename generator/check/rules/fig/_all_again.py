"""All of what there is, told again (对全部212名护边员集中轮训, 为47处历史建筑逐处立牌), where all else that is told by
that name is another number nearly the same: part of FIG019."""

from collections.abc import Iterator

from generator.check.near import followed_by, led_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._names import noun, own
from generator.check.stated import Stated, plain, sentences
from generator.check.subject import Subject
from generator.regex import regex

_ALL = regex("(?:全部|所有|全体|现有的?)$")
_EACH = regex("逐[处个户件项名人家座]")
_SOME = regex("[新未不余另]|没有|其中|还有|尚有|仍有|以上")
_SIGNS, _DIGITS, _FEW, _CLOSE, _FAR = 3, 2, 2, 10, 8
"""Signs of a name; digits that may be exchanged; how many others tell a number; a tenth is a little; signs before a
number in which a name stands."""


def all_again(of: Subject) -> Iterator[tuple[Stated, Stated, bool]]:
    """The figure told first, the other that is told of all, and whether it is beyond a hint."""
    every, each = led_by(of, _ALL), followed_by(of, _EACH)
    for row in sentences(of) if every or each else ():
        for one in row:
            if one.at not in every and one.at not in each:
                continue
            told = (one.at in every and _ALL.search(own(one))) or _EACH.search(noun(one)[:12])
            # What is planned for all of them is told of as many.
            exact = not one.mention.quantity.qualifier
            if told and exact and one.kind != "%" and not _SOME.search(own(one)):
                yield from _against(of, one)


def _against(of: Subject, one: Stated) -> Iterator[tuple[Stated, Stated, bool]]:
    name, digits = noun(one)[:_SIGNS], plain(one.amount)
    if len(name) < _SIGNS or not name.isalpha() or len(digits) < _DIGITS:
        return
    past = elsewhen(of)
    same = [o for row in sentences(of) for o in row if o.kind == one.kind and o.at != one.at and o.at not in past]
    named = [o for o in same if noun(o).startswith(name) or name in own(o)[-_FAR:]]
    amounts = {o.amount for o in named}
    if len(amounts) != 1 or one.amount in amounts:
        return
    if any(o.mention.quantity.qualifier or _SOME.search(own(o)) for o in named):
        return
    exchanged = sorted(digits) == sorted(plain(named[0].amount))
    near = abs(named[0].amount - one.amount) * _CLOSE <= one.amount
    if exchanged or (near and len(named) >= _FEW):
        # Fewer than all may be told of: only then two are needed.
        yield named[0], one, exchanged and (one.amount < named[0].amount or len(named) >= _FEW)

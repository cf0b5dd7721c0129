"""Shares told again as so many of so many (4.32万件，网上办理3.024万件，也就是说每10件里有7件; 检查140次，发现35个，
相当于每4次发现1个): part of FIG034."""

from collections.abc import Iterator
from decimal import Decimal

from generator.check.near import rows_led_by
from generator.check.rule import Finding
from generator.check.stated import Sentence, Stated, covered, plain, where, words
from generator.check.subject import Subject
from generator.regex import regex

_EVERY = regex("(?:相当于|也就是说?,?|即|等于|意味着|折合|约合|换句话说,?|换言之,?)(?:平均)?[\u4e00-\u9fff]{0,4}?每$")
_SLACK = Decimal("0.08")
"""By how much people round."""
_LEAST = 2


def shares_again(of: Subject) -> Iterator[Finding]:
    """Each such share that no two figures before it in its sentence have."""
    for row in rows_led_by(of, _EVERY):
        for at in range(_LEAST, len(row) - 1):
            many, few = row[at], row[at + 1]
            if _EVERY.search(many.lead[-16:]) and "," not in few.lead and ";" not in many.lead and many.exact:
                yield from _of(of, row[:at], many, few)


def _of(of: Subject, before: Sentence, many: Stated, few: Stated) -> Iterator[Finding]:
    wholes = [one for one in before if one.kind == many.kind]
    parts = [one for one in before if one.kind == few.kind]
    told = (*wholes, *parts)
    if not (wholes and parts and many.amount and few.amount) or not few.exact or covered(of, (many, few)):
        return
    if any(one.mention.quantity.qualifier for one in told):
        return
    share = few.amount / many.amount
    pairs = [(part, whole) for part in parts for whole in wholes if part is not whole and whole.amount]
    shares = [part.amount / whole.amount for part, whole in pairs]
    # 每10件里有7件不用跑腿 may be told by those that are left, too.
    shares += [1 - each for each in shares if many.kind == few.kind]
    if not pairs or any(abs(each - share) <= share * _SLACK for each in shares):
        return
    part, whole = parts[-1], next((one for one in reversed(wholes) if one is not parts[-1]), wholes[-1])
    if part is whole or (many.kind == few.kind and part.amount > whole.amount):
        return
    right = plain((part.amount * many.amount / whole.amount).quantize(Decimal("0.1")))
    said = f"{words(part)} ÷ {words(whole)}合每{words(many)}{right}{few.unit}，与“{words(few)}”不符"
    yield Finding(where(of, few), said, "核对两个数和“每几件有几件”")

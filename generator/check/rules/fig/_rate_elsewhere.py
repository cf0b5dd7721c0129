"""What a rate is reckoned from where its part is not told right before it: by the contrary of it, behind it, or by the
only other figures of its sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.check.rules.fig._names import share
from generator.check.rules.fig._rate import AMONG, LATE, PEOPLE, Rate, denied, rated
from generator.check.stated import Sentence, Stated, as_printed, summed
from generator.regex import regex

_STILL = regex("[还尚仍另]有|(?:尚未|还未|没有|未)[\u4e00-\u9fff]{2}")
_CORRECTED = regex("撤销|变更|确认违法|责令|确认无效|直接纠错")
_CLOSED = regex("(?:审结|办结|结案)(?![^,;:、。]{0,6}中)")
_NEXT = regex("[^,;:、]{0,12}(?:[,、][^,;:、]{1,10}|有)$")
_REST = regex("[,;(](?:其余|剩余|余下|剩下)的?$|[,;(](?:另有)?(?:尚?未能?|还?没有)(?P<act>[\u4e00-\u9fff]{2})的$")
_OPEN = regex("[,;(](?:尚有|还有|仍有|另有)$")
_WAITS = regex("[^,;:、。]{0,4}(?:正在|尚在|仍在|在办|未|待|没有)")
_CAME = regex("共|收到|接到|受理|应|总|全部|下达|交办")


def by_contrary(rate: Stated, name: str, before: Sequence[Stated]) -> Rate | None:
    """The rate where its contrary is counted right before it (抽检1420批次，不合格38批次，合格率97.3%; 通过187人，
    未通过23人，通过率89.0%), and the rate of two grades (优秀21卷、良好33卷、合格6卷，优良率90%)."""
    stem = name[-2:]
    if name.endswith("优良"):
        some = [one for one in before if one.exact and re.fullmatch("(?:其中)?(?:优秀|优|良好|良)", one.own)]
        if len(some) == 2 and before.index(some[0]) and before[before.index(some[0]) - 1].kind == some[0].kind:
            whole = before[before.index(some[0]) - 1]
            part = replace(some[0], amount=summed(some), said=f"（{some[0].said} + {some[1].said}）")
            shares = tuple((part.amount, one.amount) for one in before if one.kind == part.kind)
            return Rate(rate, name, as_printed(rate), part, (whole,), True, shares)
    if len(before) < 2 or not denied(stem, before[-1].own + "|" + before[-1].noun[:8]):
        return None
    whole, lost = before[-2:]
    if whole.kind != lost.kind or not (whole.exact and lost.exact) or ";" in lost.lead:
        return None
    if stem in whole.own:
        if len(before) > 2 and before[-3].kind == whole.kind:
            return None
        both = whole.amount + lost.amount
        total = replace(whole, amount=both, said=f"（{whole.said} + {lost.said}）")
        return Rate(rate, name, as_printed(rate), whole, (total,), True, ((whole.amount, both),))
    if lost.amount > whole.amount:
        return None
    part = replace(lost, amount=whole.amount - lost.amount, said=f"（{whole.said} − {lost.said}）")
    return Rate(rate, name, as_printed(rate), part, (whole,), True, ((part.amount, whole.amount),))


def corrected(rate: Stated, name: str, before: Sequence[Stated]) -> Rate | None:
    """The rate of decisions that were corrected: 撤销14件、确认违法5件、责令履行3件 of 审结163件."""
    some = [one for one in before if one.exact and _CORRECTED.search(one.own)]
    # 直接纠错16件，其中撤销12件: the one takes in the others.
    some = [one for one in some if one.own.endswith("纠错")][-1:] or some
    if len(some) > 2 and summed(some[:-1]) == some[-1].amount:
        # 撤销9件，确认违法5件，责令履行3件；其中撤销、确认违法和责令履行的共17件
        some = some[-1:]
    wholes = [one for one in before if one.exact and _CLOSED.search(one.own)]
    if not some or not wholes or any(one.kind != wholes[0].kind for one in some):
        return None
    part = replace(some[-1], amount=summed(some), said="（" + " + ".join(one.said for one in some) + "）")
    shares = tuple((part.amount, one.amount) for one in before if one.exact and one.kind == part.kind)
    return Rate(rate, name, as_printed(rate), part, (wholes[0],), True, shares)


def told_behind(rate: Rate, before: Sequence[Stated], after: Sequence[Stated]) -> Rate | None:
    """The same with its part told behind it: 采纳率71.2%，采纳305条; 满意率97.6%，不满意2件; 审查率100%，18件中
    17件经过审查."""
    if not after or not re.match("[,(][^,;:、]{0,14}$", after[0].lead) or not after[0].exact:
        return None
    part, stem = after[0], rate.name[-2:]
    own = part.own + part.noun
    if part.kind == "%":
        return None
    if len(after) > 1 and after[1].exact and after[1].kind == part.kind and after[1].amount <= part.amount:
        whole, some = part, after[1]
        behind = some.noun
        if AMONG.search(some.lead):
            told = stem in behind or share(rate.name[-6:], behind)
            return rated(rate, some, (whole,)) if told else None
        first, second = whole.own, some.own
        if share(rate.name, first) and set(stem) & set(second) and re.fullmatch("[,、][^,、]{1,8}", some.lead):
            return rated(rate, some, (whole,))
    wholes = tuple(
        one for one in reversed(before)
        if one.kind == part.kind and one.exact and one.amount >= part.amount and one.mention.quantity.sense != "change"
    )  # fmt: skip
    if not wholes or stem not in own:
        return None
    if denied(stem, own):
        kept = wholes[0].amount - part.amount
        part = replace(part, amount=kept, said=f"（{wholes[0].said} − {part.said}）")
    return rated(rate, part, wholes)


def only_pair(rate: Rate, row: Sentence, at: int) -> Rate | None:
    """The same with the only two counts of its sentence, right before or behind it, where the words fit: 9个社区有8个
    建立了工作室，覆盖率为85%."""
    begin = max((n for n in range(at + 1) if ";" in row[n].lead), default=0)
    end = next((n for n in range(at + 1, len(row)) if ";" in row[n].lead), len(row))
    others = [one for n, one in enumerate(row[begin:end], begin) if n != at]
    if len(others) != 2 or not others[0].exact or not others[1].exact:
        return None
    whole, part = others
    beside = part is row[at - 1] if at else whole is row[at + 1]
    alike = whole.kind == part.kind != "%" and part.amount <= whole.amount and whole.amount > 1
    plain = {whole.mention.quantity.sense, part.mention.quantity.sense} <= {"value", "part"}
    own = part.own + part.noun
    if not (beside and alike and plain) or rate.name.startswith(PEOPLE) or not _NEXT.match(part.lead):
        return None
    if _STILL.search(own):
        # 完成28处，还有3处未完成，全年整改率96.6%: what is not done is no part of a rate of what is.
        return None
    due = re.search("应|共|全部", whole.lead) and re.match("[,、](?:实|已|完成|按)", part.lead)
    fewer = re.search("中?有$|[^其]中$", part.lead)
    named = bool(set(rate.name[-2:]) & set(own) or share(rate.name, own)) and not re.search("[不未]", own)
    if LATE.search(own):
        kept = whole.amount - part.amount
        part = replace(part, amount=kept, said=f"（{whole.said} − {part.said}）")
    return rated(rate, part, (whole,)) if due or fewer or named else None


def whole_behind(rate: Rate, part: Stated, whole: Stated) -> Rate | None:
    """The same with its whole told behind it (按期回复14份，回复率93.3%，全年共收到15份), or what is left of it."""
    alike = whole.kind == part.kind and whole.exact and whole.amount >= part.amount
    told = re.match("[,(][^,;:、]{1,14}$", whole.lead) and _CAME.search(whole.lead)
    return rated(rate, part, (whole,)) if alike and told else _rest_behind(rate, part, whole)


def _closed(*names: str) -> bool:
    """Whether all say that cases are closed, in whatever words."""
    return all(name.endswith(("办结", "审结", "结案")) for name in names)


def _rest_behind(rate: Rate, part: Stated, rest: Stated) -> Rate | None:
    """The same with what is left told behind it, which makes the whole together with its part: 办结17件，办结率89.5%，
    其余2件正在办理."""
    told = _REST.match(rest.lead)
    if told and told["act"] and not rate.name.endswith(told["act"]) and not _closed(rate.name, told["act"]):
        return None
    told = told or (_OPEN.match(rest.lead) and _WAITS.match(rest.tail))
    # 按期应办结的124件全部办结，办结率100%，另有2件未到期: what is not due is not of the whole.
    if not told or rest.kind != part.kind or not rest.exact or not part.amount or rate.printed >= 100:
        return None
    whole = replace(part, amount=part.amount + rest.amount, said=f"（{part.said} + {rest.said}）")
    return rated(rate, part, (whole,))

"""Rates and the figures that they are reckoned from: what FIG010 to FIG013 share."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.check.figures import attainable, rounded, truncated
from generator.check.near import led_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._names import share
from generator.check.stated import Sentence, Stated, as_printed, in_year, paragraphs, ratio, summed, told_of
from generator.check.subject import Subject, once
from generator.records import record
from generator.regex import regex

__all__ = ["Rate", "attainable", "explained", "fits", "rates", "rounded", "truncated"]

_NAME = regex(
    r"([\u4e00-\u9fff]{1,10}?)率(?:均|都|各|也|已|均已)?(?:达到?了?|为|是|高达|保持在|稳定在|(?:提升|提高|上升)[至到])?$"
)
_NAME_BEFORE = regex(r"([\u4e00-\u9fff]{1,10}?)率[由从](?:上年|去年|年初|原来)?的?$")
_RISEN = regex("^(?:提高|提升|上升|增加|增长|下降|降低)[到至]$")
"""A rate that is told with what it was before: 可办率由91.2%提高到98.7%."""
_CARRIED = regex("(?:结转|上年|往年|遗留)[^,;:、。]{0,6}$")
_PEOPLE = ("群众", "社会", "企业", "公众", "居民", "村民", "当事", "办事", "用户")
"""Whose the rate is, not of what."""
_MEAN = regex(r"(?:[村户人件场次期社]均|平均|每)[^,;:、。()]{0,6}$")
_OF_THEM = regex("中的?$")
_AMONG = regex("中,?(?:已|现已|均)?有?的?$")
_STILL = regex("[还尚仍另]有|(?:尚未|还未|没有|未)[\u4e00-\u9fff]{2}")
_LATE = regex("超时|逾期|超期|延期")
"""Before cases that a rate of work done in time leaves out."""
_CORRECTED = regex("撤销|变更|确认违法|责令|确认无效")
_NEXT = regex("[^,;:、]{0,12}(?:[,、][^,;:、]{1,10}|有)$")
_REFERS = regex("(?:在)?([\u4e00-\u9fff]{2,6}?)的?(?:案件|事项|申请|纠纷|工单|问题|投诉|举报)中,")
_CAME = regex("共|收到|接到|受理|应|总|全部|下达|交办")
_NO_SHARE = ("增长", "增加", "下降", "降低", "减少", "上升", "提升", "同比", "环比", "增速", "效", "概")


@record
class Rate:
    """A rate in its sentence. name: without 率; part: the figure that it is the share of the whole of, if told;
    wholes: what it may be a share of, the likeliest first; near: part and whole stand in its sentence; shares: every
    part and whole that it may be reckoned from."""

    rate: Stated
    name: str
    printed: Decimal
    part: Stated | None
    wholes: tuple[Stated, ...]
    near: bool
    shares: tuple[tuple[Decimal, Decimal], ...] = ()


@once
def rates(of: Subject) -> tuple[Rate, ...]:
    """Every exact rate of the report with what it is reckoned from."""
    found: list[Rate] = []
    for paragraph in paragraphs(of):
        earlier: Sentence = ()
        for number, row in enumerate(paragraph):
            if any(one.unit == "%" for one in row):
                told = _of_sentence(of, row, meant(row, earlier))
                found += (_before(rate, paragraph[:number]) if rate.part and not rate.wholes else rate for rate in told)
            earlier = row
    past = elsewhen(of)
    return tuple(replace(one, wholes=tuple(whole for whole in one.wholes if whole.at not in past)) for one in found)


def _before(rate: Rate, rows: Sequence[Sentence]) -> Rate:
    """The same with its whole told in a sentence before: 入企检查3180次。…扫码检查3122次，扫码率98.2%."""
    part = rate.part
    what = part.own.strip().removeprefix(rate.name) if part else ""
    if part is None or len(what) < 2 or what == part.own.strip():
        return rate
    same = [one for row in rows for one in row if one.kind == part.kind and one.exact and one.own.endswith(what)]
    wholes = tuple(one for one in reversed(same) if one.amount >= part.amount)
    shares = tuple((part.amount, one.amount) for one in wholes)
    return replace(rate, wholes=wholes, near=False, shares=shares) if wholes else rate


def meant(row: Sentence, earlier: Sentence) -> Sentence:
    """The figure of the sentence before that the first words refer to: 审结413件 by 审结案件中，驳回156件."""
    told = _REFERS.match(row[0].lead) if earlier else None
    return tuple(one for one in earlier if one.exact and one.own.endswith(told[1]))[-1:] if told else ()


def explained(rate: Rate) -> bool:
    """Whether the rate is right for some part and whole that its sentence tells."""
    return any(fits(part, whole, rate.printed) for part, whole in rate.shares)


def fits(part: Decimal, whole: Decimal, printed: Decimal) -> bool:
    """Whether the share, rounded to the printed decimals, is what is printed; 100% is for all alone."""
    if not whole:
        return True
    exact = part * 100 / whole
    return printed == rounded(exact, printed) and (printed != 100 or exact >= 100)


def _of_sentence(of: Subject, row: Sentence, earlier: Sentence) -> Iterator[Rate]:
    means = led_by(of, _MEAN)
    for at, one in enumerate(row):
        if one.unit != "%" or not one.exact or one.mention.quantity.sense not in ("value", "part"):
            continue
        told = _NAME.search(one.lead)
        if told is None and at and row[at - 1].unit == "%" and _RISEN.search(one.lead):
            told = _NAME_BEFORE.search(row[at - 1].lead)
        if told is None or told[1].endswith(_NO_SHARE) or "分别" in one.lead:
            continue
        before = [
            other for other in (*earlier, *row[:at])
            if other.unit != "%" and not (other.at in means and _MEAN.search(other.lead))
        ]  # fmt: skip
        found = _rate(of, one, told[1], before)
        if earlier and earlier[0] in found.wholes[1:]:
            found = replace(found, wholes=(*earlier, *(whole for whole in found.wholes if whole is not earlier[0])))
        after = row[at + 1 : at + 3]
        if found.part is not None and not found.wholes:
            yield (_whole_behind(found, found.part, after[0]) if after else None) or _only_pair(found, row, at) or found
        elif found.part is not None:
            yield found
        else:
            yield _behind(found, before, after) or _only_pair(found, row, at) or found


def _rate(of: Subject, one: Stated, name: str, before: Sequence[Stated]) -> Rate:
    kept = _kept(one, name, before)
    if kept is not None:
        return kept
    known = of.schema.indicators.get(one.indicator)
    base = known.denominator if known else ""
    ids = ratio(of, one.indicator)
    parts = list(_parts(of, name, before))
    named = bool(parts)
    if len(before) > 1 and before[-1].exact and before[-2].exact and _OF_THEM.search(before[-1].lead):
        # 采纳147条意见中的132条: the verb stands before the whole.
        parts = [before[-1]] if before[-1].kind == before[-2].kind and name[-2:] in before[-2].lead else parts
    if not parts and len(before) > 1 and not _all_of(name, before[-1]) and _next_to(name, one, *before[-2:]):
        parts = [before[-1]]
    if not parts and ids:
        parts = [o for o in reversed(before) if o.indicator == ids[0] and o.exact][:1]
    if not parts and name.endswith("纠错"):
        return _corrected(one, name, before) or Rate(one, name, as_printed(one), None, (), False)
    shares: list[tuple[Decimal, Decimal]] = []
    best: tuple[Stated, tuple[Stated, ...]] | None = None
    for part in parts:
        wholes = _wholes(before, part)
        if ids and not named:
            wholes = tuple(o for o in wholes if o.indicator == ids[1])
        best = best or ((part, wholes) if wholes else None)
        several = (part.amount, *_several(before, part))
        shares += [(amount, whole.amount) for whole in wholes for amount in several if amount <= whole.amount]
    if parts:
        carried = [one.amount for one in before if one.exact and _CARRIED.search(one.lead)]
        shares += [(parts[0].amount, whole + more) for _, whole in tuple(shares) for more in carried]
        shares += [(parts[0].amount, one.amount) for one in before if one.exact and one.amount > parts[0].amount]
    if best is not None:
        return Rate(one, name, as_printed(one), *best, True, tuple(shares))
    found, near = _by_indicator(of, base, before, one) if base else ((), False)
    told = next((o for o in parts if o not in found and (o.indicator == ids[0] if ids else name in o.lead)), None)
    if told is not None:
        found = tuple(whole for whole in found if whole.amount >= told.amount)
        shares += [(told.amount, whole.amount) for whole in found]
    return Rate(one, name, as_printed(one), told, found, near, tuple(shares))


def _kept(rate: Stated, name: str, before: Sequence[Stated]) -> Rate | None:
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
    if len(before) < 2 or not _denied(stem, before[-1].own + "|" + before[-1].noun[:8]):
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


def _corrected(rate: Stated, name: str, before: Sequence[Stated]) -> Rate | None:
    """The rate of decisions that were corrected: 撤销14件、确认违法5件、责令履行3件 of 审结163件."""
    some = [one for one in before if one.exact and _CORRECTED.search(one.own)]
    wholes = [one for one in before if one.exact and re.search("审结|办结|结案", one.own)]
    if not some or not wholes or any(one.kind != wholes[0].kind for one in some):
        return None
    part = replace(some[-1], amount=summed(some), said="（" + " + ".join(one.said for one in some) + "）")
    shares = tuple((part.amount, one.amount) for one in before if one.exact and one.kind == part.kind)
    return Rate(rate, name, as_printed(rate), part, (wholes[0],), True, shares)


def _next_to(name: str, rate: Stated, whole: Stated, part: Stated) -> bool:
    """Whether the two figures right before a rate are its whole and its part: 单位24家，评查的22家，评查覆盖率."""
    alike = whole.kind == part.kind and whole.exact and part.exact and part.amount <= whole.amount
    told = part.lead.count(",") == 1 and name[:2] in part.lead.rpartition(",")[2]
    due = re.search("应[^,;:、。]{1,8}$", whole.lead) and re.match("[,(]实际?[^,;:、。]{0,8}$", part.lead)
    beside = rate.at - part.end == len(rate.lead)
    if beside and len(name) == 2 and part.lead.count(",") == 1 and not name.startswith(_PEOPLE):
        told = told or bool(set(name) & set(part.own))
    return bool(alike and due) or (alike and told and not name.startswith(_PEOPLE))


def _behind(rate: Rate, before: Sequence[Stated], after: Sequence[Stated]) -> Rate | None:
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
        if _AMONG.search(some.lead):
            told = stem in behind or share(rate.name[-6:], behind)
            return _rated(rate, some, (whole,)) if told else None
        first, second = whole.own, some.own
        if share(rate.name, first) and set(stem) & set(second) and re.fullmatch("[,、][^,、]{1,8}", some.lead):
            return _rated(rate, some, (whole,))
    wholes = tuple(
        one for one in reversed(before)
        if one.kind == part.kind and one.exact and one.amount >= part.amount and one.mention.quantity.sense != "change"
    )  # fmt: skip
    if not wholes or stem not in own:
        return None
    if _denied(stem, own):
        kept = wholes[0].amount - part.amount
        part = replace(part, amount=kept, said=f"（{wholes[0].said} − {part.said}）")
    return _rated(rate, part, wholes)


def _only_pair(rate: Rate, row: Sentence, at: int) -> Rate | None:
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
    if not (beside and alike and plain) or rate.name.startswith(_PEOPLE) or not _NEXT.match(part.lead):
        return None
    if _STILL.search(own):
        # 完成28处，还有3处未完成，全年整改率96.6%: what is not done is no part of a rate of what is.
        return None
    due = re.search("应|共|全部", whole.lead) and re.match("[,、](?:实|已|完成|按)", part.lead)
    fewer = re.search("中?有$", part.lead)
    named = bool(set(rate.name[-2:]) & set(own) or share(rate.name, own)) and not re.search("[不未]", own)
    if _LATE.search(own):
        kept = whole.amount - part.amount
        part = replace(part, amount=kept, said=f"（{whole.said} − {part.said}）")
    return _rated(rate, part, (whole,)) if due or fewer or named else None


def _whole_behind(rate: Rate, part: Stated, whole: Stated) -> Rate | None:
    """The same with its whole told behind it: 按期回复14份，回复率93.3%，全年共收到15份."""
    alike = whole.kind == part.kind and whole.exact and whole.amount >= part.amount
    told = re.match("[,(][^,;:、]{1,14}$", whole.lead) and _CAME.search(whole.lead)
    return _rated(rate, part, (whole,)) if alike and told else None


def _rated(rate: Rate, part: Stated, wholes: tuple[Stated, ...]) -> Rate:
    shares = tuple((part.amount, whole.amount) for whole in wholes)
    return replace(rate, part=part, wholes=wholes, near=True, shares=shares)


def _parts(of: Subject, name: str, before: Sequence[Stated]) -> Iterator[Stated]:
    """The figures whose words are the rate's (办复95件 … 办复率), those first that share most with it, the larger of
    equals first."""
    seen: set[int] = set()
    last = -1
    for stem in dict.fromkeys((name, name[-2:], name[:2] if len(name) > 3 else name)):
        if len(stem) < 2 or (stem != name and not name.endswith(stem) and not _is_act(of, stem)):
            continue
        # The first words of a rate (调解成功率) are those of its whole too; a part comes after what is more like it.
        weak = stem != name and not name.endswith(stem)
        found = [
            one for n, one in enumerate(before)
            if one.at not in seen and not (weak and (one.at < last or _all_of(name, one))) and _tells(one, stem, n == 0)
        ]  # fmt: skip
        if weak and len(found) > 1:
            # 结婚登记1836对，离婚登记702对，登记合格率100%: none is what is left of the other.
            continue
        seen.update(one.at for one in found)
        last = max([last, *(one.at for one in found)])
        yield from sorted(found, key=lambda one: (-one.amount, -one.at))


def _all_of(name: str, one: Stated) -> bool:
    """Whether a rate is of what the figure counts (不合格样品处置率), which is its whole and no part."""
    return len(name) > 5 and name[:4] in one.own + "|" + one.noun


def _is_act(of: Subject, stem: str) -> bool:
    """Whether it says what is done with cases (调解成功率), not whose the rate is (群众满意率)."""
    return any(
        stem in word for name in ("进件", "办件", "评定", "办理环节") for word in (*of.words.get(name, ()), "调解")
    )


def _tells(one: Stated, stem: str, first: bool) -> bool:
    """Whether the words of a figure say what the rate says."""
    if not one.exact or one.mention.quantity.sense == "change":
        return False
    own = one.own
    after = one.noun if first or not own.strip() or _AMONG.search(own) else ""
    return any(stem in words and not _denied(stem, words) for words in (own, after))


def _denied(stem: str, words: str) -> bool:
    """Whether the words say the contrary: 不合格2卷."""
    late = _LATE.search(words) and not _LATE.search(stem)
    return bool(late) or any(f"{sign}{stem}" in words for sign in ("不", "未", "基本", "比较"))


def _several(before: Sequence[Stated], part: Stated) -> tuple[Decimal, ...]:
    """What else the share may be of: the part with those told right before it (优秀18卷、合格40卷)."""
    at = before.index(part)
    made, told = [], part.amount
    for one in reversed(before[:at]):
        if one.kind != part.kind or not one.exact:
            break
        told += one.amount
        made.append(told)
    return tuple(made)


def _wholes(before: Sequence[Stated], part: Stated) -> tuple[Stated, ...]:
    """What the part may be of: figures of its kind that are no smaller, the one before it first."""
    at = before.index(part)
    found = [one for one in (*reversed(before[:at]), *before[at + 1 :]) if one.kind == part.kind]
    return tuple(
        one for one in found
        if one.exact and one.amount >= part.amount and one.mention.quantity.sense != "change"
    )  # fmt: skip


def _by_indicator(of: Subject, base: str, before: Sequence[Stated], rate: Stated) -> tuple[tuple[Stated, ...], bool]:
    """Figures of the rate's denominator: in the sentence, else the only one of the report's year."""
    here = [one for one in reversed(before) if one.indicator == base and one.exact]
    if here:
        return (here[0],), True
    if not in_year(of, rate):
        return (), False
    found = [one for one in told_of(of, base) if in_year(of, one)]
    if found and all(one.exact and one.amount == found[0].amount for one in found):
        return (found[0],), False
    return (), False

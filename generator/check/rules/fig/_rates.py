"""Rates and the figures that they are reckoned from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.check.near import led_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._listed import TOTAL
from generator.check.rules.fig._names import share
from generator.check.rules.fig._rate import AMONG, PEOPLE, Rate, denied
from generator.check.rules.fig._rate_elsewhere import by_contrary, corrected, only_pair, told_behind, whole_behind
from generator.check.stated import (
    Sentence,
    Stated,
    as_printed,
    covered,
    in_year,
    ratio,
    summed,
    told_before,
    told_of,
    with_percent,
)
from generator.check.subject import Subject, once
from generator.regex import regex

_NAME = regex(
    r"([\u4e00-\u9fff]{1,10}?)率(?:均|都|各|也|已|均已)?(?:达到?了?|为|是|高达|保持在|稳定在|(?:提升|提高|上升)[至到])?$"
)
_NAME_BEFORE = regex(r"([\u4e00-\u9fff]{1,10}?)率[由从](?:上年|去年|年初|原来)?的?$")
_RISEN = regex("^(?:提高|提升|上升|增加|增长|下降|降低)[到至]$")
"""A rate that is told with what it was before: 可办率由91.2%提高到98.7%."""
_CARRIED = regex("(?:结转|上年|往年|遗留)[^,;:、。]{0,6}$")
_MEAN = regex(r"(?:[村户人件场次期社]均|平均|每)[^,;:、。()]{0,6}$")
_OF_THEM = regex("中的?$")
_REFERS = regex("(?:在)?([\u4e00-\u9fff]{2,6}?)的?(?:案件|事项|申请|纠纷|工单|问题|投诉|举报)中(?!心),?")
_OF_BEFORE = regex("其中,?[^,;:、。]{0,10}$")
_SELF = ("出庭", "应诉")
"""With these a rate is of cases at court alone."""
_BOTH = tuple("、和及")
_AT_COURT = regex("庭|诉")
_CLOSED, _UNCLOSED = ("办结", "审结", "结案"), regex("[未不应待]|尚")
_LOST = regex("[还尚仍]有|剩")
"""What is said of cases in one sense."""
_ACT = 3
"""Characters up to which the words of a part only say what was done."""
_NO_SHARE = ("增长", "增加", "下降", "降低", "减少", "上升", "提升", "同比", "环比", "增速", "效", "概")


@once
def rates(of: Subject) -> tuple[Rate, ...]:
    """Every exact rate of the report with what it is reckoned from."""
    found: list[Rate] = []
    for row in with_percent(of):
        if not covered(of, row):
            earlier = told_before(of, row)
            told = _of_sentence(of, row, meant(row, earlier))
            found += [_before(rate, earlier) if rate.part and not rate.wholes else rate for rate in told]
    past = elsewhen(of)
    return tuple(replace(one, wholes=tuple(whole for whole in one.wholes if whole.at not in past)) for one in found)


def _before(rate: Rate, earlier: Sentence) -> Rate:
    """The same with its whole told in a sentence before: 入企检查3180次。…扫码检查3122次，扫码率98.2%."""
    part = rate.part
    what = part.own.strip().removeprefix(rate.name) if part else ""
    begun = _begun(rate, part, earlier) if part is not None and earlier else None
    if begun is not None:
        return begun
    if part is None or len(what) < 2 or what == part.own.strip():
        return rate
    same = [one for one in earlier if one.kind == part.kind and one.exact and one.own.endswith(what)]
    wholes = tuple(one for one in reversed(same) if one.amount >= part.amount)
    shares = tuple((part.amount, one.amount) for one in wholes)
    return replace(rate, wholes=wholes, near=False, shares=shares) if wholes else rate


def _begun(rate: Rate, part: Stated, earlier: Sentence) -> Rate | None:
    """The same of what the sentence before begins with: 受理纠纷210件。其中成功调解198件，成功率92.3%."""
    first = next((one for one in earlier if one.kind == part.kind), None)
    told = first is not None and first.exact and first.amount >= part.amount and not rate.name.startswith(PEOPLE)
    if first is None or not told or not _OF_BEFORE.match(part.lead) or not share(rate.name, part.own):
        return None
    alike = [one for one in earlier if one.kind == part.kind and one.exact and one.amount >= part.amount]
    sums = [a.amount + b.amount for a, b in pairwise(alike)]
    shares = tuple((part.amount, amount) for amount in (*(one.amount for one in alike), *sums))
    return replace(rate, wholes=(first,), near=False, shares=shares)


def meant(row: Sentence, earlier: Sentence) -> Sentence:
    """The last figure of those before that the first words refer to: 审结413件 by 审结案件中，驳回156件."""
    told = _REFERS.match(row[0].lead) if earlier else None
    if told is None:
        return ()
    act = told[1]
    ends = (act, "案件") if act in _CLOSED else (act,)
    named = (one for one in earlier if one.exact and act in one.own[-12:] and one.own.endswith(ends))
    return tuple(one for one in named if f"未{act}" not in one.own)[-1:]


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
            yield (whole_behind(found, found.part, after[0]) if after else None) or only_pair(found, row, at) or found
        elif found.part is not None:
            yield found
        else:
            yield told_behind(found, before, after) or only_pair(found, row, at) or found


def _rate(of: Subject, one: Stated, name: str, before: Sequence[Stated]) -> Rate:
    kept = by_contrary(one, name, before) or (corrected(one, name, before) if name.endswith("纠错") else None)
    if kept is not None:
        return kept
    known = of.schema.indicators.get(one.indicator)
    base = known.denominator if known else ""
    ids = ratio(of, one.indicator)
    parts = list(_parts(of, name, before))
    both = [o for o in before[2:] if len(parts) > 1 and o.amount == summed(parts) and TOTAL.search(o.lead)]
    # 现场化解172件，后续化解39件，合计211件，化解率: of them together.
    parts = both[-1:] or parts
    if not parts and name in _CLOSED:
        # 立案56件；到年底办结53件，结案率94.6%.
        parts = [o for o in reversed(before) if o.exact and o.own.endswith(_CLOSED) and not _UNCLOSED.search(o.own)][:1]
    named = bool(parts)
    if len(before) > 1 and before[-1].exact and before[-2].exact and _OF_THEM.search(before[-1].lead):
        # 采纳147条意见中的132条: the verb stands before the whole.
        parts = [before[-1]] if before[-1].kind == before[-2].kind and name[-2:] in before[-2].lead else parts
    if not parts and len(before) > 1 and not _all_of(name, before[-1]) and _next_to(name, one, *before[-2:]):
        parts = [before[-1]]
    if not parts and ids:
        parts = [o for o in reversed(before) if o.indicator == ids[0] and o.exact][:1]
    if not parts and name.endswith("纠错"):
        return Rate(one, name, as_printed(one), None, (), False)
    shares: list[tuple[Decimal, Decimal]] = []
    best: tuple[Stated, tuple[Stated, ...]] | None = None
    for part in parts:
        wholes = _wholes(before, part, name)
        if not wholes and part.own.endswith(name):
            # 调解结案227件、裁决结案98件，调解结案率: what is told by the rate's own name is its part.
            break
        if ids and not named:
            wholes = tuple(o for o in wholes if o.indicator == ids[1])
        best = best or ((part, wholes) if wholes else None)
        several = (part.amount, *_several(before, part))
        shares += [(amount, whole.amount) for whole in wholes for amount in several if amount <= whole.amount]
    if parts:
        carried = [one.amount for one in before if one.exact and _CARRIED.search(one.lead)]
        shares += [(parts[0].amount, whole + more) for _, whole in tuple(shares) for more in carried]
        alike = [one for one in before if one.exact and one.kind == parts[0].kind]
        # 文件60件，提出意见63条，采纳57条: of the papers only where no opinions are counted.
        held = alike if best else [one for one in before if one.exact]
        shares += [(parts[0].amount, one.amount) for one in held if one.amount > parts[0].amount]
        # 案卷40份、案卷20份，优秀39份，优秀率: of both.
        pairs = (a.amount + b.amount for a, b in pairwise(alike) if b.begin == a.end and b.lead[:1] in _BOTH)
        shares += [(parts[0].amount, total) for total in pairs if total > parts[0].amount]
        # 当场整改132处，…限期整改41处，整改率: done in two ways.
        done = summed([one for one in alike if one in parts or one.noun.startswith(name[-2:])])
        shares += [(done, one.amount) for one in alike if one.amount > done]
        # 当场整改52处，限期整改21处，尚有2处未整改，总体整改率: all but those that are left.
        lost = [one.amount for one in alike if _LOST.search(one.own)]
        shares += [(one.amount - left, one.amount) for one in alike for left in lost if one.amount > left]
    if best is not None:
        return Rate(one, name, as_printed(one), *best, True, tuple(shares))
    found, near = _by_indicator(of, base, before, one) if base else ((), False)
    told = next((o for o in parts if o not in found and (o.indicator == ids[0] if ids else name in o.lead)), None)
    if told is not None:
        found = tuple(whole for whole in found if whole.amount >= told.amount)
        shares += [(told.amount, whole.amount) for whole in found]
    return Rate(one, name, as_printed(one), told, found, near, tuple(shares))


def _next_to(name: str, rate: Stated, whole: Stated, part: Stated) -> bool:
    """Whether the two figures right before a rate are its whole and its part: 单位24家，评查的22家，评查覆盖率."""
    alike = whole.kind == part.kind and whole.exact and part.exact and part.amount <= whole.amount
    told = part.lead.count(",") == 1 and name[:2] in part.lead.rpartition(",")[2]
    due = re.search("应[^,;:、。]{1,8}$", whole.lead) and re.match("[,(]实际?[^,;:、。]{0,8}$", part.lead)
    beside = rate.begin == part.end
    if beside and len(name) == 2 and part.lead.count(",") == 1 and not name.startswith(PEOPLE):
        told = told or (bool(set(name) & set(part.own)) and not re.search("[未不没]", part.own))
    return bool(alike and due) or (alike and told and not name.startswith(PEOPLE))


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
    after = one.noun if first or not own.strip() or AMONG.search(own) else ""
    return any(stem in words and not denied(stem, words) for words in (own, after))


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


def _wholes(before: Sequence[Stated], part: Stated, name: str) -> tuple[Stated, ...]:
    """What the part may be of: figures of its kind that are no smaller and no other matter, the one before it first."""
    at = before.index(part)
    found = [one for one in (*reversed(before[:at]), *before[at + 1 :]) if one.kind == part.kind]
    return tuple(
        one for one in found
        if one.exact and one.amount >= part.amount and one.mention.quantity.sense != "change"
        and not _is_other(before, one, part, name)
    )  # fmt: skip


def _is_other(before: Sequence[Stated], whole: Stated, part: Stated, name: str) -> bool:
    """Whether a part that says itself what it is of (应诉行政案件2件) shares no word with what is counted before it
    (办理代表建议15件)."""
    own = part.own.rpartition("其中")[2].strip()
    said = whole.own + "|" + whole.noun
    if len(own) <= _ACT or not name.endswith(_SELF) or share(name, said):
        return False
    if _AT_COURT.search(said):
        return False
    apart = any(";" in one.lead for one in before[before.index(whole) + 1 : before.index(part) + 1])
    return apart or not share(own, said)


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

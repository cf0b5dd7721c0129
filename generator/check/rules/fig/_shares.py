"""Shares told with 占, and what they are a share of: part of FIG010."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from generator.check.figures import truncated
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._listed import BEGUN, TOTAL
from generator.check.rules.fig._names import share
from generator.check.rules.fig._rate import fits
from generator.check.rules.fig._rates import meant
from generator.check.stated import (
    Sentence,
    Stated,
    as_printed,
    in_year,
    sentence_of,
    sentences,
    told_before,
    with_percent,
)
from generator.check.subject import Subject, once
from generator.records import record
from generator.regex import regex

_SHARE = regex(r"占(?:比|到)?(?:达到?|为|约)?(?P<base>[^,;:、。()]{0,18}?)的?(?:比例|比重)?(?:达到?|为)?$")
_INSIDE = regex("[\u4e00-\u9fff]{0,8}的(?:比例|比重)?")
"""Between a whole and its share: 占全部186件申请的13.9%."""
_FILL = regex(r"^(?:我[县市区镇乡]|全[部县市区镇乡年省]|所有|同期|年度|总|的)+|(?:的|总数|总量|总额|总)+$")
_OF_THEM = "占(?:比|到|了)?(?:达到?|为)?(?:总[数量]|全部)?的?"
_NAME = 2
"""Signs at the end of the names of an amount and of its part."""
_RUN = 4
"""Figures in a row that a share may be of together."""
_BESIDE = regex("[,;][^,;:、。()]{1,8}的")
_LEAST = 3
"""Characters by which a whole is known in another sentence."""


@record
class Share:
    """A share in its sentence. whole: what it is said to be of; near: told in its sentence, not elsewhere."""

    rate: Stated
    part: Stated
    whole: Stated
    near: bool


def unequal(of: Subject) -> Iterator[Share]:
    """Each share with 占 that no part and whole of its sentence, or the only whole of that name, give."""
    for row in with_percent(of):
        for at, one in enumerate(row):
            if one.unit == "%" and one.exact and "." not in one.value[-1:] and as_printed(one) <= 100:
                found = _of(of, row, at) or _of_meant(row, at, told_before(of, row)) or _of_begun(of, row, at)
                found = found or _slipped(row, at, told_before(of, row))
                found = found or _of_rest(of, row, at)
                if found is not None:
                    yield found


def _slipped(row: Sentence, at: int, earlier: Sentence) -> Share | None:
    """The share of an amount of the same name that is told before it with the wrong unit: 原值3260亿元…经营性资产原值
    1304万元，占40%."""
    part, rate = (row[at - 1] if at else row[at]), row[at]
    if not part.unit.endswith("元") or not part.exact or not part.amount or not re.fullmatch(f",{_OF_THEM}", rate.lead):
        return None
    amounts = [one for one in (*earlier, *row[: at - 1]) if one.kind == part.kind and one.exact and one.amount]
    named = [one for one in amounts if one.unit != part.unit and part.own[-_NAME:] == one.own[-_NAME:]]
    slips = [one for one in named for n in (4, -4) if _right(part.amount, one.amount.scaleb(n), as_printed(rate))]
    if len(slips) != 1 or any(_right(part.amount, one.amount, as_printed(rate)) for one in amounts):
        return None
    return Share(rate, part, slips[0], False)


def _of_meant(row: Sentence, at: int, earlier: Sentence) -> Share | None:
    """The share of what the sentence begins with, told in the one before: 审结618件。审结案件中撤回433件，占70%."""
    whole = meant(row, earlier) if at == 1 and re.fullmatch(",占(?:比|到|了)?(?:达|为)?", row[1].lead) else ()
    part = row[0]
    if not whole or not part.exact or part.kind != whole[0].kind or part.amount > whole[0].amount:
        return None
    return None if _right(part.amount, whole[0].amount, as_printed(row[1])) else Share(row[1], part, whole[0], True)


def _of_begun(of: Subject, row: Sentence, at: int) -> Share | None:
    """The share of what is told before, of which this sentence goes on (受理142件，成功139件。从类型看，土地类最多，
    共49件，占43.5%)."""
    part, rate = row[0], row[at]
    if at != 1 or not part.exact or not BEGUN.match(part.lead) or not re.fullmatch(f",{_OF_THEM}", rate.lead):
        return None
    earlier = [one for one in told_before(of, row) if one.kind == part.kind]
    if not earlier or not all(one.exact for one in earlier):
        return None
    held = [one for one in earlier if one.at not in elsewhen(of) and one.amount >= part.amount]
    near = [one for one in held if one in sentence_of(of, earlier[-1])]
    amounts = [one.amount for one in earlier]
    sums = {amount for n in range(len(amounts)) for amount in accumulate(amounts[n : n + _RUN])}
    sums.update(one.amount for other in sentences(of) for one in other if one.kind == part.kind)
    if not near or any(_right(part.amount, amount, as_printed(rate)) for amount in sums if amount >= part.amount):
        return None
    return Share(rate, part, near[0], True)


def _of_rest(of: Subject, row: Sentence, at: int) -> Share | None:
    """The share of what is told before, which it makes with the part behind it (涉及640户。同意的608户，占95%，有顾虑的
    32户)."""
    if not at or at + 1 == len(row):
        return None
    part, rate, rest = row[at - 1 : at + 2]
    alike = part.kind == rest.kind and part.exact and rest.exact and _BESIDE.fullmatch(rest.lead)
    if not alike or not re.fullmatch(f",{_OF_THEM}", rate.lead):
        return None
    if any(one.kind == part.kind for one in row[: at - 1]):
        return None
    whole = [one for one in told_before(of, row) if one.kind == part.kind and one.amount == part.amount + rest.amount]
    if not whole or _right(part.amount, whole[0].amount, as_printed(rate)):
        return None
    return Share(rate, part, whole[0], True)


def _of(of: Subject, row: Sentence, at: int) -> Share | None:
    rate = row[at]
    if "分别" in rate.lead:
        return None
    told = _SHARE.search(rate.own)
    inside = at > 0 and _INSIDE.fullmatch(rate.lead) and "占" in row[at - 1].own
    if not (told or inside):
        return None
    before = [one for one in row[:at] if one.unit != "%" and one.mention.quantity.sense != "change"]
    if not before and told:
        return _ahead(row[at:], _FILL.sub("", told["base"]))
    if not before or any(not one.exact for one in before if one.kind == before[-1].kind):
        return None
    after = row[at + 1] if at + 1 < len(row) else None
    if (
        after is not None
        and after.exact
        and re.fullmatch("[,(][为达即有共]", after.lead)
        and after.kind == before[-1].kind
    ):
        return _near(rate, [after], [one for one in before if one.kind == after.kind and one.amount >= after.amount])
    if inside:
        return _near(rate, [one for one in before[:-1] if one.kind == before[-1].kind], before[-1:])
    part = before[-1]
    alike = [one for one in before if one.kind == part.kind]
    base = _FILL.sub("", told["base"]) if told else ""
    wholes = [one for one in alike[:-1] if one.amount >= part.amount and (not base or _named(one, base))]
    if wholes:
        return None if not base and _in_paragraph(of, rate, part) else _near(rate, alike, wholes)
    return _far(of, rate, before, base)


def _ahead(row: Sequence[Stated], base: str) -> Share | None:
    """The share whose whole and part are told right behind it: 持证人员占在编人员的87.5%，24名在编人员中持证21名."""
    if len(row) < _LEAST or len(base) < _NAME:
        return None
    rate, whole, part = row[:_LEAST]
    alike = whole.kind == part.kind != "%" and whole.exact and part.exact and whole.amount >= part.amount
    named = base[:_NAME] in whole.own + "|" + whole.noun and ";" not in whole.lead + part.lead
    if not alike or not named or whole.mention.quantity.sense == "change" or not whole.lead.startswith((",", "(")):
        return None
    if not share(rate.own.partition("占")[0], part.own + "|" + part.noun):
        # 网办件占全部办件的62%，全部办件4500件，窗口1710件: of the others.
        return None
    return None if _right(part.amount, whole.amount, as_printed(rate)) else Share(rate, part, whole, True)


def _near(rate: Stated, parts: Sequence[Stated], wholes: Sequence[Stated]) -> Share | None:
    printed = as_printed(rate)
    told = [one.amount for one in parts]
    # 高级21人、中级346人、初级31人，中级以上占92.2%: some of them together.
    amounts = {amount for end in range(len(told)) for amount in accumulate(_run(parts[: end + 1]))}
    some = [(part, whole) for whole in {*amounts, *(one.amount for one in wholes)} for part in amounts if part <= whole]
    if not parts or not wholes or any(_right(part, whole, printed) for part, whole in some):
        return None
    whole = next((one for one in reversed(wholes) if TOTAL.search(one.lead)), wholes[-1])
    return Share(rate, parts[-1], whole, True) if whole.amount >= parts[-1].amount else None


def _run(parts: Sequence[Stated]) -> Iterator[Decimal]:
    """The amounts of the last of them backwards, up to one that is a total: 建议88件、提案132件，共220件."""
    for n, one in enumerate(reversed(parts)):
        total = TOTAL.search(one.lead)
        if n and total:
            return
        yield one.amount
        if total:
            return


def _far(of: Subject, rate: Stated, before: Sequence[Stated], base: str) -> Share | None:
    """The only figure of the report that is told by the name of the whole."""
    part = before[-1]
    if len(base) < _LEAST or not in_year(of, rate):
        return None
    found = [one for one in _called(of, base) if one.kind == part.kind and one.at != part.at and in_year(of, one)]
    if not found or any(not one.exact or one.amount != found[0].amount or one.amount < part.amount for one in found):
        return None
    whole = found[0].amount
    fitting = any(_right(one.amount, whole, as_printed(rate)) for one in before if one.amount <= whole)
    return None if fitting else Share(rate, part, found[0], False)


def _called(of: Subject, base: str) -> tuple[Stated, ...]:
    """The figures of the report that are told by this name."""
    known = _by_name(of)
    if base not in known:
        known[base] = tuple(one for row in sentences(of) for one in row if base in one.own)
    return known[base]


@once
def _by_name(of: Subject) -> dict[str, tuple[Stated, ...]]:
    """What `_called` has found."""
    return {}


def _in_paragraph(of: Subject, rate: Stated, part: Stated) -> bool:
    """Whether an earlier sentence of the paragraph tells the whole."""
    begin = of.folded.rfind("\n", 0, rate.at)
    every = sentences(of)
    rows = every[bisect_right(every, begin, key=_at) : bisect_right(every, rate.at, key=_at)]
    told = (one for row in rows for one in row if one.kind == part.kind and one.exact and one.at < part.at)
    return any(one.amount >= part.amount and _right(part.amount, one.amount, as_printed(rate)) for one in told)


def _at(row: Sentence) -> int:
    return row[0].at


def _named(one: Stated, base: str) -> bool:
    own = one.own + one.noun
    return base[-2:] in own


def _right(part: Decimal, whole: Decimal, printed: Decimal) -> bool:
    return not whole or fits(part, whole, printed) or printed == truncated(part * 100 / whole, printed)

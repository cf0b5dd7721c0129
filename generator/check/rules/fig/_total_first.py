"""Totals before their parts: 17件，其中6件…; 共8件：3件、5件."""

import re
from collections.abc import Iterator, Sequence

from generator.check.rules.fig._contradiction import Contradiction
from generator.check.rules.fig._listed import (
    SOME,
    TOTAL,
    backwards,
    behind_past,
    clause,
    is_open,
    is_past,
    joint,
    of_kind,
    onwards,
    overlapping,
    parallel,
    staged,
)
from generator.check.rules.fig._outcomes import all_outcomes, is_item
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Stated, summed
from generator.check.subject import Subject
from generator.regex import regex

_SPANS = "[一1]至[四4]季度|各季度|四个季度|上、?下半年|前后[两三四][次批期]"
WHOLE = regex(
    rf"^[^、,;。()]{{0,14}}(?:[,:]?(?:(?:{_SPANS})?分别[为是有]|包括|包含|来自|分布在)|:|[(])[^、,;:()]{{0,20}}$"
)
_REST = regex("其[他它]")
_ENDED, _UNENDED = regex("[审办]结|结案"), regex("未|正在|尚")
_LEFT = regex("^(?:尚?未|没有?|其余|余下|剩余)")
_SUCH = regex("(?:及?以上)?[\u4e00-\u9fff]{0,3}的")
_ADDED = regex("加上|连同")
"""Before what is no part of the total: 在261件案件中，减轻处罚94件，加上不予处罚的17件."""
_SORT_ENDS = regex("[\u4e00-\u9fff][类型级类领域方面纠纷案件事项业镇乡村区局所站科股组队]$")
_NEAR = regex(r"^[^,;:、()。]{0,10}[,:(][^,;:、()。\d]{0,12}$")
_ENDS = regex("[\u4e00-\u9fff]{2,}")


def parts_behind(of: Subject, row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """The parts stand behind their total: 17件，其中6件…; 共8件：3件、5件."""
    total, first = row[at], at + 1
    apart = first + 1 < len(row) and row[first].kind != total.kind and ";" not in row[first].lead
    if apart and "其中" not in row[first].lead:
        # 合同88份，标的额2.6亿元，其中工程类46份: the money tells of the same contracts.
        first += "其中" in row[first + 1].lead and row[first].depth == total.depth
    behind = behind_past(row, first)
    if behind > first and is_past(total):
        return
    lead = row[behind].lead.removeprefix(";") if behind > first else row[first].lead
    first = behind
    some = bool(SOME.match(lead))
    whole = not some or bool(re.match(r"^[^、,;。()]{0,14}[,:]?(?:包括|包含)", lead))
    if not some and not WHOLE.match(lead):
        return
    parts, closed = onwards(row, first, total)
    if not parts or any(_ADDED.search(one.lead) for one in parts):
        return
    if any(agrees([total, *parts], one) for one in row[:at]):
        # 受理172件，土地纠纷71件排在头里，邻里45件、边贸39件、其他17件: it is one of the parts.
        return
    whole = whole and (":" not in lead[:16] or bool(TOTAL.search(total.lead)))
    begin = max((n for n in range(at + 1) if ";" in row[n].lead), default=0)
    largest = max(one.amount for one in row[begin : at + 1] if one.kind == total.kind)
    bound = max(largest, summed(backwards(row, at + 1, ("、",))))
    said = "".join(one.lead for one in parts)
    if _ENDED.search(total.own) and all_outcomes(of, parts) and not _UNENDED.search(said):
        # 办理163件，审结149件，其中维持87件、驳回62件: of those that have an end.
        bound = total.amount
    come_to = summed(parts)
    style = joint(parts[1].lead) if len(parts) > 1 else ""
    lacking = bool(_LEFT.match(total.own))
    ended = row[-1] is parts[-1] or row[row.index(parts[-1]) + 1].lead.startswith(";")
    colon = total.tail.startswith(":") and len(parts) > 2 and closed and ended
    rest = bool(_REST.match(clause(parts[-1].lead, -1)))
    listed = style == "、" or (style == "," and (parallel(parts) or (rest and len(parts) == 2)))
    if any(one.amount > bound for one in parts):
        yield Contradiction("exceeds", total, tuple(one for one in parts if one.amount > bound))
    elif agrees(parts, total) or (
        any(agrees(parts[:n], total) for n in range(2, len(parts)))
        and not (style == "、" and (lacking or all_outcomes(of, parts) or _alike(of, parts)))
    ):
        return
    elif colon and not (whole or _other_matters(of, parts)):
        # 经费32万元：宣传12万元，补贴14.4万元，顾问5.6万元: nothing else is told to the end.
        if come_to * 5 >= total.amount * 4 and come_to * 4 <= total.amount * 5:
            yield Contradiction("unequal", total, tuple(parts))
    elif come_to > bound and listed and (lacking or not staged(of, parts)) and not overlapping(of, parts):
        yield Contradiction("unequal" if whole and closed else "exceeds", total, tuple(parts))
    elif rest and listed and come_to > total.amount and not any(come_to == one.amount for one in row[:at]):
        # 受理132件，审结121件，其中维持52件、撤销9件、其他方式结案74件: whatever they are of.
        if not staged(of, parts[:-1]):
            yield Contradiction("exceeds", total, tuple(parts))
    elif len(parts) > 1 and closed and come_to != total.amount and come_to < bound and not is_open(of, parts):
        # ";" and "," may join more than the parts.
        if staged(of, parts) or any(come_to == one.amount for one in row[:at]):
            return
        if (whole and listed and come_to * 5 >= total.amount * 4) or _again(row, parts):
            yield Contradiction("unequal", total, tuple(parts))
        # The more parts are named, the less is left to others.
        elif 0 < (total.amount - come_to) * (7 if len(parts) > 2 else 10) <= total.amount or (
            total.amount - come_to == 1
        ):
            yield Contradiction("near", total, tuple(parts))


def _other_matters(of: Subject, parts: Sequence[Stated]) -> bool:
    """Whether the items may be more, or of others, than a total counts."""
    return is_open(of, parts) or staged(of, parts) or overlapping(of, parts)


def such(row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """A part that is told by another figure of its own: 顾问16名，其中到村服务满12次的18名."""
    total, limit, part = row[at : at + 3]
    more = limit.kind != total.kind == part.kind and part.exact and part.amount > total.amount
    if more and "其中" in limit.lead and SOME.match(limit.lead) and _SUCH.fullmatch(part.lead):
        yield Contradiction("exceeds", total, (part,))


def beside(of: Subject, row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """A total and a list right behind it that nearly makes it: 工作站11个，依托法庭3个、司法所6个、综治中心3个."""
    total, first = row[at], row[at + 1]
    if not _NEAR.match(first.lead) or "其中" in first.lead + total.own or is_item(of, row, at):
        return
    parts, closed = onwards(row, at + 1, total)
    if not parts:
        return
    same = len(parts) == 2 and _one_sort(total, parts)
    joined = {joint(one.lead) for one in parts[1:]}
    listed = len(parts) > 2 and joined == {"、"}
    # 27件重新审查，22件没有问题，4件作了修改，1件予以废止; 38件，采砂19件，占一半；取水11件；其他违法8件.
    told = len(parts) > 2 and ((joined == {","} and _bare(of, parts)) or (joined == {";"} and _shared(parts[0])))
    above = max(one.amount for one in parts) > total.amount
    if not closed or not (same or listed or told) or above or is_open(of, parts):
        return
    gap = abs(summed(parts) - total.amount)
    known = any(agrees(parts, one) or agrees([*parts, one], total) for one in row if one not in parts)
    near = gap * (5 if told else 10) <= total.amount or (same and gap == 1 and row[-1] is parts[-1])
    if gap and near and not known and (told or not staged(of, parts)) and not overlapping(of, parts):
        yield Contradiction("near", total, tuple(parts))


def _bare(of: Subject, parts: Sequence[Stated]) -> bool:
    """Whether each is told by the words behind it alone, and these by what came of it."""
    stages = of.words.get("办理环节", ())
    told = [{word for word in stages if word in one.noun[:8]} for one in parts]
    return all(not one.own and _ENDS.match(one.noun) for one in parts) and not all(told) and len(set().union(*told)) < 2


def _shared(one: Stated) -> bool:
    """Whether it is said to be a share of the total."""
    return one.tail.startswith((",占", "(占"))


def _one_sort(total: Stated, parts: Sequence[Stated]) -> bool:
    """Whether two parts are told alike: 工作日接听1890个，节假日接听440个."""
    names = [clause(one.lead, -1) for one in parts]
    return len({name[-2:] for name in names}) == 1 and names[0] != names[1] and min(map(len, names)) > 3


def _alike(of: Subject, parts: Sequence[Stated]) -> bool:
    """Whether all parts are sorts of one list by their names, not things done with some: 管理类47项、住建类9项."""
    names = [clause(one.lead.rpartition("其中")[2], -1) for one in parts]
    return len({name[-1:] for name in names}) == 1 and _SORT_ENDS.search(names[0]) is not None and not staged(of, parts)


def _again(row: Sequence[Stated], parts: Sequence[Stated]) -> bool:
    """Whether the parts are followed by a total of their own, not the one before: 28次，其中12次、9次、6次，共27次."""
    after = row[row.index(parts[-1]) + 1 :]
    return bool(after) and bool(TOTAL.search(after[0].lead)) and agrees(parts, after[0])


def beyond(row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """A part at least twice a total that is told as 10余: it is less than twice its number."""
    total = row[at]
    if total.mention.quantity.qualifier not in ("余", "多") or at + 1 == len(row) or not SOME.match(row[at + 1].lead):
        return
    part = row[at + 1]
    if (
        part.exact
        and of_kind(total, part)
        and part.amount >= 2 * total.amount
        and not any(one.amount >= part.amount for one in row[:at] if one.kind == part.kind)
    ):
        yield Contradiction("exceeds", total, (part,))

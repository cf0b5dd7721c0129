"""Totals and the parts that a sentence names of them: what FIG007 to FIG009 share.

A sentence is doubted only where no way of reading it makes its figures agree.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Literal

from generator.check.near import led_by
from generator.check.rules.fig._compared import elsewhen
from generator.check.rules.fig._listed import (
    BRACKETS,
    SOME,
    TOTAL,
    akin,
    backwards,
    behind_past,
    clause,
    counted,
    is_open,
    is_past,
    joint,
    of_kind,
    onwards,
    overlapping,
    parallel,
    staged,
)
from generator.check.rules.fig._names import any_of
from generator.check.rules.fig._rests import is_count, rests
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Stated, sentences, summed
from generator.check.subject import Subject, once
from generator.records import record
from generator.regex import regex

Doubt = Literal["unequal", "cumulative", "exceeds", "rest", "near"]
"""unequal: all parts are named and do not make the total; cumulative: so, but 累计 may reach back beyond them;
exceeds: the parts named are more than the total; rest: with 其余 they do not make it; near: they nearly do."""

_SPANS = "[一1]至[四4]季度|各季度|四个季度|上、?下半年|前后[两三四][次批期]"
_WHOLE = regex(
    rf"^[^、,;。()]{{0,14}}(?:[,:]?(?:(?:{_SPANS})?分别[为是有]|包括|包含|来自|分布在)|:|[(])[^、,;:()]{{0,20}}$"
)
_REST = regex("其[他它]")
_RESPECTIVE = regex("分别[\u4e00-\u9fff]{0,8}$")
_FIRST_OF = regex("前([两二三四五六])[类项种个大者]$")
_NUMBERS = {sign: number for number, sign in enumerate("二三四五六", 2)} | {"两": 2}
_ENDED, _UNENDED = regex("[审办]结|结案"), regex("未|正在|尚")
_LEFT = regex("^(?:尚?未|没有?|其余|余下|剩余)")
_APART = regex("全[县市区镇]|其中|新[增建设]")
_TWO_SORTS = regex("([\u4e00-\u9fff]{1,3})[(]([\u4e00-\u9fff]{1,4})[)]")
_NEW = regex("新增|新建|新设|创建|建成|创成|新成立|历年|以来")
_MORE = regex("其余|其他|等|另")
_EACH = regex("各(?![村社部单级类项乡镇街办站所科县市区地方种个])|^每(?![年季月周日半])")
_THAN = regex("[比较][^,;:、]{0,8}(?:多|少|增加|减少)$")
_LEADS = regex("(?:长|书记|主任)(?:带头|率先|和|与|及|以及|、)")
_SUCH = regex("(?:及?以上)?[\u4e00-\u9fff]{0,3}的")
_ADDED = regex("加上|连同")
"""Before what is no part of the total: 在261件案件中，减轻处罚94件，加上不予处罚的17件."""
_NEAR = regex(r"^[^,;:、()。]{0,10}[,:(][^,;:、()。\d]{1,12}$")
_SHARE = regex(
    "(?<![侵抢强挤霸])占(?![道用地])[^,;:、()]{0,12}$|每[\u4e00-\u9fff]{1,4}$|[村户人件场次期]均[\u4e00-\u9fff]{0,4}$|平均[^,;:、()]{0,8}$"
)
"""Before a share or an average, which is no part."""


@once
def averages(of: Subject) -> frozenset[int]:
    """Where the figures begin that are shares or averages, which are no parts."""
    led = led_by(of, _SHARE)
    rows = sentences(of) if led else ()
    return frozenset([one.at for row in rows for one in row if one.at in led and _SHARE.search(one.lead)])


@record
class Contradiction:
    """A total that its parts contradict; parts: in reading order, for `rest` with the rest last."""

    doubt: Doubt
    total: Stated
    parts: tuple[Stated, ...]


@once
def contradictions(of: Subject) -> tuple[Contradiction, ...]:
    """Every total that is contradicted, in reading order."""
    left_out, listing = averages(of), led_by(of, SOME, _WHOLE)
    rows = [row for row in sentences(of) if len(row) > 2 or (len(row) > 1 and row[1].at in listing)]
    counted = [[one for one in row if one.at not in left_out] for row in rows]
    return tuple([found for row in counted for found in _once(_of_sentence(of, row, listing))])


def _once(found: Iterator[Contradiction]) -> Iterator[Contradiction]:
    """Each total and last part once: 其他 may end a list that is judged as one already."""
    held: dict[tuple[int, int], Contradiction] = {}
    for one in found:
        key = one.total.at, one.parts[-1].at
        if key not in held or (one.doubt == "rest" and held[key].doubt != "exceeds"):
            held[key] = one
    return iter(held.values())


def _of_sentence(of: Subject, row: Sequence[Stated], listing: frozenset[int]) -> Iterator[Contradiction]:
    """listing: where the figures begin that may begin a list of parts."""
    past, totals = elsewhen(of), led_by(of, TOTAL)
    begins = [one.at in listing for one in row]
    for at, total in enumerate(row):
        ends, begun = at > 1 and total.at in totals, any(begins[at + 1 : at + 5])
        if not (ends or begun) or not _may_be_whole(total) or total.at in past:
            continue
        if not total.exact:
            if begun:
                yield from _beyond(row, at)
            continue
        if ends and TOTAL.search(total.lead[-14:]):
            yield from _after(of, row, at)
        if begun:
            yield from _before(of, row, at)
            if at + 2 < len(row):
                yield from _such(row, at)
    if len(row) < 3:
        return
    yield from (Contradiction("rest", total, parts) for total, parts in rests(of, row))
    # Those with an exact figure of their kind right behind.
    alike = [at for at, (a, b) in enumerate(pairwise(row[:-1])) if a.kind == b.kind and a.exact and b.exact]
    alike = [at for at in alike if _may_be_whole(row[at])]
    for at in alike:
        yield from _outcomes(of, row, at)
    if [one.kind for one in row].count("个") > 2:
        yield from _both(row)
    for at in alike:
        yield from _beside(of, row, at)


def _may_be_whole(one: Stated) -> bool:
    return one.kind != "%" and one.mention.quantity.sense != "change"


def _both(row: Sequence[Stated]) -> Iterator[Contradiction]:
    """Bodies of two sorts and all of them: 4个街道和7个镇…11个镇(街道)全覆盖; 5个乡镇和6个部门…11家单位."""
    for one, other, total in zip(row, row[1:], row[2:], strict=False):
        if not one.kind == other.kind == total.kind == "个" or "和" not in other.lead or not total.lead:
            continue
        names = _TWO_SORTS.match(total.tail)
        sorts = names and {name for name in names.groups() for each in (one, other) if each.noun.startswith(name)}
        bodies = total.noun.startswith("单位") and len(one.noun) > 1 < len(other.noun)
        if not bodies and not (sorts and len(sorts) == 2):
            continue
        gap = one.amount + other.amount - total.amount
        apart = _APART.search(total.own + other.lead)
        if gap and abs(gap) * 5 <= total.amount and not apart:
            sure = "全覆盖" in total.tail[:16]
            yield Contradiction("unequal" if sure else "near", total, (one, other))


def _outcomes(of: Subject, row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """A total with all that came of it, without 其中: 行政复议13件，维持9件，终止3件，撤销2件."""
    total, ends = row[at], any_of(of.words.get("结果", ()))
    if row[at + 2].kind != total.kind or "其中" in total.own:
        return
    named = bool(ends.search(total.own))
    if named and joint(row[at + 1].lead) == "、":
        # 审结案件中，维持23件、撤销4件、驳回17件: the first of the outcomes.
        return
    parts: list[Stated] = []
    only = True
    for one in row[at + 1 :]:
        if one.kind != total.kind or one.depth != total.depth or not one.exact:
            break
        joined = joint(one.lead)
        if not joined:
            break
        outcome = bool(ends.search(clause(one.lead, -1) + clause(one.tail, 0)[:8]))
        if not outcome and (joined == ";" or (joined == "、" and not parts) or not _sorts(total, one)):
            # 种子单位146家、农药单位212家、肥料单位98家: items of one list.
            break
        only = only and outcome
        parts.append(one)
    if len(parts) < 2 or _MORE.search(parts[-1].tail[:6]):
        return
    come_to = summed(parts)
    if len(parts) < 3 and come_to < total.amount:
        # 清理361件，废止190件，修改139件: the others stay in force.
        return
    # More outcomes than cases are wrong however many they are; fewer may leave some out.
    near = 2 if only and not named and come_to > total.amount else 10
    if abs(come_to - total.amount) * near > total.amount or max(one.amount for one in parts) > total.amount:
        return
    before = {one.amount for one in row[:at]}
    if come_to in before or any(agrees(parts[:n], total) for n in range(2, len(parts) + 1)):
        return
    if not any(agrees(parts[n:], one) for n in range(len(parts) - 1) for one in parts[:n]):
        yield Contradiction("unequal", total, tuple(parts))


def _sorts(total: Stated, part: Stated) -> bool:
    """Whether a part is a sort of the total by its name: 调解案件 - 人民调解, 行政调解."""
    said, own = clause(part.lead, -1)[-6:], clause(total.lead, -1)
    return len(said) > 2 and said[-2:] in own and said not in own


def _after(of: Subject, row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """The parts stand before their total: 34件、163件、21件，累计218件."""
    total = row[at]
    told = TOTAL.search(total.lead)
    before = BRACKETS.sub("", total.lead[: told.start(told.lastindex or 0)] if told else "").lstrip(")")
    if len(re.findall("[、,;:]", before)) > 1 or not re.search(r"(?:^|[,、)\u4e00-\u9fff])$", before):
        return
    run = backwards(row, at) or counted(row, at)
    each = [] if run or total.kind != "人次" else backwards(row, at, ("、",), "人")
    if len(each) > 1 and "分别" in each[0].lead:
        # 分别有58人、64人、70人参加，共培训192人次
        if not agrees(each, total):
            yield Contradiction("unequal", total, tuple(each))
        return
    if re.search("年末|年底|期末|截至", total.own) or (run and _others(run, total)):
        # 年初12人，新取得3人，调出1人，年末共14人; 6个镇、11个乡，共172个村.
        return
    if len(run) < 2 or (told is not None and told[4] and not akin(total, run)):
        return
    whole = bool(_RESPECTIVE.search(run[0].own))
    if agrees(run, total) or (not whole and any(agrees(run[start:], total) for start in range(1, len(run) - 1))):
        # 分别为200元、300元、500元和1200元: of all of them, whatever some come to.
        return
    alike = [one for one in row[:at] if one.kind == total.kind and not (whole and one in run)]
    if any(agrees(alike[start:], total) for start in range(len(alike))):
        return
    if _otherwise(() if whole else row[:at], run, total):
        return
    if "另" in run[-1].lead and any(agrees(some, total) for n in (2, 3) for some in combinations(alike[-6:], n)):
        return
    first = _FIRST_OF.search(before) if told else None
    if first and 2 <= _NUMBERS.get(first[1], 0) < len(run):
        run = run[: _NUMBERS[first[1]]]
        if agrees(run, total):
            return
    styles = {joint(one.lead) for one in run[1:]}
    cumulative = told is not None and "累计" in told[0]
    if cumulative and summed(run) < total.amount and any(_NEW.search(one.lead) for one in run):
        return
    if styles != {"、"} and staged(of, run):
        return
    doubt: Doubt = "cumulative" if cumulative and summed(run) * 5 < total.amount * 4 else "unequal"
    yield Contradiction(doubt, total, tuple(run))


def _otherwise(before: Sequence[Stated], run: Sequence[Stated], total: Stated) -> bool:
    """Whether the total counts what is told in other measure words too (合同137份、文件19件，共计156件), no difference
    (356人次和548人次，少192人次，合计904人次), each of several (前三个季度各1次), or one who leads the others
    (镇长带头，7名班子成员和9名所长…合计17人)."""
    counted = (one for one in before if one.exact and is_count(one))
    told = [one for one in counted if not _THAN.search(one.own)]
    if any(agrees(told[start:], total) for start in range(len(told) - 1)):
        return True
    if any(_EACH.search(one.own) for one in run):
        return True
    return total.kind == "人" and total.amount - summed(run) == 1 and bool(_LEADS.search(run[0].lead))


def _others(run: Sequence[Stated], total: Stated) -> bool:
    """Whether a total in 个 names behind it what none of the parts counts."""
    nouns = [one.noun[:4] for one in run]
    told = total.kind == "个" and total.noun[:1].isalpha() and all(noun[:1].isalpha() for noun in nouns)
    return told and not set(total.noun[:4]) & set("".join(nouns))


def _before(of: Subject, row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """The parts stand behind their total: 17件，其中6件…; 共8件：3件、5件."""
    total, first = row[at], at + 1
    if first + 1 < len(row) and row[first].kind != total.kind and "其中" not in row[first].lead:
        # 合同88份，标的额2.6亿元，其中工程类46份: the money tells of the same contracts.
        first += "其中" in row[first + 1].lead and row[first].depth == total.depth
    behind = behind_past(row, first)
    if behind > first and is_past(total):
        return
    lead = row[behind].lead.removeprefix(";") if behind > first else row[first].lead
    first = behind
    some = bool(SOME.match(lead))
    whole = not some or bool(re.match(r"^[^、,;。()]{0,14}[,:]?(?:包括|包含)", lead))
    if not some and not _WHOLE.match(lead):
        return
    parts, closed = onwards(row, first, total)
    if not parts or any(_ADDED.search(one.lead) for one in parts):
        return
    whole = whole and (":" not in lead[:16] or bool(TOTAL.search(total.lead)))
    begin = max((n for n in range(at + 1) if ";" in row[n].lead), default=0)
    largest = max(one.amount for one in row[begin : at + 1] if one.kind == total.kind)
    bound = max(largest, summed(backwards(row, at + 1, ("、",))))
    said = "".join(one.lead for one in parts)
    if _ENDED.search(total.own) and _all_outcomes(of, parts) and not _UNENDED.search(said):
        # 办理163件，审结149件，其中维持87件、驳回62件: of those that have an end.
        bound = total.amount
    come_to = summed(parts)
    style = joint(parts[1].lead) if len(parts) > 1 else ""
    lacking = bool(_LEFT.match(total.own))
    rest = bool(_REST.match(clause(parts[-1].lead, -1)))
    listed = style == "、" or (style == "," and (parallel(parts) or (rest and len(parts) == 2)))
    if any(one.amount > bound for one in parts):
        yield Contradiction("exceeds", total, tuple(one for one in parts if one.amount > bound))
    elif agrees(parts, total) or (
        any(agrees(parts[:n], total) for n in range(2, len(parts)))
        and not (style == "、" and (lacking or _all_outcomes(of, parts)))
    ):
        return
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


def _all_outcomes(of: Subject, parts: Sequence[Stated]) -> bool:
    """Whether each part tells what came of the cases: 予以公开6件、部分公开2件、无法提供1件."""
    ends = any_of(of.words.get("结果", ()))
    return all(ends.search(clause(one.lead, -1)) for one in parts)


def _such(row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """A part that is told by another figure of its own: 顾问16名，其中到村服务满12次的18名."""
    total, limit, part = row[at : at + 3]
    more = limit.kind != total.kind == part.kind and part.exact and part.amount > total.amount
    if more and "其中" in limit.lead and SOME.match(limit.lead) and _SUCH.fullmatch(part.lead):
        yield Contradiction("exceeds", total, (part,))


def _beside(of: Subject, row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """A total and a list right behind it that nearly makes it: 工作站11个，依托法庭3个、司法所6个、综治中心3个."""
    total, first = row[at], row[at + 1]
    if not _NEAR.match(first.lead) or "其中" in first.lead + total.own:
        return
    parts, closed = onwards(row, at + 1, total)
    same = len(parts) == 2 and _one_sort(total, parts)
    listed = len(parts) > 2 and {joint(one.lead) for one in parts[1:]} == {"、"}
    if not closed or not (same or listed) or max(one.amount for one in parts) > total.amount or is_open(of, parts):
        return
    gap = abs(summed(parts) - total.amount)
    known = any(agrees(parts, one) or agrees([*parts, one], total) for one in row if one not in parts)
    if gap and gap * 10 <= total.amount and not known and not staged(of, parts) and not overlapping(of, parts):
        yield Contradiction("near", total, tuple(parts))


def _one_sort(total: Stated, parts: Sequence[Stated]) -> bool:
    """Whether two parts are told alike: 工作日接听1890个，节假日接听440个."""
    names = [clause(one.lead, -1) for one in parts]
    return len({name[-2:] for name in names}) == 1 and names[0] != names[1] and min(map(len, names)) > 3


def _again(row: Sequence[Stated], parts: Sequence[Stated]) -> bool:
    """Whether the parts are followed by a total of their own, not the one before: 28次，其中12次、9次、6次，共27次."""
    after = row[row.index(parts[-1]) + 1 :]
    return bool(after) and bool(TOTAL.search(after[0].lead)) and agrees(parts, after[0])


def _beyond(row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
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


def comes_to(row: Sequence[Stated], total: Stated, behind: bool = True) -> bool:
    """Whether the figures right before a figure of this sentence make it, or, if asked, those right behind it."""
    at = row.index(total)
    first = max((n for n in range(at + 1) if ";" in row[n].lead), default=0)
    for near in (row[first:at][::-1], row[at + 1 :] if behind else ()):
        same = [one for one in near if one.kind == total.kind and one.exact]
        if any(summed(same[:n]) == total.amount for n in range(2, len(same) + 1)):
            return True
    return False

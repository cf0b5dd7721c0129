"""What remains of a total: 45件，其中23件已受理，其余22件不予受理."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.check.near import led_by
from generator.check.rules.fig._listed import BESIDES, SOME, TOTAL, clause, joint, staged
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Stated, sentence_of, summed, told_before
from generator.check.subject import Subject
from generator.regex import regex

_LACKING = regex("尚未[^,;:、。\\d]{2,8}的$")
_REST = regex(r"其余|其他|其它|剩余|剩下|余下|另外?(?=$|[的有])|还有")
_DIFFERENCE = regex("[较比][^,;:、]{1,16}(?:多|少|高|低|增加|减少)了?$")
"""比其他三类之和还多4件 is no rest."""
_ADDED = regex("另外?|还有")
_PLAN = regex("(?:任务|目标|计划|指标)[数量为是]{0,2}$")


def rests(of: Subject, row: Sequence[Stated]) -> Iterator[tuple[Stated, tuple[Stated, ...]]]:
    """What remains of a total is named: 45件，其中23件已受理，…其余22件不予受理."""
    named = led_by(of, _LACKING, _REST)
    for number, rest in enumerate(row):
        if rest.at not in named or not rest.exact:
            continue
        lacking = bool(_LACKING.search(rest.lead))
        if not (lacking or _REST.search(rest.lead)) or _DIFFERENCE.search(rest.own):
            continue
        same = [one for one in row[:number] if one.kind == rest.kind and one.exact and one.depth == rest.depth]
        same = [one for one in same if one.amount]
        same = _of_unit(same, rest)
        counted = [one for one in row[row.index(same[0]) : number + 1] if one.exact and is_count(one)] if same else []
        if counted and agrees(counted[1:], counted[0]):
            # 送审43件，其中文件1件、合同29份、其他13件: whatever they are counted in.
            continue
        reach = 2 if _ADDED.search(rest.lead) else 1
        if any(TOTAL.search(one.lead) for one in row[number + 1 : number + 1 + reach] if one.kind == rest.kind):
            # 审核合同41件、文件25件，另有协议9件，共计75件: one more part, no rest.
            continue
        told_all, same = same, _without_sorts(same)
        if len(same) < 2 or agrees(same[1:], same[0]) or _accounted(same, rest):
            continue
        if _made(told_all, rest) or _made(same, rest):
            continue
        further = list(_further(row, number))
        if any(agrees([*same[1:], rest, *further[:n]], same[0]) for n in range(1, len(further) + 1)):
            # 除67件劳资纠纷外，还有邻里纠纷42件、土地纠纷28件: the rest is a list.
            continue
        if any(one.amount > same[0].amount and _PLAN.search(one.own) for one in same[1:]):
            # 拔除9.6万根，其中旧桩1.2万根；对照任务12万根，剩余2.4万根: of the plan (FIG016).
            continue
        if "其中" in same[0].lead or _besides(same, rest):
            # 受理476件。社区承担了其中的354件，街道84件，余下38件; 队员26人，其中持证24人，另有协管员31人.
            continue
        if len(same) > 2 and agrees([same[-1], rest], same[0]):
            # 隐患1875项，其中重大15项、一般1860项，已整改1838项，其余37项: what was done stands right before.
            continue
        outer = [one for one in row[:number] if one.kind == rest.kind and one.depth < rest.depth]
        if any(agrees([*same, rest], one) for one in outer):
            # 材料31件(合同22件、规范性文件1件、其他8件)
            continue
        if lacking and any(summed(some) + rest.amount == same[0].amount for some in _some(same[1:])):
            continue
        part = None if lacking else _mirrored(same[1:], rest)
        shared = same[1].tail.startswith((",占", "(占")) and "其余" in rest.own
        told = bool(SOME.match(same[1].lead)) or shared
        if not told and _items(same, rest):
            # 邻里纠纷146件，物业纠纷133件，其他纠纷47件: a list, whose total stands elsewhere.
            continue
        if part is not None:
            total, parts = same[same.index(part) - 1], [part, rest]
        elif (
            len(same) == 2
            or (shared and same[1].amount < same[0].amount)
            or (not staged(of, [*same[1:], rest]) and (told or lacking))
        ):
            total, parts = same[0], [*same[1:], rest]
        else:
            continue
        # Without 其中 an item called 其他 may stand in a list that has no total.
        gap = abs(summed(parts) - total.amount)
        near = (len(same) == 2 and "另" not in rest.lead) or gap * 3 <= total.amount
        if not gap or ("另" in rest.lead and not near):
            # 78名中具有法律专业背景的17人，另有4人未取得执法证: nobody says that these are all.
            continue
        if any(agrees([*same, rest], one) for one in told_before(of, sentence_of(of, rest)) if one.kind == rest.kind):
            # 发现问题的有151户。其中当场改正89户，限期改正55户，其余7户: the whole stands in the sentence before.
            continue
        if told or (near and max(one.amount for one in parts) <= total.amount):
            yield total, tuple(parts)


def _further(row: Sequence[Stated], at: int) -> Iterator[Stated]:
    """What a figure is the first item of: those that 、 joins to it."""
    for one in row[at + 1 :]:
        if one.kind != row[at].kind or not one.exact or joint(one.lead) != "、":
            return
        yield one


def is_count(one: Stated) -> bool:
    """Whether it counts things, in whatever measure word."""
    return one.kind != "%" and not one.unit.endswith("元")


def _without_sorts(same: Sequence[Stated]) -> list[Stated]:
    """Without the sorts that 其中 lists of one of them and that make it: 审结149件，其中维持87件、驳回62件."""
    kept: list[Stated] = []
    at = 0
    while at < len(same):
        kept.append(same[at])
        at += 1
        if at < len(same) - 1 and SOME.match(same[at].lead):
            ends = [n for n in range(at + 2, len(same) + 1) if agrees(same[at:n], kept[-1])]
            # What the first total is made of is judged with the rest, unless it is a list of its own.
            listed = ends and ends[-1] < len(same) and all(joint(o.lead) == "、" for o in same[at + 1 : ends[-1]])
            at = ends[-1] if ends and (len(kept) > 1 or listed) else at
    return kept


def _accounted(same: Sequence[Stated], rest: Stated) -> bool:
    """Whether all that was carried over and came in is told behind it: 结转7件，新受理9件，成功12件，余下4件."""
    return any(summed(same[:n]) == summed(same[n:]) + rest.amount for n in range(2, len(same)))


def _besides(same: Sequence[Stated], rest: Stated) -> bool:
    """Whether others are told of than those that the total counts."""
    named = BESIDES.search(rest.lead)
    return bool(named) and summed(same[1:]) + rest.amount > same[0].amount


def _of_unit(same: list[Stated], rest: Stated) -> list[Stated]:
    """Without those told in another measure word: 走访企业210家，收集问题96个，解决89个，其余7个."""
    own = [one for one in same if one.unit == rest.unit]
    return own if len(own) > 1 and same[-1].unit == rest.unit else same


def _items(same: Sequence[Stated], rest: Stated) -> bool:
    """Whether the rest and what stands before it end in the same words and are joined alike."""
    ends = {clause(one.lead, -1)[-2:] for one in (*same, rest)}
    return len(ends) == 1 and len({joint(one.lead) for one in (*same[1:], rest)}) == 1 and joint(rest.lead) != ""


def _some(parts: Sequence[Stated]) -> Iterator[tuple[Stated, ...]]:
    for n in range(1, min(len(parts), 6) + 1):
        yield from combinations(parts[:6], n)


def _made(same: Sequence[Stated], rest: Stated) -> bool:
    """Whether some total is the rest and all that stands between, or, told as 其中, the rest and what begins it."""
    for at, total in enumerate(same[:-1]):
        if joint(same[at + 1].lead) == "、":
            continue
        told = bool(SOME.match(same[at + 1].lead))
        for n in range(at + 2 if told else len(same), len(same) + 1):
            if n < len(same) and joint(same[n].lead) == "、":
                continue
            if summed(same[at + 1 : n]) + rest.amount == total.amount:
                return True
    return False


def _mirrored(parts: Sequence[Stated], rest: Stated) -> Stated | None:
    """The part whose words come back in the rest's: 17件已受理 … 11件不符合受理范围."""
    said = _REST.split(rest.lead)[-1] + "。" + clause(rest.tail, 0)
    pairs = {said[n : n + 2] for n in range(len(said) - 1) if "。" not in said[n : n + 2]}
    for one in parts:
        own = clause(one.lead, -1) + "。" + clause(one.tail, 0)
        if any(own[n : n + 2] in pairs for n in range(len(own) - 1)):
            return one
    return None

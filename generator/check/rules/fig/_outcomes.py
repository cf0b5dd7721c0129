"""Totals whose parts are told without 其中: what came of cases, bodies of two sorts."""

from collections.abc import Iterator, Sequence

from generator.check.rules.fig._contradiction import Contradiction
from generator.check.rules.fig._listed import BEGUN, clause, joint
from generator.check.rules.fig._names import any_of
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Stated, summed
from generator.check.subject import Subject
from generator.regex import regex

_MORE = regex("其余|其他|等|另")
_APART = regex("全[县市区镇]|其中|新[增建设]")
_REVIEWED = regex("(?:复议|诉讼|应诉)(?:案件|申请)?$")
_NAMED = 3
"""Signs of an item's name, of which the last two are those of its list."""
_TWO_SORTS = regex("([\u4e00-\u9fff]{1,3})[(]([\u4e00-\u9fff]{1,4})[)]")


def both(row: Sequence[Stated]) -> Iterator[Contradiction]:
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


def outcomes(of: Subject, row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """A total with all that came of it, without 其中: 行政复议13件，维持9件，终止3件，撤销2件."""
    total, ends = row[at], any_of(of.words.get("结果", ()))
    if row[at + 2].kind != total.kind or "其中" in total.own or is_item(of, row, at):
        return
    named = bool(ends.search(total.own))
    if named and (joint(row[at + 1].lead) == "、" or BEGUN.match(total.lead)):
        # 审结案件中，维持23件、撤销4件、驳回17件: the first of the outcomes, whatever joins them.
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
    if _goes_on(row, total, parts):
        return
    come_to = summed(parts)
    if len(parts) < 3 and come_to < total.amount and only and _left_out(row, total, parts):
        yield Contradiction("near", total, tuple(parts))
        return
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


def _goes_on(row: Sequence[Stated], total: Stated, parts: Sequence[Stated]) -> bool:
    """Whether the figure behind them makes the total with them, by whatever name: 13件，维持9件，终止3件，被纠错1件."""
    behind = row[row.index(parts[-1]) + 1 :][:1]
    return bool(behind) and behind[0].kind == total.kind and behind[0].exact and agrees([*parts, *behind], total)


def is_item(of: Subject, row: Sequence[Stated], at: int) -> bool:
    """Whether a total is an item of the list that goes on behind it by its name: 家庭纠纷47件，邻里纠纷38件，
    土地纠纷29件，其他纠纷12件."""
    if row[at].lead[-2:] != row[at + 1].lead[-2:]:
        return False
    name, behind = clause(row[at].lead, -1), clause(row[at + 1].lead, -1)
    if len(name) < _NAMED or behind.endswith(name):
        return False
    before = any(clause(one.lead, -1).endswith(name[-2:]) for one in row[:at] if one.kind == row[at].kind)
    listed = before or BEGUN.match(row[at].lead) is not None
    return listed and not any(stage in name for stage in of.words.get("办理环节", ()))


def _left_out(row: Sequence[Stated], total: Stated, parts: Sequence[Stated]) -> bool:
    """Whether some cases of a review are told with no outcome: 复议案件8件，复议机关维持5件、撤销1件."""
    ended = row[-1] is parts[-1] and parts[-1].tail in ("", ";")
    listed = all(joint(one.lead) == "、" for one in parts[1:])
    return ended and listed and bool(_REVIEWED.search(total.own)) and "其中" not in parts[0].lead


def _sorts(total: Stated, part: Stated) -> bool:
    """Whether a part is a sort of the total by its name: 调解案件 - 人民调解, 行政调解."""
    said, own = clause(part.lead, -1)[-6:], clause(total.lead, -1)
    return len(said) > 2 and said[-2:] in own and said not in own


def all_outcomes(of: Subject, parts: Sequence[Stated]) -> bool:
    """Whether each part tells what came of the cases: 予以公开6件、部分公开2件、无法提供1件."""
    ends = any_of(of.words.get("结果", ()))
    return all(ends.search(clause(one.lead, -1)) for one in parts)

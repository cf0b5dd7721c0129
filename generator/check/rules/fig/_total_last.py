"""Totals behind their parts: 34件、163件、21件，累计218件."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.check.rules.fig._contradiction import Contradiction, Doubt
from generator.check.rules.fig._listed import BRACKETS, TOTAL, akin, backwards, counted, joint, staged
from generator.check.rules.fig._rests import is_count
from generator.check.rules.fig._sums import agrees
from generator.check.stated import Stated, summed
from generator.check.subject import Subject
from generator.regex import regex

_RESPECTIVE = regex("分别[\u4e00-\u9fff]{0,8}$")
_FIRST_OF = regex("前([两二三四五六])[类项种个大者]$")
_NUMBERS = {sign: number for number, sign in enumerate("二三四五六", 2)} | {"两": 2}
_NEW = regex("新增|新建|新设|创建|建成|创成|新成立|历年|以来")
_TREND = regex("^,(?:[总整]体|基本)?(?:呈现?|保持|逐[季月年周])[^,;:、\\d]{2,12}(?=,)")
"""Between the parts and their total, how they go."""
_EACH = regex("各(?![村社部单级类项乡镇街办站所科县市区地方种个])|^每(?![年季月周日半])")
_THAN = regex("[比较][^,;:、]{0,8}(?:多|少|增加|减少)$|(?:相差|差距)[了为有是]?$")
_LEADS = regex("(?:长|书记|主任)(?:带头|率先|和|与|及|以及|、)")


def parts_before(of: Subject, row: Sequence[Stated], at: int) -> Iterator[Contradiction]:
    """The parts stand before their total: 34件、163件、21件，累计218件."""
    total = row[at]
    told = TOTAL.search(total.lead)
    before = BRACKETS.sub("", total.lead[: told.start(told.lastindex or 0)] if told else "").lstrip(")")
    if before.count(",") > 1:
        # 分别为48件、44件、40件，呈逐月下降态势，共132件
        before = _TREND.sub("", before)
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
    if len(run) > 1 and agrees([*run[1:], total], run[0]):
        # 五年共讲310场，2025年70场，前四年合计240场: the whole stands first.
        return
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

"""说最多、最少的，不是数里最多、最少的。

为什么：前面列着几个数，后面说“以四季度最多”，读者一眼就看得出对不对。
依据：前后一致是公文的基本要求。
反例：
    四个季度分别受理19件、23件、27件、21件，以四季度最多。

    邻里纠纷48件、物业纠纷63件、土地纠纷27件，邻里纠纷最多。

    市容类31件、违建类14件、燃气类12件，其中燃气类居首位。
正例：
    四个季度分别受理19件、23件、27件、21件，以三季度最多。
    邻里纠纷48件、物业纠纷63件、土地纠纷27件，物业纠纷最多。
    上半年调解97件、下半年调解71件，上半年偏多。
"""

import re
from collections.abc import Iterator, Sequence

from generator.check.near import rows_with
from generator.check.rule import Finding, Rule
from generator.check.stated import Sentence, Stated, covered, words
from generator.check.subject import Subject, may_match, spot
from generator.diagnostics import Severity
from generator.regex import regex

_MOST = regex(
    "[,;(](?:其中)?(?:[,以是数仍又]{0,2})(?P<name>(?:第?[一二三四]季度|[上下]半年|[\u4e00-\u9fff]{2,8}?))(?:的?(?:数量|件数|占比|发案|总量|受理量|人数))?"
    "(?:是|为|均|仍|还)?(?:(?P<most>最多|最高|居首位?|居第一位?|位居第一|位列第一|排在?(?:第一|首位)|占比最[大高]|最为?集中)|(?P<least>最少|最低|垫底|占比最[小低]))"
    "(?=[,;。)]|$)"
)
_QUARTERS = regex(r"(?:(?:第?[一1]至第?[四4]|四个|各|全年四个)季度)(?:分别|依次)?[\u4e00-\u9fff]{0,8}$")
_HALVES = regex(r"上、?(?:半年)?[、和与]?下半年(?:分别|依次)[\u4e00-\u9fff]{0,8}$")
_QUARTER = regex("第?([一二三四])季度")
_SIGNS = "一二三四"
_SORT = regex("(?<=[\u4e00-\u9fff]{2})(?:案件|纠纷|类|方面|领域|事项|问题|投诉)+$")
_LEAST = 2


def check(of: Subject) -> Iterator[Finding]:
    """Each item that is said to have most or fewest of the list before it and has not."""
    if not may_match(of, _MOST):
        return
    for row in rows_with(of, _MOST):
        for told in _MOST.finditer(of.folded, row[0].begin, row[-1].stop):
            before = [one for one in row if one.end <= told.start() + 1]
            if not before or told.start() - before[-1].end > 1:
                continue
            items, named = _quarters(before, told["name"]) or _named(before, told["name"])
            if named is None or len(items) < _LEAST or covered(of, items):
                continue
            best = (max if told["most"] else min)(items, key=lambda one: one.amount)
            if best.amount != named.amount:
                said = f"写“{told['name']}{told['most'] or told['least']}”，它是{words(named)}，另有{words(best)}"
                yield Finding(spot(of, told.start("name"), told.end()), said, "核对各数和最多、最少的一项")


def _quarters(before: Sentence | list[Stated], name: str) -> tuple[list[Stated], Stated | None] | None:
    """The figures of the four quarters and the one that is named."""
    quarter = _QUARTER.fullmatch(name)
    if quarter is None:
        return None
    for at in range(len(before) - 3):
        four = list(before[at : at + 4])
        joined = all(re.fullmatch("[、,和与及]{1,2}", one.lead) for one in four[1:])
        if joined and _QUARTERS.search(four[0].lead) and len({one.kind for one in four}) == 1:
            return four, four[_SIGNS.index(quarter[1])]
    return None


def _named(before: Sequence[Stated], name: str) -> tuple[list[Stated], Stated | None]:
    """The list that ends right before, and the only item of the name."""
    items: list[Stated] = []
    for one in reversed(before):
        if one.kind != before[-1].kind or not one.exact or (items and len(items[0].lead) > 12):
            break
        items.insert(0, one)
        if "其中" in one.lead or ";" in one.lead or ":" in one.lead:
            break
    bare = _SORT.sub("", name)
    told = [one for one in items if len(bare) > 1 and _bare(one).endswith(bare)]
    if len(told) != 1 or len(items) <= _LEAST:
        return [], None
    # 立案132件，物业48件、邻里36件: the total is no item.
    first = items[0]
    if sum(one.amount for one in items[1:]) <= first.amount and told[0] is not first:
        items = items[1:]
    return items, told[0]


def _bare(one: Stated) -> str:
    return _SORT.sub("", re.sub("^(?:其中|有|是|为)+", "", one.own))


RULE = Rule("FIG044", "最多、最少的一项不对", Severity.WARNING, check, __doc__)

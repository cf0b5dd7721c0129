"""差额与前面两个数不符。

为什么：投资、成交、节约三个数，或预算、支出、结余三个数，写在一句里，两数相减就是第三个；“下半年比上半年少几件”，刚写的两个数
一减就知道。
依据：算术。
反例：
    平台采购控制价186.40万元，中标价171.25万元，节约资金51.15万元。

    安排普法经费20万元，支出18万元，结余3万元。

    上半年受理97件，下半年受理71件，下半年比上半年少36件。
正例：
    上半年受理97件，下半年受理71件，下半年比上半年少26件。
    平台采购控制价186.40万元，中标价171.25万元，节约资金15.15万元。
    清退违规收费3万元，全年压减会议经费20万元，节约资金5万元。
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from generator.check.near import led_by, rows_led_by, rows_with
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._compared import POINTS
from generator.check.rules.fig._listed import backwards
from generator.check.rules.fig._steps_even import even_steps
from generator.check.rules.fig._sum_said import sums_said
from generator.check.rules.fig.relations_stated import in_dictionary
from generator.check.stated import Sentence, Stated, covered, line, named, open_sentences, printed, summed, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_LEFT = regex(
    r"(?:节约|节省|结余|剩余|尚余|尚剩|余额|核减|差额|结转)"
    r"(?:资金|经费|财政资金|金额|率)?(?:为|达|共|约)?$"
)
_WHOLE = regex(r"总投资|预算|计划|筹集|到位|概算|安排|投入|下达|拨付|控制价|标底|送审|总额|总金额|计划投资|申报")
_FUND, _SPENT = regex("(?:经费|资金|款项)$"), regex("支出|使用|用去|用于|花去|(?<![少减缩省])开支|列支|实际支付")
_APART = regex(
    "(?P<one>[\u4e00-\u9fff]{2,8}?)?(?<!对)[比较](?P<other>[\u4e00-\u9fff]{2,8}?)(?:净|又)?"
    "(?P<way>多|少|增加|减少|增长|下降|高|低)[出了]?$"
)
_BY = regex(
    "^[,;(](?:[二两]者|[二两][个地]?[村镇乡社区组所]{1,2}|首尾|前后|最多(?:的)?[与和]最少(?:的)?)?[仅只]?(?:相差|差距为?|差了?)$"
)
"""Before what the two figures right before differ by."""
_SPREAD = regex(
    "最[多高大](?:的[^,;:、。]{0,8}|[^,;:、。]{1,6})?[与和同跟较比]最[少低小](?:的[^,;:、。]{0,8}|[^,;:、。]{1,6})?(?:之间)?"
    "(?:仅|只)?(?:相差|差距为?|差了?|多出?了?|高出?了?)$"
)
"""Before what the largest of a list is more than its least: 最多的三月与最少的一月相差14件."""
_THAN = regex("^,?(?P<than>[\u4e00-\u9fff]{0,6}[比较][\u4e00-\u9fff“”]{2,10})$")
_MORE = regex("^(?P<more>多|高|增加)?(?:少|低|减少)?[出了]?$")
"""What is told of the one right before, and by how much it is more: 西村36件，比东村的22件多14件."""
_PLAN = regex("任务|计划|目标|指标")
_COMPLETED = regex("完成")
_OF_EACH = regex("[均每]")
_QUARTERS = {"上半年": ("一季度", "二季度"), "下半年": ("三季度", "四季度")}
_HALVES, _HALF = ("上半年", "下半年"), 2
_YEAR = regex("年|上[个月季]|前[期季]|预期|计划|目标|任务")
_USES, _LISTED = 2, 3
_YEARS = regex("上年|去年|同期|往年|前年|年初|全[国省市县]|平均")


def check(of: Subject) -> Iterator[Finding]:
    """Each remainder that is not what the two amounts before it leave; each difference of two that are named."""
    against = led_by(of, _APART)
    for row in open_sentences(of):
        yield from _beside(of, row)
    for row in rows_with(of, _THAN):
        yield from _than(of, row)
    spread = led_by(of, _SPREAD)
    for row in rows_led_by(of, _SPREAD) if spread else ():
        for at in range(_LISTED, len(row)):
            if row[at].at in spread and row[at].exact and _SPREAD.search(row[at].own):
                yield from _spread(of, row, at)
    earlier: Sentence = ()
    for row in open_sentences(of) if against else ():
        for at, one in enumerate(row):
            if one.at in against and one.exact:
                near = earlier and line(of, earlier[0]) == line(of, one)
                yield from _between(of, [*(earlier if near else ()), *row[:at]], one)
                yield from _so_many(of, row, at)
        earlier = row
    yield from sums_said(of)
    yield from even_steps(of)
    left = led_by(of, _LEFT)
    for row in rows_with(of, _LEFT):
        for at in range(2, len(row)):
            if row[at].at in left:
                yield from _one(of, row, at)
                yield from _of_plan(of, row, at)
                yield from _of_list(of, row, at)


def _between(of: Subject, before: list[Stated], by: Stated) -> Iterator[Finding]:
    """What the first named differs by from the other, held against the figures told by these names."""
    told = _APART.search(by.own)
    if told is None or _YEARS.search(told[0]) or by.kind in ("%", *POINTS):
        return
    same = [one for one in before if one.kind == by.kind and one.exact and one.depth == by.depth]
    others = [one for one in same if told["other"] in one.own] or _half(same, told["other"])
    firsts = [one for one in same if told["one"] in one.own] if told["one"] else []
    if told["one"] is None:
        # 下半年87件，比上半年多14件: what is told right before.
        beside = before and before[-1] in same and by.begin == before[-1].end and by.lead.startswith(",")
        firsts = before[-1:] if beside and by.lead[1:] == by.own else []
    if not firsts and told["one"] in _HALVES and len(same) == _HALF and others == same[-1:]:
        # 全年24次，上半年10次，下半年比上半年多4次: the other half is what is left.
        firsts = [replace(same[0], amount=same[0].amount - same[1].amount, said=f"（{same[0].said} − {same[1].said}）")]
    if len(firsts) != 1 or len(others) != 1 or firsts[0] is others[0]:
        return
    a, b = firsts[0], others[0]
    more = told["way"] in ("多", "增加", "增长", "高")
    gap = a.amount - b.amount if more else b.amount - a.amount
    if gap == by.amount or covered(of, (a, b, by)):
        return
    said = f"“{named(a)}”与“{named(b)}”相差{printed(abs(gap), by)}，与“{told['way']}{words(by)}”不符"
    yield Finding(where(of, by), said, "核对这三个数")


def _so_many(of: Subject, row: Sentence, at: int) -> Iterator[Finding]:
    """How many that makes, told behind it: 一季度120件，二季度比一季度多30件，为150件."""
    by = row[at]
    now = row[at + 1] if at + 1 < len(row) else None
    told = _APART.search(by.own)
    if now is None or told is None or _YEARS.search(told[0]) or not re.fullmatch("[,(](?:为|达到?|是|即|共)", now.lead):
        return
    held = [one for one in row[:at] if one.kind == by.kind == now.kind and one.exact and told["other"] in one.own]
    sign = 1 if told["way"] in ("多", "增加", "增长", "高") else -1
    wrong = len(held) == 1 and now.exact and held[0].amount + sign * by.amount != now.amount
    if wrong and not covered(of, (held[0], by, now)):
        right = printed(held[0].amount + sign * by.amount, now)
        said = f"{words(held[0])} {'+' if sign > 0 else '−'} {words(by)} = {right}，与“{words(now)}”不符"
        yield Finding(where(of, now), said, "核对这三个数")


def _half(same: list[Stated], name: str) -> list[Stated]:
    """What the two quarters of a half year come to."""
    quarters = [one for one in same if any(quarter in one.own for quarter in _QUARTERS.get(name, ()))]
    if len(quarters) != 2:
        return []
    return [replace(quarters[0], amount=summed(quarters), own=name, said=f"（{' + '.join(map(words, quarters))}）")]


def _beside(of: Subject, row: Sentence) -> Iterator[Finding]:
    """最多的12场，最少的8场，相差4场."""
    for a, b, by in zip(row, row[1:], row[2:], strict=False):
        alike = a.kind == b.kind == by.kind and a.exact and b.exact and by.exact and a.depth == b.depth == by.depth
        if alike and _BY.search(by.lead) and abs(a.amount - b.amount) != by.amount and not covered(of, (a, b, by)):
            said = f"“{named(a)}”与“{named(b)}”相差{printed(abs(a.amount - b.amount), by)}，与“相差{words(by)}”不符"
            yield Finding(where(of, by), said, "核对这三个数")


def _spread(of: Subject, row: Sentence, at: int) -> Iterator[Finding]:
    """四个季度为24件、31件、38件、27件，最多的与最少的相差14件."""
    by, run = row[at], backwards(row, at, ("、", ","))
    if len(run) < _LISTED or run[-1] is not row[at - 1] or covered(of, (*run, by)):
        return
    # 受理93件，甲所24件，乙所31件，丙所38件: the whole may stand before its list.
    run = run[1:] if run[0].amount == summed(run[1:]) else run
    gap = max(one.amount for one in run) - min(one.amount for one in run)
    if by.amount != gap:
        said = f"{'、'.join(map(words, run))}最多与最少相差{printed(gap, by)}，与“相差{words(by)}”不符"
        yield Finding(where(of, by), said, "核对这几个数")


def _than(of: Subject, row: Sentence) -> Iterator[Finding]:
    """最多的村12场，比最少的村8场多4场."""
    for a, b, by in zip(row, row[1:], row[2:], strict=False):
        alike = a.kind == b.kind == by.kind != "%" and a.exact and b.exact and by.exact
        than, more = (_THAN.match(b.lead), _MORE.match(by.lead)) if alike and by.lead else (None, None)
        if not than or not more or _YEARS.search(than["than"]) or _YEAR.search(than["than"]) or _YEARS.search(a.own):
            continue
        gap = a.amount - b.amount if more["more"] else b.amount - a.amount
        if gap != by.amount and not covered(of, (a, b, by)):
            said = f"“{named(a)}”与“{words(b)}”相差{printed(abs(gap), by)}，与“{by.lead}{words(by)}”不符"
            yield Finding(where(of, by), said, "核对这三个数")


def _one(of: Subject, row: Sentence, at: int) -> Iterator[Finding]:
    left = row[at]
    if not left.exact or left.unit == "%" or left.unit in POINTS:
        return
    if not _LEFT.search(re.split("[,;:、(]", left.lead)[-1]):
        return
    before = [one for one in row[:at] if one.kind == left.kind and one.exact]
    spent = len(before) > 1 and _FUND.search(before[-2].own) and _SPENT.search(before[-1].own)
    if len(before) < 2 or not (spent or _WHOLE.search(before[-2].lead)) or row[at - 1] is not before[-1]:
        return
    if any(abs(a.amount - b.amount) == left.amount or a.amount + b.amount == left.amount for a, b in _pairs(before)):
        return
    whole, used = before[-2], before[-1]
    told = (whole, used, left)
    if whole.amount < used.amount or covered(of, told) or in_dictionary(of, told):
        return
    gap = printed(whole.amount - used.amount, left)
    said = f"{words(whole)} − {words(used)} = {gap}，与“{words(left)}”不符"
    yield Finding(where(of, left), said, f"核对这三个数；前两个无误的，写 {gap}")


def _of_plan(of: Subject, row: Sentence, at: int) -> Iterator[Finding]:
    """What a plan leaves that is told behind what was done: 拔除9.6万根；对照任务12万根，完成八成，剩余2.4万根."""
    left = row[at]
    told = [one for one in row[:at] if one.kind == left.kind and not _OF_EACH.search(one.own)]
    before = [one for one in told if not one.mention.quantity.qualifier]
    planned = len(before) > 1 and _PLAN.search(before[-1].own) and _LEFT.search(left.own)
    if not planned or left.mention.quantity.qualifier:
        return
    whole, done = before[-1], [one for one in before[:-1] if one.amount <= before[-1].amount]
    between = of.folded[whole.end : left.at]
    if not done or not _COMPLETED.search(between) or "其中" in between or ";" in between:
        return
    if all(whole.amount - one.amount != left.amount for one in done) and not covered(of, (whole, done[-1], left)):
        gap = printed(whole.amount - done[-1].amount, left)
        said = f"{words(whole)} − {words(done[-1])} = {gap}，与“{words(left)}”不符"
        yield Finding(where(of, left), said, f"核对这三个数；前两个无误的，写 {gap}")


def _of_list(of: Subject, row: Sentence, at: int) -> Iterator[Finding]:
    """What is left of an amount whose uses are listed: 36万元，其中普法12.5万元，顾问8万元，结余15.5万元."""
    left = row[at]
    first = next((n for n in range(1, at) if "其中" in row[n].lead), at)
    uses, whole = row[first:at], row[first - 1]
    alike = [one for one in (whole, *uses, left) if one.kind == left.kind and one.exact and one.depth == left.depth]
    if len(uses) < _USES or len(alike) != len(uses) + 2 or not _LEFT.fullmatch(left.own):
        return
    if not all(re.match("[,、]", one.lead) for one in uses) or not re.match("[,、]", left.lead):
        return
    if summed(uses) + left.amount != whole.amount and summed(uses) < whole.amount and not covered(of, alike):
        gap = printed(whole.amount - summed(uses), left)
        said = f"{words(whole)} − {' − '.join(map(words, uses))} = {gap}，与“{words(left)}”不符"
        yield Finding(where(of, left), said, f"核对各项；前面无误的，写 {gap}")


def _pairs(before: list[Stated]) -> Iterator[tuple[Stated, ...]]:
    return combinations(before[-4:], 2)


RULE = Rule("FIG016", "差额与前面两个数不符", Severity.WARNING, check, __doc__)

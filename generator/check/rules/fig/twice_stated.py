"""同一个数两处不同。

为什么：主要举措和亮点里写同一件事，数不一样，上级只能都不信。
依据：前后一致是公文的基本要求；时段、范围不同的不比较。
反例：
    收到复议申请42件，受理26件、调解和解6件、纠正3件。
    实质性化解成为主要办法。行政复议案件纠错3件；调解和解9件，占三成多。
反例：
    上半年举办讲座42场，全年举办讲座38场。
反例：
    党委会全年研究法治议题6个。共有8个法治议题提请党委会研究。
反例：
    办理行政复议案件41件。在办理的44件行政复议案件中，维持30件。
反例：
    举办执法培训4期236人次。全年4期执法培训共培训263人次。
反例：
    一、主要举措和成效
    （一）优化服务。全年受理申请1420件，办结1406件。
    二、存在的不足和原因
    （一）人手不足。全年1396件申请办出了结果，主要原因是编制少。
反例：
    一、主要举措和成效
    （一）排查隐患。责令限期整改31处，年底前完成28处，还有3处未完成。
    二、存在的不足和原因
    （一）隐患没有清零。仍有5处隐患没有整改完成，主要原因是资金不足。
正例：
    收到复议申请42件，受理26件、调解和解9件、纠正3件。
    实质性化解成为主要办法。行政复议案件纠错3件；调解和解9件，占三成多。
"""

from collections.abc import Iterator
from itertools import chain

from generator.check.rule import Finding, Rule
from generator.check.rules.fig._all_again import all_again
from generator.check.rules.fig._echoed import Echo, echoed
from generator.check.rules.fig._left_again import left_again
from generator.check.rules.fig._names import noun
from generator.check.rules.fig._new_again import new_again
from generator.check.rules.fig._phrases import phrase, repeated
from generator.check.rules.fig._rate_again import rate_again
from generator.check.rules.fig._recalled import recalled
from generator.check.rules.fig._rest_again import rest_again
from generator.check.rules.fig._restated import exceeding, restated
from generator.check.rules.fig._set_out import set_out
from generator.check.stated import Stated, covered, line, named, printed, sentence_of, summed, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_OPENING = regex("年初|期初|[上去]年[末底]")
"""What there was when the year began is not what there is."""

_PERSONAL = regex("主持|出席|参加|带头|亲自|到会")
"""What one of the leaders did himself may be less than what the unit did."""


def check(of: Subject) -> Iterator[Finding]:
    """Each figure that another sentence tells in the same words with another number."""
    for first, one in exceeding(of):
        said = f"“{named(first)}”多于“{named(one)}”：几个月的不会多于全年的"
        yield Finding(where(of, one), said, "核对这两个数")
    told: set[int] = set()
    again = {echo.again.at: echo for echo in echoed(of)}
    again |= {one.at: Echo(first, one, True) for first, one in chain(rest_again(of), left_again(of), new_again(of))}
    more = chain(set_out(of), all_again(of), recalled(of), rate_again(of))
    again |= {one.at: Echo(first, one, sure) for first, one, sure in more}
    same = ((first, one, None) for first, one in chain(repeated(of), restated(of)))
    for first, one, echo in (*same, *((echo.first, echo.again, echo) for echo in again.values())):
        if one.at in told:
            continue
        told.add(one.at)
        if _is_sum(of, first, one) or _is_sum(of, one, first) or (echo is None and first.kind != one.kind):
            continue
        if first.amount == one.amount or covered(of, (one,)) or covered(of, (first,)):
            continue
        if bool(_OPENING.search(first.own)) != bool(_OPENING.search(one.own)):
            continue
        if echo is None and one in sentence_of(of, first) and noun(one) != noun(first):
            # 法律纠纷8件，7件纠纷案件集中在征地领域: nobody tells the same twice in one breath.
            continue
        known = of.schema.indicators.get(one.indicator)
        few, many = sorted((first, one), key=lambda figure: figure.amount)
        by_one = _PERSONAL.search(few.own) and not _PERSONAL.search(many.own)
        sure = not by_one and (echo.sure if echo else bool(known) or (one.at in again and again[one.at].sure))
        name = known.label if known else phrase(one).lstrip("…") or noun(one)
        said = f"“{name}”前后不一：此处{words(one)}，第{line(of, first)}行{words(first)}"
        hint = "两处写同一个数；口径不同的写明范围或时段" if sure else "看两处是不是一回事，是的写同一个数"
        said = _in_other_words(of, echo) if echo else said
        yield Finding(where(of, one), said, hint, severity=None if sure else Severity.INFO)


def _in_other_words(of: Subject, echo: Echo) -> str:
    first, one = echo.first, echo.again
    other = f"“{named(first)}”不一致"
    if first.said.startswith("("):
        other = f"{first.said[1:-1]} = {printed(first.amount, first)}不符"
    return f"“{named(one)}{noun(one)[:8]}”与第{line(of, first)}行{other}"


def _is_sum(of: Subject, total: Stated, part: Stated) -> bool:
    """Whether the one is the other's total by its own sentence: 常委会、常务会议研究共19次，其中常务会议11次."""
    behind = [o for o in sentence_of(of, total) if o.at > total.at and o.kind == part.kind]
    inside = [o for o in behind if o.depth > total.depth]
    told = any("其中" in o.lead for o in behind) or (inside and summed(inside) == total.amount)
    return any(o.amount == part.amount for o in behind) and bool(told)


RULE = Rule("FIG019", "同一个数两处不同", Severity.WARNING, check, __doc__)

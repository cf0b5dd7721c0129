"""率超过100%。

为什么：办结率、满意率之类是部分与全体之比，不会超过100%；增长率、完成率除外。
依据：算术。
反例：
    办复提案154件，提案办复率101%。

    现有执法人员45名，参加培训48名，培训率100%。
正例：
    办复提案154件，提案办复率100%。
    信访量同比增长120%，计划完成率达110%。
    上年结转纠纷6件，当年新收89件，共办结91件，办结率95.8%。
"""

from collections.abc import Iterator

from generator.check.figures import rounded, truncated
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._rates import rates
from generator.check.stated import Stated, as_printed, covered, named, summed, where, with_percent, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_MAY = ("完成", "达成", "回报", "周转", "执行", "贡献")
"""Shares of a plan or a base, which may be more than all of it."""
_PLAN = regex("任务|计划|目标|指标")
"""Of these more may be done than was planned."""
_NAME = regex("^[,、]([\u4e00-\u9fff]{2,6})率(?:达到?|为)?$")


def check(of: Subject) -> Iterator[Finding]:
    """Each share above 100%."""
    for found in rates(of):
        if found.printed > 100 and not found.name.endswith(_MAY) and not covered(of, (found.rate,)):
            yield Finding(where(of, found.rate), f"“{found.name}率{words(found.rate)}”超过100%", "核对分子、分母")
    for row in with_percent(of):
        for at, rate in enumerate(row):
            name = _NAME.search(rate.lead) if rate.unit == "%" else None
            counts = [one for one in row[: at - 1] if one.unit != "%"]
            if name is None or not counts:
                continue
            whole, part = counts[-1], row[at - 1]
            alike = [one for one in counts if one.kind == whole.kind]
            larger = any(one.amount >= part.amount for one in alike) or _is_of_all(rate, part, alike)
            if not larger and _more(of, whole, part, name[1]) and not covered(of, (whole, part)):
                said = f"“{named(part)}”多于“{named(whole)}”，{name[1]}率不会是{words(rate)}"
                yield Finding(where(of, part), said, "核对这两个数")


def _is_of_all(rate: Stated, part: Stated, counts: list[Stated]) -> bool:
    """Whether a rate is that of the part in all of these (上年结转6件，新收89件，办结91件，办结率95.8%)."""
    whole, printed = summed(counts), as_printed(rate)
    return whole >= part.amount > 0 and printed in (
        rounded(part.amount * 100 / whole, printed), truncated(part.amount * 100 / whole, printed)
    )


def _more(of: Subject, whole: Stated, part: Stated, name: str) -> bool:
    """Whether the part that a rate is named by is more than the whole right before it: 45名，参训48名，参训率100%."""
    lead = part.lead.rpartition(",")[2]
    alike = whole.kind == part.kind and whole.exact and part.exact and part.amount > whole.amount
    plain = whole.mention.quantity.sense == part.mention.quantity.sense == "value"
    named = name[-2:] in lead and part.lead.count(",") == 1 and lead not in of.words.get("办件", ())
    return alike and plain and named and not _PLAN.search(whole.own)


RULE = Rule("FIG012", "率超过100%", Severity.WARNING, check, __doc__)

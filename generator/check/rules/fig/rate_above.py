"""率超过100%。

为什么：办结率、满意率之类是部分与全体之比，不会超过100%；增长率、完成率除外。
依据：算术。
反例：
    办复提案154件，提案办复率101%。
正例：
    办复提案154件，提案办复率100%。
    信访量同比增长120%，计划完成率达110%。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.rules.fig._rates import rates
from generator.check.stated import covered, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity

_MAY = ("完成", "达成", "回报", "周转", "执行", "贡献")
"""Shares of a plan or a base, which may be more than all of it."""


def check(of: Subject) -> Iterator[Finding]:
    """Each share above 100%."""
    for found in rates(of):
        if found.printed > 100 and not found.name.endswith(_MAY) and not covered(of, (found.rate,)):
            yield Finding(where(of, found.rate), f"“{found.name}率{words(found.rate)}”超过100%", "核对分子、分母")


RULE = Rule("FIG012", "率超过100%", Severity.WARNING, check, __doc__)

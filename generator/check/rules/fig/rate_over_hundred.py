"""表单里的率超过100%。

为什么：办结率、满意率之类是部分与全体之比，不会超过100%。
依据：算术。
反例：
    建议见面率: 101
正例：
    建议见面率: 100
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each rate above 100."""
    if of.figures is None:
        return
    for rate in of.figures.rates:
        if rate.printed > 100:
            yield Finding(rate.source.place, f"{rate.words}超过100%", "核对分子、分母")


RULE = Rule("FIG005", "表单里的率超过100%", Severity.WARNING, check, __doc__, ("form",))

"""同一件事的数，与去年报告的一个不差。

为什么：多半是套用去年的稿子时漏改；确实相同的，不必理会。
依据：核对数据的通行做法。
反例：
    （去年的报告也写“调解矛盾纠纷130起”）2024年，全镇调解矛盾纠纷130起。
正例：
    （去年的报告写“调解矛盾纠纷118起”）2024年，全镇调解矛盾纠纷130起。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity

_LEAST = 10
"""A smaller number may well be the same two years running."""


def check(of: Subject) -> Iterator[Finding]:
    """Each figure of a known indicator that last year's report gives with the same number."""
    if of.last is None:
        return
    then = {
        (m.indicator, m.quantity.amount, m.quantity.unit, m.quantity.scope)
        for m in of.last.annotation.mentions
        if m.indicator is not None and m.quantity.amount >= _LEAST
    }
    for mention in of.annotation.mentions:
        quantity = mention.quantity
        if (mention.indicator, quantity.amount, quantity.unit, quantity.scope) in then and quantity.amount != 100:
            said = f"“{mention.label}”{quantity.value}{quantity.unit}，与去年的报告相同"
            yield Finding(quantity.spot, said, "核对是不是漏改；确实相同的不必理会")


RULE = Rule("SIM003", "数与去年的一样", Severity.INFO, check, __doc__, ("last",))

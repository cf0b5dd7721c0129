"""同一件事的数，与去年报告的一个不差。

为什么：多半是套用去年的稿子时漏改；确实相同的，不必理会。
依据：核对数据的通行做法。
反例：
    （去年的报告也写“调解矛盾纠纷130起”）2024年，全镇调解矛盾纠纷130起。
正例：
    （去年的报告写“调解矛盾纠纷118起”）2024年，全镇调解矛盾纠纷130起。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.annotate.model import Mention
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_LEAST = 10
"""A smaller number may well be the same two years running."""
_NAME = 4
"""Characters by which a figure that is no indicator is known."""
_LEAD = regex("^(?:年度?|全年|[全我][镇乡县市区局]|全街道|累计|共计?|合计)+")


def check(of: Subject) -> Iterator[Finding]:
    """Each figure that last year's report gives with the same number for the same indicator or by the same words."""
    if of.last is None:
        return
    then = {_told(m) for m in of.last.annotation.mentions if m.quantity.amount >= _LEAST}
    for mention in of.annotation.mentions:
        quantity = mention.quantity
        named = mention.indicator is not None or len(_name(mention)) >= _NAME
        if named and quantity.amount != 100 and _told(mention) in then:
            said = f"“{mention.label}”{quantity.value}{quantity.unit}，与去年的报告相同"
            yield Finding(quantity.spot, said, "核对是不是漏改；确实相同的不必理会")


def _told(mention: Mention) -> tuple[str, Decimal, str, str]:
    quantity = mention.quantity
    return mention.indicator or _name(mention), quantity.amount, quantity.unit, quantity.scope


def _name(mention: Mention) -> str:
    return _LEAD.sub("", mention.label)


RULE = Rule("SIM003", "数与去年的一样", Severity.INFO, check, __doc__, ("last",))

"""数据与去年的报告几乎全部相同。

为什么：一年里的件数、场次、人次不会个个不变，全部相同多半是套用了去年的稿子。
依据：核对数据的通行做法；两年都有的数不少于6项、九成以上相同才提醒。
反例：
    （去年的报告也是这六个数）学法6次、普法20场、调解130起、复议19件、建议96件、提案154件。
正例：
    （去年的六个数各不相同）学法7次、普法24场、调解118起、复议21件、建议90件、提案160件。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity

_LEAST = 6
_SHARE = Decimal("0.9")


def check(of: Subject) -> Iterator[Finding]:
    """The report as a whole, where what both years tell is the same nearly everywhere."""
    if of.last is None:
        return
    now, then = _told(of), _told(of.last)
    both = now.keys() & then.keys()
    same = sum(now[key] == then[key] for key in both)
    if len(both) >= _LEAST and same >= _SHARE * len(both):
        said = f"与去年的报告都有的{len(both)}项数据，{same}项一个不差"
        yield Finding(None, said, "逐项核对，改为本年度的数")


def _told(of: Subject) -> dict[tuple[str, str], Decimal]:
    """The first number of each flow that the report tells."""
    told: dict[tuple[str, str], Decimal] = {}
    for mention in of.annotation.mentions:
        known = of.schema.indicators.get(mention.indicator or "")
        if known is not None and known.kind != "rate" and known.nature == "flow":
            told.setdefault((known.id, mention.quantity.scope), mention.quantity.amount)
    return told


RULE = Rule("FIG025", "数据与去年全同", Severity.WARNING, check, __doc__, ("last",))

"""Numbers that cannot be what they seem: two that the copy of a page has run together (36支1909人 as 361909人)."""

from collections.abc import Iterator, Sequence

from generator.annotate.model import Mention, Quantity
from generator.diagnostics import Diagnostic, Severity
from generator.schema.model import Indicator

GLUED = "ANN101"
_MOST = {"stock": 100_000, "flow": 10_000_000}
"""From here on a count is printed in 万: of what there is at a date, of a year's events."""
_DIGITS = len(str(_MOST["stock"]))


def is_glued(q: Quantity, indicator: Indicator) -> bool:
    """Whether a count is too large to be printed digit by digit, as no report does."""
    if len(q.value) < _DIGITS:
        return False
    plain = q.value.isdecimal() and not q.unit.startswith(("万", "亿"))
    return plain and indicator.kind == "count" and q.amount >= _MOST[indicator.nature]


def doubts(mentions: Sequence[Mention]) -> Iterator[Diagnostic]:
    """What the reader of the report should look at: large numbers printed digit by digit that are no indicator."""
    for mention in mentions:
        q = mention.quantity
        large = q.value.isdecimal() and q.unit and len(q.value) >= _DIGITS
        if mention.indicator is None and large and not q.unit.startswith(("万", "亿")) and not q.unit.endswith("元"):
            said = f"第 {q.spot.line} 行的“{q.value}{q.unit}”可能是两个数连在了一起，没有当作指标"
            yield Diagnostic(GLUED, None, said, "对照原文核对", Severity.WARNING)

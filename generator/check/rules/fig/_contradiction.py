"""A total that its parts contradict."""

from typing import Literal

from generator.check.stated import Stated
from generator.records import record

Doubt = Literal["unequal", "cumulative", "exceeds", "rest", "near"]
"""unequal: all parts are named and do not make the total; cumulative: so, but 累计 may reach back beyond them;
exceeds: the parts named are more than the total; rest: with 其余 they do not make it; near: they nearly do."""


@record
class Contradiction:
    """A total that its parts contradict; parts: in reading order, for `rest` with the rest last."""

    doubt: Doubt
    total: Stated
    parts: tuple[Stated, ...]

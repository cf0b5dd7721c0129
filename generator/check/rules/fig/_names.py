"""What a figure is called by the words around it: what rules share that hold figures against others by name."""

import re
from functools import lru_cache
from itertools import pairwise

from generator.check.stated import Stated
from generator.regex import regex

_FILL = regex(
    r"^(?:全年|今年|本年度?|年内|当年|截至目前|目前|其中|共计?|累计|合计|总计|还|已|均|分别|先后|并|有|的|为|达到?)+"
    r"|(?:共计?|累计|合计|总计|[共达到有了为的])+$"
)

AND = regex("以及|(?<=.)[和与及](?=.)")
"""Between two names; not in 和平, 及第 with which a name begins."""


@lru_cache(maxsize=16)
def any_of(words: tuple[str, ...]) -> "re.Pattern[str]":
    """One of these words; nothing where there are none."""
    return regex("|".join(map(re.escape, words)) or "(?!)")


def own(one: Stated) -> str:
    """The words of its clause before a figure."""
    return one.own.strip()


def noun(one: Stated) -> str:
    """The words of its clause behind a figure."""
    return one.noun.strip()


def name(one: Stated) -> str:
    """What it is told by: the words before it or, where they only lead to it, those behind it (共有59人合格)."""
    return _FILL.sub("", own(one)) or _FILL.sub("", noun(one))


def pairs(words: str) -> frozenset[str]:
    """Every two signs that follow each other."""
    return frozenset([a + b for a, b in pairwise(words)])


def share(one: str, other: str, least: int = 1) -> bool:
    """Whether two runs of words have at least so many pairs of signs in common."""
    if least == 1:
        return any(one[n : n + 2] in other for n in range(len(one) - 1))
    return len(pairs(one) & pairs(other)) >= least

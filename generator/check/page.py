"""The page of a rule: what `gen explain` prints, and the examples that are its first test.

A page is the docstring of the rule's module: a sentence, then parts that begin with 为什么：, 依据：, 反例：, 正例：.
An example is a stretch of indented lines; an empty line ends it. 反例（2025年度）： says which year the examples report
on; a report counts as written on 28 February of the year after.
"""

import re

from generator.records import record

_YEAR = 2024


@record
class Example:
    """A piece of a report. bad: the rule must find something in it; year: the year it reports on."""

    text: str
    bad: bool
    year: int = _YEAR


def examples(page: str) -> tuple[Example, ...]:
    """The examples of a page, in their order."""
    made: list[Example] = []
    bad: bool | None = None
    year = _YEAR
    held: list[str] = []
    for line in [*page.split("\n"), "。"]:
        if line.startswith("    ") and bad is not None:
            held.append(line[4:])
            continue
        if held and bad is not None:
            made.append(Example("\n".join(held), bad, year))
            held = []
        head = re.match(r"([反正])例(?:（(\d{4})年度）)?：", line)
        if head:
            bad, year = head[1] == "反", int(head[2] or _YEAR)
        elif line.strip():
            bad = None
    return tuple(made)

"""How much of a report is looked at, and what is said where there was more."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity

HEADINGS, FIGURES = 2_000, 2_000
"""Places that may be headings, and numbers: a long report has two hundred of either, and a hostile one shall cost no
more than a second or two."""
MANY_HEADINGS, MANY_FIGURES = "ANN102", "ANN103"


def unread(headings: int, figures: int) -> Iterator[Diagnostic]:
    """What the user is told of. headings, figures: the first line of which these were not looked at, 0 for none."""
    hint = "一份报告没有这么多；把几份报告合在一起的，请分开"
    for code, line, what, most in (
        (MANY_HEADINGS, headings, "标题", HEADINGS),
        (MANY_FIGURES, figures, "数", FIGURES),
    ):
        if line:
            said = f"第 {line} 行起的{what}没有看：前面可能是{what}的已有 {most} 处"
            yield Diagnostic(code, None, said, hint, Severity.WARNING)

"""What a rule is: plain data around one function."""

import re
from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias

from generator.annotate.model import Spot
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.places import Place
from generator.records import record

Need = Literal["form", "tree", "annotation", "docx", "last", "batch"]
"""What a rule cannot do without: the filled form, the document tree, the annotated text (always there), the
bytes of a DOCX, last year's report, the other reports of the same batch."""


@record
class Finding:
    """Something that a rule found.

    spot: where in the report (a `Place` where the rule knows the file itself, as in a form), None for the whole
    report; fix: what the words at `spot` become, only where that is safe without asking; severity: where it
    differs from the rule's own.
    """

    spot: Spot | Place | None
    message: str
    hint: str = ""
    fix: str | None = None
    severity: Severity | None = None


Check: TypeAlias = Callable[[Subject], Iterable[Finding]]


@record
class Rule:
    """One thing that a strict reviewer looks at.

    code: three letters of its group and a number, for ever; page: its page for users (`generator.check.page`);
    enabled: whether it runs unless selected by name; a rule whose source is not verified is off or only informs;
    forced: the user set its severity, which then stands above what a single finding says; looks_for: expressions, of
    which one must match in the text, as printed or with half-width punctuation, for the rule to find anything: where
    none can it is passed over.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    page: str
    needs: tuple[Need, ...] = ("annotation",)
    enabled: bool = True
    forced: bool = False
    looks_for: tuple["re.Pattern[str]", ...] = ()


def found_by(of: Subject, check: Check) -> tuple[Finding, ...]:
    """What a rule finds in a report; found once, also for rules that leave alone what another tells."""
    if check not in of.kept:
        of.kept[check] = tuple(check(of))
    made: tuple[Finding, ...] = of.kept[check]
    return made


def group(rule: Rule) -> str:
    """The three letters that a rule shares with those of its kind."""
    return rule.code[:3]

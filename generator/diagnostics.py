"""What we tell a user about their input: one record per finding, never an exception."""

from collections.abc import Sequence
from enum import StrEnum

from generator.places import Place
from generator.records import record


class Severity(StrEnum):
    """How bad a finding is; only `ERROR` stops a draft."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@record
class Fix:
    """A replacement of `place` by `text` that mends the finding."""

    place: Place
    text: str


@record
class Diagnostic:
    """One finding.

    code: stable identifier, letters and three digits (`FRM004`); place: where, None when the finding
    is about the whole; message: the fact, with the user's own words in “”; hint: what to write instead.
    """

    code: str
    place: Place | None
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    fix: Fix | None = None


def stops(diagnostics: Sequence[Diagnostic]) -> bool:
    """Whether any of these forbids going on."""
    return any(d.severity is Severity.ERROR for d in diagnostics)

"""What reading a report back gives."""

from collections.abc import Mapping

from generator.diagnostics import Diagnostic
from generator.extract.found import Evidence
from generator.records import record
from generator.schema.model import Figure, Path, Profile


@record
class Extraction:
    """A report as a form.

    profile: its values; evidence: where each was read, by the same paths; references: by the path of a theme or
    section, its text as printed; derived: figures that the form need not hold, since its formulas yield them;
    drafted: whether this tool's template made the report; counts: see `Counts`.
    """

    profile: Profile
    evidence: Mapping[Path, Evidence]
    references: Mapping[Path, str]
    derived: Mapping[Path, Figure]
    drafted: bool
    counts: "Counts"
    diagnostics: tuple[Diagnostic, ...] = ()


@record
class Counts:
    """figures: that became values; of: quantities that the report holds; explained: sentences that the template or
    the form's own parts print anew; kept: sentences that stand as they are in 补充; doubtful: values to look at."""

    figures: int
    of: int
    explained: int
    kept: int
    doubtful: int

"""A theme's template as a plan: what it may say, with its figures and ticks left open.

Most themes' templates only place ticks, figures and fixed words. What they come to is laid out once, when the folder is
compiled (`generator.compose.planning`); a draft then fills in what its form says. A template that does more is run
for each draft, and gives stretches of the same kind.
"""

from collections.abc import Mapping

from generator.compose.sentences import Parts
from generator.compose.tokens import NEUTRAL
from generator.document.nodes import Placement
from generator.records import record
from generator.schema.words import SLOTS

NAMES: Mapping[str, str] = {name: chr(NEUTRAL + number) for number, name in enumerate((*SLOTS, "全年"))}
"""Names that always stand for words, never for marks or for nothing -> the tokens of plans for them."""


@record
class Tick:
    """A measure: its label, and the sentences to choose from once it is ticked."""

    label: str
    sentences: tuple[str, ...]


@record
class Rest:
    """The figures of a point that the template does not place itself."""

    point: str


@record
class Saying:
    """A sentence with tokens; needs: indicators of which one must be there for it to be said, none if it always is."""

    parts: Parts
    needs: frozenset[str]


@record
class Head:
    """A heading, one of `wordings`."""

    level: int
    placement: Placement
    wordings: tuple[str, ...]


@record
class Run:
    """A paragraph. heads: the headings over it, by their places in `Plan.heads`; cues: labels, points and indicators of
    which the form must hold one for it to say anything, none if it always does."""

    heads: tuple[int, ...]
    said: tuple[Tick | Rest | Saying, ...]
    cues: frozenset[str]


@record
class Plan:
    """The paragraphs of a theme. heads: its headings; last: those that still hold where it ends; figures: token ->
    indicator id; tokens: the other way round; names: the tokens of `NAMES` that it says."""

    heads: tuple[Head, ...]
    runs: tuple[Run, ...]
    last: tuple[int, ...]
    figures: Mapping[str, str]
    tokens: Mapping[str, str]
    names: frozenset[str]

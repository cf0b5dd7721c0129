"""A theme's template as a plan: what it may say, with its figures and ticks left open.

Most themes' templates only place ticks, figures and fixed words. What they come to is laid out once, when the folder is
compiled (`generator.compose.planning`); a draft then fills in what its form says. A template that does more is run
for each draft, and gives stretches of the same kind.
"""

from collections.abc import Mapping

from generator.compose.sentences import Parts
from generator.document.nodes import Placement
from generator.records import record


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
    """A paragraph. cues: labels, points and indicators of which the form must hold one for it to say anything, none if
    it always does."""

    said: tuple[Tick | Rest | Saying, ...]
    cues: frozenset[str]


@record
class Plan:
    """The blocks of a theme. figures: token -> indicator id; tokens: the other way round; names: token -> word that
    every report has (全域)."""

    blocks: tuple[Head | Run, ...]
    figures: Mapping[str, str]
    tokens: Mapping[str, str]
    names: Mapping[str, str]

"""What a genre's reports consist of, and what one filled form says: plain data."""

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from typing import Literal, TypeAlias

from generator.places import Place
from generator.records import record

Shape = Literal["record", "themes", "theme", "items", "prose", "flag"]
"""record: named fields; themes: one theme per key; theme: a single theme; items: a list of records;
prose: free text; flag: 是 or 否."""


@record
class Support:
    """“seen in `seen` of the `of` reports where it could have been seen”."""

    seen: int
    of: int


@record
class Field:
    """One entry of a record or item. kind: a name in `generator.schema.kinds`; many: a list of them."""

    id: str
    label: str
    kind: str
    required: bool = False
    many: bool = False
    hint: str = ""
    choices: tuple[str, ...] = ()
    fields: tuple["Field", ...] = ()
    blank: bool = True
    """Whether a blank form shows it."""


@record
class Section:
    """A part of the form and, where `template` names one, of the report."""

    id: str
    label: str
    shape: Shape
    role: str = ""
    template: str = ""
    theme: str = ""
    fields: tuple[Field, ...] = ()
    hint: str = ""
    minimum: int = 0
    support: Mapping[str, Support] = field(default_factory=dict)


@record
class Theme:
    """A subject of the measures; `headings` are phrasings to choose from, `support` by level label."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    support: Mapping[str, Support] = field(default_factory=dict)


@record
class Indicator:
    """A figure that reports give.

    nature: flow (a year's count) or stock (at a date); rollup: how townships add up to the county;
    clause: verb and object with `{}` where number and unit stand; zero: what is said for 0;
    formula: an expression over indicator ids (`a / b`) that yields it when it is not entered.
    """

    id: str
    label: str
    unit: str
    theme: str
    point: str
    clause: str
    kind: str = "count"
    units: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    nature: Literal["flow", "stock"] = "flow"
    rollup: Literal["sum", "ratio", "max", "none"] = "sum"
    denominator: str = ""
    supplier: str = ""
    zero: str = ""
    formula: str = ""
    round: int = 1
    levels: tuple[str, ...] = ()
    """Levels whose blank form lists it."""
    hint: str = ""
    support: Mapping[str, Support] = field(default_factory=dict)


@record
class Pair:
    """Several indicators entered under one key: `人大代表建议: {收到: 12, 办结: 12}`."""

    label: str
    theme: str
    parts: Mapping[str, str]
    """Key in the form -> indicator id; a bare figure means the first."""


@record
class Constraint:
    """What must hold between figures: `expression` over indicator ids with one of = <= >=."""

    id: str
    expression: str
    message: str
    unless: str = ""
    """Id of an indicator that, once entered, puts the constraint out of force (another one then holds)."""


@record
class Measure:
    """A sentence that the clerk ticks; `{，做法}` in a sentence is the room for the clerk's own words."""

    label: str
    theme: str
    sentences: tuple[str, ...]


@record
class Level:
    """A level of unit: 乡镇, 街道, 县, 部门. suppliers: what its offices are called, by an indicator's supplier."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    suppliers: Mapping[str, str] = field(default_factory=dict)


@record
class Schema:
    """Everything that a genre's template folder says, except its prose."""

    genre: str
    sections: tuple[Section, ...]
    themes: tuple[Theme, ...]
    indicators: Mapping[str, Indicator]
    pairs: tuple[Pair, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    measures: tuple[Measure, ...] = ()
    levels: tuple[Level, ...] = ()
    structures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    flat: tuple[str, ...] = ()
    """Structures whose themes are level-1 parts."""
    wording: Mapping[str, object] = field(default_factory=dict)
    """The rest of genre.yml as plain data: units, meetings, periods, lengths."""


Path: TypeAlias = tuple[str | int, ...]


@record
class Figure:
    """A number as a clerk gives it.

    text: the digits as typed, normalised to half width (`1.20`, `35`); scale: "", 万 or 亿; qualifier: ""
    or one of 余 多 (after the number), 超 近 约 逾 (before), 以上 (after the unit); unit: as printed;
    period, scope: what it counts if not the whole unit's year; part: stands as 其中 of the figure before;
    last: last year's; sentence: the clerk's own words for it (句); documents: name and number of each
    document counted; origin: who supplied it (trace only); not_applicable: 不适用.
    """

    text: str
    unit: str = ""
    scale: str = ""
    qualifier: str = ""
    period: str = ""
    scope: str = ""
    part: bool = False
    last: "Figure | None" = None
    sentence: str = ""
    documents: tuple[tuple[str, str], ...] = ()
    origin: str = ""
    not_applicable: bool = False

    @property
    def amount(self) -> Decimal:
        """The number in the base unit, without its qualifier."""
        return Decimal(self.text) * _SCALES[self.scale] if self.scale else Decimal(self.text)

    @property
    def exact(self) -> bool:
        """Whether the number may be reckoned with."""
        return not self.qualifier and not self.not_applicable and self.text != ""


_SCALES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}

Value: TypeAlias = str | int | bool | Figure | tuple[str, ...] | tuple[int, ...] | tuple[tuple[str, ...], ...]


@record
class Profile:
    """A filled form, flat: canonical path (ids, list positions) to value, and to where it stands.

    Only what was filled is present. Paths, with <…> for an id or a position:
    report/<field>, unit/<field>, unit/address/<word>, <themes section>/<theme>/heading,
    …/ticks/<measure label> (the clerk's own words, "" if none), …/data/<indicator id>/<n> (a Figure),
    …/other/<n>, …/extra, …/points/<n>/title, …/content and …/data/<indicator id>/<n>; <theme section>/… the
    same without the theme;
    <items section>/<n>/<field>, …/<n>/data/<indicator id>/<n>; <prose or flag section>.
    """

    values: Mapping[Path, Value]
    places: Mapping[Path, Place]
    file: str = ""

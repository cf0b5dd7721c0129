"""What may stand where in a form, as a tree: the way from an address to lines of YAML and back.

An address is a path of ids as in a `Profile`, with two differences: positions count every item as written, blank ones
too, and a figure ends in the part that is meant (`…/data/<indicator>/value`, or `…/<indicator>/<n>/value` in a list;
for the documents that it counts `…/documents/<n>/name` and `…/number`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TypeAlias

from generator.forms.index import DOCUMENT_KEYS, FIGURE_KEYS, POINT_KEYS, THEME_KEYS, Index
from generator.records import record
from generator.schema.model import Field, Indicator, Pair, Path, Section


@record
class Leaf:
    """Words. joint: what stands between the items of a list that is read as one value."""

    joint: str = "\n\n"


@record
class Items:
    """A list; a lone value is a list of one."""

    of: "Shape"


@record
class Ticks:
    """A list of labels, each alone or with words behind a colon."""

    labels: tuple[str, ...]


@record
class Keys:
    """names: every word for a key -> its id; labels: id -> the word to write, in their order; inner: what stands below
    an id; whole: the id that a lone scalar means; pairs: keys under which several ids stand."""

    names: Mapping[str, str]
    labels: Mapping[str, str]
    inner: Mapping[str, "Shape"]
    whole: str = ""
    pairs: Mapping[str, Pair] = field(default_factory=dict)


Shape: TypeAlias = Leaf | Items | Ticks | Keys

_LEAF = Leaf()
_PARTS = {id_: label for label, id_ in FIGURE_KEYS.items() if label != "值"}
_DOCUMENT = Keys(
    {**DOCUMENT_KEYS, **{id_: id_ for id_ in DOCUMENT_KEYS.values()}},
    {id_: label for label, id_ in DOCUMENT_KEYS.items()},
    dict.fromkeys(DOCUMENT_KEYS.values(), _LEAF),
    "name",
)
_FIGURE = Keys(
    {**FIGURE_KEYS, "今年": "value", "去年": "last"},
    _PARTS,
    {**dict.fromkeys(_PARTS, _LEAF), "documents": Items(_DOCUMENT)},
    "value",
)
_KEPT: list[tuple[Index, Keys]] = []


def figure_of(path: Path) -> Path:
    """The address of the whole figure (or of its entry, in a list of them) that a part of one belongs to; any other
    address as it is."""
    if "data" not in path:
        return path
    at = path.index("data") + 2
    return path[: at + 1 if len(path) > at and isinstance(path[at], int) else at]


def shape_of(index: Index) -> Keys:
    """The shape of a schema's forms, made once as long as few schemas are in use."""
    for kept, shape in _KEPT:
        if kept is index:
            return shape
    shape = _form(index)
    _KEPT.append((index, shape))
    del _KEPT[:-4]
    return shape


def _form(index: Index) -> Keys:
    figures = _data(index)
    own = {section.theme for section in index.schema.sections if section.shape == "theme"}
    themes = {theme.id: _theme(index, theme.id, figures, ()) for theme in index.schema.themes if theme.id not in own}
    measures = Keys(
        {name: theme.id for name, theme in index.themes.items() if theme.id not in own},
        {theme.id: theme.label for theme in index.schema.themes if theme.id not in own},
        themes,
    )
    inner: dict[str, Shape] = {}
    for section in index.schema.sections:
        inner[section.id] = _section(index, section, measures, figures)
    names = {name: section.id for name, section in index.sections.items()}
    return Keys(names, {section.id: section.label for section in index.schema.sections}, inner)


def _section(index: Index, section: Section, measures: Keys, figures: Keys) -> Shape:
    if section.shape == "record":
        return _record(section.fields, figures)
    if section.shape == "themes":
        return measures
    if section.shape == "theme":
        return _theme(index, section.theme or section.id, figures, section.fields)
    if section.shape == "items":
        return Items(_record(section.fields, figures))
    return _LEAF


def _record(fields: Iterable[Field], figures: Keys) -> Keys:
    listed = tuple(fields)
    return Keys(
        {name: f.id for f in listed for name in (f.label, f.id)},
        {f.id: f.label for f in listed},
        {f.id: _field(f, figures) for f in listed},
        listed[0].id if listed else "",
    )


def _field(entry: Field, figures: Keys) -> Shape:
    if entry.kind == "record":
        return _record(entry.fields, figures)
    if entry.kind == "data":
        return figures
    if entry.kind in ("outline", "positions"):
        return Leaf(", ")
    return Items(_LEAF) if entry.many else _LEAF


def _theme(index: Index, theme: str, figures: Keys, fields: Iterable[Field]) -> Keys:
    own = _record(fields, figures)
    names = {**own.names, **THEME_KEYS, **{id_: id_ for id_ in THEME_KEYS.values()}}
    points = Keys(
        {**POINT_KEYS, **{id_: id_ for id_ in POINT_KEYS.values()}},
        {id_: label for label, id_ in POINT_KEYS.items()},
        {"title": _LEAF, "content": _LEAF, "data": figures},
        "content",
    )
    inner: dict[str, Shape] = {
        **own.inner,
        "heading": _LEAF,
        "ticks": Ticks(tuple(index.ticks.get(theme, ()))),
        "data": figures,
        "other": Items(_LEAF),
        "points": Items(points),
        "extra": _LEAF,
        "reference": _LEAF,
    }
    return Keys(names, {**own.labels, **{id_: label for label, id_ in THEME_KEYS.items()}}, inner)


def _data(index: Index) -> Keys:
    names = {word: target.id for word, target in index.figures.items() if isinstance(target, Indicator)}
    labels = {indicator.id: indicator.label for indicator in index.schema.indicators.values()}
    figure = Items(_FIGURE)
    pairs = {word: target for word, target in index.figures.items() if isinstance(target, Pair)}
    return Keys(names, labels, dict.fromkeys(labels, figure), "", pairs)

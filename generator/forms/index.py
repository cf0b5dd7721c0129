"""The words of a form: every key, tick and theme of a schema, by each name that it answers to."""

from collections.abc import Mapping

from generator.schema.model import Field, Indicator, Measure, Pair, Schema, Section, Theme

THEME_KEYS: Mapping[str, str] = {
    "标题": "heading",
    "举措": "ticks",
    "数据": "data",
    "其他数据": "other",
    "补充": "extra",
    "要点": "points",
    "上年参考": "reference",
}
"""What may stand under a theme."""

POINT_KEYS: Mapping[str, str] = {"标题": "title", "内容": "content", "数据": "data"}

FIGURE_KEYS: Mapping[str, str] = {
    "本年": "value",
    "值": "value",
    "上年": "last",
    "范围": "scope",
    "时段": "period",
    "其中": "part",
    "句": "sentence",
    "文件": "documents",
    "来源": "origin",
}
"""What may stand under an indicator."""

DOCUMENT_KEYS: Mapping[str, str] = {"名称": "name", "文号": "number"}

MISTAKEN_KEYS: Mapping[str, str] = {"今年": "value", "去年": "last", "数值": "value"}
"""What clerks write for keys of figures; understood without a word."""


class Index:
    """Lookup tables of one schema."""

    __slots__ = (
        "_named",
        "figures",
        "item_keys",
        "keys",
        "levels",
        "schema",
        "sections",
        "themes",
        "tick_homes",
        "ticks",
        "units",
    )

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._named: dict[int, dict[str, Field]] = {}
        self.sections: dict[str, Section] = {}
        for section in schema.sections:
            self.sections[section.label] = self.sections[section.id] = section
        self.themes: dict[str, Theme] = {}
        for theme in schema.themes:
            for name in (theme.label, theme.id, *theme.aliases):
                self.themes.setdefault(name, theme)
        self.figures: dict[str, Indicator | Pair] = {}
        self.units: dict[str, tuple[str, ...]] = {}
        for indicator in schema.indicators.values():
            self.units[indicator.id] = units_of(indicator)
            self.figures[indicator.label] = self.figures[indicator.id] = indicator
            for alias in indicator.aliases:
                self.figures.setdefault(alias, indicator)
        for pair in schema.pairs:
            self.figures[pair.label] = pair
        self.ticks: dict[str, dict[str, Measure]] = {}
        self.tick_homes: dict[str, str] = {}
        for measure in schema.measures:
            self.ticks.setdefault(measure.theme, {})[measure.label] = measure
            self.tick_homes.setdefault(measure.label, measure.theme)
        self.levels = tuple("|".join((level.label, level.id, *level.aliases)) for level in schema.levels)
        self.item_keys = self._item_keys()
        self.keys = self._keys()

    def named(self, fields: tuple[Field, ...]) -> dict[str, Field]:
        """These fields of the schema by each name that they answer to."""
        known = self._named.get(id(fields))
        if known is None:
            known = self._named[id(fields)] = {name: f for f in fields for name in (f.id, f.label)}
        return known

    def theme_label(self, theme_id: str) -> str:
        """The form's name of a theme."""
        theme = self.themes.get(theme_id)
        return theme.label if theme else theme_id

    def _item_keys(self) -> frozenset[str]:
        """Keys that may open an item of a list; a theme's name there begins a sentence."""
        words = {*POINT_KEYS, *DOCUMENT_KEYS, *FIGURE_KEYS, *self.tick_homes}
        for section in self.schema.sections:
            if section.shape == "items":
                words.update(name for f in section.fields for name in (f.label, f.id))
        return frozenset(words)

    def _keys(self) -> frozenset[str]:
        words = {*self.item_keys, *self.sections, *self.themes, *self.figures, *THEME_KEYS, *MISTAKEN_KEYS}
        for pair in self.schema.pairs:
            words.update(pair.parts)
        pending: list[Field] = [f for section in self.schema.sections for f in section.fields]
        while pending:
            entry = pending.pop()
            words.update((entry.label, entry.id))
            pending += entry.fields
        return frozenset(words)


def units_of(indicator: Indicator) -> tuple[str, ...]:
    """The units that a figure of `indicator` may bear, the usual one first."""
    return (indicator.unit, *(u for u in indicator.units if u != indicator.unit))


_KEPT: list[Index] = []


def index_of(schema: Schema) -> Index:
    """The index of `schema`, made once as long as few schemas are in use."""
    for kept in _KEPT:
        if kept.schema is schema:
            return kept
    index = Index(schema)
    _KEPT.append(index)
    del _KEPT[:-4]
    return index

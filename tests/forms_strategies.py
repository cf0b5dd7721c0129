"""Filled forms, profiles and values for Hypothesis."""

import datetime
from collections.abc import Sequence
from typing import Any

import yaml
from hypothesis import strategies as st
from strategies import words

from generator.forms.characters import forbidden
from generator.forms.read import read
from generator.schema.kinds import KINDS, prose
from generator.schema.model import Field, Figure, Indicator, Profile, Schema, Section, Theme


def entered(kind: str = "phrase") -> st.SearchStrategy[str]:
    """Words as a form holds them: what the kind makes of any words, which it makes of them again."""
    parse = KINDS[kind][0]
    return words().map(lambda said: parse(said, ())).filter(lambda said: isinstance(said, str) and not forbidden(said))


def values(kind: str, allowed: tuple[str, ...] = ()) -> st.SearchStrategy[Any]:
    """Values of a kind other than figures."""
    if kind == "phrase":
        return entered("phrase")
    if kind == "prose":
        return st.lists(entered("prose"), min_size=1, max_size=3).map(lambda p: prose.parse("\n\n".join(p)))
    if kind == "docnumber":
        codes = st.sampled_from(["葛政", "德葛政办"])
        return st.builds("{}〔{}〕{}号".format, codes, st.integers(2000, 2099), st.integers(1, 9999))
    found: dict[str, st.SearchStrategy[Any]] = {
        "date": st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)).map(datetime.date.isoformat),
        "year": st.integers(1990, 2099),
        "integer": st.integers(0, 10**9 - 1),
        "choice": st.sampled_from(allowed or ("标准",)),
        "flag": st.booleans(),
        "level": st.sampled_from([names.split("|")[0] for names in allowed] or ["乡镇"]),
        "outline": st.lists(_group(), min_size=1, max_size=3).map(tuple),
        "positions": st.lists(st.integers(1, 99), min_size=1, max_size=4).map(tuple),
    }
    return found[kind]


def _group() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(["加强领导", "行政执法", "监督"]), min_size=1, max_size=2).map(tuple)


@st.composite
def figures(draw: st.DrawFn, units: tuple[str, ...]) -> Figure:
    """Figures that a form gives in one word, in the one way that they are kept."""
    unit = draw(st.sampled_from(units))
    if draw(st.integers(0, 19)) == 0:
        return Figure("", unit, not_applicable=True)
    scale = draw(st.sampled_from(["", "", "万"])) if unit[:1] not in ("万", "亿", "%") else ""
    number = draw(st.one_of(st.integers(0, 9), st.integers(0, 10**6)).map(str))
    if scale or unit in ("%", "元", "万元"):
        number += draw(st.sampled_from(["", "", ".5", ".10"]))
    qualifier = draw(st.sampled_from(["", "", "", "余", "多", "超", "近", "约", "逾", "以上"]))
    return Figure(number, unit, scale, qualifier)


@st.composite
def form_data(draw: st.DrawFn, schema: Schema) -> dict[str, Any]:
    """A filled form as YAML would hold it, every part of it readable."""
    found: dict[str, Any] = {}
    for section in schema.sections:
        if draw(st.booleans()):
            found[section.label] = draw(_section_data(schema, section))
    return {label: held for label, held in found.items() if held not in ({}, [], None)}


def forms(schema: Schema) -> st.SearchStrategy[str]:
    """The text of a filled form without a mistake in it."""
    return form_data(schema).map(lambda d: yaml.safe_dump(d, allow_unicode=True, sort_keys=False, width=10**6))


def profiles(schema: Schema) -> st.SearchStrategy[Profile]:
    """What a filled form says, with the places of its text."""
    return forms(schema).map(lambda text: read(text.encode(), "random.yml", schema).profile)


@st.composite
def _section_data(draw: st.DrawFn, schema: Schema, section: Section) -> Any:
    if section.shape == "record":
        return draw(_record_data(schema, section.fields))
    if section.shape == "themes":
        own = {s.theme for s in schema.sections if s.shape == "theme"}
        themes = [t for t in schema.themes if t.id not in own]
        chosen = draw(st.lists(st.sampled_from(themes), max_size=4, unique_by=lambda t: t.id))
        return {theme.label: draw(_theme_data(schema, theme)) for theme in chosen}
    if section.shape == "theme":
        theme = next(t for t in schema.themes if t.id == section.theme)
        return {**draw(_record_data(schema, section.fields)), **draw(_theme_data(schema, theme))}
    if section.shape == "items":
        items = draw(st.lists(_record_data(schema, section.fields), max_size=3))
        return [item for item in items if item]
    return draw(values("prose")) if section.shape == "prose" else draw(st.sampled_from(["是", "否"]))


@st.composite
def _record_data(draw: st.DrawFn, schema: Schema, fields: Sequence[Field]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in fields:
        if draw(st.booleans()):
            found[entry.label] = draw(_field_data(schema, entry))
    return {label: held for label, held in found.items() if held not in ({}, [])}


@st.composite
def _field_data(draw: st.DrawFn, schema: Schema, entry: Field) -> Any:
    if entry.kind == "record":
        return draw(_record_data(schema, entry.fields))
    if entry.kind == "data":
        return draw(_figure_data(list(schema.indicators.values())))
    if entry.kind == "outline":
        labels = st.sampled_from([t.label for t in schema.themes])
        chosen = draw(st.lists(labels, min_size=1, max_size=4, unique=True))
        return ["+".join(chosen[:2]), *chosen[2:]]
    if entry.kind == "positions":
        return draw(st.lists(st.integers(1, 5), min_size=1, max_size=3))
    allowed = tuple(level.label for level in schema.levels) if entry.kind == "level" else entry.choices
    value = values(entry.kind, allowed).map(KINDS[entry.kind][1])
    return draw(st.lists(value, min_size=1, max_size=2)) if entry.many else draw(value)


@st.composite
def _theme_data(draw: st.DrawFn, schema: Schema, theme: Theme) -> dict[str, Any]:
    ticks = [m.label for m in schema.measures if m.theme == theme.id]
    chosen = draw(st.lists(st.sampled_from(ticks), max_size=4, unique=True)) if ticks else []
    said = st.one_of(st.none(), entered())
    points = st.fixed_dictionaries({"标题": entered(), "内容": values("prose")})
    found: dict[str, Any] = {
        "标题": draw(said),
        "举措": [tick if (own := draw(said)) is None else {tick: own} for tick in chosen],
        "数据": draw(_figure_data([i for i in schema.indicators.values() if i.theme == theme.id])),
        "其他数据": draw(st.lists(entered().map(lambda w: f"办结{w}3件"), max_size=2)),
        "补充": draw(st.one_of(st.none(), values("prose"))),
        "要点": draw(st.lists(points, max_size=2)),
    }
    return {label: held for label, held in found.items() if held not in (None, [], {})}


@st.composite
def _figure_data(draw: st.DrawFn, indicators: list[Indicator]) -> dict[str, Any]:
    if not indicators:
        return {}
    found: dict[str, Any] = {}
    for indicator in draw(st.lists(st.sampled_from(indicators), max_size=8, unique_by=lambda i: i.id)):
        one = figures((indicator.unit,)).map(KINDS["figure"][1])
        more = {"上年": one, "范围": entered(), "时段": entered(), "来源": entered()}
        parts = st.fixed_dictionaries({"本年": one}, optional=more)
        several = st.lists(st.one_of(one, parts), min_size=1, max_size=3)
        found[indicator.label] = draw(st.one_of(one, one, parts, several))
    return found

"""The schema from a template folder's YAML."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any, cast

import yaml

from generator.errors import BrokenTemplate
from generator.remembered import remembered
from generator.schema.model import (
    Constraint,
    Field,
    Indicator,
    Level,
    Measure,
    Pair,
    Schema,
    Section,
    Support,
    Theme,
)

_SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OWN = {"体裁", "sections", "structures", "flat", "themes", "levels"}


def from_sources(sources: Mapping[str, str], measures: Iterable[Measure] = ()) -> Schema:
    """The schema that genre.yml, indicators.yml and schema.yml (learned, optional) of a folder say.

    Raises BrokenTemplate naming the file and what it lacks.
    """
    genre = mapping(sources, "genre.yml")
    figures = mapping(sources, "indicators.yml")
    learned = mapping(sources, "schema.yml") if "schema.yml" in sources else {}
    file = "genre.yml"
    try:
        sections = tuple(
            Section(**{**s, "fields": _fields(s), "support": _support(learned, "sections", s["id"])})
            for s in genre["sections"]
        )
        themes = tuple(_theme(t, learned) for t in _ordered(genre, learned))
        levels = tuple(Level(**_tuples(v)) for v in genre["levels"])
        structures = {name: tuple(order) for name, order in genre["structures"].items()}
        name, flat = genre["体裁"], tuple(genre.get("flat", ()))
        file = "indicators.yml"
        indicators = {i["id"]: _indicator(i, learned) for i in figures.get("indicators", ())}
        pairs = tuple(Pair(**p) for p in figures.get("pairs", ()))
        constraints = tuple(Constraint(**c) for c in figures.get("constraints", ()))
    except KeyError as error:
        raise BrokenTemplate(f"{file} 里缺少“{error.args[0]}”", "对照随程序附带的 rule-of-law 模板补上") from error
    except (TypeError, AttributeError, ValueError) as error:
        # The names of what is too much or too little stand in the message, in quotes.
        words = "、".join(re.findall(r"'(\w+)'", str(error)))
        told = f"缺少或不认识“{words}”" if words else "有写得不对的地方"
        raise BrokenTemplate(f"{file} 里{told}", "对照随程序附带的 rule-of-law 模板改正") from error
    return Schema(
        genre=name,
        sections=sections,
        themes=themes,
        indicators=indicators,
        pairs=pairs,
        constraints=constraints,
        measures=tuple(measures),
        levels=levels,
        structures=structures,
        flat=flat,
        wording=cast(dict[str, object], _plain({k: v for k, v in genre.items() if k not in _OWN})),
    )


def _ordered(genre: Mapping[str, Any], learned: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The genre's themes in the order that most reports have.

    Those that few reports have, and those that are a part of their own, keep their places.
    """
    apart = {section.get("theme") for section in genre["sections"]}
    standard = (learned.get("standard") or {}).get("themes") or ()
    usual = {name: place for place, name in enumerate(standard) if name not in apart}
    again = iter(sorted((t for t in genre["themes"] if t["id"] in usual), key=lambda t: usual[t["id"]]))
    return [next(again) if theme["id"] in usual else theme for theme in genre["themes"]]


def _theme(data: Mapping[str, Any], learned: Mapping[str, Any]) -> Theme:
    support = _support(learned, "themes", data["id"])
    return Theme(data["id"], data["label"], tuple(data.get("aliases", ())), tuple(data.get("headings", ())), support)


def mapping(sources: Mapping[str, str], name: str) -> dict[str, Any]:
    """The data of one YAML file of a folder. Raises BrokenTemplate where it is missing or no mapping."""
    if name not in sources:
        raise BrokenTemplate(f"模板文件夹里没有 {name}", "用 gen templates eject 取一份完整的模板再改")
    text = sources[name]
    try:
        data = remembered(("yaml", sha256(text.encode()).hexdigest()), lambda: yaml.load(text, Loader=_SAFE))  # noqa: S506
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"第{mark.line + 1}行" if mark else ""
        raise BrokenTemplate(f"{name} {where}不是合格的 YAML", "检查缩进和冒号") from error
    if not isinstance(data, dict):
        raise BrokenTemplate(f"{name} 应是“键: 值”的形式")
    return data


def _indicator(data: Mapping[str, Any], learned: Mapping[str, Any]) -> Indicator:
    return Indicator(**_tuples(data), support=_support(learned, "indicators", data["id"]))


def _fields(data: Mapping[str, Any]) -> tuple[Field, ...]:
    return tuple(Field(**{**_tuples(f), "fields": _fields(f)}) for f in data.get("fields", ()))


def _tuples(data: Mapping[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}


def _support(learned: Mapping[str, Any], kind: str, name: str) -> dict[str, Support]:
    counts = ((learned.get(kind) or {}).get(name) or {}).get("support") or {}
    return {level: Support(*pair) for level, pair in counts.items()}


def _plain(data: object) -> object:
    """YAML data without the dates that YAML makes of 2024-07-18."""
    if isinstance(data, dict):
        return {str(k): _plain(v) for k, v in data.items()}
    if isinstance(data, list):
        return [_plain(v) for v in data]
    return data.isoformat() if isinstance(data, date) else data

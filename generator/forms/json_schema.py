"""The form as JSON Schema (draft-07, which YAML language servers speak): keys and ticks are completed, help is
shown, unknown keys are underlined while a clerk types."""

from collections.abc import Sequence
from typing import Any

from generator.forms.index import DOCUMENT_KEYS, POINT_KEYS
from generator.schema.model import Field, Indicator, Schema, Section, Theme
from generator.schema.words import pick

_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
_TICK_VARIANT = 0


def json_schema(schema: Schema) -> dict[str, Any]:
    """The JSON Schema of a genre's form, as plain data ready for `json.dumps`."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"{schema.genre}表单",
        **_object({s.label: _section(schema, s) for s in schema.sections}),
        "definitions": {
            "数": _figure(),
            "数据": _object({**_figures(schema), **_pairs(schema)}),
            "要点": _list(_object({k: _reference("数据") if k == "数据" else _TEXT for k in POINT_KEYS})),
            "文件": _list(_object(dict.fromkeys(DOCUMENT_KEYS, _TEXT))),
            **{f"主题 {theme.label}": _theme(schema, theme, _own_fields(schema, theme)) for theme in schema.themes},
        },
    }


def _object(properties: dict[str, Any], required: Sequence[str] = ()) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
    }
    return {**found, "required": list(required)} if required else found


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": ["array", "null"], "items": item}


def _reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/definitions/{name}"}


def _section(schema: Schema, section: Section) -> dict[str, Any]:
    found: dict[str, Any]
    if section.shape == "record":
        found = _record(section.fields)
    elif section.shape == "themes":
        own = {s.theme for s in schema.sections if s.shape == "theme"}
        found = _object(
            {
                name: _reference(f"主题 {theme.label}")
                for theme in schema.themes
                if theme.id not in own
                for name in (theme.label, *theme.aliases)
            }
        )
    elif section.shape == "theme":
        theme = next((t for t in schema.themes if t.id == (section.theme or section.id)), None)
        found = _reference(f"主题 {theme.label}") if theme else _object({})
    elif section.shape == "items":
        found = _list(_record(section.fields))
    elif section.shape == "flag":
        found = {"enum": ["是", "否", None]}
    else:
        found = dict(_TEXT)
    return {**found, "description": section.hint} if section.hint and "$ref" not in found else found


def _own_fields(schema: Schema, theme: Theme) -> tuple[Field, ...]:
    """Fields of the section that is this theme's alone."""
    return next((s.fields for s in schema.sections if s.shape == "theme" and s.theme == theme.id), ())


def _record(fields: Sequence[Field]) -> dict[str, Any]:
    return _object({f.label: _field(f) for f in fields}, [f.label for f in fields if f.required])


def _field(entry: Field) -> dict[str, Any]:
    found: dict[str, Any]
    if entry.kind == "record":
        found = _record(entry.fields)
    elif entry.kind == "data":
        found = _reference("数据")
    elif entry.kind in ("outline", "positions") or entry.many:
        found = {"anyOf": [dict(_TEXT), _list(dict(_TEXT))]}
    elif entry.kind == "flag":
        found = {"enum": ["是", "否", None]}
    elif entry.kind == "choice":
        found = {"enum": [*entry.choices, *_as_number(entry.choices), None]}
    else:
        found = dict(_TEXT)
    hint = ("必填；" if entry.required else "") + entry.hint
    return {**found, "description": hint} if hint and "$ref" not in found else found


def _as_number(choices: Sequence[str]) -> list[int | float]:
    """Choices such as `1.`, which a YAML language server takes for numbers."""
    return [float(c) for c in choices if c.rstrip(".").isdigit()]


def _theme(schema: Schema, theme: Theme, fields: Sequence[Field]) -> dict[str, Any]:
    ticks = [m for m in schema.measures if m.theme == theme.id]
    sentences = {m.label: pick(_TICK_VARIANT, m.sentences, m.label) for m in ticks}
    tick: dict[str, Any] = {
        "anyOf": [
            *({"const": label, "description": sentence} for label, sentence in sentences.items()),
            _object({label: {**_TEXT, "description": sentence} for label, sentence in sentences.items()}),
        ]
    }
    return _object(
        {
            "标题": {**_TEXT, "description": "空 = 自动拟定"},
            **{f.label: _field(f) for f in fields},
            "举措": _list(tick),
            "数据": _reference("数据"),
            "其他数据": {**_list(dict(_TEXT)), "description": "动词开头的一句，如 办结人大代表议案3件"},
            "补充": {**_TEXT, "description": "自己的话，照印"},
            "要点": _reference("要点"),
            "上年参考": {**_TEXT, "description": "去年的报告怎么写的，只供参考，不印"},
        }
    )


def _figure() -> dict[str, Any]:
    one = _object(
        {
            "本年": _TEXT,
            "值": _TEXT,
            "上年": {**_TEXT, "description": "填了就写同比"},
            "范围": {**_TEXT, "description": "只算一部分时写，如 电话微信"},
            "时段": {**_TEXT, "description": "不是报告年度时写，如 五年来"},
            "其中": {"enum": ["是", "否", None]},
            "句": {**_TEXT, "description": "自己的句子，代替模板的"},
            "文件": _reference("文件"),
            "来源": {**_TEXT, "description": "谁提供的，不印"},
        }
    )
    return {"anyOf": [_TEXT, one, {"type": "array", "items": {"anyOf": [_TEXT, one]}}]}


def _figures(schema: Schema) -> dict[str, Any]:
    return {
        name: {"description": _about(indicator), "allOf": [_reference("数")]}
        for indicator in schema.indicators.values()
        for name in (indicator.label, *indicator.aliases)
    }


def _pairs(schema: Schema) -> dict[str, Any]:
    return {
        pair.label: {"anyOf": [_reference("数"), _object({part: _reference("数") for part in pair.parts})]}
        for pair in schema.pairs
    }


def _about(indicator: Indicator) -> str:
    clause = indicator.clause.replace("{}", f"…{indicator.unit}")
    return "；".join(part for part in (clause, indicator.supplier, indicator.hint) if part)

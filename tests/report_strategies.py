"""Filled forms of the shipped genre: every part of a report filled or not, with plain words or with hard ones.

A form is drawn in two steps: an outline of what is filled, whose leaves are strategies, and the values. So two
forms with the same filled fields differ in nothing but values.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import yaml
from drafting import shipped
from forms_strategies import entered
from hypothesis import strategies as st

from generator.schema.model import Field, Indicator, Section, Theme

Words = Callable[[str], st.SearchStrategy[str]]
"""Kind (phrase or prose) -> words of it."""

_UNITS = {
    "乡镇": [
        ("青石县云岭镇人民政府", "青石县"),
        ("中村乡人民政府", "青石市"),
        ("青石县白山民族乡人民政府", "青石自治县"),
    ],
    "街道": [("青石区河西街道办事处", "青石区")],
    "县": [
        ("青石县人民政府", "云州市"),
        ("河西区人民政府", "云州市"),
        ("白音旗人民政府", "云蒙盟"),
        ("青石市人民政府", "云州"),
    ],
    "部门": [("青石县农业农村局", "青石县"), ("青石县发展和改革委员会", "青石县")],
}
_CHARACTERS = "山川河流田野村庄院落街巷桥路林草花木云雨风雪"


def plain_words(kind: str) -> st.SearchStrategy[str]:
    """Words without a mark or a digit, so that what is odd in a draft is of our own making."""
    word = st.text(st.sampled_from(_CHARACTERS), min_size=4, max_size=12).map(lambda said: f"完成{said}")
    return word if kind == "phrase" else st.lists(word, min_size=1, max_size=2).map("。".join)


def hard_words(kind: str) -> st.SearchStrategy[str]:
    """Words with every mark that a template, Markdown or XML might take for its own; one paragraph."""
    return entered("phrase").filter(lambda said: said.strip() == said)


@st.composite
def outlines(draw: st.DrawFn, words: Words = plain_words, most: int = 6) -> dict[str, Any]:
    """What is filled: nested as the form is, with strategies for the values; `most` figures a theme."""
    level = draw(st.sampled_from([v.label for v in shipped().schema.levels]))
    unit, upper = draw(st.sampled_from(_UNITS[level]))
    report = next(s for s in shipped().schema.sections if s.id == "report")
    found: dict[str, Any] = {
        "报告": draw(_report(report)),
        "单位": {"名称": [unit], "简称": unit[-8:-4] if draw(st.booleans()) else None, "层级": level, "上级": upper},
    }
    for section in shipped().schema.sections:
        if section.shape == "themes":
            own = {s.theme for s in shipped().schema.sections if s.shape == "theme"}
            themes = [t for t in shipped().schema.themes if t.id not in own]
            chosen = draw(st.lists(st.sampled_from(themes), min_size=1, max_size=4, unique_by=lambda t: t.id))
            found[section.label] = {t.label: draw(_theme(t, words, most)) for t in chosen}
        elif section.shape == "theme" and draw(st.booleans()):
            theme = next(t for t in shipped().schema.themes if t.id == section.theme)
            fields = {f.label: [words("phrase")] for f in section.fields if draw(st.booleans())}
            found[section.label] = {**fields, **draw(_theme(theme, words, most))}
        elif section.shape == "items" and draw(st.booleans()):
            found[section.label] = draw(st.lists(_item(section, words), min_size=1, max_size=3))
        elif section.shape == "prose" and draw(st.booleans()):
            found[section.label] = words("prose")
    return _pruned(found)


def filled(outline: Any) -> st.SearchStrategy[Any]:
    """The values of an outline."""
    if isinstance(outline, dict):
        return st.fixed_dictionaries({key: filled(value) for key, value in outline.items()})
    if isinstance(outline, list):
        return st.tuples(*map(filled, outline)).map(list)
    return outline if isinstance(outline, st.SearchStrategy) else st.just(outline)


def reports(words: Words = plain_words, most: int = 6) -> st.SearchStrategy[dict[str, Any]]:
    """A filled form as data."""
    return outlines(words, most).flatmap(filled)


def report_forms(words: Words = plain_words, most: int = 6) -> st.SearchStrategy[str]:
    """A filled form as text."""
    return reports(words, most).map(as_text)


def as_text(data: dict[str, Any]) -> str:
    """A form's data as a file, in the order given and without lines folded."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)


@st.composite
def _report(draw: st.DrawFn, section: Section) -> dict[str, Any]:
    found: dict[str, Any] = {"年度": draw(st.integers(2021, 2026)), "变体": draw(st.integers(1, 97))}
    choices: dict[str, Field] = {f.id: f for f in section.fields if f.kind == "choice" and f.id != "look"}
    for field in choices.values():
        if draw(st.booleans()):
            found[field.label] = draw(st.sampled_from(field.choices))
    if draw(st.booleans()):
        labels = [t.label for t in shipped().schema.themes]
        named = draw(st.lists(st.sampled_from(labels), min_size=1, max_size=5, unique=True))
        cuts = draw(st.sets(st.integers(1, 4), max_size=3))
        groups: list[list[str]] = [[]]
        for at, label in enumerate(named):
            groups += [[]] if at in cuts and groups[-1] else []
            groups[-1].append(label)
        found["提纲"] = ["+".join(group) for group in groups]
    if draw(st.booleans()):
        found["成文日期"] = draw(st.dates(date(2022, 1, 1), date(2027, 6, 30)).map(date.isoformat))
    return found


@st.composite
def _theme(draw: st.DrawFn, theme: Theme, words: Words, most: int) -> dict[str, Any]:
    ticks = [m.label for m in shipped().schema.measures if m.theme == theme.id]
    chosen = draw(st.lists(st.sampled_from(ticks), max_size=4, unique=True)) if ticks else []
    own = [i for i in shipped().schema.indicators.values() if i.theme == theme.id]
    return {
        "标题": words("phrase") if draw(st.booleans()) else None,
        "举措": [{tick: words("phrase")} if draw(st.booleans()) else tick for tick in chosen],
        "数据": draw(_data(own or list(shipped().schema.indicators.values()), most, words)),
        "其他数据": [words("phrase") for _ in range(draw(st.integers(0, 2)))],
        "补充": words("prose") if draw(st.booleans()) else None,
        "要点": draw(st.lists(_point(words), max_size=2)),
    }


@st.composite
def _point(draw: st.DrawFn, words: Words) -> dict[str, Any]:
    anything = list(shipped().schema.indicators.values())
    data = draw(_data(anything, 2, words)) if draw(st.booleans()) else {}
    return {"标题": words("phrase"), "内容": words("prose"), "数据": data}


@st.composite
def _item(draw: st.DrawFn, section: Section, words: Words) -> dict[str, Any]:
    first, *rest = section.fields
    found: dict[str, Any] = {first.label: words("phrase" if first.kind == "phrase" else "prose")}
    for field in rest:
        if draw(st.booleans()):
            if field.kind == "data":
                found[field.label] = draw(_data(list(shipped().schema.indicators.values()), 3, words))
            elif field.kind == "positions":
                found[field.label] = [1]
            else:
                one = words(field.kind)
                found[field.label] = [one] * draw(st.integers(1, 3)) if field.many else one
    return found


@st.composite
def _data(draw: st.DrawFn, indicators: list[Indicator], most: int, words: Words) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for indicator in draw(st.lists(st.sampled_from(indicators), max_size=most, unique_by=lambda i: i.id)):
        found[indicator.label] = draw(_figure(indicator, words))
    return found


@st.composite
def _figure(draw: st.DrawFn, indicator: Indicator, words: Words) -> Any:
    number = numbers(indicator)
    shape = draw(st.sampled_from(["plain"] * 8 + ["last", "apart", "parts", "told", "documents", "none"]))
    if shape == "last":
        return {"本年": number, "上年": number}
    if shape == "apart":
        return {"值": number, draw(st.sampled_from(["时段", "范围"])): words("phrase")}
    if shape == "parts":
        return [number, {"值": number, "范围": words("phrase"), "其中": "是"}]
    if shape == "told":
        # As the form asks, the clerk's own words hold the number; what is counted they need not tell.
        return st.tuples(number, words("phrase")).map(
            lambda said: {"值": said[0], "句": f"{said[1]}{said[0]}{indicator.unit}"}
        )
    if shape == "documents" and indicator.kind == "count":
        return {"文件": [{"名称": words("phrase"), "文号": "云政〔2024〕7号"}] * draw(st.integers(1, 2))}
    return "不适用" if shape == "none" else number


def numbers(indicator: Indicator) -> st.SearchStrategy[str]:
    """Numbers as clerks type them, 0 and rough ones among them."""
    exact = st.one_of(st.integers(0, 3), st.integers(4, 99_999))
    if indicator.unit == "%":
        return st.integers(0, 100).map(str)
    rough = st.builds(str.format, st.sampled_from(["{}余", "超{}", "近{}", "约{}", "{}多"]), st.integers(10, 9_999))
    return st.one_of(exact.map(str), exact.map(str), rough)


def _pruned(data: Any) -> Any:
    """Without what is not filled."""
    if isinstance(data, dict):
        kept = {key: _pruned(value) for key, value in data.items()}
        return {key: value for key, value in kept.items() if value is not None and value not in ({}, [])}
    if isinstance(data, list):
        return [_pruned(value) for value in data]
    return data

"""Drafting in tests: with the shipped genre, and with small genres made of a few words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import yaml

from generator import resources
from generator.compose import Template, compile_folder, load
from generator.diagnostics import Severity
from generator.document.nodes import Block, Division, Document, Heading, Inline, Paragraph, Strong, Table, Text
from generator.document.walk import plain, stretches, texts
from generator.draft import Draft, drafts, template_of
from generator.forms.read import read
from generator.schema.model import Profile

SHIPPED_PROFILES = ("wuding-2025", "faku-2023", "zhongcun-2022", "binhai-2024", "gekeng-2024")

_REPORT = "% {{ 标题 }}\n\n{% for 部 in 部分 %}\n{% include 部.模板 %}\n\n{% endfor %}\n"
_MEASURES = """{% for 题 in 各主题 %}
## {{ 题.标题 }}

{% set 合并 = false %}
{% for 主题 in 题.主题 %}
{% include "sections/theme.md.j2" %}

{% endfor %}
{% endfor %}
"""
_GENRE = """
体裁: 试验年报
sections:
- {id: report, label: 报告, shape: record, fields: [{id: year, label: 年度, kind: year}, {id: variant, label: 变体, kind: integer}, {id: layers, label: 层次, kind: choice, choices: [一是, "1."]}]}
- {id: unit, label: 单位, shape: record, fields: [{id: name, label: 名称, kind: phrase, many: true}, {id: level, label: 层级, kind: level}, {id: upper, label: 上级, kind: phrase}]}
- {id: measures, label: 主要举措, shape: themes, role: measures, template: measures}
structures: {标准: [measures]}
themes: [{id: only, label: 唯一主题, headings: [唯一主题]}]
levels: [{id: township, label: 乡镇}]
"""  # noqa: E501 - one section a line


@cache
def shipped() -> Template:
    """The shipped genre, ready."""
    return template_of(resources.find_template(str(resources.shipped("templates") / resources.DEFAULT_TEMPLATE)))


def profile_text(name: str) -> str:
    """A shipped form."""
    return (resources.shipped("profiles") / f"{name}.yml").read_text("utf-8")


def profile_of(text: str, template: Template | None = None) -> Profile:
    """What a form says; fails the test when it cannot be read."""
    reading = read(text.encode(), "form.yml", (template or shipped()).schema)
    errors = [d for d in reading.diagnostics if d.severity is Severity.ERROR]
    assert not errors, errors
    return reading.profile


def shipped_profile(name: str, variant: int | None = None) -> Profile:
    """A shipped form, with another 变体 if given."""
    found = profile_of(profile_text(name))
    if variant is None:
        return found
    return Profile({**found.values, ("report", "variant"): variant}, found.places, found.file)


def drafted(data: str | Mapping[str, Any] | Profile, template: Template | None = None, public: bool = False) -> Draft:
    """The first draft of a form given as text, as data, or read already."""
    ready = template or shipped()
    if isinstance(data, Mapping):
        data = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
    profile = profile_of(data, ready) if isinstance(data, str) else data
    return next(drafts(profile, ready, public))


@cache
def _small(theme: str, dictionary: str, files: tuple[tuple[str, str], ...]) -> Template:
    shared = resources.read_sources(resources.find_template())
    units = yaml.safe_load(shared["genre.yml"])
    words = {key: units[key] for key in ("units", "uppers", "meetings", "periods")}
    genre = {**yaml.safe_load(_GENRE), **words}
    return load(
        compile_folder(
            {
                "genre.yml": yaml.safe_dump(genre, allow_unicode=True),
                "indicators.yml": dictionary,
                "report.md.j2": _REPORT,
                "sections/measures.md.j2": _MEASURES,
                "sections/theme.md.j2": shared["sections/theme.md.j2"],
                "themes/only.md.j2": theme,
                **dict(files),
            }
        )
    )


def small(
    theme: str,
    indicators: Mapping[str, Mapping[str, Any]],
    constraints: Iterable[Mapping[str, Any]] = (),
    files: Mapping[str, str] | None = None,
) -> Template:
    """A genre of one theme whose template is `theme`; indicators: label -> what differs from a plain count of 件;
    files: name -> text, instead of the small genre's own."""
    made = [
        {
            "id": f"i{at}",
            "label": label,
            "theme": "only",
            "point": "点",
            "unit": "件",
            "clause": label + "{}",
            **(own or {}),
        }
        for at, (label, own) in enumerate(indicators.items())
    ]
    dictionary = {"indicators": made, "pairs": [], "constraints": list(constraints)}
    text = yaml.safe_dump(dictionary, allow_unicode=True, sort_keys=False)
    return _small(theme, text, tuple((files or {}).items()))


def small_form(
    theme: Mapping[str, Any], unit: str = "云岭镇人民政府", upper: str = "青石县", **report: Any
) -> dict[str, Any]:
    """A form of such a genre with this under its theme."""
    return {
        "报告": {"年度": 2024, "变体": 1, **report},
        "单位": {"名称": unit, "层级": "乡镇", "上级": upper},
        "主要举措": {"唯一主题": dict(theme)},
    }


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, those inside divisions too, without the divisions."""
    for block in blocks:
        if isinstance(block, Division):
            yield from flat(block.blocks)
        else:
            yield block


def paragraphs(document: Document) -> list[str]:
    """The words of every paragraph outside divisions."""
    return [plain(block.inlines) for block in document.blocks if isinstance(block, Paragraph)]


def headings(document: Document, level: int = 1) -> list[str]:
    """The words of the headings of one level."""
    return [plain(b.inlines) for b in document.blocks if isinstance(b, Heading) and b.level == level]


def shape(document: Document) -> list[tuple[str, object]]:
    """The tree without its words."""
    return [
        (type(block).__name__, getattr(block, "level", getattr(block, "name", ""))) for block in _all(document.blocks)
    ]


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Division):
            yield from _all(block.blocks)


def plainest(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks with nothing empty and no two texts in a row, as a reader finds them."""
    return tuple(map(_plainest, blocks))


def _plainest(block: Block) -> Block:
    if isinstance(block, Division):
        return replace(block, blocks=plainest(block.blocks))
    if isinstance(block, Table):
        header, rows = (tuple(tuple(map(_merged, row)) for row in part) for part in (block.header, block.rows))
        return replace(block, header=header, rows=rows)
    return replace(block, inlines=_merged(block.inlines))


def _merged(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    kept: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Strong):
            kept.append(Strong(_merged(inline.inlines)))
        elif isinstance(inline, Text) and kept and isinstance(kept[-1], Text):
            kept[-1] = Text(kept[-1].words + inline.words)
        elif inline != Text(""):
            kept.append(inline)
    return tuple(kept)


def runs(document: Document) -> list[tuple[Inline, ...]]:
    """The inlines of each stretch of words."""
    return list(stretches(document.blocks))


def words(document: Document) -> list[Text]:
    """Every text of a document."""
    return [text for inlines in stretches(document.blocks) for text in texts(inlines)]

"""What was learned of a new genre -> the files of its template folder."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.learn.count import FEW, WHOLE
from generator.learn.genre.figures import Figure
from generator.learn.genre.themes import Theme
from generator.learn.plain import flow, lines
from generator.records import record
from generator.regex import regex

_MOST = 6
"""Wordings of a heading to choose from."""
_POINT = "数据"
_YEARS = regex(r"(\{年度\}|\{次年\})")
_MARKS = regex(r"[\"'{}%#\\\\*|<>\[\]&`]")
_STRUCTURE = "标准"
_HOLE = "〔标题〕"

Plain = Mapping[str, Any]


@record
class Genre:
    """What reports of a genre have in common.

    name: 工作总结; learned: what schema.yml says; themes: in their usual order; flat: whether they are parts of
    level 1; lexicon: the words that the reading of such reports goes by.
    """

    name: str
    learned: Plain
    themes: tuple[Theme, ...]
    flat: bool
    lexicon: Plain


def folder(genre: Genre, frame: Plain, sources: Mapping[str, str], seal: str) -> dict[str, str]:
    """The files by relative name. frame: the scaffold's frame.yml; sources: its templates; seal: schema.yml."""
    roles = [role for role in genre.learned["standard"]["sections"] if role in frame["roles"]]
    labels = [level["label"] for level in frame["levels"]]
    return {
        "genre.yml": "\n".join([*_genre(genre, frame, roles), ""]),
        "indicators.yml": "\n".join([*_indicators(genre, frame, labels), ""]),
        "schema.yml": seal,
        "lexicon.yml": "\n".join([*_lexicon(genre), ""]),
        "report.md.j2": sources["report.md.j2"],
        **{f"sections/{role}.md.j2": _section(genre, frame, role, sources) for role in roles},
        **{f"themes/{theme.id}.md.j2": _theme(theme, frame) for theme in genre.themes},
    }


def _genre(genre: Genre, frame: Plain, roles: Sequence[str]) -> Iterator[str]:
    learned_from = genre.learned["learned_from"]["full"].get(WHOLE, 0)
    yield f"# {genre.name}：由 gen learn --genre 从 {learned_from} 份报告学得；名称、标题、句子都可以改。"
    yield f"体裁: {flow(genre.name)}"
    yield f"title: {flow(frame['title'].replace('{体裁}', genre.name))}"
    yield from _listed("sections", [*frame["sections"], *(frame["roles"][role] for role in roles)])
    yield f"structures: {flow({_STRUCTURE: list(roles)})}"
    if genre.flat:
        yield f"flat: {flow([_STRUCTURE])}"
    yield from _listed("themes", [_theme_entry(genre, theme, frame) for theme in genre.themes])
    salutation = genre.learned["openings"]["salutation"].get(WHOLE, [0, 0])
    addressed = {"addressees": [frame["addressee"]]} if salutation[0] * 2 > salutation[1] else {}
    yield from _listed("levels", [{**level, **addressed} for level in frame["levels"]])
    yield from _listed("units", frame["units"])
    yield from _listed("uppers", frame["uppers"])
    usual = genre.learned["lengths"].get("report") or {}
    found = {
        level: [each["low"], each["high"]]
        for level, each in usual.items()
        if level != WHOLE and each["of"] >= FEW
    }
    yield from lines({"lengths": found})


def _theme_entry(genre: Genre, theme: Theme, frame: Plain) -> Plain:
    phrases = (genre.learned["themes"].get(theme.id) or {}).get("phrases") or {}
    claims = (*frame["claims"], "{")
    headings = [p for p in phrases if theme.label in p and not any(claim in p for claim in claims)][:_MOST]
    own = frame["heading"].replace("{主题}", theme.label.removesuffix("工作"))
    return {"id": theme.id, "label": theme.label, "headings": headings or [own]}


def _indicators(genre: Genre, frame: Plain, levels: Sequence[str]) -> Iterator[str]:
    yield "# 学到的数据：至少两份报告里“同一名称＋数＋同一单位”。名称、句子（clause）、单位都可以改，id 不改。"
    entries = []
    for theme in genre.themes:
        for number, figure in enumerate(theme.figures, 1):
            entries.append(_indicator(f"{theme.id}_{number}", theme.id, figure, frame, levels))
    yield from _listed("indicators", entries)
    yield "pairs: []"
    yield "constraints: []"


def _indicator(name: str, theme: str, figure: Figure, frame: Plain, levels: Sequence[str]) -> Plain:
    kind = figure.kind
    clause = frame["clauses"]["rate" if kind == "rate" else "count"].replace("{名称}", figure.said)
    entry: dict[str, Any] = {"id": name, "label": figure.label, "theme": theme, "point": _POINT, "unit": figure.unit}
    if kind != "count":
        entry["kind"] = kind
    if figure.stock:
        entry["nature"] = "stock"
    if kind == "rate":
        entry["rollup"] = "none"
    return {**entry, "clause": clause, "levels": list(levels)}


def _section(genre: Genre, frame: Plain, role: str, sources: Mapping[str, str]) -> str:
    learned = (genre.learned["sections"].get(role) or {}).get("wordings") or {}
    wordings = list(learned)[:_MOST] or list(frame["wordings"][role])
    said = ", ".join(_expression(wording) for wording in wordings)
    return sources[f"sections/{role}.md.j2"].replace(_HOLE, f"{{{{ 措辞({said}) }}}}")


def _expression(wording: str) -> str:
    """Words with {年度} and {次年} as Jinja; marks that Jinja or Markdown would take for their own are left out."""
    parts = [part for part in _YEARS.split(wording) if part]
    return " ~ ".join(part[1:-1] if _YEARS.fullmatch(part) else f'"{_MARKS.sub("", part)}"' for part in parts)


def _theme(theme: Theme, frame: Plain) -> str:
    rows = []
    for name, *sentences in frame["measures"]:
        told = ", ".join(f'"{sentence.replace("{主题}", theme.label)}"' for sentence in sentences)
        rows.append(f'{{{{ 举措("{name}", {told}) }}}}')
    return "\n".join([*rows, *([f'{{{{ 其余("{_POINT}") }}}}'] if theme.figures else []), ""])


def _lexicon(genre: Genre) -> Iterator[str]:
    yield "# 认读这种报告所用的词：各部分、各主题的标题怎么说。数字是分量，越大越能说明问题。"
    yield from lines(dict(genre.lexicon))


def _listed(key: str, entries: Sequence[Plain]) -> Iterator[str]:
    """A list with one entry a line; the fields of a part of the form have lines of their own."""
    yield f"{key}:" if entries else f"{key}: []"
    for entry in entries:
        fields = entry.get("fields")
        if isinstance(fields, list):
            head = {name: value for name, value in entry.items() if name != "fields"}
            yield f"- {flow(head)[:-1]}, fields: ["
            yield ",\n".join(f"    {flow(field)}" for field in fields) + "]}"
        else:
            yield f"- {flow(entry)}"

"""A template folder held against its own schema, before there is any data (`gen templates check`)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import meta, nodes

from generator.compose import catalog
from generator.compose.catalog import Catalog
from generator.compose.composition import names_for_nothing
from generator.compose.grammar import trees
from generator.compose.marks import unpaired
from generator.compose.template import Template
from generator.diagnostics import Diagnostic, Severity
from generator.places import Place
from generator.schema.model import Field, Measure, Schema

_THEME_NAMES = {"d", "举措", "其余"}
_ASKS = ("文", "日", "列")
_INCLUDED = {"主题", "合并"}
"""What a section template sets for the one it includes."""


@dataclass(slots=True)
class _Sources:
    root: str
    texts: Mapping[str, str]
    trees: Mapping[str, nodes.Template]

    def place(self, name: str, line: int, words: str = "") -> Place:
        lines = self.texts[name].split("\n")
        row = lines[line - 1] if 0 < line <= len(lines) else ""
        at = max(row.find(words), 0)
        start = sum(len(before) + 1 for before in lines[: line - 1]) + at
        return Place(f"{self.root}/{name}", line, at + 1, start, start + max(len(words), 1))

    def line_of(self, name: str, words: str) -> int:
        before, found, _ = self.texts.get(name, "").partition(words)
        return before.count("\n") + 1 if found else 1


def check(texts: Mapping[str, str], template: Template, root: str) -> tuple[Diagnostic, ...]:
    """Every name that a template uses and the schema lacks, every figure and field that no template uses.

    texts: the folder's sources by relative name; root: the folder's path, for places.
    """
    sources = _Sources(root, texts, trees(texts))
    used = catalog.read(sources.trees)
    found = [
        *_missing_files(sources, template.schema),
        *_unknown_names(sources, template),
        *_unknown_figures(sources, template, used),
        *_unsaid_figures(sources, template, used),
        *_fields(sources, template.schema),
        *_measures(sources, used.measures),
        *_paths(sources, template.schema),
        *_unpaired(sources),
    ]
    return tuple(sorted(found, key=lambda d: (d.place.file, d.place.line) if d.place else ("", 0)))


def _near(word: str, known: Iterable[str]) -> str:
    import difflib

    close = difflib.get_close_matches(word, list(known), 1, 0.5)
    return f"是不是“{close[0]}”？" if close else ""


def _missing_files(sources: _Sources, schema: Schema) -> Iterator[Diagnostic]:
    wanted = [f"sections/{s.template}.md.j2" for s in schema.sections if s.template]
    wanted += [f"themes/{t.id}.md.j2" for t in schema.themes]
    for name in ["report.md.j2", *wanted]:
        if name not in sources.texts:
            yield Diagnostic("TPL001", None, f"模板文件夹里没有 {name}", "补上这个文件")


def _unknown_names(sources: _Sources, template: Template) -> Iterator[Diagnostic]:
    base = names_for_nothing(template)
    for name, tree in sources.trees.items():
        known = base | (_THEME_NAMES if name.startswith("themes/") else _INCLUDED)
        for unknown in sorted(meta.find_undeclared_variables(tree) - known):
            line = next(n.lineno for n in tree.find_all(nodes.Name) if n.name == unknown)
            hint = _near(unknown, known) or "可用的名称见模板作者指南"
            yield Diagnostic("TPL002", sources.place(name, line, unknown), f"没有名为“{unknown}”的变量", hint)


def _unknown_figures(sources: _Sources, template: Template, used: Catalog) -> Iterator[Diagnostic]:
    for uses in used.uses.values():
        for use in uses:
            if use.label not in template.labels:
                hint = _near(use.label, template.labels) or "在 indicators.yml 里加上这个指标，或改用已有的"
                place = sources.place(use.file, use.line, use.label)
                yield Diagnostic("TPL003", place, f"指标字典里没有“{use.label}”", hint)


def _unsaid_figures(sources: _Sources, template: Template, used: Catalog) -> Iterator[Diagnostic]:
    """A figure that its theme neither places nor leaves to 其余 would be lost; a 其余 of no figure is idle."""
    points: dict[str, set[str]] = {}
    placed = {
        (theme, template.labels[u.label].id)
        for theme, uses in used.uses.items()
        for u in uses
        if u.label in template.labels
    }
    for indicator in template.schema.indicators.values():
        points.setdefault(indicator.theme, set()).add(indicator.point)
        if (indicator.theme, indicator.id) in placed or indicator.point in used.points.get(indicator.theme, ()):
            continue
        place = sources.place("indicators.yml", sources.line_of("indicators.yml", f"id: {indicator.id}"), indicator.id)
        message = f'没有模板写到“{indicator.label}”：主题 {indicator.theme} 里没有 其余("{indicator.point}")'
        yield Diagnostic("TPL004", place, message, "在该主题的模板里加一处，或改指标的 point")
    for theme, named in used.points.items():
        for point in named:
            if point not in points.get(theme, ()):
                name = f"themes/{theme}.md.j2"
                place = sources.place(name, sources.line_of(name, f'其余("{point}")'), point)
                hint = _near(point, points.get(theme, ()))
                yield Diagnostic("TPL005", place, f"没有指标属于要点“{point}”", hint, Severity.INFO)


def _fields(sources: _Sources, schema: Schema) -> Iterator[Diagnostic]:
    """Fields of list items, by the loops that go over them."""
    items = {s.label: s for s in schema.sections if s.shape == "items"}
    said: dict[str, set[str]] = {label: set() for label in items}
    for name, tree in sources.trees.items():
        for loop in tree.find_all(nodes.For):
            if not (
                isinstance(loop.iter, nodes.Name) and isinstance(loop.target, nodes.Name) and loop.iter.name in items
            ):
                continue
            section = items[loop.iter.name]
            labels = [f.label for f in section.fields]
            for use in loop.find_all(nodes.Getattr):
                if isinstance(use.node, nodes.Name) and use.node.name == loop.target.name:
                    said[section.label].add(use.attr)
                    if use.attr not in labels:
                        place = sources.place(name, use.lineno, use.attr)
                        hint = _near(use.attr, labels) or f"可用的：{'、'.join(labels)}"
                        yield Diagnostic("TPL006", place, f"“{section.label}”里没有“{use.attr}”", hint)
    for section in items.values():
        for field in section.fields:
            if field.label not in said[section.label] and _printed(field):
                place = sources.place("genre.yml", sources.line_of("genre.yml", f"label: {field.label}"), field.label)
                message = f"没有模板写到“{section.label}.{field.label}”"
                yield Diagnostic(
                    "TPL007", place, message, f"在 sections/{section.template}.md.j2 里写到它", Severity.WARNING
                )


def _printed(field: Field) -> bool:
    return field.kind != "positions"


def _measures(sources: _Sources, measures: Iterable[Measure]) -> Iterator[Diagnostic]:
    seen: set[tuple[str, str]] = set()
    for measure in measures:
        name = f"themes/{measure.theme}.md.j2"
        place = sources.place(name, sources.line_of(name, f'举措("{measure.label}"'), measure.label)
        if (measure.theme, measure.label) in seen:
            yield Diagnostic(
                "TPL008", place, f"举措“{measure.label}”写了两次", "合成一处，说法写成它的第二、第三个参数"
            )
        seen.add((measure.theme, measure.label))
        for sentence in measure.sentences:
            if not sentence.endswith("。"):
                yield Diagnostic("TPL009", place, f"举措“{measure.label}”的句子没有句号", "每句以“。”结尾")
            if len(re.findall(r"\{[^{}]*做法\}", sentence)) != 1:
                message = f"举措“{measure.label}”的句子要有且只有一个 {{，做法}}"
                yield Diagnostic("TPL010", place, message, "在接得上具体做法的地方写 {，做法}")


def _paths(sources: _Sources, schema: Schema) -> Iterator[Diagnostic]:
    """Fields that a template asks for by their path: 文("report", "note")."""
    for name, tree in sources.trees.items():
        for call in tree.find_all(nodes.Call):
            if not (isinstance(call.node, nodes.Name) and call.node.name in _ASKS):
                continue
            path = [a.value for a in call.args if isinstance(a, nodes.Const)]
            if len(path) < len(call.args):
                continue
            known: dict[str, tuple[Field, ...]] = {s.id: s.fields for s in schema.sections}
            for step in path:
                if step not in known:
                    place = sources.place(name, call.lineno, f'"{step}"')
                    hint = _near(str(step), known) or f"可用的：{'、'.join(known) or '没有下一级'}"
                    yield Diagnostic("TPL011", place, f"表单里没有“{'.'.join(map(str, path))}”", hint)
                    break
                known = {f.id: f.fields for f in known[step]}


def _unpaired(sources: _Sources) -> Iterator[Diagnostic]:
    for name, text in sources.texts.items():
        if name.startswith("themes/"):
            for line, mark in unpaired(text):
                message = f"“{mark}”没有配对，其间的话会整句不见"
                yield Diagnostic("TPL012", sources.place(name, line, mark), message, "同一段里补上另一半")

"""A report that this tool drafted, read back by the template that it was drafted with."""

import re
from collections.abc import Mapping, Sequence

from generator.annotate.model import Line, Outline
from generator.compose import Template
from generator.compose.entries import gather
from generator.compose.outline import outline
from generator.extract import head, themes
from generator.extract.clauses import dictionary, said
from generator.extract.found import Found
from generator.extract.frame import frame_of
from generator.extract.layout import Laid, Part, laid
from generator.extract.points import Grammar, chosen
from generator.extract.sections import heads, write_items
from generator.extract.themes import Run, closed, runs
from generator.schema.model import Path, Profile, Schema, Section

_STOP = re.compile("。")


def grammar_of(template: Template, words: dict[str, str]) -> Grammar:
    """What `template` can print for a unit that is called as `words` say."""
    frame = frame_of(template)
    spoken = {**words, "全年": "全年"}
    return Grammar(frame, spoken, dictionary(template.schema, spoken), template.schema, _homes(template))


def _homes(template: Template) -> dict[str, dict[str, frozenset[str]]]:
    homes: dict[str, dict[str, frozenset[str]]] = {theme.id: {} for theme in template.schema.themes}
    for indicator in template.schema.indicators.values():
        points = homes[indicator.theme]
        points[indicator.point] = points.get(indicator.point, frozenset()) | {indicator.id}
    return homes


def by_template(lines: Sequence[Line], template: Template, seen: Outline) -> Found:
    """What the lines of a report say, as far as the template explains them.

    seen: the outline as it reads without the template, for headings of the clerk's own and names of no known form.
    """
    found = Found()
    schema = template.schema
    end = head.closing(lines)
    if end.date[0]:
        found.put(("report", "date"), end.date[0], end.date[1])
    report = laid(lines, end.start)
    words = head.unit(schema, found, end, seen.level)
    head.before(frame_of(template), schema, report.before, words, found)
    head.behind(lines[end.start :], end.date[1] or 1 << 40, found)
    year = found.values.get(("report", "year"))
    if isinstance(year, int):
        words |= {"年度": str(year), "次年": str(year + 1)}
    grammar = grammar_of(template, words)
    _report(grammar, template, report, found, {s.spot.line: s.themes for s in seen.sections if s.themes})
    return found


def _report(
    grammar: Grammar, template: Template, report: Laid, found: Found, hints: Mapping[int, Sequence[str]]
) -> None:
    schema = template.schema
    lists: list[Part] = []
    home = next(s for s in schema.sections if s.shape == "themes")
    order: list[str] = []
    groups: list[tuple[str, ...]] = []
    for part in report.parts:
        section = _section(grammar, schema, part, found)
        if section is None or section.shape == "themes":
            if not order or order[-1] != home.id:
                order.append(home.id)
            for inner in part.parts if section else [part]:
                taken = [theme for group in groups for theme in group]
                groups.append(_themes(grammar, inner, home, found, taken, hints.get(inner.line, ())))
            continue
        order.append(section.id)
        if section.shape == "theme":
            _apart(grammar, schema, part, section, found)
        elif section.shape == "items":
            lists.append(part)
            write_items(grammar, section, part, found)
        elif section.shape == "prose":
            text = "\n\n".join(stretch.text for stretch in part.stretches)
            found.put((section.id,), closed(text), part.line)
    _settings(report, template, order, groups, lists, found)


def _section(grammar: Grammar, schema: Schema, part: Part, found: Found) -> Section | None:
    for section in schema.sections:
        for markup in heads(grammar, section.id) if section.template else ():
            pattern = grammar.pattern(markup)
            match = pattern.regex.fullmatch(part.heading)
            if match:
                chosen(found.choices, pattern, match)
                return section
    return None


def _path(schema: Schema, theme: str, home: Section) -> Path:
    single = next((s.id for s in schema.sections if s.shape == "theme" and s.theme == theme), None)
    return (single,) if single else (home.id, theme)


def _themes(
    grammar: Grammar, part: Part, home: Section, found: Found, taken: Sequence[str], hints: Sequence[str]
) -> tuple[str, ...]:
    """Keeps the themes of one heading of the measures; their ids in order. taken: those of the headings before."""
    schema = grammar.schema
    usual = themes.usual(schema, part.heading, found.choices)
    read = runs(grammar, schema, part, found) or [Run(line=part.line)]
    for run in read:
        if not run.theme:
            known = [other.theme for other in read]
            run.theme = _guessed(grammar, run, [*usual, *hints], [*known, *taken])
            run.doubtful = run.theme not in usual
    for run in read:
        themes.write(grammar, schema, run, _path(schema, run.theme, home), found)
    if not usual:
        found.put((*_path(schema, read[0].theme, home), "heading"), part.heading, part.line, read[0].doubtful)
    return tuple(run.theme for run in read)


def _guessed(grammar: Grammar, run: Run, hints: Sequence[str], taken: Sequence[str]) -> str:
    """The theme of words that no template knows: by the heading or the figures, else the first that is not used."""
    single = {s.theme for s in grammar.schema.sections if s.shape == "theme"}
    text = "".join(stretch.text for stretch in (*run.own, *run.extra))
    counted = [
        grammar.schema.indicators[clause.indicator].theme
        for at in (0, *(m.end() for m in _STOP.finditer(text)))
        if (sentence := said(grammar.dictionary, text, at))
        for clause in sentence.clauses
        if clause.indicator
    ]
    for theme in (*hints, *counted, *(t.id for t in grammar.schema.themes)):
        if theme not in taken and theme not in single and theme in grammar.homes:
            return theme
    return grammar.schema.themes[0].id


def _apart(grammar: Grammar, schema: Schema, part: Part, section: Section, found: Found) -> None:
    for run in runs(grammar, schema, part, found):
        run.theme = section.theme
        themes.write(grammar, schema, run, (section.id,), found)


def _settings(
    report: Laid,
    template: Template,
    order: Sequence[str],
    groups: list[tuple[str, ...]],
    lists: Sequence[Part],
    found: Found,
) -> None:
    """Keeps how the report is laid out: structure, numbering, order of themes. lists: its lists of items."""
    schema = template.schema
    first = report.parts[0].line if report.parts else 1
    measures = [part for top in report.parts if top not in lists for part in (top, *top.parts)]
    styles = {stretch.style for part in measures for stretch in part.stretches}
    for style in ("1.", "一是"):
        if style in styles:
            found.put(("report", "layers"), style, first)
    if any(part.parts for part in lists):
        found.put(("report", "items"), "（一）", first)
    elif any(not stretch.text.startswith("【待补充") for part in lists for stretch in part.stretches):
        found.put(("report", "items"), "一是", first)
    if any(part.run_in for part in measures):
        found.put(("report", "heading2"), "接排", first)
    fitting = [name for name in schema.structures if _fits(schema, name, report, order, groups)]
    # One that has just these parts, before those that get there by leaving out or putting in.
    fitting.sort(key=lambda name: len(set(schema.structures[name]) ^ set(order)))
    structure = next(iter(fitting), None)
    if structure:
        found.put(("report", "structure"), structure, first)
    if groups:
        _ordered(schema, template, groups, found, first)


def _ordered(
    schema: Schema, template: Template, groups: list[tuple[str, ...]], found: Found, line: int
) -> None:
    """Keeps the order of the themes where it is not the usual one; what stands where it always does is not named."""
    single = {s.theme for s in schema.sections if s.shape == "theme"}
    named = [group for group in groups if not single.intersection(group) or len(group) > 1]
    for wanted in ((), tuple(named), tuple(groups)):
        values = found.values | ({("report", "outline"): wanted} if wanted else {})
        laid_out = outline(gather(Profile(values, {}), schema, template.names), schema)
        if [tuple(theme for theme, _ in part.themes) for part in laid_out.parts] == groups:
            if wanted:
                found.put(("report", "outline"), wanted, line)
            return
    found.put(("report", "outline"), tuple(groups), line)


def _fits(
    schema: Schema, name: str, report: Laid, order: Sequence[str], groups: Sequence[tuple[str, ...]]
) -> bool:
    """Whether the parts of a report of this structure stand in this order."""
    single = {s.theme: s.id for s in schema.sections if s.shape == "theme"}
    absorbed = {single[theme] for group in groups for theme in group if theme in single}
    prose = {s.id for s in schema.sections if s.shape == "prose"}
    flat = bool(report.parts) and order[:1] == ["measures"] and not report.parts[0].parts and bool(groups)
    expected = [s for s in schema.structures[name] if s not in absorbed and (s not in prose or s in order)]
    extra = [s for s in order if s not in expected and s not in absorbed]
    return (name in schema.flat) == flat and [*expected[:1], *extra, *expected[1:]] == list(order)

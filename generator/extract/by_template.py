"""A report that this tool drafted, read back by the template that it was drafted with."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.annotate.model import Line, Outline
from generator.compose import Template
from generator.compose.entries import gather
from generator.compose.outline import outline
from generator.extract import appendix, head, themes
from generator.extract.clauses import dictionary, said
from generator.extract.found import Found
from generator.extract.frame import frame_of
from generator.extract.layout import Laid, Part, laid
from generator.extract.points import Grammar, chosen
from generator.extract.sections import heads, write_items
from generator.extract.themes import Run, closed, runs
from generator.records import record
from generator.regex import regex
from generator.schema.model import Path, Profile, Schema, Section

YEAR_ROUND = {"全年": "全年"}
_STOP = regex("。")


_KEPT: dict[tuple[str, ...], Grammar] = {}
"""Grammars of the units that were read last: their patterns take longer to make than a report to read."""
_MOST_KEPT = 8


def grammar_of(template: Template, words: dict[str, str]) -> Grammar:
    """What `template` can print for a unit that is called as `words` say."""
    key = (*words, *words.values())
    known = _KEPT.get(key)
    if known is None or known.schema is not template.schema:
        while len(_KEPT) >= _MOST_KEPT:
            del _KEPT[next(iter(_KEPT))]
        spoken = {**words, **YEAR_ROUND}
        made = dictionary(template.schema, spoken)
        known = _KEPT[key] = Grammar(
            frame_of(template), spoken, made, template.schema, _homes(template), _homes(template, placed=False)
        )
    return known


def _homes(template: Template, placed: bool = True) -> dict[str, dict[str, frozenset[str]]]:
    """placed: those too that the theme's template places itself."""
    homes: dict[str, dict[str, frozenset[str]]] = {theme.id: {} for theme in template.schema.themes}
    for indicator in template.schema.indicators.values():
        if not placed and indicator.label in template.named.get(indicator.theme, ()):
            continue
        points = homes[indicator.theme]
        points[indicator.point] = points.get(indicator.point, frozenset()) | {indicator.id}
    return homes


def by_template(
    lines: Sequence[Line], template: Template, seen: Outline, by_place: bool = False, parted: bool = False
) -> Found:
    """What the lines of a report say, as far as the template explains them.

    seen: the outline as it reads without the template, for headings of the clerk's own and names of no known form;
    by_place, parted: see `points.Grammar`.
    """
    found = Found()
    schema = template.schema
    end = head.closing(lines)
    if end.date[0]:
        found.put(("report", "date"), end.date[0], end.date[1])
    report = laid(lines, end.start)
    words = head.unit(schema, found, end, seen.level)
    head.before(frame_of(template), schema, report.before, words, seen, found)
    head.behind(lines[end.start :], end.date[1] or 1 << 40, found)
    grammar = replace(grammar_of(template, words), by_place=by_place, parted=parted)
    _report(grammar, template, report, found, {s.spot.line: s.themes for s in seen.sections if s.themes})
    appendix.settled(found, appendix.rows(lines[end.start :], schema))
    return found


def _report(
    grammar: Grammar, template: Template, report: Laid, found: Found, hints: Mapping[int, Sequence[str]]
) -> None:
    schema = template.schema
    lists: list[Part] = []
    home = next(s for s in schema.sections if s.shape == "themes")
    order: list[str] = []
    measures: list[_Heading] = []
    for part in report.parts:
        section = _section(grammar, schema, part, found)
        if section is None or section.shape == "themes":
            if not order or order[-1] != home.id:
                order.append(home.id)
            for inner in part.parts if section else [part]:
                usual = themes.usual(schema, inner.heading, found.choices)
                read = runs(grammar, schema, inner, found) or [Run(line=inner.line)]
                measures.append(_Heading(inner, usual, read))
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
    apart = {section.theme for section in schema.sections if section.id in order}
    _name(grammar, measures, hints, apart)
    for heading in measures:
        _themes(grammar, heading, home, found)
    groups = list(_once(tuple(run.theme for run in heading.runs) for heading in measures))
    _settings(report, template, order, groups, lists, found)


def _once(groups: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Each theme where it stands first: what is printed in two places is one theme of a form."""
    met: set[str] = set()
    for group in groups:
        kept = tuple(theme for theme in dict.fromkeys(group) if theme not in met)
        met.update(kept)
        if kept:
            yield kept


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


@record
class _Heading:
    """A heading of the measures: its part, the themes that it is the usual heading of, and what stands under it."""

    part: Part
    usual: tuple[str, ...]
    runs: list[Run]


def _name(
    grammar: Grammar, headings: Sequence[_Heading], hints: Mapping[int, Sequence[str]], apart: Container[str]
) -> None:
    """Gives a theme to what no template knows, once all that one does is known. apart: themes of parts of their own."""
    taken = [run.theme for heading in headings for run in heading.runs if run.theme]
    taken += [theme for heading in headings if all(not run.theme for run in heading.runs) for theme in heading.usual]
    own_words = [heading.runs for heading in (*headings[1:2], *headings) if not heading.usual]
    heads, behind = [runs[0] for runs in own_words], [run for runs in own_words for run in runs[1:]]
    nameless = [run for run in (*heads, *behind) if not run.theme]
    for section in grammar.schema.sections:
        # What must be told at all is this then: nothing else says a word of it, and no placeholder stands for it.
        if section.shape == "theme" and section.theme not in taken and section.theme not in apart and nameless:
            nameless[0].theme = section.theme
            nameless[0].doubtful = True
            taken.append(section.theme)
    for heading in headings:
        own = [theme for theme in heading.usual if theme not in {run.theme for run in heading.runs}]
        first = heading.runs[0]
        if own and heading.usual.index(own[0]) == 0 and first.theme and first.own:
            # The first of the themes that share this heading has no words but the clerk's.
            heading.runs.insert(0, Run("", first.line, own=first.own))
            first.own = []
        for run in heading.runs:
            if run.theme:
                continue
            run.doubtful = not own
            run.theme = own.pop(0) if own else _guessed(grammar, run, hints.get(heading.part.line, ()), taken)
            taken.append(run.theme)


def _themes(grammar: Grammar, heading: _Heading, home: Section, found: Found) -> None:
    """Keeps the themes of one heading of the measures."""
    schema = grammar.schema
    for run in heading.runs:
        themes.write(grammar, schema, run, _path(schema, run.theme, home), found)
    if {run.theme for run in heading.runs} != set(heading.usual):
        full = [run for run in heading.runs if run.offices or run.own or run.parsed or run.extra]
        first = next(iter(full or heading.runs))
        path = (*_path(schema, first.theme, home), "heading")
        found.put(path, heading.part.heading, heading.part.line, first.doubtful)


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
    elif any(s.heading or not s.text.startswith("【待补充") for part in lists for s in part.stretches):
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

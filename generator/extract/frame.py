"""What a template folder can print, part by part: its templates rendered with symbols and cut into blocks."""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from generator.compose import Template, render
from generator.compose.tokens import NOTHING
from generator.extract import symbols as s
from generator.extract.symbols import Symbol, Symbols
from generator.readers import markdown
from generator.records import record
from generator.schema.words import words_for

Blocks = tuple[tuple[str, str], ...]
"""Kind of block (`heading2`, `paragraph`, `open` …) and its markup."""


@record
class Point:
    """A point of a theme: its heading ("" if it has none) and the markup of the paragraph under it."""

    heading: str
    body: str


@record
class Frame:
    """meanings: what the symbols stand for; report: the blocks of the report's own template; sections: those of
    each section's by id; points: by theme id; own: what a theme's surroundings print, alone and merged."""

    meanings: Mapping[str, Symbol]
    report: Blocks
    sections: Mapping[str, Blocks]
    points: Mapping[str, tuple[Point, ...]]
    own: tuple[Blocks, Blocks]


_KEPT: "WeakKeyDictionary[object, Frame]" = WeakKeyDictionary()


def frame_of(template: Template) -> Frame:
    """The frame of `template`, made once for each. Raises BrokenTemplate."""
    known = _KEPT.get(template.templates)
    if known is None:
        known = _KEPT[template.templates] = _frame(template)
    return known


def _frame(template: Template) -> Frame:
    symbols = Symbols()
    slots = tuple(words_for("", "", template.schema))
    names = s.names(template, symbols, slots)

    def rendered(file: str, given: dict[str, object]) -> Blocks:
        text = render(template.templates, file, given).replace(NOTHING, "")
        return tuple((f"{kind}{level or ''}", raw) for kind, level, _, raw, _, _ in markdown.blocks(text))

    points = {
        theme.id: _points(rendered(f"themes/{theme.id}.md.j2", s.for_theme(template, symbols, names)))
        for theme in template.schema.themes
        if theme.id in template.named
    }
    sections = {
        section.id: rendered(f"sections/{section.template}.md.j2", names)
        for section in template.schema.sections
        if section.template
    }
    # A theme with a part of the report to itself; learned genres have none.
    path = next((section.id for section in template.schema.sections if section.shape == "theme"), "")
    inside = {"主题": s.theme(symbols, (path,)), "题": {}}
    alone, merged = (
        rendered("sections/theme.md.j2", names | inside | {"合并": both}) if path else () for both in (False, True)
    )
    return Frame(symbols.meanings, rendered("report.md.j2", names), sections, points, (alone, merged))


def _points(blocks: Blocks) -> tuple[Point, ...]:
    found: list[Point] = []
    heading = ""
    for kind, raw in blocks:
        if kind == "heading3":
            heading = raw
        elif kind == "paragraph":
            found.append(Point(heading, raw))
            heading = ""
    return tuple(found)

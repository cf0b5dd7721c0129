"""Which parts the report has, in which order, and which themes share a heading (结构, 提纲)."""

from collections.abc import Iterable, Sequence

from generator.compose.entries import Entries
from generator.records import record
from generator.schema.model import Path, Schema, Section


@record
class Part:
    """One heading of the measures with its themes: (theme id, path under which it was entered)."""

    themes: tuple[tuple[str, Path], ...]


@record
class Outline:
    """sections: level-1 parts in order; parts: the headings of the measures; flat: these are level 1."""

    sections: tuple[Section, ...]
    parts: tuple[Part, ...]
    flat: bool


def outline(entries: Entries, schema: Schema) -> Outline:
    """The order that the form asks for; what has content and is not named comes in the usual order."""
    structure = str(entries.get("report", "structure") or next(iter(schema.structures)))
    order = schema.structures[structure]
    home = next(s for s in schema.sections if s.shape == "themes")
    single = {s.theme: s for s in schema.sections if s.shape == "theme"}
    filled = _filled(entries, [t.id for t in schema.themes], home, single)
    asked = _asked(entries, schema)
    named = {theme for group in asked for theme in group}
    apart = {s.id for theme, s in single.items() if s.id in order and theme not in named}
    groups: list[Sequence[str]] = [*asked]
    for theme in schema.themes:
        own_section = theme.id in single and single[theme.id].id in apart
        if theme.id in filled and theme.id not in named and not own_section:
            groups.insert(_position(theme.id, groups, single), (theme.id,))
    parts = tuple(
        Part(themes)
        for group in groups
        if (themes := tuple((theme, filled[theme]) for theme in group if theme in filled))
    )
    absorbed = {s.id for theme, s in single.items() if s.id not in apart}
    by_id = {s.id: s for s in schema.sections}
    sections = tuple(by_id[i] for i in order if i not in absorbed)
    extra = tuple(
        s for s in schema.sections if s.template and s.id not in order and s.id not in absorbed and _has(entries, s.id)
    )
    return Outline(_inserted(sections, extra), parts, structure in schema.flat)


def _position(theme: str, groups: Sequence[Sequence[str]], single: dict[str, Section]) -> int:
    """A single theme that has no part of its own follows the first heading of the measures."""
    return min(1, len(groups)) if theme in single else len(groups)


def _inserted(sections: tuple[Section, ...], extra: tuple[Section, ...]) -> tuple[Section, ...]:
    """Sections that the structure does not name but the form fills stand after the measures."""
    return (*sections[:1], *extra, *sections[1:])


def _filled(
    entries: Entries, schema_themes: Iterable[str], home: Section, single: dict[str, Section]
) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for theme in schema_themes:
        if (home.id, theme) in entries.parts:
            found[theme] = (home.id, theme)
    # What the statute asks for has its heading and a placeholder even where the form says nothing.
    found |= {theme: (section.id,) for theme, section in single.items()}
    return found


def _has(entries: Entries, section: str) -> bool:
    return (section,) in entries.parts


def _asked(entries: Entries, schema: Schema) -> list[tuple[str, ...]]:
    asked = entries.get("report", "outline")
    if not isinstance(asked, tuple):
        return []
    ids = {word: theme.id for theme in schema.themes for word in (theme.id, theme.label, *theme.aliases)}
    return [tuple(ids.get(word, word) for word in group) for group in asked if isinstance(group, tuple)]

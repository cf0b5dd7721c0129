"""What a form asks, field by field with what was typed: the questions of a page on which it is filled."""

from collections.abc import Iterator, Mapping, Sequence

from generator.forms.asked_figure import data, entries
from generator.forms.asked_theme import theme_part
from generator.forms.blank import usual_themes
from generator.forms.questions import Form, Group, Part, Question, count, joined, listing, words_at
from generator.forms.typed import Typed
from generator.schema.model import Field, Path, Schema, Section
from generator.schema.words import words_for

_KINDS = {
    "prose": "prose",
    "positions": "answers",
    "outline": "outline",
    "choice": "choice",
    "flag": "choice",
    "level": "choice",
}
"""How a kind of value is asked for, if not as a line of text."""


def parts(schema: Schema, found: Mapping[Path, Typed]) -> tuple[Part, ...]:
    """The parts of a form in its order; found: what was typed (see `generator.forms.typed`)."""
    form = _form(schema, found)
    return tuple(part for section in schema.sections for part in _section(form, section))


def figure(schema: Schema, found: Mapping[Path, Typed], path: Path) -> Question | None:
    """The figure at an address (`…/data/<indicator>`) with all that can be said of it; None if there is no such."""
    indicator = schema.indicators.get(str(path[-1])) if path[-2:-1] == ("data",) else None
    return entries(_form(schema, found), indicator, path) if indicator is not None else None


def _form(schema: Schema, found: Mapping[Path, Typed]) -> Form:
    levels = {name: level.label for level in schema.levels for name in (level.id, level.label, *level.aliases)}
    level = levels.get(words_at(found, ("unit", "level")), schema.levels[0].label if schema.levels else "")
    upper = words_at(found, ("unit", "upper"))
    variant = words_at(found, ("report", "variant"))
    address = {str(p[2]): t.words for p, t in found.items() if p[:2] == ("unit", "address") and t.words}
    words = words_for(words_at(found, ("unit", "name", 0)) or level, upper, schema, address)
    number = int(variant) if variant.isascii() and variant.isdigit() and len(variant) < 6 else 1
    below: dict[Path, dict[str | int, None]] = {}
    for path in found:
        for depth, step in enumerate(path):
            below.setdefault(path[:depth], {})[step] = None
    return Form(schema, found, below, level, words, number)


def _section(form: Form, section: Section) -> Iterator[Part]:
    path: Path = (section.id,)
    if section.shape == "record":
        shown = _fields(form, [f for f in section.fields if f.blank], path)
        rest = _fields(form, [f for f in section.fields if not f.blank], path)
        if shown or rest:
            needed = any(q.required and not (q.words or q.items) for q in shown)
            yield Part(section.id, section.label, (Group("", shown, rest),), section.hint, "", needed)
    elif section.shape == "items":
        yield _items(form, section)
    elif section.shape == "themes":
        usual = {theme.id for theme in usual_themes(form.schema, section, form.level)}
        own = {s.theme for s in form.schema.sections if s.shape == "theme"}
        asked = [theme for theme in form.schema.themes if theme.id not in own]
        rare = [theme for theme in asked if theme.id not in usual and (*path, theme.id) not in form.below]
        for theme in (*(t for t in asked if t not in rare), *rare):
            yield theme_part(form, theme, (*path, theme.id), theme.label, (), section.label, theme in rare)
    elif section.shape == "theme":
        theme = next(t for t in form.schema.themes if t.id == (section.theme or section.id))
        yield theme_part(form, theme, path, section.label, _fields(form, section.fields, path), "")
    else:
        kind = "prose" if section.shape == "prose" else "flag"
        words = words_at(form.found, path)
        choices = ("是", "否") if kind == "flag" else ()
        question = Question(joined(path), section.label, kind, words, hint=section.hint, choices=choices)
        yield Part(section.id, section.label, (Group("", (question,)),), "", "", bool(words))


def _fields(form: Form, fields: Sequence[Field], path: Path) -> tuple[Question, ...]:
    return tuple(question for entry in fields for question in _field(form, entry, (*path, entry.id), fields))


def _field(form: Form, entry: Field, path: Path, beside: Sequence[Field]) -> Iterator[Question]:
    if entry.kind == "record":
        for inner in entry.fields:
            for question in _field(form, inner, (*path, inner.id), entry.fields):
                yield Question(question.address, f"{entry.label}：{question.label}", question.kind, question.words,
                               hint=question.hint, choices=question.choices, items=question.items)  # fmt: skip
    elif entry.many:
        items = listing(form, path)
        yield Question(joined(path), entry.label, "list", hint=entry.hint, required=entry.required, items=items)
    elif entry.kind == "data":
        own = next((f.id for f in beside if f.kind == "prose"), "")
        yield data(form, path, entry.label, entry.hint, joined((*path[:-1], own)) if own else "")
    else:
        choices = entry.choices or (("是", "否") if entry.kind == "flag" else ())
        if entry.kind == "level":
            choices = tuple(level.label for level in form.schema.levels)
        if entry.kind == "positions":
            choices = _named(form)
        apart: tuple[str, ...] = ()
        if entry.kind == "outline":
            single = {section.theme for section in form.schema.sections if section.shape == "theme"}
            choices = tuple(theme.label for theme in form.schema.themes if theme.id not in single)
            apart = tuple(theme.label for theme in form.schema.themes if theme.id in single)
        yield Question(
            joined(path), entry.label, _KINDS.get(entry.kind, "text"), words_at(form.found, path),
            hint=entry.hint, required=entry.required, choices=choices, items=apart,
        )  # fmt: skip


def _named(form: Form) -> tuple[str, ...]:
    """The problems that have words, in their order: what a plan answers to."""
    section = next((s for s in form.schema.sections if s.role == "problems" and s.fields), None)
    if section is None:
        return ()
    items = (form.below.get((section.id, number), ()) for number in range(count(form, (section.id,))))
    rows = [
        [words_at(form.found, (section.id, number, str(step))) for step in steps] for number, steps in enumerate(items)
    ]
    return tuple(next(words for words in row if words) for row in rows if any(row))


def _items(form: Form, section: Section) -> Part:
    path: Path = (section.id,)
    number = count(form, path)
    blocks = tuple(_fields(form, section.fields, (*path, at)) for at in range(number))
    fresh = _fields(form, section.fields, (*path, number))
    note = f"一般至少 {section.minimum} 条" if section.minimum else "可不写"
    group = Group(section.label, fresh, (), blocks, joined(path))
    return Part(section.id, section.label, (group,), section.hint, note, section.minimum > 0)

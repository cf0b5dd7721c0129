"""What a form asks, field by field with what was typed: the questions of a page on which it is filled."""

from collections.abc import Iterator, Mapping, Sequence

from generator.forms.blank import usual_themes
from generator.forms.typed import Typed
from generator.records import record
from generator.schema.model import Field, Indicator, Path, Schema, Section, Support, Theme
from generator.schema.words import filled, pick, words_for

_TICKS = 6
"""Ticks of a theme that are shown at once."""


@record
class Question:
    """One field. address: steps joined by /; kind: text prose figure tick choice flag list answers; words: as typed,
    "" if blank; on: a tick's; last: last year's figure; note: who has it, in how many reports it is; printed: the
    sentence of a tick; items: of a list."""

    address: str
    label: str
    kind: str
    words: str = ""
    on: bool = False
    unit: str = ""
    last: str = ""
    hint: str = ""
    note: str = ""
    printed: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@record
class Group:
    """Questions under a heading; more: those that are one click away; repeated: of each item of a list."""

    label: str
    questions: tuple[Question, ...]
    more: tuple[Question, ...] = ()
    repeated: tuple[tuple[Question, ...], ...] = ()
    address: str = ""


@record
class Part:
    """A section of the form, or a theme of it. opened: whether somebody wrote in it or must."""

    id: str
    label: str
    groups: tuple[Group, ...]
    hint: str = ""
    note: str = ""
    opened: bool = False


@record
class _Form:
    schema: Schema
    found: Mapping[Path, Typed]
    below: Mapping[Path, Mapping[str | int, None]]
    """What was written right below each path."""
    level: str
    words: Mapping[str, str]
    variant: int


def parts(schema: Schema, found: Mapping[Path, Typed]) -> tuple[Part, ...]:
    """The parts of a form in its order; found: what was typed (see `generator.forms.typed`)."""
    levels = {name: level.label for level in schema.levels for name in (level.id, level.label, *level.aliases)}
    level = levels.get(_words(found, ("unit", "level")), schema.levels[0].label if schema.levels else "")
    upper = _words(found, ("unit", "upper"))
    variant = _words(found, ("report", "variant"))
    address = {str(p[2]): t.words for p, t in found.items() if p[:2] == ("unit", "address") and t.words}
    words = words_for(_words(found, ("unit", "name", 0)) or level, upper, schema, address)
    number = int(variant) if variant.isascii() and variant.isdigit() and len(variant) < 6 else 1
    below: dict[Path, dict[str | int, None]] = {}
    for path in found:
        for depth, step in enumerate(path):
            below.setdefault(path[:depth], {})[step] = None
    form = _Form(schema, found, below, level, words, number)
    return tuple(part for section in schema.sections for part in _section(form, section))


def joined(path: Path) -> str:
    """An address in one word."""
    return "/".join(map(str, path))


def _section(form: _Form, section: Section) -> Iterator[Part]:
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
        for theme in form.schema.themes:
            at = (*path, theme.id)
            if theme.id not in own and (theme.id in usual or at in form.below):
                yield _theme(form, theme, at, theme.label, (), section.label)
    elif section.shape == "theme":
        theme = next(t for t in form.schema.themes if t.id == (section.theme or section.id))
        yield _theme(form, theme, path, section.label, _fields(form, section.fields, path), "")
    else:
        kind = "prose" if section.shape == "prose" else "flag"
        words = _words(form.found, path)
        choices = ("是", "否") if kind == "flag" else ()
        question = Question(joined(path), section.label, kind, words, hint=section.hint, choices=choices)
        yield Part(section.id, section.label, (Group("", (question,)),), "", "", bool(words))


def _fields(form: _Form, fields: Sequence[Field], path: Path) -> tuple[Question, ...]:
    return tuple(question for entry in fields for question in _field(form, entry, (*path, entry.id)))


def _field(form: _Form, entry: Field, path: Path) -> Iterator[Question]:
    if entry.kind == "record":
        for inner in entry.fields:
            for question in _field(form, inner, (*path, inner.id)):
                yield Question(question.address, f"{entry.label}：{question.label}", question.kind, question.words,
                               hint=question.hint, choices=question.choices, items=question.items)  # fmt: skip
    elif entry.many:
        items = _list(form, path)
        yield Question(joined(path), entry.label, "list", hint=entry.hint, required=entry.required, items=items)
    elif entry.kind != "data":
        kinds = {"prose": "prose", "positions": "answers", "choice": "choice", "flag": "choice", "level": "choice"}
        choices = entry.choices or (("是", "否") if entry.kind == "flag" else ())
        if entry.kind == "level":
            choices = tuple(level.label for level in form.schema.levels)
        if entry.kind == "positions":
            choices = _named(form)
        yield Question(
            joined(path), entry.label, kinds.get(entry.kind, "text"), _words(form.found, path),
            hint=entry.hint, required=entry.required, choices=choices,
        )  # fmt: skip


def _named(form: _Form) -> tuple[str, ...]:
    """The problems that have words, in their order: what a plan answers to."""
    section = next((s for s in form.schema.sections if s.role == "problems" and s.fields), None)
    if section is None:
        return ()
    items = (form.below.get((section.id, number), ()) for number in range(_count(form, (section.id,))))
    rows = [
        [_words(form.found, (section.id, number, str(step))) for step in steps] for number, steps in enumerate(items)
    ]
    return tuple(next(words for words in row if words) for row in rows if any(row))


def _list(form: _Form, path: Path) -> tuple[str, ...]:
    return tuple(_words(form.found, (*path, number)) for number in range(_count(form, path)))


def _count(form: _Form, path: Path) -> int:
    """How many items the list at a path has, blank ones too."""
    return max((step for step in form.below.get(path, ()) if isinstance(step, int)), default=-1) + 1


def _items(form: _Form, section: Section) -> Part:
    path: Path = (section.id,)
    count = _count(form, path)
    blocks = tuple(_fields(form, section.fields, (*path, number)) for number in range(count))
    fresh = _fields(form, section.fields, (*path, count))
    note = f"一般至少 {section.minimum} 条" if section.minimum else "可不写"
    group = Group(section.label, fresh, (), blocks, joined(path))
    return Part(section.id, section.label, (group,), section.hint, note, section.minimum > 0)


def _theme(form: _Form, theme: Theme, path: Path, label: str, own: tuple[Question, ...], above: str) -> Part:
    ticks = [_tick(form, path, m.label, m.sentences) for m in form.schema.measures if m.theme == theme.id]
    asked: list[Question] = []
    rest: list[Question] = []
    for indicator in form.schema.indicators.values():
        at = (*path, "data", indicator.id)
        entered = at in form.below
        if indicator.theme == theme.id and (form.level in indicator.levels or entered):
            asked += _figures(form, indicator, at)
        elif indicator.theme == theme.id:
            rest += _figures(form, indicator, at)
    first = [t for number, t in enumerate(ticks) if number < _TICKS or t.on]
    heading, extra = (_words(form.found, (*path, name)) for name in ("heading", "extra"))
    words = [
        Question(joined((*path, "heading")), "标题", "text", heading, hint="可空，空着按模板取"),
        Question(joined((*path, "other")), "其他数据", "list", hint="一行一句，如 办结人大代表议案3件",
                 items=_list(form, (*path, "other"))),
        Question(joined((*path, "extra")), "补充", "prose", extra, hint="照原样印的话，可空"),
    ]  # fmt: skip
    if reference := _words(form.found, (*path, "reference")):
        words.append(Question(joined((*path, "reference")), "上年参考", "prose", reference, hint="只供对照，不印"))
    ticked, counted = sum(q.on for q in ticks), sum(bool(q.words) for q in asked)
    state = "，".join([f"勾了 {ticked} 项"] * bool(ticked) + [f"填了 {counted} 个数"] * bool(counted))
    note = "；".join(part for part in (state, _support(theme.support, form.level)) if part)
    opened = bool(own) and not (ticked or counted)
    groups = (
        *((Group("", own),) if own else ()),
        Group("举措", tuple(first), tuple(t for t in ticks if t not in first)),
        Group("数据", tuple(asked), tuple(rest)),
        Group("自己的话", tuple(words)),
        _points(form, path),
    )
    hint = f"{above}：" if above else ""
    return Part("-".join(map(str, path)), label, groups, hint, note, opened)


def _points(form: _Form, path: Path) -> Group:
    at = (*path, "points")
    blocks = tuple(
        (
            Question(joined((*at, n, "title")), "要点标题", "text", _words(form.found, (*at, n, "title"))),
            Question(joined((*at, n, "content")), "要点内容", "prose", _words(form.found, (*at, n, "content"))),
        )
        for n in range(_count(form, at) + 1)
    )
    return Group("要点", blocks[-1], (), blocks[:-1], joined(at))


def _tick(form: _Form, path: Path, label: str, sentences: Sequence[str]) -> Question:
    at = (*path, "ticks", label)
    printed = filled(pick(form.variant, sentences, label), form.words)
    return Question(joined(at), label, "tick", _words(form.found, at), at in form.found, printed=printed)


def _figures(form: _Form, indicator: Indicator, path: Path) -> Iterator[Question]:
    """The figure of an indicator, or each of several."""
    numbers = sorted(step for step in form.below.get(path, ()) if isinstance(step, int))
    note = "；".join(part for part in (indicator.supplier, _support(indicator.support, form.level)) if part)
    for at in [(*path, number) for number in numbers] or [path]:
        scope = _words(form.found, (*at, "period")) + _words(form.found, (*at, "scope"))
        label = indicator.label + (f"（{scope}）" if scope else "")
        last = _words(form.found, (*at, "last"))
        words = _words(form.found, (*at, "value"))
        hint = indicator.hint
        yield Question(joined(at), label, "figure", words, unit=indicator.unit, last=last, hint=hint, note=note)


def _support(support: Mapping[str, Support], level: str) -> str:
    seen = support.get(level)
    return f"{seen.of} 份同级报告中 {seen.seen} 份写到" if seen is not None and seen.seen else ""


def _words(found: Mapping[Path, Typed], path: Path) -> str:
    held = found.get(path)
    return held.words if held is not None else ""

"""What a form says, written out as a form: block style, one value a line, Chinese keys, a note behind a value.

Law: reading what was written gives the same values.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.forms.scalars import block, scalar
from generator.report_lines import plain
from generator.schema.kinds import KINDS
from generator.schema.kinds.figure import show
from generator.schema.model import Field, Figure, Path, Schema, Section, Value

Values = Mapping[Path, Value]
Notes = Mapping[Path, str]

_STEP = 2


def form_text(
    values: Values,
    schema: Schema,
    notes: Notes | None = None,
    head: Sequence[str] = (),
    blanks: Notes | None = None,
) -> str:
    """The YAML form with these values.

    values: as in a `Profile`; themes, ticks and figures keep their order; notes: a comment behind the value or the key
    at a path; head: comment lines on top, without their #; blanks: fields that stand empty, with their help.
    """
    writer = _Writer({**values, **dict.fromkeys(blanks or {}, "")}, schema, {**(notes or {}), **(blanks or {})})
    lines = [f"# {plain(line)}" for line in head]
    for section in schema.sections:
        lines += writer.section(section)
    return "\n".join(lines) + "\n"


class _Writer:
    """The values by what stands below each path."""

    def __init__(self, values: Values, schema: Schema, notes: Notes) -> None:
        self.values, self.schema, self.notes = values, schema, notes
        self.below: dict[Path, dict[str | int, None]] = {}
        for path in values:
            for at in range(len(path)):
                self.below.setdefault(path[:at], {})[path[at]] = None

    def section(self, section: Section) -> Iterator[str]:
        path: Path = (section.id,)
        if path not in self.below and path not in self.values:
            return
        if section.shape in ("prose", "flag"):
            kind = "prose" if section.shape == "prose" else "flag"
            yield from self._value(Field(section.id, section.label, kind), path, 0)
            return
        yield self._noted(f"{section.label}:", path)
        if section.shape == "record":
            yield from self._record(section.fields, path, _STEP)
        elif section.shape == "items":
            for position in self._steps(path):
                yield from _item(self._record(section.fields, (*path, position), _STEP + 2), _STEP)
        elif section.shape == "theme":
            yield from self._record(section.fields, path, _STEP)
            yield from self._theme(path, _STEP)
        else:
            labels = {theme.id: theme.label for theme in self.schema.themes}
            for theme in self._steps(path):
                yield self._noted(f"{' ' * _STEP}{labels[str(theme)]}:", (*path, theme))
                yield from self._theme((*path, theme), 2 * _STEP)

    def _steps(self, path: Path) -> Iterable[str | int]:
        return self.below.get(path, {})

    def _noted(self, start: str, path: Path) -> str:
        note = self.notes.get(path, "")
        return f"{start}  # {plain(note)}" if note else start

    def _record(self, fields: Iterable[Field], path: Path, indent: int) -> Iterator[str]:
        for entry in fields:
            at = (*path, entry.id)
            space = " " * indent
            if at in self.values:
                yield from self._value(entry, at, indent)
            elif at not in self.below:
                continue
            elif entry.kind in ("record", "data"):
                yield self._noted(f"{space}{entry.label}:", at)
                if entry.kind == "record":
                    yield from self._record(entry.fields, at, indent + _STEP)
                else:
                    yield from self._data(at, indent + _STEP)
            else:
                yield from self._many(entry, at, indent)

    def _many(self, entry: Field, path: Path, indent: int) -> Iterator[str]:
        positions = list(self._steps(path))
        only = block(KINDS[entry.kind][1](self.values[(*path, positions[0])]), indent) if len(positions) == 1 else []
        start = f"{' ' * indent}{entry.label}:"
        if len(only) == 1:
            yield self._noted(f"{start} {only[0]}", (*path, positions[0]))
            return
        yield self._noted(start, path)
        for position in positions:
            yield from self._item_value(entry, (*path, position), indent + _STEP)

    def _value(self, entry: Field, path: Path, indent: int) -> Iterator[str]:
        value, start = self.values[path], f"{' ' * indent}{entry.label}:"
        if value == "":
            yield self._noted(start, path)
        elif entry.kind == "outline":
            labels = {theme.id: theme.label for theme in self.schema.themes}
            yield self._noted(start, path)
            for group in value if isinstance(value, tuple) else ():
                names = (labels[str(name)] for name in (group if isinstance(group, tuple) else (group,)))
                yield f"{' ' * (indent + _STEP)}- {'+'.join(names)}"
        elif entry.kind == "positions":
            yield self._noted(f"{start} [{KINDS[entry.kind][1](value)}]", path)
        else:
            lines = block(KINDS[entry.kind][1](value), indent + _STEP)
            yield self._noted(f"{start} {lines[0]}", path)
            yield from lines[1:]

    def _item_value(self, entry: Field, path: Path, indent: int) -> Iterator[str]:
        lines = block(KINDS[entry.kind][1](self.values[path]), indent + _STEP)
        yield self._noted(f"{' ' * indent}- {lines[0]}", path)
        yield from lines[1:]

    def _theme(self, path: Path, indent: int) -> Iterator[str]:
        space = " " * indent
        text = Field("", "", "prose")
        if (*path, "heading") in self.values:
            yield from self._value(Field("heading", "标题", "phrase"), (*path, "heading"), indent)
        if (*path, "ticks") in self.below:
            yield self._noted(f"{space}举措:", (*path, "ticks"))
            for label in self._steps((*path, "ticks")):
                yield self._tick((*path, "ticks", label), indent + _STEP)
        if (*path, "data") in self.below:
            yield self._noted(f"{space}数据:", (*path, "data"))
            yield from self._data((*path, "data"), indent + _STEP)
        if (*path, "other") in self.below:
            yield self._noted(f"{space}其他数据:", (*path, "other"))
            for position in self._steps((*path, "other")):
                yield from self._item_value(text, (*path, "other", position), indent + _STEP)
        if (*path, "points") in self.below:
            yield self._noted(f"{space}要点:", (*path, "points"))
            for position in self._steps((*path, "points")):
                at = (*path, "points", position)
                yield from _item(self._record(_POINT, at, indent + 2 * _STEP), indent + _STEP)
        if (*path, "extra") in self.values:
            yield from self._value(Field("extra", "补充", "prose"), (*path, "extra"), indent)
        if (*path, "reference") in self.values:
            yield from self._value(Field("reference", "上年参考", "prose"), (*path, "reference"), indent)

    def _tick(self, path: Path, indent: int) -> str:
        words = str(self.values[path])
        label = scalar(str(path[-1]))
        return self._noted(f"{' ' * indent}- {label}{f': {scalar(words)}' if words else ''}", path)

    def _data(self, path: Path, indent: int) -> Iterator[str]:
        for indicator in self._steps(path):
            label = self.schema.indicators[str(indicator)].label
            figures = [(*path, indicator, position) for position in self._steps((*path, indicator))]
            start = f"{' ' * indent}{label}:"
            parts = [list(_figure(self.values[at])) for at in figures]
            if len(figures) == 1 and len(parts[0]) == 1:
                yield self._noted(f"{start} {scalar(parts[0][0][1])}", figures[0])
                continue
            yield start
            for at, lines in zip(figures, parts, strict=True):
                written = self._composite(lines, at, indent + _STEP + (2 if len(figures) > 1 else 0))
                yield from _item(written, indent + _STEP) if len(figures) > 1 else written

    def _composite(self, parts: Sequence[tuple[str, str]], path: Path, indent: int) -> Iterator[str]:
        for number, (key, words) in enumerate(parts):
            line = f"{' ' * indent}{key}: {scalar(words)}" if words else f"{' ' * indent}{key}:"
            yield self._noted(line, path) if number == 0 else line


_POINT = (Field("title", "标题", "phrase"), Field("content", "内容", "prose"), Field("data", "数据", "data"))


def _figure(value: Value) -> Iterator[tuple[str, str]]:
    """Key and words of each part of a figure; documents come as lines of their own."""
    assert isinstance(value, Figure)  # noqa: S101 - what stands under 数据
    yield "值", show(value)
    if value.last is not None:
        yield "上年", show(value.last)
    named = (("范围", value.scope), ("时段", value.period), ("其中", "是" if value.part else ""))
    yield from ((key, words) for key, words in (*named, ("句", value.sentence), ("来源", value.origin)) if words)
    if value.documents:
        yield "文件", ""
        for name, number in value.documents:
            yield "  - 名称", name
            if number:
                yield "    文号", number


def _item(lines: Iterable[str], indent: int) -> Iterator[str]:
    """The lines of a record as an item of a list: a dash before the first."""
    for number, line in enumerate(lines):
        yield f"{' ' * indent}- {line[indent + 2 :]}" if number == 0 else line

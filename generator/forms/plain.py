"""A plainly written form straight to its values, without nodes in between.

Most lines of a form are a known key with a value of its kind; they are read here, in half the time. What a field
holds besides is made nodes of, for `generator.forms.records` and `generator.forms.figures`; where anything is wrong,
the whole form is read again by way of nodes, which knows what to say. Where this reader has an answer, it is the same.
"""

from collections.abc import Iterator

from generator.forms.block import Row, Rows, Unclear, key, word
from generator.forms.figures import read_composite, read_pair
from generator.forms.index import Index
from generator.forms.nodes import Entries, Node
from generator.forms.records import read_field
from generator.forms.sheet import Sheet, blank
from generator.forms.themes import OTHER, POINT_FIELDS, POINT_IDS, THEME_FIELDS, THEME_IDS, TICK
from generator.places import Place
from generator.schema.kinds import KINDS, figure
from generator.schema.kinds.problem import Problem
from generator.schema.model import Field, Figure, Indicator, Pair, Path, Section, Theme, Value

_LISTS = ("outline", "positions")
_PERHAPS_MORE = frozenset("[{~【")
"""What a value that is more than words, or blank, begins with."""


def read_plain(sheet: Sheet, text: str) -> bool:
    """Reads the form that `text` is to `sheet`; False where it has to be read another way, to a sheet that is new.

    text: without tabs and carriage returns.
    """
    try:
        rows = Rows(text)
        _Reader(sheet, rows).form(rows.first()[0])
        rows.over()
    except Unclear:
        return False
    # What was told of a field may be told better where the whole is known.
    return not sheet.source.diagnostics


class _Reader:
    __slots__ = ("_file", "_index", "_rows", "_sheet")

    def __init__(self, sheet: Sheet, rows: Rows) -> None:
        self._sheet, self._rows = sheet, rows
        self._index: Index = sheet.index
        self._file = sheet.source.file

    def form(self, column: int) -> None:
        seen: set[str] = set()
        for row in self._rows.pairs(column):
            section = self._index.sections.get(row[2])
            if section is None:
                raise Unclear
            _once(section.id, seen)
            self._sheet.keys[(section.id,)] = key(row)
            self._section(row, section)

    def _section(self, row: Row, section: Section) -> None:
        path: Path = (section.id,)
        if section.shape == "prose" or section.shape == "flag":
            self._leaf(row, path, Field(section.id, section.label, section.shape))
        elif (below := self._opened(row)) is None:
            return
        elif section.shape == "items":
            self._items(below, path, section)
        elif below[1]:
            raise Unclear
        elif section.shape == "record":
            self._record(below[0], path, section.fields)
        elif section.shape == "themes":
            self._themes(below[0], path)
        else:
            theme = self._index.themes.get(section.theme or section.id)
            if theme is None:
                raise Unclear
            self._theme(below[0], path, theme, section.fields)

    def _themes(self, column: int, path: Path) -> None:
        own = {s.theme for s in self._index.schema.sections if s.shape == "theme"}
        seen: set[str] = set()
        for row in self._rows.pairs(column):
            theme = self._index.themes.get(row[2])
            if theme is None or theme.id in own:
                raise Unclear
            _once(theme.id, seen)
            at = (*path, theme.id)
            self._sheet.keys[at] = key(row)
            if (below := self._opened(row)) is not None:
                if below[1]:
                    raise Unclear
                self._theme(below[0], at, theme, ())

    def _theme(self, column: int, path: Path, theme: Theme, fields: tuple[Field, ...]) -> None:
        own = self._index.named(fields)
        seen: set[str] = set()
        for row in self._rows.pairs(column):
            part = own[row[2]].id if row[2] in own else THEME_IDS.get(row[2], "")
            _once(part, seen)
            at = (*path, part)
            if part in THEME_FIELDS:
                self._leaf(row, at, THEME_FIELDS[part])
            elif part in own:
                self._field(row, at, own[part])
            elif (below := self._opened(row)) is not None:
                self._sheet.tried.add(at)
                if part == "data":
                    self._data(below, at)
                elif part == "ticks":
                    self._ticks(below, at, theme)
                elif part == "other":
                    self._others(below, at)
                elif part == "points":
                    self._points(below, at)
                else:
                    raise Unclear

    def _record(self, column: int, path: Path, fields: tuple[Field, ...]) -> None:
        named = self._index.named(fields)
        seen: set[str] = set()
        for row in self._rows.pairs(column):
            field = named.get(row[2])
            if field is None:
                raise Unclear
            _once(field.id, seen)
            self._field(row, (*path, field.id), field)

    def _field(self, row: Row, path: Path, field: Field) -> None:
        if field.kind != "record" and field.kind != "data":
            self._leaf(row, path, field)
            return
        self._sheet.keys[path] = key(row)
        if (below := self._opened(row)) is not None:
            self._sheet.tried.add(path)
            if field.kind == "data":
                self._data(below, path)
            elif below[1]:
                raise Unclear
            else:
                self._record(below[0], path, field.fields)

    def _leaf(self, row: Row, path: Path, field: Field) -> None:
        """A field that is a value, or a list of them."""
        words = row[3]
        if words and words[0] not in _PERHAPS_MORE and field.kind not in _LISTS:
            at = (*path, 0) if field.many else path
            self._put(row, at, _value(words, field, self._index))
            return
        node = self._rows.value(row)
        if blank(node):
            self._sheet.keys[path] = key(row)
        else:
            self._sheet.tried.add(path)
            read_field(self._sheet, node, path, field)

    def _items(self, first: Row, path: Path, section: Section) -> None:
        sheet, position = self._sheet, 0
        if not first[1]:
            raise Unclear
        for row in self._rows.items(first[0]):
            if not row[2]:
                raise Unclear
            at, before = (*path, position), len(sheet.values)
            self._record(row[0], at, section.fields)
            if len(sheet.values) > before:
                sheet.keys[at] = self._whole(row)
                position += 1

    def _whole(self, first: Row) -> Node:
        """The item that began with this row and was just read."""
        item = Entries(first[4], first[0] + 1, first[5])
        item.end = self._rows.end()
        return item

    def _data(self, first: Row, path: Path) -> None:
        sheet, values, places = self._sheet, self._sheet.values, self._sheet.places
        figures, units, parse, file = self._index.figures, self._index.units, figure.parse, self._file
        if first[1]:
            raise Unclear
        seen: set[str] = set()
        for row in self._rows.pairs(first[0]):
            column, _, name, words, number, start, begin = row
            if name in seen:
                raise Unclear
            seen.add(name)
            target = figures.get(name)
            if type(target) is Indicator:
                at = (*path, target.id, 0)
                if at in values:
                    raise Unclear
                if words and words[0] not in _PERHAPS_MORE:
                    read = parse(words, units[target.id])
                    if type(read) is not Figure:
                        raise Unclear
                    values[at] = read
                    places[at] = Place(file, number, begin - start + column + 1, begin, begin + len(words))
                elif not blank(node := self._rows.value(row)):
                    read_composite(sheet, node, (*path, target.id), target)
            elif type(target) is not Pair:
                raise Unclear
            elif not blank(node := self._rows.value(row)):
                read_pair(sheet, node, path, target)

    def _ticks(self, first: Row, path: Path, theme: Theme) -> None:
        values = self._sheet.values
        known = self._index.ticks.get(theme.id, {})
        for row in self._listed(first):
            pairs = self._rows.pairs(row[0]) if row[2] else (row,)
            for tick in pairs:
                column, dash, name, words, number, start, _ = tick
                label = name or words
                at = (*path, label)
                if label not in known or at in values or (words and words[0] in _PERHAPS_MORE):
                    raise Unclear
                if name and words:
                    self._put(tick, at, _value(words, TICK, self._index))
                elif name and self._rows.below(column):
                    raise Unclear
                else:
                    values[at] = ""
                    place = Place(self._file, number, column + dash + 1, start, start + len(label))
                    self._sheet.places[at] = place

    def _others(self, first: Row, path: Path) -> None:
        for position, row in enumerate(self._listed(first)):
            if row[2] or row[3][0] in _PERHAPS_MORE:
                raise Unclear
            self._put(row, (*path, position), _value(row[3], OTHER, self._index))

    def _points(self, first: Row, path: Path) -> None:
        sheet, position = self._sheet, 0
        for row in self._listed(first):
            at, before = (*path, position), len(sheet.values)
            if not row[2]:
                self._leaf(row, (*at, "content"), POINT_FIELDS["content"])
            else:
                self._point(row[0], at)
            position += len(sheet.values) > before

    def _point(self, column: int, path: Path) -> None:
        seen: set[str] = set()
        for row in self._rows.pairs(column):
            part = POINT_IDS.get(row[2], "")
            _once(part, seen)
            if part != "data":
                self._leaf(row, (*path, part), POINT_FIELDS[part])
            elif (below := self._opened(row)) is not None:
                self._data(below, (*path, part))

    def _listed(self, first: Row) -> Iterator[Row]:
        if not first[1]:
            raise Unclear
        return self._rows.items(first[0])

    def _opened(self, row: Row) -> Row | None:
        """The row that what stands under a key begins with, None if that is nothing."""
        if row[3]:
            if not blank(word(row)):
                raise Unclear
            return None
        return self._rows.below(row[0])

    def _put(self, row: Row, path: Path, value: Value) -> None:
        column, dash, _, words, number, start, begin = row
        at = begin - start + column + dash + 1
        self._sheet.values[path] = value
        self._sheet.places[path] = Place(self._file, number, at, begin, begin + len(words))


def _value(words: str, field: Field, index: Index) -> Value:
    allowed = index.levels if field.kind == "level" else field.choices
    value: Value | Problem = KINDS[field.kind][0](words, allowed)
    if isinstance(value, Problem):
        raise Unclear
    return value


def _once(id_: str, seen: set[str]) -> None:
    """Raises Unclear for what there is none of, or that was seen before."""
    if not id_ or id_ in seen:
        raise Unclear
    seen.add(id_)

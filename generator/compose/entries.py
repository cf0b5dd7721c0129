"""A filled form grouped as templates ask for it: figures and ticks by where they were entered."""

from collections.abc import Mapping
from dataclasses import field

from generator.compose.figures import Sourced
from generator.document.nodes import Source, Text
from generator.records import record
from generator.schema.model import Figure, Path, Profile, Schema, Section, Value

REFERENCE = "reference"
"""Last year's words, for the clerk to look at: never printed."""

THEME_KEYS = {
    "heading": "标题",
    "ticks": "举措",
    "data": "数据",
    "other": "其他数据",
    "extra": "补充",
    "points": "要点",
    REFERENCE: "上年参考",
}
"""What a theme of the form holds, canonical key to the clerk's."""


@record
class Entries:
    """figures, ticks: by the path of the theme or item, then by indicator id or measure label."""

    profile: Profile
    sections: Mapping[str, Section]
    figures: dict[Path, dict[str, list[Sourced]]]
    ticks: dict[Path, dict[str, tuple[str, Source]]]
    names: Mapping[str, str]
    """Canonical id -> the form's word for it, for the paths that people read."""
    counts: dict[Path, int]
    """Path of a list -> how many items it has."""
    parts: set[Path]
    """First one and two steps of every path: which sections and themes say anything."""
    known: dict[str, Sourced]
    """Indicators with one exact figure for the whole unit and year: what formulas may reckon with."""
    compared: list[Path] = field(default_factory=list)
    """Figures that have last year's beside them."""
    sources: dict[Path, Source] = field(default_factory=dict)
    readables: dict[Path, str] = field(default_factory=dict)

    def get(self, *path: str | int) -> Value | None:
        """The value at `path`, None when the form does not give it."""
        return self.profile.values.get(path)

    def source(self, *path: str | int) -> Source:
        """Where the value at `path` came from."""
        known = self.sources.get(path)
        if known is None:
            known = self.sources[path] = Source("value", self.readable(path), self.profile.places.get(path))
        return known

    def text(self, *path: str | int) -> Text | None:
        """The value at `path` as sourced words, None when the form does not give it."""
        value = self.profile.values.get(path)
        return None if value is None or value == "" else Text(str(value), self.source(*path))

    def readable(self, path: Path) -> str:
        """主要举措.行政执法.数据.执法人员 — the path in the form's own words."""
        known = self.readables.get(path)
        if known is None:
            step = path[-1]
            word = str(step + 1) if isinstance(step, int) else self.names.get(step, step)
            above = path[:-1]
            known = f"{self.readables.get(above) or self.readable(above)}.{word}" if above else word
            self.readables[path] = known
        return known

    def count(self, *path: str | int) -> int:
        """How many items the list at `path` has."""
        return self.counts.get(path, 0)


def names_of(schema: Schema) -> dict[str, str]:
    """Every canonical id of a form with the form's own word for it."""
    names = {**_labels(schema.sections), **{t.id: t.label for t in schema.themes}, **THEME_KEYS}
    names.update((i.id, i.label) for i in schema.indicators.values())
    return names


def gather(profile: Profile, schema: Schema, names: Mapping[str, str]) -> Entries:
    """One pass over the form. names: see `names_of`."""
    entries = Entries(profile, {s.id: s for s in schema.sections}, {}, {}, names, {}, set(), {})
    parts, sources, places = entries.parts, entries.sources, profile.places
    entered: dict[Path, dict[str, list[Sourced]]] = {}
    group: Path | None = None
    for path, value in profile.values.items():
        if type(value) is Figure:
            if (within := path[:-2]) != group:
                # Of the figures of one part the way there is reckoned once, and so of its ticks.
                group, filled = within, False
                _count(entries.counts, group)
                by_id = entered.setdefault(group[:-1], {})
                where = entries.readable(group)
            if value.not_applicable:
                # It fills no part: a part of nothing else still lacks what it must say.
                continue
            if not filled:
                parts.update((path[:1], path[:2]))
                filled = True
            if value.last is not None:
                entries.compared.append(path)
            label, origin = str(path[-2]), f"来源：{value.origin}" if value.origin else ""
            source = sources[path] = Source("value", f"{where}.{names.get(label, label)}", places.get(path), origin)
            if label in by_id:
                by_id[label].append((value, source))
            else:
                by_id[label] = [(value, source)]
        elif len(path) > 1 and path[-2] == "ticks":
            if (within := path[:-1]) != group:
                group = within
                parts.update((path[:1], path[:2]))
                ticks = entries.ticks.setdefault(group[:-1], {})
                where = entries.readable(group)
            label = str(path[-1])
            tick = sources[path] = Source("tick", f"{where}.{names.get(label, label)}", places.get(path))
            ticks[label] = (str(value), tick)
        elif path[-1] != REFERENCE:
            if (head := path[:2]) not in parts:
                parts.update((path[:1], head))
            _count(entries.counts, path)
    entries.figures.update((at, found) for at, found in entered.items() if found)
    entries.known.update(_known(entries.figures))
    return entries


def _count(counts: dict[Path, int], path: Path) -> None:
    """Notes how many items the lists on the way have at least."""
    for at, step in enumerate(path):
        if type(step) is int and step >= counts.get(path[:at], 0):
            counts[path[:at]] = step + 1


def _labels(sections: tuple[Section, ...]) -> dict[str, str]:
    out: dict[str, str] = {}
    for section in sections:
        out[section.id] = section.label
        stack = list(section.fields)
        while stack:
            field = stack.pop()
            out.setdefault(field.id, field.label)
            stack.extend(field.fields)
    return out


def _whole(figure: Figure) -> bool:
    """Whether it is exact, and of the whole unit and year."""
    return not (figure.scope or figure.period or figure.part) and figure.exact


def _known(entered: Mapping[Path, Mapping[str, list[Sourced]]]) -> dict[str, Sourced]:
    out: dict[str, Sourced] = {}
    conflicting: set[str] = set()
    for by_id in entered.values():
        for indicator, figures in by_id.items():
            one = figures[0]
            if len(figures) > 1:
                plain = [sourced for sourced in figures if _whole(sourced[0])]
                if len(plain) != 1:
                    continue
                one = plain[0]
            elif not _whole(one[0]):
                continue
            before = out.setdefault(indicator, one)
            if before is not one and before[0].amount != one[0].amount:
                conflicting.add(indicator)
    for indicator in conflicting:
        del out[indicator]
    return out

"""A filled form grouped as templates ask for it: figures and ticks by where they were entered."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.compose.figures import Sourced
from generator.document.nodes import Source, Text
from generator.schema.model import Figure, Path, Profile, Schema, Section, Value

THEME_KEYS = {"heading": "标题", "ticks": "举措", "data": "数据", "other": "其他数据", "extra": "补充", "points": "要点"}
"""What a theme of the form holds, canonical key to the clerk's."""


@dataclass(slots=True)
class Entries:
    """figures, ticks: by the path of the theme or item, then by indicator id or measure label."""

    profile: Profile
    sections: Mapping[str, Section]
    figures: dict[Path, dict[str, list[Sourced]]]
    ticks: dict[Path, dict[str, tuple[str, Source]]]
    names: Mapping[str, str]
    """Canonical id -> the form's word for it, for the paths that people read."""

    def get(self, *path: str | int) -> Value | None:
        """The value at `path`, None when the form does not give it."""
        return self.profile.values.get(path)

    def source(self, *path: str | int) -> Source:
        """Where the value at `path` came from."""
        return Source("value", self.readable(path), self.profile.places.get(path))

    def text(self, *path: str | int) -> Text | None:
        """The value at `path` as sourced words, None when the form does not give it."""
        value = self.profile.values.get(path)
        return None if value is None or value == "" else Text(str(value), self.source(*path))

    def readable(self, path: Path) -> str:
        """主要举措.行政执法.数据.执法人员 — the path in the form's own words."""
        names = self.names
        return ".".join(str(step + 1) if isinstance(step, int) else names.get(step, step) for step in path)

    def count(self, *path: str | int) -> int:
        """How many items the list at `path` has."""
        size = len(path)
        return max((p[size] + 1 for p in self.profile.values if len(p) > size and p[:size] == path and isinstance(p[size], int)), default=0)


def gather(profile: Profile, schema: Schema) -> Entries:
    """One pass over the form."""
    names = {**_labels(schema.sections), **{t.id: t.label for t in schema.themes}, **THEME_KEYS}
    names.update((i.id, i.label) for i in schema.indicators.values())
    entries = Entries(profile, {s.id: s for s in schema.sections}, {}, {}, names)
    for path, value in profile.values.items():
        if isinstance(value, Figure):
            if not value.not_applicable:
                by_id = entries.figures.setdefault(path[:-3], {})
                by_id.setdefault(str(path[-2]), []).append((value, _source(entries, path[:-1], path, value)))
        elif len(path) > 1 and path[-2] == "ticks":
            tick = Source("tick", entries.readable(path), profile.places.get(path))
            entries.ticks.setdefault(path[:-2], {})[str(path[-1])] = (str(value), tick)
    return entries


def _source(entries: Entries, readable: Path, path: Path, figure: Figure) -> Source:
    formula = f"来源：{figure.origin}" if figure.origin else ""
    return Source("value", entries.readable(readable), entries.profile.places.get(path), formula)


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


def known(entries: Entries) -> dict[str, tuple[Decimal, Source]]:
    """Indicators with one exact figure for the whole unit and year: what formulas may reckon with."""
    out: dict[str, tuple[Decimal, Source]] = {}
    conflicting: set[str] = set()
    for by_id in entries.figures.values():
        for indicator, figures in by_id.items():
            plain = [(f, s) for f, s in figures if f.exact and not (f.scope or f.period or f.part)]
            if len(plain) != 1 or plain[0][0].text == "":
                continue
            figure, source = plain[0]
            if indicator in out and out[indicator][0] != figure.amount:
                conflicting.add(indicator)
            out.setdefault(indicator, (figure.amount, source))
    return {k: v for k, v in out.items() if k not in conflicting}

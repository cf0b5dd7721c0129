"""A form as the page that it will become, with what is to be said about it field by field."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from html import unescape
from pathlib import Path

from generator.api.checking import Judge, text_findings
from generator.api.inputs import load
from generator.check.engine import run
from generator.check.registry import form_rules
from generator.check.subject import form_alone
from generator.compose import Entries, Template, formulas, gather
from generator.compose.figures import change, percent, plain
from generator.diagnostics import Diagnostic, Severity, stops
from generator.document.nodes import Document, Source
from generator.draft import drafts
from generator.forms.asked import joined
from generator.forms.encoding import text_of
from generator.forms.index import index_of
from generator.forms.read import read
from generator.forms.shapes import FIGURE_PARTS, shape_of
from generator.forms.source import load as load_source
from generator.forms.typed import Typed, typed
from generator.look import standard
from generator.records import record
from generator.schema.model import Figure, Profile, Schema
from generator.schema.model import Path as Address
from generator.writers.html_blocks import html_blocks, setting_of
from generator.writers.html_style import style_sheet

_MOST = 300
"""Findings that are shown; nobody reads more."""


@record
class Remark:
    """A finding with the field that it is about, "" if about none."""

    code: str
    severity: str
    message: str
    hint: str
    address: str
    line: int


@record
class Preview:
    """body: HTML of the report, its words bearing `data-field`; derived: what is reckoned beside a figure, by its
    address; filled, asked: of the required fields."""

    body: str
    remarks: tuple[Remark, ...]
    derived: Mapping[str, str]
    gaps: int = 0
    characters: int = 0
    filled: int = 0
    asked: int = 0


def previewed(raw: bytes, form: Path, template: str | None = None) -> Preview:
    """The page of a form and what is to be said about the form. Raises UsageError, BrokenTemplate."""
    made = load(template, form)[1]
    reading = read(raw, str(form), made.schema)
    text = text_of(raw)
    found = _typed(raw, form, made.schema)
    places = _Places(found, text, made.schema)
    profile = reading.profile
    entries = gather(profile, made.schema, made.names)
    told: tuple[Diagnostic, ...] = reading.diagnostics
    body, gaps, characters = "", 0, 0
    # What cannot be read of a form is left out of the preview, not the page with it.
    if profile.values:
        result = next(drafts(profile, made, False, entries))
        told += (*result.diagnostics, *run(form_alone(profile, made, entries), form_rules()))
        body, gaps = _body(result.document, places), result.gaps
        characters = len("".join(re.sub(r"<[^>]*>", "", body).split()))
    ignored = _ignored(profile)
    heeded = [d for d in told if d.severity is Severity.ERROR or d.code not in ignored]
    heeded.sort(key=lambda d: d.severity is not Severity.ERROR)
    remarks = tuple(_remark(d, places) for d in heeded[:_MOST])
    lists = {section.id for section in made.schema.sections if section.shape == "items"}
    missing = sum(r.code == "FRM901" and r.address.partition("/")[0] not in lists for r in remarks)
    required = _required(made.schema)
    return Preview(body, _once(remarks), dict(_derived(entries, made, places)), gaps, characters,
                   max(0, required - missing), required)  # fmt: skip


def text_remarks(raw: bytes, form: Path, by: Judge) -> tuple[Remark, ...]:
    """What the rules say of the words of a form's report, none while the form cannot be read; on a long report this
    takes far longer than its page."""
    made = by.template
    reading = read(raw, str(form), made.schema)
    if stops(reading.diagnostics) or not reading.profile.values:
        return ()
    text = text_of(raw)
    places = _Places(_typed(raw, form, made.schema), text, made.schema)
    entries = gather(reading.profile, made.schema, made.names)
    result = next(drafts(reading.profile, made, False, entries))
    ignored = _ignored(reading.profile)
    found = text_findings(result, reading.profile, text, by)
    return _once([_remark(d, places) for d in found[:_MOST] if d.code not in ignored])


def _ignored(profile: Profile) -> set[object]:
    """Codes that the form says not to be reminded of."""
    return {value for path, value in profile.values.items() if path[:2] == ("checks", "ignore")}


def sheet_style(template: str | None = None) -> str:
    """The style sheet of a preview's page."""
    looks = load(template)[1].looks
    look = next(iter(looks.values()), None) or standard()
    return style_sheet(look)


class _Places:
    """Offsets in the form to addresses."""

    def __init__(self, found: Mapping[Address, Typed], text: str, schema: Schema) -> None:
        spots = sorted((t.node.start, joined(_field(path))) for path, t in found.items())
        self.starts = [start for start, _ in spots]
        self.addresses = [address for _, address in spots]
        self.exact: dict[tuple[int, int], str] = {}
        for path, held in found.items():
            self.exact[held.node.line, held.node.column] = joined(_field(path))
        self.text = text
        self.sections = {section.label: section for section in schema.sections}
        self.hints: dict[str, str] = {}
        for section in schema.sections:
            self.hints[section.hint] = self.hints[section.label] = f"{section.id}/0" if section.shape == "items" else ""
            for entry in section.fields if section.shape == "record" else ():
                self.hints.setdefault(entry.label, f"{section.id}/{entry.id}")
        self.indicators = {i.label: i for i in schema.indicators.values()}
        filled = (p for p, t in found.items() if len(p) > 1 and t.words)
        self.items = sorted({(str(p[0]), p[1]) for p in filled if isinstance(p[1], int)})

    def at(self, line: int, column: int) -> str:
        """The address of the value there."""
        return self.exact.get((line, column), "")

    def gap(self, path: str) -> str:
        """The address of what a placeholder asks for, by the words that it bears; "" if they name no field."""
        steps = path.split(".")
        section = self.sections.get(steps[0])
        if section is not None and len(steps) == 3 and steps[1].isdigit():
            entry = next((f.id for f in section.fields if f.label == steps[2]), "")
            written = [number for id_, number in self.items if id_ == section.id]
            at = int(steps[1]) - 1
            return f"{section.id}/{written[at] if at < len(written) else at}/{entry}" if entry else ""
        if path in self.hints:
            return self.hints[path]
        indicator = self.indicators.get(steps[-1])
        if indicator is None:
            return ""
        home = next((s for s in self.sections.values() if s.theme == indicator.theme), None)
        themes = next((s.id for s in self.sections.values() if s.shape == "themes"), "")
        head = home.id if home else f"{themes}/{indicator.theme}"
        return f"{head}/data/{indicator.id}"

    def lacking(self, message: str, address: str) -> str:
        """The address of the field that a message (“报告”缺“成文日期”) misses; its key may not be in the form."""
        named = re.fullmatch("“([^”]*)”(?:第 [0-9]+ 条)?缺“([^”]*)”", message)
        section = self.sections.get(named[1]) if named else None
        entry = next((f for f in section.fields if named and f.label == named[2]), None) if section else None
        if section is None or entry is None:
            return address
        steps = address.split("/")
        item = steps[1:2] if section.shape == "items" and steps[0] == section.id else []
        return "/".join([section.id, *item, entry.id]) + ("/0" if entry.many else "")

    def near(self, start: int, line: int) -> str:
        """The address of the value that the offset is in, or that of its line."""
        at = bisect_right(self.starts, start) - 1
        for position in (at, at + 1):
            if 0 <= position < len(self.starts) and self._line(self.starts[position]) == line:
                return self.addresses[position]
        return ""

    def _line(self, start: int) -> int:
        return self.text.count("\n", 0, start) + 1


def _field(path: Address) -> Address:
    """The address of the whole figure for a part of one."""
    return path[:-1] if "data" in path[:-1] and path[-1] in FIGURE_PARTS else path


def _typed(raw: bytes, form: Path, schema: Schema) -> dict[Address, Typed]:
    index = index_of(schema)
    source = load_source(raw, str(form), index.keys, index.item_keys)
    return typed(source.root, shape_of(index))


def _body(document: Document, places: _Places) -> str:
    """HTML in which the places of words are fields, and lengths are data: a strict policy forbids inline style."""
    look = document.look or standard()
    html = "".join(html_blocks(document.blocks, setting_of(document, look, {})))

    def field(match: re.Match[str]) -> str:
        address = places.at(int(match[1]), int(match[2]))
        return f' data-field="{_attribute(address)}"' if address else ""

    def gap(match: re.Match[str]) -> str:
        address = places.gap(unescape(match[1]))
        return f'{match[0]} data-field="{_attribute(address)}"' if address else match[0]

    html = re.sub(r' data-at="(\d+):(\d+)"', field, html)
    html = re.sub(r' data-kind="gap" data-path="([^"]*)"', gap, html)
    return html.replace(' style="', ' data-style="')


def _attribute(words: str) -> str:
    return words.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def _remark(found: Diagnostic, places: _Places) -> Remark:
    place = found.place
    address = (places.at(place.line, place.column) or places.near(place.start, place.line)) if place else ""
    if found.code == "FRM901":
        address = places.lacking(found.message, address)
    return Remark(found.code, str(found.severity), found.message, found.hint, address, place.line if place else 0)


def _once(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    order = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(dict.fromkeys(remarks), key=lambda r: (order.get(r.severity, 3), r.line)))


def _required(schema: Schema) -> int:
    """How many fields of records and themes every form must fill."""
    records = [s for s in schema.sections if s.shape in ("record", "theme")]
    themes = sum(s.shape == "theme" and s.minimum > 0 for s in records)
    return sum(f.required for s in records for f in s.fields) + themes


def _derived(entries: Entries, made: Template, places: _Places) -> Iterator[tuple[str, str]]:
    """What is reckoned beside each figure: the change on last year, and rates that were not entered."""
    values = entries.profile.values
    for path, value in values.items():
        if isinstance(value, Figure):
            words = "".join(part.words for part in change(value, Source("value", "")))
            place = entries.profile.places.get(path)
            address = places.at(place.line, place.column) if place else ""
            if words and address:
                yield address, words.lstrip("，")
    amounts = {id_: figure.amount for id_, (figure, _) in entries.known.items()}
    for id_, formula in made.formulas.items():
        if id_ in entries.known:
            continue
        result = formulas.value(formula, amounts)
        indicator = made.schema.indicators[id_]
        if result is not None and result >= 0 and not (indicator.kind == "rate" and result > 1):
            if indicator.kind == "rate":
                shown = percent(result, Decimal(1), indicator.round) + "%"
            else:
                shown = plain(result) + indicator.unit
            said = f"自动算出 {shown}（{formulas.words(formula, entries.names)}）"
            for section in made.schema.sections:
                if section.shape == "themes":
                    yield joined((section.id, indicator.theme, "data", id_)), said
                elif section.theme == indicator.theme:
                    yield joined((section.id, "data", id_)), said

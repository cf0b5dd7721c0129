"""A form as the page that it will become, with what is to be said about it field by field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from html import unescape
from pathlib import Path

from generator.api.addresses import Places, placeholders
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
from generator.forms.doubts import doubts
from generator.forms.encoding import text_of
from generator.forms.index import index_of
from generator.forms.questions import joined
from generator.forms.read import read
from generator.forms.shapes import figure_of, shape_of
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
    folder, made = load(template, form)
    reading = read(raw, str(form), made.schema)
    text = text_of(raw)
    found = _typed(raw, form, made.schema)
    places = Places(found, text, made.schema, placeholders(folder, made.schema))
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
    said = (_remark(d, places) for d in heeded[:_MOST])
    placed = (r if r.address else replace(r, address=places.about(r.message, r.hint)) for r in said)
    remarks = (*placed, *_doubts(text, found, made.schema))
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
    places = Places(_typed(raw, form, made.schema), text, made.schema)
    entries = gather(reading.profile, made.schema, made.names)
    result = next(drafts(reading.profile, made, False, entries))
    ignored = _ignored(reading.profile)
    found = text_findings(result, reading.profile, text, by)
    remarks = (_remark(d, places) for d in found[:_MOST] if d.code not in ignored)
    # What is missing is said by the form: the rules of words need not say it of the same field again.
    lacking = {_remark(d, places).address for d in reading.diagnostics if d.code == "FRM901"}
    told = (r if r.address else _placed(r, places, result.document) for r in remarks)
    return _once([remark for remark in told if remark.address not in lacking])


def _ignored(profile: Profile) -> set[object]:
    """Codes that the form says not to be reminded of."""
    return {value for path, value in profile.values.items() if path[:2] == ("checks", "ignore")}


def sheet_style(template: str | None = None) -> str:
    """The style sheet of a preview's page."""
    looks = load(template)[1].looks
    look = next(iter(looks.values()), None) or standard()
    return style_sheet(look)


def _typed(raw: bytes, form: Path, schema: Schema) -> dict[Address, Typed]:
    index = index_of(schema)
    source = load_source(raw, str(form), index.keys, index.item_keys)
    return typed(source.root, shape_of(index))


def _body(document: Document, places: Places) -> str:
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


def _remark(found: Diagnostic, places: Places) -> Remark:
    place = found.place
    address = (places.at(place.line, place.column) or places.near(place.start, place.line)) if place else ""
    if found.code in ("FRM901", "FRM902"):
        address = places.lacking(found.message, address)
    return Remark(found.code, str(found.severity), found.message, found.hint, address, place.line if place else 0)


def _placed(remark: Remark, places: Places, document: Document) -> Remark:
    """A finding about the report as a whole at the field or part that it names."""
    address = places.quoted(remark.message, document) or places.about(remark.message, remark.hint)
    return replace(remark, address=address)


def _doubts(text: str, found: Mapping[Address, Typed], schema: Schema) -> Iterator[Remark]:
    """What was guessed when the form was read off a report."""
    for path, place in doubts(text, found).items():
        held = next(t for at, t in found.items() if figure_of(at) == path and t.words)
        words = held.words if len(held.words) < 30 else f"{held.words[:28]}…"
        where = f"，在报告{place}" if place else ""
        figure = schema.indicators.get(str(path[path.index("data") + 1])) if "data" in path[:-1] else None
        message = f"{figure.label if figure else ''}“{words}”是读报告时推断的{where}，请对照原文"
        yield Remark("FRM904", str(Severity.INFO), message, "", joined(path), held.node.line)


def _once(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    order = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(dict.fromkeys(remarks), key=lambda r: (order.get(r.severity, 3), r.line)))


def _required(schema: Schema) -> int:
    """How many fields of records and themes every form must fill."""
    records = [s for s in schema.sections if s.shape in ("record", "theme")]
    themes = sum(s.shape == "theme" and s.minimum > 0 for s in records)
    return sum(f.required for s in records for f in s.fields) + themes


def _derived(entries: Entries, made: Template, places: Places) -> Iterator[tuple[str, str]]:
    """What is reckoned beside each figure: the change on last year, and rates that were not entered."""
    values = entries.profile.values
    for path, value in values.items():
        if isinstance(value, Figure):
            words = "".join(part.words for part in change(value, Source("value", ""))).lstrip("，")
            if value.documents:
                listed = f"清单里有 {len(value.documents)} {value.unit}"
                words = f"{listed}；{words}" if words else listed
            place = entries.profile.places.get(path)
            address = (places.at(place.line, place.column) or places.near(place.start, place.line)) if place else ""
            if words and address:
                yield address, words
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

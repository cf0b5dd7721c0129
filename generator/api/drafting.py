"""`gen draft`: a form becomes files."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.api.inputs import content, load
from generator.check.engine import run
from generator.check.registry import form_rules
from generator.check.subject import form_alone
from generator.compose import Entries, Template, gather
from generator.diagnostics import Diagnostic, Severity, stops
from generator.document.walk import all_texts
from generator.draft import Draft, drafts
from generator.forms.read import read
from generator.outputs import Existing, safe_name, stored
from generator.records import record
from generator.resources import TemplateFolder
from generator.schema.model import Profile, Schema
from generator.writers import WRITERS, known, write
from generator.writers.notes import Note


@record
class Drafted:
    """What came of a form.

    files: written, () when the form could not be read; source: the form's text, for showing lines; gaps:
    placeholders; characters: of the text; usual: fewest and most that are usual at this level; pages: where
    it was laid out.
    """

    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    source: str
    template: TemplateFolder
    gaps: int = 0
    characters: int = 0
    usual: tuple[int, int] | None = None
    pages: int | None = None
    aside: tuple[Path, ...] = ()
    """Where files changed by hand were moved to."""


@record
class Request:
    """What is to be drafted: a form, and how; see `draft`. base: what its form lacks may stand there; raw: the
    form's bytes, where it cannot be opened by whoever drafts it."""

    form: Path
    formats: tuple[str, ...] = ("docx",)
    template: str | None = None
    review: bool = False
    public: bool = False
    trace: bool = False
    base: Profile | None = None
    check: bool = False
    raw: bytes | None = None


@record
class Filled:
    """A form that was read, and the template it is for; text: the form's, for showing lines; entries: None where the
    form cannot be read."""

    raw: bytes
    text: str
    folder: TemplateFolder
    template: Template
    diagnostics: tuple[Diagnostic, ...]
    entries: Entries | None


@record
class Prepared:
    """A draft that is not written yet: the end of each file's name and its bytes, and what `Drafted` says."""

    stem: str
    files: tuple[tuple[str, bytes], ...]
    drafted: Drafted


def draft(
    form: Path,
    *,
    formats: tuple[str, ...] = ("docx",),
    output: Path | None = None,
    template: str | None = None,
    review: bool = False,
    public: bool = False,
    trace: bool = False,
    existing: Existing = "refuse",
    check: bool = False,
) -> Drafted:
    """Draft one form and write it in every format, one file per addressee.

    output: a file or a folder, drafts/ if None; review: findings become Word comments; public: the copy for
    publication; trace: the table of sources as well; existing: what to do about a hand-edited file; check: judge
    the text too, as advice.
    Raises UsageError, UnreadableInput, BrokenTemplate, CannotWrite; what is wrong in the form is in the
    result instead.
    """
    prepared = prepare(Request(form, formats, template, review, public, trace, check=check))
    return put(prepared, output, prepared.stem, existing)


def prepare(request: Request) -> Prepared:
    """Everything of `draft` but the writing; nothing is written for a form that cannot be read."""
    with uncollected():
        return _prepared(request)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the garbage collector: nothing of a draft refers back to itself, it would walk it in vain."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def read_form(request: Request) -> Filled:
    """The form of a request, read. Raises UsageError, UnreadableInput, BrokenTemplate."""
    raw = content(request.form) if request.raw is None else request.raw
    folder, made = load(request.template, request.form)
    reading = read(raw, str(request.form), made.schema, request.base)
    readable = not stops(reading.diagnostics)
    filled = gather(reading.profile, made.schema, made.names) if readable else None
    return Filled(raw, reading.text, folder, made, reading.diagnostics, filled)


def _prepared(request: Request) -> Prepared:
    form = read_form(request)
    if form.entries is None:
        return Prepared("", (), Drafted((), form.diagnostics, form.text, form.folder))
    return compose_files(request, form, form.entries)[0]


def compose_files(request: Request, form: Filled, filled: Entries) -> tuple[Prepared, Draft]:
    """The files of a form that was read, and the draft for its first addressee. Raises BrokenTemplate."""
    made, profile = form.template, filled.profile
    results = list(drafts(profile, made, request.public, filled))
    contradictions = run(form_alone(profile, made, filled), form_rules())
    found = (*form.diagnostics, *results[0].diagnostics, *contradictions)
    if request.check or request.public:
        from generator.api.checking import judge, text_findings

        by = judge(request.template, request.form)
        found += text_findings(results[0], profile, form.text, by, () if request.check else ("PRI",))
    found = _heeded(found, profile)
    files: list[tuple[str, bytes]] = []
    for number, result in enumerate(results):
        files += _files(result, f"-主送{number + 1}" if number else "", request, found)
    drafted = Drafted(
        (),
        found,
        form.text,
        form.folder,
        results[0].gaps,
        results[0].characters,
        _usual(profile, made.schema),
        _pages(files),
    )
    return Prepared(_stem(profile, request), tuple(files), drafted), results[0]


def put(
    prepared: Prepared, output: Path | None, stem: str, existing: Existing, memory: set[str] | None = None
) -> Drafted:
    if not prepared.files:
        return prepared.drafted
    written = stored(output, stem, prepared.files, existing, memory)
    aside = tuple(file.aside for file in written if file.aside)
    return replace(prepared.drafted, files=tuple(file.path for file in written), aside=aside)


def _heeded(found: tuple[Diagnostic, ...], profile: Profile) -> tuple[Diagnostic, ...]:
    """Without the warnings whose codes the form says not to be reminded of (检查.忽略)."""
    if ("checks", "ignore", 0) not in profile.values:
        return found
    ignored = {value for path, value in profile.values.items() if path[:2] == ("checks", "ignore")}
    return tuple(d for d in found if d.severity is not Severity.WARNING or d.code not in ignored)


def _stem(profile: Profile, request: Request) -> str:
    unit = profile.values.get(("unit", "name", 0))
    year = profile.values.get(("report", "year"))
    name = f"{unit}-{year}" if unit and year else request.form.stem
    return safe_name(name + ("-公开稿" if request.public else "") + ("-审阅稿" if request.review else ""))


def _files(result: Draft, part: str, request: Request, found: Iterable[Diagnostic]) -> Iterator[tuple[str, bytes]]:
    """End of the file's name and bytes of one report in every format, and of its table of sources."""
    notes = tuple(_notes(result, found)) if request.review else ()
    for wanted in dict.fromkeys(request.formats):
        yield part + WRITERS[known(wanted)][1], write(result.document, wanted, notes)
    if request.trace:
        from generator import trace as table

        rows = table.trace(result.document)
        yield f"{part}-出处.csv", table.to_csv(rows)
        yield f"{part}-出处.json", table.to_json(rows)


def _notes(result: Draft, found: Iterable[Diagnostic]) -> Iterator[Note]:
    """A comment for each placeholder and each warning."""
    seen: set[str] = set()
    for text in all_texts(result.document.blocks):
        source = text.source
        if source is not None and source.kind == "gap" and source.path not in seen:
            seen.add(source.path)
            yield Note(None, source.path, f"待补充：{source.path}")
    for diagnostic in found:
        if diagnostic.severity is Severity.WARNING:
            words = diagnostic.message + (f"。{diagnostic.hint}" if diagnostic.hint else "")
            yield Note(diagnostic.place, "", words)


def _usual(profile: Profile, schema: Schema) -> tuple[int, int] | None:
    lengths: Any = schema.wording.get("lengths") or {}
    usual = lengths.get(profile.values.get(("unit", "level")))
    return (int(usual[0]), int(usual[1])) if usual else None


def _pages(files: Iterable[tuple[str, bytes]]) -> int | None:
    import re

    for name, data in files:
        if name.endswith(".pdf"):
            return len(re.findall(rb"/Type\s*/Page\b", data)) or None
    return None

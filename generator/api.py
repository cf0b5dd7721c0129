"""The verbs, over paths: what the command line and the web page call."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from generator import resources
from generator.check import figures
from generator.compose import gather
from generator.diagnostics import Diagnostic, Severity, stops
from generator.document.walk import stretches, texts
from generator.draft import Draft, drafts, template_of
from generator.errors import UnreadableInput, UsageError
from generator.forms.encoding import text_of
from generator.forms.read import read
from generator.outputs import Existing, safe_name, stored
from generator.records import record
from generator.resources import TemplateFolder
from generator.schema.model import Indicator, Profile, Schema
from generator.writers import WRITERS, known, write
from generator.writers.notes import Note

if TYPE_CHECKING:
    from generator.compose import Template

MOST_BYTES = 50_000_000
"""A larger file is not even opened; the reader refuses far smaller ones with a word of its own."""


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


def load(template: str | None = None, form: Path | None = None) -> "tuple[TemplateFolder, Template]":
    """The template folder of that name (see `resources.find_template`), made ready.

    Raises UsageError, BrokenTemplate.
    """
    folder = resources.find_template(template, form)
    return folder, template_of(folder)


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
) -> Drafted:
    """Draft one form and write it in every format, one file per addressee.

    output: a file or a folder, drafts/ if None; review: findings become Word comments; public: the copy for
    publication; trace: the table of sources as well; existing: what to do about a hand-edited file.
    Raises UsageError, UnreadableInput, BrokenTemplate, CannotWrite; what is wrong in the form is in the
    result instead.
    """
    raw = _bytes(form)
    folder, made = load(template, form)
    reading = read(raw, str(form), made.schema)
    if stops(reading.diagnostics):
        return Drafted((), reading.diagnostics, text_of(raw), folder)
    filled = gather(reading.profile, made.schema)
    results = list(drafts(reading.profile, made, public, filled))
    found = (*reading.diagnostics, *results[0].diagnostics, *figures.check(reading.profile, made, filled))
    if public:
        from generator.check.privacy import check as check_privacy

        found += check_privacy(results[0].document)
    files: list[tuple[str, bytes]] = []
    for number, result in enumerate(results):
        part = f"-主送{number + 1}" if number else ""
        files += _files(result, part, formats, found if review else (), trace)
    written = stored(output, _stem(reading.profile, form, public, review), files, existing)
    return Drafted(
        tuple(file.path for file in written),
        found,
        text_of(raw),
        folder,
        results[0].gaps,
        _characters(results[0]),
        _usual(reading.profile, made.schema),
        _pages(files),
        tuple(file.aside for file in written if file.aside),
    )


def _bytes(form: Path) -> bytes:
    try:
        size = form.stat().st_size
        if size > MOST_BYTES:
            raise UnreadableInput(f"“{form}”有 {size // 1_000_000} MB，不是表单", "表单是几十 KB 的文本文件")
        return form.read_bytes()
    except IsADirectoryError as error:
        raise UnreadableInput(f"“{form}”是文件夹，不是表单", "起草整个文件夹用 gen batch") from error
    except FileNotFoundError as error:
        raise UnreadableInput(f"没有“{form}”这个文件", "检查文件名，以及文件是不是在当前文件夹里") from error
    except OSError as error:
        raise UnreadableInput(f"“{form}”打不开", "检查读取权限，文件可能正被别的程序占用") from error


def _stem(profile: Profile, form: Path, public: bool, review: bool) -> str:
    unit = profile.values.get(("unit", "name", 0))
    year = profile.values.get(("report", "year"))
    name = f"{unit}-{year}" if unit and year else form.stem
    return safe_name(name + ("-公开稿" if public else "") + ("-审阅稿" if review else ""))


def _files(
    result: Draft, part: str, formats: Sequence[str], found: Iterable[Diagnostic], trace: bool
) -> list[tuple[str, bytes]]:
    """End of the file's name and bytes of one report in every format, and of its table of sources."""
    notes = tuple(_notes(result, found)) if found else ()
    files = [(part + WRITERS[known(f)][1], write(result.document, f, notes)) for f in dict.fromkeys(formats)]
    if trace:
        from generator import trace as table

        rows = table.trace(result.document)
        files += [(f"{part}-出处.csv", table.to_csv(rows)), (f"{part}-出处.json", table.to_json(rows))]
    return files


def _notes(result: Draft, found: Iterable[Diagnostic]) -> Iterator[Note]:
    """A comment for each placeholder and each warning."""
    seen: set[str] = set()
    for inlines in stretches(result.document.blocks):
        for text in texts(inlines):
            source = text.source
            if source is not None and source.kind == "gap" and source.path not in seen:
                seen.add(source.path)
                yield Note(None, source.path, f"待补充：{source.path}")
    for diagnostic in found:
        if diagnostic.severity is Severity.WARNING:
            words = diagnostic.message + (f"。{diagnostic.hint}" if diagnostic.hint else "")
            yield Note(diagnostic.place, "", words)


def _characters(result: Draft) -> int:
    """Words as Word counts them for Chinese: every character that is not a space."""
    return sum(len("".join(t.words.split())) for inlines in stretches(result.document.blocks) for t in texts(inlines))


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


def blank_form(
    level: str,
    unit: str,
    year: int,
    *,
    template: str | None = None,
    last: Path | None = None,
    variant: int | None = None,
) -> str:
    """The YAML form for a unit (full name) of this level (a label or alias) and year.

    last: last year's form; variant: which wordings the draft takes, by the unit's name if None.
    Raises UsageError, UnreadableInput, BrokenTemplate.
    """
    from generator.forms.blank import blank

    _, made = load(template)
    chosen = _level(made.schema, level)
    before = read(_bytes(last), str(last), made.schema).profile if last else None
    turn = variant if variant is not None else crc32(unit.encode()) % 97 + 1
    return blank(made.schema, chosen, unit, year, turn, before)


def _level(schema: Schema, wanted: str) -> str:
    for level in schema.levels:
        if wanted in (level.id, level.label, *level.aliases):
            return level.label
    labels = "、".join(level.label for level in schema.levels)
    raise UsageError(f"没有“{wanted}”这个层级", f"可选：{labels}")


def json_schema(template: str | None = None) -> dict[str, Any]:
    """The JSON Schema of the form, for editors."""
    from generator.forms.json_schema import json_schema as of

    return of(load(template)[1].schema)


def collection(level: str, template: str | None = None) -> str:
    """Who in the unit supplies which figure, as a Markdown table. Raises UsageError for an unknown level."""
    from generator.forms.collection import collection as of

    schema = load(template)[1].schema
    return of(schema, _level(schema, level))


def guide(template: str | None = None) -> str:
    """All that a form of this genre accepts, as a Markdown page. Raises UsageError, BrokenTemplate."""
    from generator.forms.guide import guide as of

    return of(load(template)[1].schema)


def indicators(keyword: str, template: str | None = None) -> list[Indicator]:
    """The indicators that a keyword is about, the likeliest first."""
    from generator.forms.collection import search

    return search(load(template)[1].schema, keyword)


def check_template(template: str | None = None) -> tuple[Diagnostic, ...]:
    """What does not hold together in a template folder. Raises UsageError, BrokenTemplate."""
    from generator.compose.names import check
    from generator.readers import markdown

    folder, made = load(template)
    sources = resources.read_sources(folder)
    own = {name: text for name, text in sources.items() if not name.startswith(f"{resources.SHARED}/")}
    pages = ((f"{folder.root}/{name}", text) for name, text in own.items() if name.endswith(".md.j2"))
    marks = (d for file, text in pages for d in markdown.lint(text, file) if d.code == "TPL031")
    return (*check(own, made, str(folder.root)), *marks)


def observe_look(sample: Path) -> str:
    """The look of a DOCX as look.yml. Raises UnreadableInput for what is no DOCX."""
    from generator.look_codec import encode
    from generator.readers.docx.look import observe

    return encode(observe(_bytes(sample), sample.stem))

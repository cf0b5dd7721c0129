"""`gen form --xlsx` and `gen collect`: forms as workbooks, and what comes back as forms."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from zlib import crc32

from generator.api.inputs import content, load
from generator.diagnostics import Diagnostic, Severity
from generator.errors import GeneratorError, UnreadableInput, UsageError
from generator.forms.last_year import plain_figures
from generator.forms.read import read as read_form
from generator.forms.workbook import read, table, write
from generator.forms.workbook.questions import Page, all_pages, pages
from generator.forms.workbook.read import Returned
from generator.forms.workbook.write import Row
from generator.forms.write import form_text
from generator.outputs import untaken
from generator.records import record
from generator.schema.model import Figure, Profile, Schema, Value
from generator.schema.model import Path as FieldPath
from generator.spreadsheet.older import OLDER, as_xlsx

WORKBOOKS = (".xlsx", ".xlsm", ".csv", *OLDER)
"""Endings of workbooks and tables that may come back."""
_FORMS = (".yml", ".yaml")


@record
class Collected:
    """What came of one returned file, or of one unit in it.

    file: where it came from; unit: its name; name, text: of the form that it became, "" where it became none;
    diagnostics: cells and lines that cannot be read; left out of the form; blank: whether it says nothing but whose it
    is.
    """

    file: Path
    unit: str
    name: str
    text: str
    diagnostics: tuple[Diagnostic, ...]
    error: GeneratorError | None = None
    blank: bool = False


def workbook(
    level: str,
    units: Sequence[str],
    year: int,
    *,
    last: Sequence[Path] = (),
    as_csv: bool = False,
    template: str | None = None,
) -> bytes:
    """A workbook for these units (full names) of a level: one that all share, or a single unit's own.

    last: forms of last year, whose figures stand beside; as_csv: one table instead of sheets.
    Raises UsageError, UnreadableInput, BrokenTemplate.
    """
    schema = load(template)[1].schema
    label = _level(schema, level)
    before = dict(_last(last, schema))
    rows = [_row(unit, label, year, before.get(unit)) for unit in units]
    asked = pages(schema, label, units[0] if len(units) == 1 else "")
    if as_csv:
        return table.write(asked, rows)
    return write.one(asked, rows[0]) if len(rows) == 1 else write.many(asked, rows)


def _row(unit: str, level: str, year: int, last: Profile | None) -> Row:
    found: dict[FieldPath, Value] = {
        ("report", "year"): year,
        ("report", "variant"): crc32(unit.encode()) % 97 + 1,
        ("unit", "name", 0): unit,
        ("unit", "level"): level,
    }
    figures: Mapping[str, Figure] = plain_figures(last) if last else {}
    for name in ("short", "upper"):
        kept = last.values.get(("unit", name)) if last else None
        if kept is not None:
            found["unit", name] = kept
    return Row(unit, found, figures)


def _last(forms: Sequence[Path], schema: Schema) -> Iterator[tuple[str, Profile]]:
    for form in forms:
        reading = read_form(content(form), str(form), schema)
        if any(d.severity is Severity.ERROR for d in reading.diagnostics):
            raise UnreadableInput(f"去年的表单“{form}”读不懂", f"用 gen draft {form} 列出来，改好后再带上")
        yield str(reading.profile.values.get(("unit", "name", 0), form.stem)), reading.profile


def _level(schema: Schema, wanted: str) -> str:
    for level in schema.levels:
        if wanted in (level.id, level.label, *level.aliases):
            return level.label
    raise UsageError(f"没有“{wanted}”这个层级", f"可选：{'、'.join(level.label for level in schema.levels)}")


def collect(sources: Sequence[Path], *, template: str | None = None) -> Iterator[Collected]:
    """Returned files (workbooks, CSV, forms, reports) as forms, in the order of their names.

    A file that cannot be read is in the results and stops no other. Raises UnreadableInput where there is no such
    file or folder, UsageError, BrokenTemplate.
    """
    made = load(template)[1]
    asked = all_pages(made.schema)
    taken: set[str] = set()
    for file in _files(sources):
        try:
            yield from _collected(file, made.schema, asked, template, partial(untaken, taken=taken))
        except GeneratorError as stop:
            yield Collected(file, file.stem, "", "", (), stop)


def _files(sources: Sequence[Path]) -> Iterator[Path]:
    for source in sources:
        if not source.exists():
            raise UnreadableInput(f"没有“{source}”这个文件或文件夹", "检查路径")
        inside = sorted(p for p in source.rglob("*") if p.is_file()) if source.is_dir() else [source]
        # An office program leaves ~$… beside what it has open.
        yield from (path for path in inside if not path.name.startswith((".", "~$")))


def _collected(
    file: Path, schema: Schema, asked: Sequence[Page], template: str | None, named: Callable[[str], str]
) -> Iterator[Collected]:
    suffix = file.suffix.lower()
    if suffix == ".numbers":
        raise UnreadableInput(f"“{file}”是 {suffix} 格式的表格，读不了", "用 Numbers 打开，导出为 .xlsx 再交")
    if suffix in WORKBOOKS:
        reader = table.read if suffix == ".csv" else read.read
        yield from _units(file, reader(_workbook(file, suffix), str(file), asked, schema), schema, named)
        return
    text = content(file) if suffix in _FORMS else _report(file, template)
    reading = read_form(text, str(file), schema)
    unit = str(reading.profile.values.get(("unit", "name", 0), file.stem))
    wrong = tuple(d for d in reading.diagnostics if d.severity is Severity.ERROR)
    blank = _blank(reading.profile.values, schema) and not wrong
    yield Collected(file, unit, named(unit), text.decode("utf-8-sig", "replace"), wrong, None, blank)


def _workbook(file: Path, suffix: str) -> bytes:
    data = content(file)
    # An .xlsx that was only renamed needs no LibreOffice.
    return as_xlsx(data, suffix, str(file)) if suffix in OLDER and b"xl/workbook.xml" not in data else data


def _report(file: Path, template: str | None) -> bytes:
    from generator.api.extracting import extracted

    return extracted(file, None, template).text.encode()


def _units(file: Path, found: Returned, schema: Schema, named: Callable[[str], str]) -> Iterator[Collected]:
    for unit in found.units:
        name = str(unit.values.get(("unit", "name", 0)) or unit.key or file.stem)
        head = [f"由 {file.name} 收来"]
        mine = tuple(d for d in found.diagnostics) if len(found.units) == 1 else ()
        blank = _blank(unit.values, schema) and not mine
        yield Collected(file, name, named(name), form_text(unit.values, schema, None, head), mine, None, blank)
    if len(found.units) != 1 and found.diagnostics:
        yield Collected(file, "", "", "", found.diagnostics)


def _blank(values: Mapping[FieldPath, Value], schema: Schema) -> bool:
    records = {section.id for section in schema.sections if section.shape == "record"}
    return all(path[0] in records for path in values)

"""`gen rollup`: the forms of many units become the figures of the upper level's form."""

from collections.abc import Sequence
from pathlib import Path

from generator.api.inputs import content, load
from generator.batch.plan import forms
from generator.compose import Template
from generator.diagnostics import Diagnostic, stops
from generator.errors import UnreadableInput, UsageError
from generator.forms.base import over
from generator.forms.read import read
from generator.forms.write import form_text
from generator.records import record
from generator.rollup import Total, Unit, conflicts, table, totals, unsummed, values_of
from generator.schema.model import Level, Profile, Schema, Value
from generator.schema.model import Path as FieldPath
from generator.spreadsheet import Cell, Sheet, to_csv, to_xlsx


@record
class RolledUp:
    """What came of a roll-up.

    text: the upper level's form; table: the comparison as a file of the kind asked for, b"" if none was; units,
    figures: how many went in and came out; unread: forms that could not be read, and why; absent: units of the list
    without a form; diagnostics: conflicts with the upper level's own figures (in `source`), what cannot be added.
    """

    text: str
    table: bytes
    units: int
    figures: int
    unread: tuple[tuple[Path, str], ...]
    absent: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    source: str


def rollup(
    sources: Sequence[Path],
    *,
    unit: str,
    level: str,
    year: int | None = None,
    own: Path | None = None,
    listed: Sequence[str] = (),
    table_as: str = "",
    template: str | None = None,
) -> RolledUp:
    """Add up the forms among `sources` (files and folders) for `unit` (full name) of this level.

    year: of the reports, that of the forms if None; own: the upper level's own form, whose values win; listed: names of
    the units that should be there; table_as: "xlsx", "csv" or "".
    Raises UsageError, UnreadableInput where nothing can be added up; a form that cannot be read is in the result.
    """
    made = load(template)[1]
    chosen = _level(made.schema, level)
    units, unread = _units(forms(sources, (own,) if own else ()), made)
    if not units:
        raise UnreadableInput("没有一份表单读得懂", "用 gen draft 逐份查看，改好后再汇总")
    reported = _year([u.profile for u in units], year)
    found = totals(units, made.schema)
    values, notes = values_of(found, made.schema)
    head: dict[FieldPath, Value] = {
        ("report", "year"): reported,
        ("unit", "name", 0): unit,
        ("unit", "level"): chosen.label,
    }
    mine, source = _own(own, made) if own else (Profile({}, {}), "")
    told = (*conflicts(found, mine, made.schema), *unsummed(found, mine, made.schema))
    merged = over(Profile({**head, **values}, {}), mine)
    title = f"{unit} {reported} 年度：由 {len(units)} 个单位的表单汇总；数据的“来源”写着各单位的数和所在的行"
    text = form_text(merged.values, made.schema, {p: n for p, n in notes.items() if p not in mine.values}, [title])
    absent = tuple(name for name in listed if not any(name in u.name or u.name in name for u in units))
    sheet = _table(units, found, made.schema, table_as) if table_as else b""
    return RolledUp(text, sheet, len(units), len(values), tuple(unread), absent, told, source)


def _level(schema: Schema, wanted: str) -> Level:
    for level in schema.levels:
        if wanted in (level.id, level.label, *level.aliases):
            return level
    raise UsageError(f"没有“{wanted}”这个层级", f"可选：{'、'.join(level.label for level in schema.levels)}")


def _units(files: Sequence[Path], made: Template) -> tuple[list[Unit], list[tuple[Path, str]]]:
    units: list[Unit] = []
    unread: list[tuple[Path, str]] = []
    for file in files:
        reading = read(content(file), str(file), made.schema)
        if stops(reading.diagnostics):
            errors = sum(d.severity == "error" for d in reading.diagnostics)
            unread.append((file, f"有 {errors} 处读不懂，没有汇总进去；用 gen draft {file} 列出来"))
            continue
        profile = reading.profile
        name = profile.values.get(("unit", "short")) or profile.values.get(("unit", "name", 0)) or file.stem
        again = next((u for u in units if u.name == name), None)
        if again is not None:
            unread.append((file, f"“{name}”已有一份（{again.profile.file}），这一份没有汇总进去"))
            continue
        units.append(Unit(str(name), profile))
    return units, unread


def _year(profiles: Sequence[Profile], wanted: int | None) -> int:
    years = {profile.values.get(("report", "year")) for profile in profiles} - {None}
    if wanted is not None:
        years.add(wanted)
    if len(years) > 1:
        told = "、".join(map(str, sorted(years, key=str)))
        raise UsageError(f"各单位的年度不一致：{told}", "一次只汇总一个年度的表单")
    if not years:
        raise UsageError("表单里没有年度", "用 --year 写明")
    return int(str(years.pop()))


def _own(form: Path, made: Template) -> tuple[Profile, str]:
    raw = content(form)
    reading = read(raw, str(form), made.schema)
    if stops(reading.diagnostics):
        raise UnreadableInput(f"本级的表单“{form}”读不懂", f"用 gen draft {form} 列出来，改好后再汇总")
    return reading.profile, raw.decode(errors="replace")


def _table(units: Sequence[Unit], found: Sequence[Total], schema: Schema, wanted: str) -> bytes:
    header, rows = table(units, found, schema)
    cells: list[list[Cell]] = [list(row) for row in rows]
    if wanted == "csv":
        return to_csv(header, cells)
    return to_xlsx([Sheet("各单位对照", header, cells, frozen=3)])

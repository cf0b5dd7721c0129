"""`gen extract`: last year's report becomes a form, of the same year or of the next one."""

from dataclasses import replace
from pathlib import Path
from zlib import crc32

from generator.api.inputs import load
from generator.api.reading import Understood, understand
from generator.diagnostics import Diagnostic
from generator.errors import UnreadableInput, UsageError
from generator.extract import Counts, Evidence, Extraction, extract, last_year
from generator.forms.blank import blank, wanted
from generator.forms.characters import without
from generator.forms.write import form_text
from generator.records import record
from generator.schema.kinds import docnumber
from generator.schema.model import Figure, Profile, Value

_LINES = (".txt", ".md", ".html", ".htm")


@record
class Extracted:
    """A form as text, and what was recognised.

    year: of the form, 0 if unknown; next_year: whether it is the form of the year after the report's; drafted:
    whether the report was drafted by this tool.
    """

    text: str
    year: int
    next_year: bool
    drafted: bool
    counts: Counts
    diagnostics: tuple[Diagnostic, ...]


def extracted(report: Path, year: int | None = None, template: str | None = None) -> Extracted:
    """The form that a report (any file that `understand` reads) fills.

    year: of the form: the report's own, or the one after, for which figures become 上年. Raises UnreadableInput,
    UsageError, BrokenTemplate.
    """
    understood, extraction = _extraction(report, template)
    told = extraction.profile.values.get(("report", "year"))
    own = told if isinstance(told, int) else 0
    if year is not None and own and year == own + 1:
        return _next_form(understood, extraction, year, template, "", "", None)
    if year is not None and own and year != own:
        raise UsageError(f"“{report}”是 {own} 年度的报告，不能作 {year} 年的表单", f"--year 写 {own} 或 {own + 1}")
    values = dict(extraction.profile.values)
    if year is not None and not own:
        values = {("report", "year"): year, **values}
    number = docnumber.parse(understood.document.meta.get("文号", ""))
    if isinstance(number, str):
        values.setdefault(("report", "number"), number)
    notes = {path: _note(evidence, report) for path, evidence in extraction.evidence.items()}
    blanks = wanted(values, understood.schema)
    text = form_text(values, understood.schema, notes, _head(report, extraction), blanks)
    return Extracted(text, own or year or 0, False, extraction.drafted, extraction.counts, understood.diagnostics)


def next_form(
    report: Path, year: int, template: str | None, *, level: str = "", unit: str = "", variant: int | None = None
) -> Extracted:
    """The form of `year`, with the figures and words of last year's report.

    level: its label; unit: its full name; both by the report if "". Raises as `extracted`.
    """
    understood, extraction = _extraction(report, template)
    return _next_form(understood, extraction, year, template, level, unit, variant)


def _extraction(report: Path, template: str | None) -> tuple[Understood, Extraction]:
    understood = understand(report, template)
    extraction = extract(understood.annotation, load(template)[1])
    if not understood.annotation.outline.sections and not extraction.counts.figures:
        raise UnreadableInput(f"“{report}”里没有找到标题，也没有找到数，看不出是报告", "用 gen inspect 看看读到了什么")
    profile = Profile({path: _legible(value) for path, value in extraction.profile.values.items()}, {})
    references = {path: without(words) for path, words in extraction.references.items()}
    return understood, replace(extraction, profile=profile, references=references)


def _legible(value: Value) -> Value:
    """A value without the characters that a form may not hold."""
    if isinstance(value, str):
        return without(value)
    if isinstance(value, Figure) and (value.sentence or value.scope or value.documents):
        named = tuple((without(name), without(number)) for name, number in value.documents)
        return replace(value, sentence=without(value.sentence), scope=without(value.scope), documents=named)
    return value


def _next_form(
    understood: Understood,
    extraction: Extraction,
    year: int,
    template: str | None,
    level: str,
    unit: str,
    variant: int | None,
) -> Extracted:
    found = last_year(extraction, understood.annotation, load(template)[1])
    chosen = level or str(found.values.get(("unit", "level"), ""))
    name = unit or str(found.values.get(("unit", "name", 0), ""))
    if not chosen:
        hint = f"写明层级：gen form --level 乡镇 --unit 机关全称 --year {year} --from {understood.file}"
        raise UsageError(f"看不出“{understood.file}”是哪一级机关的报告", hint)
    turn = variant if variant is not None else crc32(name.encode()) % 97 + 1
    figures = [path for path, value in found.values.items() if isinstance(value, Figure)]
    notes = {path: _note(found.evidence[path], Path(understood.file)) for path in figures}
    before = Profile(found.values, {})
    text = blank(understood.schema, chosen, name, year, turn, before, extraction.references, notes)
    return Extracted(text, year, True, extraction.drafted, extraction.counts, understood.diagnostics)


def _note(evidence: Evidence, report: Path) -> str:
    place = f"第{evidence.line}{'行' if report.suffix.lower() in _LINES else '段'}"
    return f"请核对；{place}" if evidence.doubtful else place


def _head(report: Path, extraction: Extraction) -> tuple[str, ...]:
    how = "本工具起草的报告，按模板读回" if extraction.drafted else "读自一份报告，模板不能解释的话原样留在“补充”"
    return (
        f"由“{report.name}”读出（{how}）",
        "“#”后面是这一项在报告中的位置；标“请核对”的是推断的，请对照原文",
    )

"""`gen check`: a form, a draft or anybody's report is judged."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import resources
from generator.annotate import annotate
from generator.annotate.frame_chrome import LONGEST, is_chrome
from generator.annotate.headings_grammar import folded
from generator.annotate.lexicon import Lexicon
from generator.annotate.mentions_cues import Cues
from generator.annotate.model import Annotation
from generator.api.inputs import content, load
from generator.api.reading import bounded, words_of
from generator.check import drafted, engine, registry
from generator.check.engine import Settings
from generator.check.figures import form_figures
from generator.check.registry import GROUPS
from generator.check.rule import Rule
from generator.check.shown import as_plain as finding
from generator.check.shown import github
from generator.check.subject import Subject, echo, subject
from generator.check.wordlist import FILE, all_rules, word_lists, word_rules
from generator.diagnostics import Diagnostic, Severity, stops
from generator.draft import Draft, drafts
from generator.errors import GeneratorError, UsageError
from generator.forms.encoding import text_of
from generator.forms.read import read as read_form
from generator.outputs import SUMMARY
from generator.places import Place
from generator.readers import read_bytes
from generator.readers.formats import SUFFIXES
from generator.records import record
from generator.resources import TemplateFolder
from generator.schema.model import Profile

if TYPE_CHECKING:
    from generator.compose import Template

__all__ = [
    "GROUPS",
    "Checked",
    "Judge",
    "Settings",
    "against_each_other",
    "check",
    "explain",
    "finding",
    "github",
    "judge",
    "judgeable",
    "margin_page",
    "text_findings",
    "unread",
]

FORMS = (".yml", ".yaml")
_NO_LIST = "列出全部编号：gen rules"


@record
class Checked:
    """A file judged.

    source: the text that the places of the findings point into; subject: as it was judged, None for a form that
    could not be read; form: the file is a form, its lines are those of the YAML.
    """

    file: str
    diagnostics: tuple[Diagnostic, ...]
    source: str
    subject: Subject | None
    form: bool = False


@record
class Judge:
    """A template folder ready for judging. rules: all there are; chosen: those that run; textual: those of them that
    the form alone is not enough for; words: lists that they look for."""

    folder: TemplateFolder
    template: "Template"
    lexicon: Lexicon
    cues: Cues
    sources: dict[str, str]
    rules: tuple[Rule, ...]
    chosen: tuple[Rule, ...]
    textual: tuple[Rule, ...]
    words: Mapping[str, tuple[str, ...]]
    last: Subject | None = field(default=None)


def judge(
    template: str | None = None, beside: Path | None = None, settings: Settings | None = None, last: Path | None = None
) -> Judge:
    """Everything that judging needs.

    beside: a file or folder; a rules.yml next to it adds rules of its own; last: last year's report.
    Raises UsageError (also for a code that no rule has), BrokenTemplate, UnreadableInput.
    """
    folder, made = load(template, beside)
    sources = resources.read_sources(folder)
    rules = all_rules(registry.load(), word_rules(sources), _own(beside, folder))
    wanted = settings or Settings()
    for code in (*wanted.select, *wanted.ignore, *wanted.severities):
        if not any(rule.code.startswith(code) for rule in rules):
            raise UsageError(f"没有“{code}”这条规则", _NO_LIST)
    known, chosen = words_of(folder, made), engine.chosen(rules, wanted)
    textual = tuple(rule for rule in chosen if "form" not in rule.needs)
    ready = Judge(folder, made, known.lexicon, known.cues, sources, rules, chosen, textual, word_lists(sources))
    return ready if last is None else replace(ready, last=_subject(last, content(last), ready)[0])


def check(file: Path, by: Judge) -> Checked:
    """Judge one file. Raises UnreadableInput, BrokenTemplate."""
    return check_bytes(file, content(file), by)


def unread(file: Path, why: GeneratorError) -> Checked:
    """A file that cannot be read, as one of a table of many: the reason is its only finding."""
    return Checked(str(file), (Diagnostic("RDR000", None, why.message, why.hint, Severity.ERROR),), "", None)


def check_bytes(file: Path, data: bytes, by: Judge) -> Checked:
    """Judge what is in memory as the content of `file`. Raises UnreadableInput, BrokenTemplate."""
    if file.suffix.lower() in FORMS:
        return _form(file, data, by)
    of, told = _subject(file, data, by)
    found = engine.run(replace(of, last=by.last), by.chosen)
    return Checked(str(file), (*told, *found), echo(of), of)


def against_each_other(checked: Sequence[Checked], by: Judge) -> list[Checked]:
    """The files of one batch, with what the rules say that hold a report against the others."""
    rules = [rule for rule in by.chosen if "batch" in rule.needs]
    judged = [one.subject for one in checked if one.subject is not None]
    made = []
    for one in checked:
        if one.subject is None:
            made.append(one)
            continue
        others = tuple(other for other in judged if other is not one.subject)
        found = engine.run(replace(one.subject, others=others), rules)
        if one.form:
            found = tuple(replace(each, place=None, fix=None) for each in found)
        made.append(replace(one, diagnostics=engine.ordered((*one.diagnostics, *found))))
    return made


def judgeable(folder: Path) -> list[Path]:
    """The forms and reports in a folder, sorted; neither are a rules.yml and the summary of a batch.

    Raises UsageError where there is none.
    """
    known = (*FORMS, *SUFFIXES)
    listed = (path for path in sorted(folder.iterdir()) if path.name != FILE and path.name[0] not in ".~")
    listed = (path for path in listed if path.stem != SUMMARY)
    found = [path for path in listed if path.suffix.lower() in known and path.is_file()]
    if not found:
        raise UsageError(f"“{folder}”里没有可以检查的文件", f"可以检查 {'、'.join(dict.fromkeys(known))}")
    return found


def explain(code: str, by: Judge) -> Rule:
    """The rule of this code. Raises UsageError."""
    for rule in by.rules:
        if rule.code == code.upper():
            return rule
    raise UsageError(f"没有“{code}”这条规则", _NO_LIST)


def margin_page(checked: Sequence[Checked]) -> str:
    """The reports with the findings in the margin, as one HTML page."""
    from generator.check.margin import page

    return page((Path(one.file).name, one.source, one.diagnostics) for one in checked)


def text_findings(
    draft: Draft, profile: Profile, form: str, by: Judge, groups: tuple[str, ...] = ()
) -> tuple[Diagnostic, ...]:
    """What the rules that need no file say of a draft, as advice: at the lines of its form, never as errors.

    groups: letters of those to run, all if empty; the rules that need the form alone are left to `gen draft`.
    """
    rules = [rule for rule in by.textual if rule.code.startswith(groups)] if groups else by.textual
    of = _drafted(draft, profile, by)
    told = drafted.at_home(of, engine.run(of, rules), draft.document, form)
    return tuple([replace(d, severity=Severity.WARNING) if d.severity is Severity.ERROR else d for d in told])


def _own(beside: Path | None, folder: TemplateFolder) -> tuple[Rule, ...]:
    if beside is None:
        return ()
    path = (beside if beside.is_dir() else beside.parent) / FILE
    if not path.is_file() or path.resolve() == (folder.root / FILE).resolve():
        return ()
    return word_rules({str(path): text_of(content(path))}, str(path))


def _subject(file: Path, data: bytes, by: Judge) -> tuple[Subject, tuple[Diagnostic, ...]]:
    reading = read_bytes(data, str(file))
    bounded(reading.document, str(file))
    found = annotate(reading.document, by.template.schema, by.lexicon, by.cues)
    suffix = file.suffix.lower().lstrip(".")
    of = subject(str(file), found, by.template.schema, by.words, suffix, _chrome(found, by.lexicon))
    docx = data if data[:4] == b"PK\3\4" and suffix in ("docx", "docm", "dotx") else None
    looks = tuple(by.template.looks.values())
    return replace(of, document=reading.document, docx=docx, looks=looks), (*reading.diagnostics, *found.diagnostics)


def _form(file: Path, raw: bytes, by: Judge) -> Checked:
    text = text_of(raw)
    reading = read_form(raw, str(file), by.template.schema)
    if stops(reading.diagnostics):
        return Checked(str(file), reading.diagnostics, text, None, True)
    draft = next(drafts(reading.profile, by.template))
    of = _drafted(draft, reading.profile, by)
    found = list(drafted.at_home(of, engine.run(of, by.chosen), draft.document, text))
    told = (*reading.diagnostics, *draft.diagnostics, *_once(found))
    return Checked(str(file), engine.ordered(engine.heeded(told, _pardoned(reading.profile))), text, of, True)


def _once(found: list[Diagnostic]) -> list[Diagnostic]:
    """Without what the text of a draft repeats of a contradiction between the figures of its form."""
    own = {rule.code for rule in registry.form_rules()}
    told = {one.place for one in found if one.code in own and one.place}
    return [one for one in found if one.code in own or one.code[:3] != "FIG" or one.place not in told]


def _drafted(draft: Draft, profile: Profile, by: Judge) -> Subject:
    found = annotate(draft.document, by.template.schema, by.lexicon, by.cues)
    of = subject(drafted.DRAFT, found, by.template.schema, by.words, "yml")
    year = profile.values.get(("report", "year"))
    written = profile.values.get(("report", "date"))
    known = year if isinstance(year, int) else of.year
    return replace(
        of,
        year=known,
        written=str(written) if written else f"{known + 1:04}-02-28" if known else "",
        dated=bool(written),
        document=draft.document,
        profile=profile,
        figures=form_figures(profile, by.template, draft.filled),
        last=by.last,
    )


def _chrome(found: Annotation, lexicon: Lexicon) -> frozenset[int]:
    short = (line for line in found.lines if line.kind == "text" and len(line.text.strip()) <= LONGEST)
    return frozenset(line.number for line in short if is_chrome(folded(line.text).strip(), lexicon.chrome))


def _pardoned(profile: Profile) -> dict[str, Place | None]:
    """Codes under 检查.忽略, with their places."""
    return {
        str(value).strip().upper(): profile.places.get(path)
        for path, value in profile.values.items()
        if path[:2] == ("checks", "ignore")
    }

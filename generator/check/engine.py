"""Runs rules over a report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from generator.annotate.model import Spot
from generator.check.matching import any_possible
from generator.check.rule import Finding, Need, Rule, found_by
from generator.check.subject import Subject, folded_words, quote
from generator.diagnostics import Diagnostic, Fix, Severity
from generator.places import Place
from generator.records import record


@record
class Settings:
    """Which rules run and how bad their findings are.

    select, ignore: codes or the letters of a group (`WRD`, `WRD004`), all and none if empty; a rule that is off
    runs where its full code is selected; severities: by code or group, the code first.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)


def chosen(rules: Iterable[Rule], settings: Settings) -> tuple[Rule, ...]:
    """The rules that these settings ask for, with the severities that they set."""
    made = []
    for rule in rules:
        wanted = rule.code in settings.select or (rule.enabled and _named(rule.code, settings.select or ("",)))
        if wanted and not _named(rule.code, settings.ignore):
            severity = settings.severities.get(rule.code, settings.severities.get(rule.code[:3]))
            made.append(rule if severity is None else replace(rule, severity=severity, forced=True))
    return tuple(made)


def run(of: Subject, rules: Iterable[Rule]) -> tuple[Diagnostic, ...]:
    """What the rules find, in the order of the text, what concerns the whole report first.

    A rule that needs what this report lacks is passed over; one that fails is told as `BUG001`, the others run.
    """
    has, words = _has(of), folded_words(of)
    found: list[Diagnostic] = []
    for rule in rules:
        if not has.issuperset(rule.needs) or (rule.looks_for and not any_possible(rule.looks_for, words)):
            continue
        try:
            told = found_by(of, rule.check)
            if told:
                found += [_diagnostic(of, rule, finding) for finding in told]
        except Exception as bug:
            said = f"规则 {rule.code} 没有查完（{type(bug).__name__}：{bug}），是程序出错，不是报告的问题"
            found.append(Diagnostic("BUG001", None, said, "把这份文件发给维护者；其余规则照常查了", Severity.WARNING))
    return ordered(found)


def ordered(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings in the order of the file, those about the whole first, each once."""
    return tuple(sorted(dict.fromkeys(found), key=_position))


def heeded(found: Sequence[Diagnostic], pardoned: Mapping[str, Place | None]) -> Iterator[Diagnostic]:
    """Without the findings whose codes a form says not to be told (检查.忽略); errors stay.

    pardoned: code as the form writes it -> where. One that silences nothing is told (`CHK001`).
    """
    silenced = set()
    for diagnostic in found:
        name = next((code for code in pardoned if code and diagnostic.code.startswith(code)), None)
        if name is None or (diagnostic.severity is Severity.ERROR and diagnostic.code[:3] in ("FRM", "CMP")):
            yield diagnostic
        else:
            silenced.add(name)
    for code, place in pardoned.items():
        if code not in silenced:
            said = f"忽略的“{code}”没有对上任何一条发现"
            yield Diagnostic("CHK001", place, said, "从“检查”下删去这一行，或核对编号", Severity.INFO)


def _has(of: Subject) -> set[Need]:
    held: dict[Need, object] = {
        "annotation": True,
        "form": of.profile,
        "tree": of.document,
        "docx": of.docx,
        "last": of.last,
        "batch": of.others,
    }
    return {need for need, value in held.items() if value}


def _diagnostic(of: Subject, rule: Rule, finding: Finding) -> Diagnostic:
    where = place_of(of, finding.spot) if isinstance(finding.spot, Spot) else finding.spot
    fix = None
    if finding.fix is not None and where is not None:
        fix = Fix(where, finding.fix)
    severity = rule.severity if rule.forced or finding.severity is None else finding.severity
    return Diagnostic(rule.code, where, finding.message, finding.hint, severity, fix)


def place_of(of: Subject, spot: Spot) -> Place:
    """A spot as a place in the file: line (or paragraph) and column from 1, offsets into the subject's text."""
    start = of.starts[spot.line - 1] + spot.start
    return Place(of.file, spot.line, spot.start + 1, start, start + len(quote(of, spot)))


def _named(code: str, names: Iterable[str]) -> bool:
    return any(code.startswith(name) for name in names)


def _position(found: Diagnostic) -> tuple[str, int, int, str]:
    place = found.place
    return (place.file, place.line, place.column, found.code) if place else ("", 0, 0, found.code)

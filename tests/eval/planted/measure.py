"""Errors planted, and whether the rules that must find them do, at the right line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path

from check.lay.mutating import MUTANTS, NothingToChange, edited, laid
from checking import judged, rules
from complete_reports import complete
from drafting import drafted, shipped
from report_strategies import as_text

from generator import api
from generator.api.checking import check_bytes
from generator.check.engine import run
from generator.check.registry import form_rules
from generator.check.subject import Subject, form_alone
from generator.diagnostics import Severity
from generator.document.nodes import Document, Paragraph, Text
from generator.writers.docx import write
from tests.eval.planted.alike import WAYS, pairs
from tests.eval.planted.formed import contradicted, profile
from tests.eval.planted.kinds import YEAR, Planted, clean, kinds, planted, ways, year_of

DRESSES = ("txt", "txt", "docx", "html")
"""As what a report is judged, by turns."""


@dataclass(frozen=True)
class Trial:
    """One error planted. found: its rule tells of it; told: that rule or another of its group does, at its place (a
    contradiction is told once, by whichever rule sees it); instead: the codes that are told where it stands."""

    code: str
    seed: int
    said: str
    found: bool
    told: bool
    instead: str = ""


@cache
def _judged(seed: int, year: int) -> Subject:
    return judged(clean(seed, year), year)


def texts(wanted: tuple[str, ...], most: int) -> Iterator[Trial]:
    """Every kind of error in words and figures, in text, DOCX and HTML by turns."""
    for code in kinds():
        if not code.startswith(wanted) or code not in rules():
            continue
        for kind, number in ways(code, most):
            year = year_of(kind)
            made, seed = None, number
            while made is None and seed < number + 400:
                made = planted(kind, number, _judged(seed % 40, year), clean(seed % 40, year))
                seed += 7
            assert made is not None, f"{code}: {kind} has no place in any draft"
            yield _trial(code, number, made)


def _trial(code: str, number: int, made: Planted) -> Trial:
    form = DRESSES[number % len(DRESSES)]
    told = check_bytes(Path(f"稿.{form}"), dressed(made.text, form), _judge()).diagnostics
    near = [d for d in told if not made.lines or d.place is None or d.place.line in made.lines]
    found = any(d.code == code for d in near)
    here = sorted({d.code for d in near if made.lines and d.place is not None})
    beside = any(one[:3] == code[:3] for one in here)
    return Trial(code, number, f"[{form}] {made.said}", found, found or beside, "" if found else "、".join(here))


@cache
def _judge() -> api.Judge:
    return api.judge()


def dressed(text: str, form: str) -> bytes:
    """The lines of a report as a file; line n is line, paragraph or block n of it."""
    if form == "docx":
        return write(Document(tuple(Paragraph((Text(row),)) for row in text.split("\n"))))
    if form == "html":
        rows = (row.replace("&", "&amp;").replace("<", "&lt;") for row in text.split("\n"))
        return "\n".join(f"<p>{row}</p>" for row in rows).encode()
    return text.encode()


def forms(wanted: tuple[str, ...], most: int) -> Iterator[Trial]:
    """Figures of a form that contradict each other, by the rules that need nothing but the form."""
    ready = [rule for rule in form_rules() if rule.code.startswith(wanted)]
    for rule in ready:
        for number, (said, data) in enumerate(islice(contradicted(rule.code), most)):
            told = run(form_alone(profile(data), shipped()), ready)
            found = any(d.code == rule.code and d.place for d in told)
            yield Trial(rule.code, number, said, found, found)


def likenesses(wanted: tuple[str, ...], most: int) -> Iterator[Trial]:
    """What is taken over from last year's report or from another unit's."""
    for code in (code for code in WAYS if code.startswith(wanted)):
        for said, number, (now, then, lines) in pairs(code, most):
            of = judged(now, YEAR)
            if code == "SIM005":
                of = replace(of, others=(replace(judged(then, YEAR), file="别处.txt"),))
            else:
                of = replace(of, last=judged(then, YEAR - 1))
            told = run(of, [rule for rule in rules().values() if rule.code in WAYS])
            near = {d.code for d in told if not lines or d.place is None or d.place.line in lines}
            yield Trial(code, number, said, code in near, bool(near), "、".join(sorted(near - {code})))


def layouts(wanted: tuple[str, ...], most: int) -> Iterator[Trial]:
    """Faults of layout in the DOCX of complete reports."""
    codes = {c for one in MUTANTS.values() for c in (*one["finds"], *one.get("hints", ())) if c.startswith(wanted)}
    for code in sorted(codes):
        names = [name for name, one in MUTANTS.items() if code in (*one["finds"], *one.get("hints", ()))]
        for number in range(max(most, len(names))):
            for tries in range(10):
                name = names[(number + tries) % len(names)]
                try:
                    made = edited(_docx(number // len(names) + tries), MUTANTS[name]["edits"])
                except NothingToChange:
                    continue
                found = any(d.code == code for d in laid(made))
                yield Trial(code, number, name, found, found)
                break


@cache
def _docx(seed: int) -> bytes:
    return write(drafted(as_text(complete(seed, 2024, "标准"))).document)


def quiet(first: int, end: int) -> Iterator[str]:
    """What the drafts of the complete forms of these numbers raise above a hint, as forms and as DOCX."""
    for seed in range(first, end):
        form = as_text(complete(seed)).encode()
        for diagnostic in check_bytes(Path("form.yml"), form, _judge()).diagnostics:
            if diagnostic.severity is not Severity.INFO:
                yield f"{seed} yml {diagnostic.code} {diagnostic.message}"
        data = write(drafted(form.decode()).document)
        for diagnostic in check_bytes(Path("稿.docx"), data, _judge()).diagnostics:
            if diagnostic.severity is not Severity.INFO:
                yield f"{seed} docx {diagnostic.code} {diagnostic.message}"

"""`gen learn --genre`: ordinary reports become a template folder that drafts such reports."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator import resources
from generator.annotate import annotate
from generator.annotate.lexicon import Lexicon, lexicon
from generator.api.folders import check_template
from generator.api.learning import HEAD, files
from generator.batch.run import run
from generator.diagnostics import Diagnostic, stops
from generator.errors import BrokenTemplate, CannotWrite, GeneratorError, UsageError
from generator.learn.genre.folder import folder
from generator.learn.genre.induction import Report, induce_genre, told
from generator.learn.genre.pieces import is_flat, pieces
from generator.learn.heap import Unread, parts
from generator.learn.plain import lines
from generator.learn.reports import outline_of
from generator.learn.rewriting import sealed
from generator.outputs.whole import replace
from generator.readers import read
from generator.records import record
from generator.schema.codec import from_sources, mapping
from generator.schema.model import Schema

_SCAFFOLD = "_scaffold"
_FRAME = "frame.yml"
_WORDS = f"{resources.SHARED}/lexicon.yml"
_NAME = r"\w{2,20}"
_LEAST = 2
"""Reports from which something in common can be told from one report's habit."""


@record
class LearnedGenre:
    """A template folder made. told: what was learned, in words for people."""

    root: Path
    reports: int
    told: tuple[str, ...]
    unread: tuple[Unread, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@record
class _Read:
    reports: tuple[Report, ...]
    unread: tuple[Unread, ...]


def learn_genre(
    paths: Sequence[Path],
    name: str,
    target: Path,
    *,
    jobs: int = 0,
    on_done: Callable[[int, int], None] | None = None,
) -> LearnedGenre:
    """Learn the genre called `name` from its reports and write its template folder, which is not there yet.

    on_done: told how many of how many reports are read. Raises UsageError where the reports have too little
    in common, CannotWrite, and BrokenTemplate where the folder made does not hold together.
    """
    if not re.fullmatch(_NAME, name):
        raise UsageError(f"“{name}”不能作体裁名", "用 2 到 20 个汉字、字母或数字，如 工作总结")
    if target.exists():
        raise CannotWrite(f"“{target}”已经存在", "换一个文件夹名，或先把它改名")
    sources = scaffold()
    frame, words = mapping(sources, _FRAME), mapping(sources, _WORDS)
    found = _reports(list(dict.fromkeys(files(paths))), jobs, on_done)
    if len(found.reports) < _LEAST:
        raise UsageError(f"能读的报告只有 {len(found.reports)} 份，看不出共同之处", f"至少 {_LEAST} 份，最好十份以上")
    induced = induce_genre(name, found.reports, frame, words)
    if "measures" not in induced.genre.learned["standard"]["sections"] or not induced.genre.themes:
        raise UsageError("这些报告里没有看出共同的主题", "只放同一种报告，标题写成“一、”“（一）”的样子")
    text = sealed(HEAD, "\n".join(lines(dict(induced.genre.learned))) + "\n")
    for file, content in folder(induced.genre, frame, sources, text).items():
        replace(target / file, content.encode())
    diagnostics = check_template(str(target) if target.is_absolute() else f"./{target}")
    if stops(diagnostics):
        raise BrokenTemplate(f"写出的模板“{target}”有对不上的地方", f"用 gen templates check {target} 看是哪里")
    words_told = (f"{target}（学自 {len(found.reports)} 份报告）", *told(induced))
    return LearnedGenre(target, len(found.reports), words_told, found.unread, diagnostics)


def scaffold() -> Mapping[str, str]:
    """The sources that a new genre's folder is made of, by relative name; the general words of reading too."""
    root = resources.shipped("templates")
    folder = resources.TemplateFolder(_SCAFFOLD, root / _SCAFFOLD, "随程序", True)
    return resources.read_sources(folder)


def _reports(found: Sequence[Path], jobs: int, on_done: Callable[[int, int], None] | None) -> _Read:
    work = parts(found)
    reports: list[Report] = []
    unread: list[Unread] = []
    for outcome in run(work, _read, jobs or (0 if len(work) > 1 else 1)):
        if outcome.value is not None:
            reports += outcome.value.reports
            unread += outcome.value.unread
        elif isinstance(outcome.error, GeneratorError):
            unread += (Unread(str(path), outcome.error.message, outcome.error.hint) for path in outcome.job)
        elif outcome.error is not None:
            raise outcome.error
        if on_done:
            on_done(len(reports) + len(unread), len(found))
    return _Read(tuple(reports), tuple(unread))


def _read(part: tuple[Path, ...]) -> _Read:
    """What some reports show; run in whatever process there is."""
    sources = scaffold()
    words, schema = lexicon(mapping(sources, _WORDS)), _schema(mapping(sources, _FRAME))
    reports: list[Report] = []
    unread: list[Unread] = []
    for path in part:
        try:
            report = _report(path, schema, words)
        except GeneratorError as error:
            unread.append(Unread(str(path), error.message, error.hint))
            continue
        if report.outline["headings"]:
            reports.append(report)
        else:
            unread.append(Unread(str(path), "没有认出一个标题，不像报告", "不是报告的文件不要放在一起学"))
    return _Read(tuple(reports), tuple(unread))


def _report(path: Path, schema: Schema, words: Lexicon) -> Report:
    annotation = annotate(read(path).document, schema, words)
    name = str(path)
    return Report(name, outline_of(annotation, schema), tuple(pieces(annotation, name)), is_flat(annotation))


def _schema(frame: Mapping[str, Any]) -> Schema:
    """A schema without themes and figures: what the reading of an unknown genre starts from."""
    head = {"体裁": "", "sections": [], "structures": {}, "themes": [], "levels": frame["levels"]}
    return from_sources({"genre.yml": "\n".join(lines(head)), "indicators.yml": "indicators: []\n"})

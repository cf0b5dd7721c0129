"""`gen learn`: reports and outlines become counts, and counts a learned schema."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import replace as changed
from hashlib import sha256
from itertools import chain, repeat
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from generator.annotate import model as annotated
from generator.annotate.frame_title import titled
from generator.annotate.lexicon import Lexicon
from generator.annotate.roles import PLANS, PROBLEMS
from generator.api.inputs import load
from generator.api.reading import understand, words_of
from generator.batch.run import WorkerLost, run
from generator.errors import GeneratorError, UnreadableInput, UsageError
from generator.learn.count import KNOWN, Counts, count, dump
from generator.learn.count import load as load_counts
from generator.learn.evidence import Evidence, Item, item_of, shown, unknown
from generator.learn.facts import facts
from generator.learn.heap import PART, Heap, Unread, added, counted, parts
from generator.learn.induce import induce
from generator.learn.outline_files import read
from generator.learn.outlines import Outline
from generator.learn.plain import lines
from generator.learn.reports import outline_of
from generator.learn.rewriting import difference, edited, sealed
from generator.outputs.whole import replace
from generator.readers.bounds import content
from generator.readers.formats import SUFFIXES
from generator.records import record
from generator.schema.model import Schema

if TYPE_CHECKING:
    from generator.batch.cluster.address import Cluster

HEAD = "由 gen learn 从报告和提纲数出。[a, b]：b 份中有 a 份。手改过的不会被悄悄覆盖。"
_OUTLINES = ".jsonl"
_MARK = 16
"""Hexadecimal digits that tell ten thousand reports apart."""

Each = TypeVar("Each")


@record
class Learned:
    """What reports teach. text: of schema.yml; reports: how many; counts: theirs and those learned before; known:
    reports passed over, because the same content was counted before; doubtful: files that were counted and may
    be no reports."""

    text: str
    reports: int
    counts: Counts
    known: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    item: Item | None = None
    doubtful: tuple[str, ...] = ()


@record
class Rewritten:
    """What became of a learned file: written or not, what would change in it, where the edited one was put."""

    written: bool
    created: bool = False
    difference: tuple[str, ...] = ()
    aside: Path | None = None


@record
class _Part:
    """Reports and outlines counted in one go. item: what evidence is wanted of; contents: of the reports' files, or
    why there is none, where whoever counts cannot see the files."""

    reports: tuple[Path, ...]
    template: str | None
    item: Item | None
    contents: tuple[bytes | GeneratorError, ...] = ()


def learn(
    paths: Sequence[Path],
    *,
    outlines: Sequence[Path] = (),
    into: Path | None = None,
    explain: str | None = None,
    template: str | None = None,
    jobs: int = 0,
    executor: Executor | None = None,
    cluster: "Cluster | None" = None,
    on_done: Callable[[int, int], None] | None = None,
) -> Learned:
    """Learn from reports (files, and folders with all readable files in them) and files of outline records.

    into: a file of counts that these are added to; explain: what evidence is wanted of (a label, an id or
    words of a heading); jobs: processes, 0 for what suits; executor: processes of somebody else instead, a
    cluster's for instance; cluster: who reads and adds up; on_done: told how many of how many reports are read.
    A report that cannot be read is named in the result and stops no other. Raises UsageError where there is
    nothing to learn from, UnreadableInput for what is no file of outlines or counts, CannotWrite; ClusterLost and
    OtherEdition.
    """
    reports, records = _sorted_out(paths, outlines)
    schema = load(template)[1].schema
    item = item_of(explain, schema) if explain else None
    before = load_counts(into) if into else Counts()
    if not (reports or records or before):
        raise UsageError("没有可学的报告", "写报告文件、装报告的文件夹，或用 --outlines 写提纲文件")
    seen = set() if explain else {path[1] for path in before if path[0] == KNOWN}
    outlined = list(_new(read(records), _mark_of_record, seen))
    marks = dict(_new(reports, _mark_of_file, seen))
    heaps = _heaps(list(marks), template, item, jobs, executor, cluster, on_done)
    # One after the other: thousands of heaps at once would be the reports' memory over again.
    found = added(chain([_heap((record for record, _ in outlined), schema, item)], heaps))
    if explain and not found.evidence:
        raise unknown(explain, schema)
    unread = {each.file for each in found.unread}
    counts = before
    counts.update(found.counts)
    counts.update((KNOWN, mark) for path, mark in marks.items() if str(path) not in unread)
    counts.update((KNOWN, mark) for _, mark in outlined)
    if into:
        replace(into, dump(counts))
    known = tuple(str(path) for path in reports if path not in marks)
    text = sealed(HEAD, "\n".join(lines(induce(counts, [v.label for v in schema.levels]))) + "\n")
    return Learned(text, found.reports, counts, known, found.unread, found.evidence, item, found.doubtful)


def rewrite(path: Path, text: str, update: bool) -> Rewritten:
    """Put a learned text into a file, unless somebody edited it and `update` is not asked for.

    The edited file is kept beside it as `….bak-1`. Raises UnreadableInput, CannotWrite.
    """
    try:
        old = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        replace(path, text.encode())
        return Rewritten(True, created=True)
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"“{path}”不是学出来的文件", "用 -o 换一个文件名") from error
    if old == text:
        return Rewritten(True)
    if edited(old) and not update:
        return Rewritten(False, difference=tuple(difference(old, text)))
    aside = replace(path, text.encode(), keep=edited(old))
    return Rewritten(True, False, tuple(difference(old, text)), aside)


def _sorted_out(paths: Sequence[Path], outlines: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The reports and the files of outlines, each once."""
    found = [*files(paths)]
    records = [*outlines, *(path for path in found if path.suffix.lower() == _OUTLINES)]
    reports = [path for path in found if path.suffix.lower() != _OUTLINES]
    return list(dict.fromkeys(reports)), list(dict.fromkeys(records))


def files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files among `paths`, and those in the folders among them whose names say that they may be reports."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        # A link may lead round in a circle: folders are entered, links to folders are not.
        for folder, inner, names in os.walk(path):
            inner.sort()
            for name in sorted(names):
                if not name.startswith((".", "~$")) and Path(name).suffix.lower() in SUFFIXES:
                    yield Path(folder, name)


def _new(items: Iterable[Each], mark_of: Callable[[Each], str], seen: set[str]) -> Iterator[tuple[Each, str]]:
    """Those whose content was not seen before, each with its mark, which is put into `seen`."""
    for item in items:
        mark = mark_of(item)
        if mark not in seen:
            seen.add(mark)
            yield item, mark


def _mark_of_record(named: tuple[str, Outline]) -> str:
    return sha256(json.dumps(named[1], sort_keys=True).encode()).hexdigest()[:_MARK]


def _mark_of_file(path: Path) -> str:
    try:
        return sha256(content(path)).hexdigest()[:_MARK]
    except UnreadableInput:
        # Whoever reads it will say what is wrong with it.
        return str(path)


def _heap(outlines: Iterable[tuple[str, Outline]], schema: Schema, item: Item | None) -> Heap:
    levels = {key: level.label for level in schema.levels for key in (level.id, level.label)}
    counts = Counts()
    evidence: list[Evidence] = []
    reports = 0
    for name, outline in outlines:
        reports += 1
        counts.update(count([outline], levels))
        if item:
            evidence += shown(facts(outline), item, name)
    return Heap(counts, reports, tuple(evidence))


def _heaps(
    reports: Sequence[Path],
    template: str | None,
    item: Item | None,
    jobs: int,
    executor: Executor | None,
    cluster: "Cluster | None",
    on_done: Callable[[int, int], None] | None,
) -> Iterator[Heap]:
    if cluster:
        heaps: Iterable[Heap] = _elsewhere(reports, template, item, cluster)
    else:
        work = [_Part(part, template, item) for part in parts(reports)]
        heaps = counted(executor, _read, work) if executor else _local(work, jobs)
    done = 0
    for heap in heaps:
        done += heap.reports + len(heap.unread)
        if on_done:
            on_done(done, len(reports))
        yield heap


def _local(work: Sequence[_Part], jobs: int) -> Iterator[Heap]:
    for outcome in run(work, _read, jobs or (0 if len(work) > 1 else 1)):
        if outcome.value is not None:
            yield outcome.value
        elif isinstance(outcome.error, GeneratorError):
            yield _none_read(outcome.job, outcome.error)
        elif outcome.error is not None:
            raise outcome.error


def _none_read(part: _Part, error: GeneratorError) -> Heap:
    return Heap(Counts(), 0, (), tuple(Unread(str(path), error.message, error.hint) for path in part.reports))


def _elsewhere(reports: Sequence[Path], template: str | None, item: Item | None, cluster: "Cluster") -> Iterator[Heap]:
    from generator.batch.cluster.connection import connected
    from generator.batch.cluster.sums import summed

    with connected(cluster, "集群恢复后再运行同一条命令") as link:
        size = max(1, min(PART, ceil(len(reports) / max(1, 2 * link.workers))))
        work = [_Part(part, None, item) for part in parts(reports, size)]
        yield from summed(work, _read_there, _packed, added, _given_up, load(template)[0], link)


def _packed(part: _Part) -> _Part:
    """The part as whoever does not see our files can count it."""
    return changed(part, contents=tuple(_content(path) for path in part.reports))


def _content(path: Path) -> bytes | GeneratorError:
    try:
        return content(path)
    except GeneratorError as error:
        return error


def _read_there(part: _Part, template: str) -> Heap:
    return _read(changed(part, template=template))


def _given_up(part: _Part) -> Heap:
    return _none_read(part, WorkerLost("读它们的工作进程一再被系统结束", "多半是内存不足；给工作进程多一些内存"))


def _read(part: _Part) -> Heap:
    """What one part of the reports says; run in whatever process there is."""
    folder, made = load(part.template)
    schema, words = made.schema, words_of(folder, made).lexicon
    unread: list[Unread] = []
    doubtful: list[str] = []

    def outlines() -> Iterator[tuple[str, Outline]]:
        for path, data in zip(part.reports, part.contents or repeat(None), strict=False):
            try:
                if isinstance(data, GeneratorError):
                    raise data
                annotation = understand(path, part.template, data).annotation
                if any(section.text for section in annotation.outline.sections):
                    if _is_doubtful(annotation.outline, words):
                        doubtful.append(str(path))
                    yield str(path), outline_of(annotation, schema)
                else:
                    unread.append(Unread(str(path), "没有认出一个标题，不像报告", "不是报告的文件不要放在一起学"))
            except GeneratorError as error:
                unread.append(Unread(str(path), error.message, error.hint))

    heap = _heap(outlines(), schema, part.item)
    return Heap(heap.counts, heap.reports, heap.evidence, tuple(unread), tuple(doubtful))


def _is_doubtful(outline: annotated.Outline, words: Lexicon) -> bool:
    """Whether the title is another one than such a report has, or is missing where parts of a report are missing too.

    A copy of a page may have lost its title; a genre without words for titles knows none.
    """
    if not words.title_words or titled(outline.title, words):
        return False
    return bool(outline.title) or not {PROBLEMS, PLANS} <= {section.role for section in outline.sections}

"""Many jobs on a cluster, their outcomes in order: what `generator.batch.run` does on one machine."""

import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from time import monotonic, perf_counter
from typing import Any, TypeVar

from generator.batch.cluster.connection import LOOK, Link, answer, look, lost
from generator.batch.cluster.edition import Edition, edition, require
from generator.batch.cluster.templates import sent, unpacked
from generator.batch.pace import Pace
from generator.batch.run import Outcome, WorkerLost
from generator.errors import GeneratorError
from generator.resources import TemplateFolder

Job = TypeVar("Job")
Result = TypeVar("Result")
Pack = Callable[[Job], tuple[Any, TemplateFolder]]

SECONDS = 0.5
"""What a chunk should take: sending one costs a few milliseconds, losing one costs its time again."""
_MOST = 256
_MOST_BYTES = 4_000_000
_QUEUED = 3
"""Chunks for each worker: one being done, the others on their way."""
_AHEAD = 12
"""Chunks for each worker that may be done before the one whose turn it is: outcomes are large."""


@dataclass(slots=True)
class _Chunk:
    """Jobs that travel together, by their numbers."""

    template: TemplateFolder
    numbers: list[int] = field(default_factory=list)
    jobs: list[bytes] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    """sent: how many jobs are; looked: when workers were counted last."""

    done: dict[int, Outcome[Any, Any]] = field(default_factory=dict)
    running: dict[Future[Any], _Chunk] = field(default_factory=dict)
    sent_templates: dict[TemplateFolder, tuple[str, str, Any]] = field(default_factory=dict)
    sent: int = 0
    pace: Pace = field(default_factory=lambda: Pace(SECONDS, _MOST))
    looked: float = 0.0


def run(
    jobs: Sequence[Job],
    work: Callable[[Any, str], Result],
    pack: Pack[Job],
    link: Link,
    on_done: Callable[[Outcome[Job, Result]], None] | None = None,
) -> Iterator[Outcome[Job, Result]]:
    """The outcomes in the order of `jobs`, each as soon as those before it are there.

    work: a function of a module's top level, given what `pack` made of a job and the path of its template there;
    pack: a job as it travels, and its template here; on_done: told of each outcome as it comes.
    An exception in `pack` or `work` is that job's outcome. Work that a lost worker took with it is done again;
    `WorkerLost` is the outcome of a job that ends every worker. Raises ClusterLost, OtherEdition.
    """
    state = _State(looked=monotonic())

    def note(number: int, value: Any, error: BaseException | None) -> None:
        outcome = state.done[number] = Outcome(jobs[number], value, error)
        if on_done:
            on_done(outcome)

    following = 0
    try:
        while following < len(jobs):
            _submit(jobs, work, pack, link, state, following, note)
            _collect(work, link, state, note)
            while following in state.done:
                yield state.done.pop(following)
                following += 1
    finally:
        for future in state.running:
            future.cancel()


Note = Callable[[int, Any, BaseException | None], None]


def _submit(
    jobs: Sequence[Job],
    work: Callable[..., Any],
    pack: Pack[Job],
    link: Link,
    state: _State,
    following: int,
    note: Note,
) -> None:
    workers = max(link.workers, 1)
    while state.sent < len(jobs) and len(state.running) < _QUEUED * workers:
        size = state.pace.size(len(jobs) - state.sent, workers)
        if state.sent - following >= _AHEAD * workers * size:
            return
        chunk = _chunk(jobs, pack, state, size, note)
        if chunk is not None:
            state.running[_sent(work, chunk, link, state)] = chunk


def _chunk(jobs: Sequence[Job], pack: Pack[Job], state: _State, size: int, note: Note) -> _Chunk | None:
    """The next jobs, as many as travel together: with one template, and not too heavy."""
    chunk: _Chunk | None = None
    weight = 0
    end = min(state.sent + size, len(jobs))
    while state.sent < end and weight < _MOST_BYTES:
        try:
            job, template = pack(jobs[state.sent])
        except Exception as error:
            note(state.sent, None, error)
        else:
            if chunk is None:
                chunk = _Chunk(template)
            elif chunk.template != template:
                break
            chunk.numbers.append(state.sent)
            chunk.jobs.append(pickle.dumps(job))
            weight += len(chunk.jobs[-1])
        state.sent += 1
    return chunk


def _sent(work: Callable[..., Any], chunk: _Chunk, link: Link, state: _State, only: int | None = None) -> Future[Any]:
    jobs = chunk.jobs if only is None else [chunk.jobs[only]]
    try:
        if chunk.template not in state.sent_templates:
            state.sent_templates[chunk.template] = sent(chunk.template, link.client)
        return link.executor.submit(attempted, edition(), work, jobs, *state.sent_templates[chunk.template])
    except GeneratorError:
        raise
    except Exception as error:
        raise lost(link) from error


def _collect(work: Callable[..., Any], link: Link, state: _State, note: Note) -> None:
    if not state.running:
        return
    finished, _ = wait(state.running, timeout=LOOK, return_when=FIRST_COMPLETED)
    if monotonic() - state.looked > LOOK or not finished:
        look(link)
        state.looked = monotonic()
    for future in finished:
        chunk = state.running.pop(future)
        back = answer(future, link)
        if back is not None:
            _settle(chunk.numbers, back, state, note)
            continue
        # One of them ends every worker; alone, it takes no other along.
        for at, number in enumerate(chunk.numbers):
            alone = answer(_sent(work, chunk, link, state, at), link)
            if alone is None:
                hint = "多半是内存不足或表单过大；给工作进程多一些内存，或单独起草这一份"
                note(number, None, WorkerLost("起草它的工作进程一再被系统结束", hint))
            else:
                _settle([number], alone, state, note)


def _settle(numbers: Sequence[int], back: tuple[float, bytes], state: _State, note: Note) -> None:
    seconds, outcomes = back
    state.pace.took(seconds, len(numbers))
    for number, (value, error) in zip(numbers, pickle.loads(outcomes), strict=True):  # noqa: S301 - our own worker
        note(number, value, error)


def attempted(
    asked: Edition, work: Callable[[Any, str], Any], jobs: Sequence[bytes], name: str, digest: str, sources: bytes
) -> tuple[float, bytes]:
    """On a worker: how long these jobs took (s), and of each the value or the error. Raises OtherEdition."""
    require(asked)
    start = perf_counter()
    template = unpacked(name, digest, sources)
    outcomes = [_attempt(work, job, template) for job in jobs]
    return perf_counter() - start, pickle.dumps(outcomes)


def _attempt(work: Callable[[Any, str], Any], job: bytes, template: str) -> tuple[Any, BaseException | None]:
    try:
        return work(pickle.loads(job), template), None  # noqa: S301 - sent by whoever was let in
    except Exception as error:
        return None, error

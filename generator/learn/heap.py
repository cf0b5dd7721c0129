"""A heap of reports counted in parts, by whatever processes there are; the parts add up in any order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import TypeVar

from generator.learn.count import Counts
from generator.learn.evidence import Evidence
from generator.records import record

Part = TypeVar("Part")

PART = 50
"""Reports counted in one go: enough to be worth sending, few enough to spread evenly."""
_AHEAD = 64
"""Parts that wait in an executor's queue; a cluster of more workers than this is not kept busy."""


@record
class Unread:
    """A file that taught nothing, and why."""

    file: str
    message: str
    hint: str = ""


@record
class Heap:
    """What some reports say. reports: how many; evidence: of what was asked for; doubtful: files that were counted
    and may be no reports."""

    counts: Counts
    reports: int = 0
    evidence: tuple[Evidence, ...] = ()
    unread: tuple[Unread, ...] = ()
    doubtful: tuple[str, ...] = ()


def parts(items: Sequence[Part], size: int = PART) -> list[tuple[Part, ...]]:
    """`items` in runs of this size."""
    return [tuple(items[at : at + size]) for at in range(0, len(items), size)]


def added(heaps: Iterable[Heap]) -> Heap:
    """All of them as one; evidence and files in the order of their names."""
    counts: Counts = Counts()
    reports = 0
    evidence: list[Evidence] = []
    unread: list[Unread] = []
    doubtful: list[str] = []
    for heap in heaps:
        # Not `+`, which copies what was counted so far for every part.
        counts.update(heap.counts)
        reports += heap.reports
        evidence += heap.evidence
        unread += heap.unread
        doubtful += heap.doubtful
    evidence.sort(key=lambda e: (e.report, e.line, e.words))
    unread.sort(key=lambda u: u.file)
    return Heap(counts, reports, tuple(evidence), tuple(unread), tuple(sorted(doubtful)))


def counted(executor: Executor, work: Callable[[Part], Heap], jobs: Sequence[Part]) -> Iterator[Heap]:
    """What `work` makes of each job, as it comes.

    executor: local processes, or a cluster's (`distributed.Client.get_executor()`); work: a function of a
    module's top level that depends on nothing but its job.
    """
    waiting = iter(jobs)
    running: set[Future[Heap]] = set()
    while True:
        while len(running) < _AHEAD and (job := next(waiting, None)) is not None:
            running.add(executor.submit(work, job))
        if not running:
            return
        done, running = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()

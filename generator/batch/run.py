"""Doing many jobs in several processes, none of which can bring down the others' work."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from time import perf_counter
from typing import Generic, TypeAlias, TypeVar

from generator.batch.pace import Pace
from generator.errors import ExitCode, GeneratorError

Job = TypeVar("Job")
Result = TypeVar("Result")

_Chunk: TypeAlias = tuple[float, list[tuple[Result | None, BaseException | None]]]
"""Seconds that it took, and of each of its jobs the value or the error."""

_FEW = 12
"""Up to so many jobs, processes take longer to start than the jobs to do."""
_SECONDS = 0.1
"""What a chunk should take: less, and sending it is felt; more, and progress comes in jumps."""
_MOST = 32


class WorkerLost(GeneratorError):
    """A job whose process was ended from outside, and again when it was tried alone."""

    exit_code = ExitCode.PROBLEMS


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Job, Result]):
    """What came of a job: its value, or the error that stopped it."""

    job: Job
    value: Result | None = None
    error: BaseException | None = None


def workers_for(jobs: int) -> int:
    """How many processes suit so many jobs on this machine."""
    if jobs <= _FEW:
        return 1
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(usable or 1, jobs)


def run(
    jobs: Sequence[Job],
    work: Callable[[Job], Result],
    workers: int = 0,
    on_done: Callable[[Outcome[Job, Result]], None] | None = None,
) -> Iterator[Outcome[Job, Result]]:
    """The outcomes in the order of `jobs`, each as soon as those before it are there.

    work: a function of a module's top level that depends on nothing but its job; workers: processes, 0 for
    what suits, 1 to do everything here; on_done: told of each outcome in the order in which they come.
    An exception in `work` is that job's outcome. A process that dies costs the jobs that it may have been
    doing one more try, each alone; `WorkerLost` is the outcome of a job that ends its process again.
    """
    told = on_done or _ignore
    workers = min(workers or workers_for(len(jobs)), len(jobs))
    if workers > 1:
        yield from _Pooled(jobs, work, workers, told).outcomes()
        return
    for job in jobs:
        outcome = _attempt(job, work)
        told(outcome)
        yield outcome


class _Pooled(Generic[Job, Result]):
    """A run in a pool, which is replaced when one of its processes dies."""

    def __init__(
        self,
        jobs: Sequence[Job],
        work: Callable[[Job], Result],
        workers: int,
        told: Callable[[Outcome[Job, Result]], None],
    ) -> None:
        self.jobs, self.work, self.workers, self.told = jobs, work, workers, told
        self.pace = Pace(_SECONDS, _MOST)
        self.sent = 0
        self.running: dict[Future[_Chunk[Result]], range] = {}
        self.done: dict[int, Outcome[Job, Result]] = {}
        self.pool = self._pool(workers)

    def outcomes(self) -> Iterator[Outcome[Job, Result]]:
        """The outcomes in order."""
        try:
            for following in range(len(self.jobs)):
                while following not in self.done:
                    self._submit(following)
                    self._collect()
                yield self.done.pop(following)
        finally:
            self.pool.shutdown(cancel_futures=True)

    def _submit(self, following: int) -> None:
        # Few at a time: whatever runs when a process dies is done again. Not far ahead of the one that is
        # waited for: outcomes are large.
        while self.sent < len(self.jobs) and len(self.running) < 2 * self.workers:
            size = self.pace.size(len(self.jobs) - self.sent, self.workers)
            if self.sent - following >= 4 * self.workers * size:
                return
            chunk = range(self.sent, self.sent + size)
            try:
                future = self.pool.submit(_done, self.work, [self.jobs[number] for number in chunk])
            except (BrokenExecutor, OSError):
                # A pool that breaks at this very moment has closed what its next process was to be given.
                return
            self.running[future] = chunk
            self.sent = chunk.stop

    def _collect(self) -> None:
        finished, _ = wait(self.running, return_when=FIRST_COMPLETED)
        suspects = self._settle(finished)
        if suspects or not finished:
            suspects += self._settle(wait(self.running).done)
            self.pool.shutdown()
            self._retry(sorted(suspects))
            self.pool = self._pool(self.workers)

    def _settle(self, finished: set[Future[_Chunk[Result]]]) -> list[int]:
        """Notes what came of these; returns the jobs that a dying process took with it."""
        lost: list[int] = []
        for future in finished:
            chunk = self.running.pop(future)
            if future.exception() is None:
                seconds, outcomes = future.result()
                self.pace.took(seconds, len(chunk))
                for number, (value, error) in zip(chunk, outcomes, strict=True):
                    self._note(number, value, error)
            else:
                lost += chunk
        return lost

    def _retry(self, numbers: Sequence[int]) -> None:
        pool = self._pool(1)
        try:
            pool.submit(int).result()
        except BrokenExecutor as broken:
            hint = "加 --jobs 1 就在本进程里做；在自己的程序里调用的，写在 if __name__ == '__main__': 下面"
            raise WorkerLost("开不了工作进程", hint) from broken
        for number in numbers:
            try:
                _, ((value, error),) = pool.submit(_done, self.work, [self.jobs[number]]).result()
                self._note(number, value, error)
            except BrokenExecutor:
                hint = "多半是内存不足或表单过大；减少 --jobs 的个数，或单独起草这一份"
                self._note(number, None, WorkerLost("起草它的进程两次被系统结束", hint))
                pool.shutdown()
                pool = self._pool(1)
            except Exception as error:
                self._note(number, None, error)
        pool.shutdown()

    def _note(self, number: int, value: Result | None, error: BaseException | None) -> None:
        outcome = self.done[number] = Outcome(self.jobs[number], value, error)
        self.told(outcome)

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        import multiprocessing

        # Not plain fork, which copies the locks of threads that it does not copy.
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(method)
        if method == "forkserver":
            context.set_forkserver_preload([self.work.__module__])
        return ProcessPoolExecutor(workers, context, _leave_interrupts_to_the_parent)


def _attempt(job: Job, work: Callable[[Job], Result]) -> Outcome[Job, Result]:
    try:
        return Outcome(job, work(job))
    except Exception as error:
        return Outcome(job, error=error)


def _done(work: Callable[[Job], Result], jobs: Sequence[Job]) -> "_Chunk[Result]":
    """In a process of the pool: a chunk, and how long it took."""
    start = perf_counter()
    outcomes = [_attempt(job, work) for job in jobs]
    return perf_counter() - start, [(outcome.value, outcome.error) for outcome in outcomes]


def _leave_interrupts_to_the_parent() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _ignore(outcome: object) -> None:
    pass

"""Jobs in real processes, some of which are killed."""

import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.batch.run import _MOST, Outcome, WorkerLost, run, workers_for
from generator.errors import ExitCode, UnreadableInput


def square(number: int) -> int:
    if number < 0:
        raise UnreadableInput(f"{number} 读不懂", "写正数")
    return number * number


def work_that_dies(job: tuple[Path, int, int]) -> int:
    """Ends its own process without warning on the first `deaths` tries of job number 5."""
    folder, number, deaths = job
    tries = folder / f"{number}.tries"
    with tries.open("a") as file:
        file.write("x")
    if number == 5 and len(tries.read_text()) <= deaths:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def slow_work(job: tuple[Path, int]) -> bytes:
    folder, number = job
    (folder / f"{os.getpid()}.pid").touch()
    time.sleep(0.02)
    return str(number).encode() * 1000


def test_outcomes_come_in_the_order_of_the_jobs_whatever_the_number_of_workers() -> None:
    jobs = list(range(40))
    one = [outcome.value for outcome in run(jobs, square, 1)]
    assert one == [number * number for number in jobs]
    assert [outcome.value for outcome in run(jobs, square, 3)] == one


@pytest.mark.parametrize("workers", [1, 2])
def test_a_job_that_fails_is_reported_and_stops_nothing(workers: int) -> None:
    told: list[Outcome[int, int]] = []
    outcomes = list(run([3, -1, 4, -2], square, workers, told.append))
    assert [outcome.value for outcome in outcomes] == [9, None, 16, None]
    error = outcomes[1].error
    assert isinstance(error, UnreadableInput)
    assert (error.message, error.hint) == ("-1 读不懂", "写正数")
    assert sorted(outcome.job for outcome in told) == [-2, -1, 3, 4]


def test_a_killed_worker_costs_one_retry_of_what_was_under_way(tmp_path: Path) -> None:
    jobs = [(tmp_path, number, 1) for number in range(400)]
    at_telling: dict[int, int] = {}

    def tell(outcome: Outcome[tuple[Path, int, int], int]) -> None:
        at_telling[outcome.job[1]] = _tries(outcome.job)

    assert [outcome.value for outcome in run(jobs, work_that_dies, 2, tell)] == list(range(400))
    tries = {job[1]: _tries(job) for job in jobs}
    assert tries[5] == max(tries.values()) == 2
    assert tries == at_telling, "what was done and told is never done again"
    # Two workers have at most two chunks each; how large these are depends on how fast the first ones went.
    assert sum(tries.values()) <= len(jobs) + 2 * 2 * _MOST


def _tries(job: tuple[Path, int, int]) -> int:
    folder, number, _ = job
    return len((folder / f"{number}.tries").read_text())


def test_a_pool_that_breaks_while_it_is_given_work_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    given = ProcessPoolExecutor.submit
    calls: list[int] = []

    def breaks_at_the_third(self: ProcessPoolExecutor, *work: Any) -> Any:
        calls.append(1)
        if len(calls) == 3:
            raise OSError("handle is closed")
        return given(self, *work)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", breaks_at_the_third)
    assert [outcome.value for outcome in run(list(range(30)), square, 2)] == [n * n for n in range(30)]
    assert len(calls) > 3


def test_a_job_that_always_kills_its_worker_is_the_only_one_lost(tmp_path: Path) -> None:
    jobs = [(tmp_path, number, 9) for number in range(30)]
    outcomes = list(run(jobs, work_that_dies, 2))
    assert [outcome.value for outcome in outcomes] == [n if n != 5 else None for n in range(30)]
    error = outcomes[5].error
    assert isinstance(error, WorkerLost)
    assert error.exit_code is ExitCode.PROBLEMS
    assert (tmp_path / "5.tries").read_text() == "xx"


def test_killing_workers_from_outside_changes_nothing_in_the_result(tmp_path: Path) -> None:
    jobs = [(tmp_path, number) for number in range(80)]
    killed: list[int] = []

    def kill_one(outcome: Outcome[tuple[Path, int], bytes]) -> None:
        if outcome.job[1] in (10, 40):
            alive = [pid for path in tmp_path.glob("*.pid") if _alive(pid := int(path.stem)) and pid not in killed]
            os.kill(alive[0], signal.SIGKILL)
            killed.append(alive[0])

    outcomes = list(run(jobs, slow_work, 2, kill_one))
    assert len(killed) == 2
    assert [outcome.value for outcome in outcomes] == [slow_work(job) for job in jobs]


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_run_that_is_given_up_ends_its_workers(tmp_path: Path) -> None:
    outcomes = run([(tmp_path, number) for number in range(40)], slow_work, 2)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert not any(_alive(int(path.stem)) for path in tmp_path.glob("*.pid"))


@given(st.integers(0, 10_000))
def test_there_are_never_more_workers_than_jobs(jobs: int) -> None:
    assert 1 <= workers_for(jobs) <= max(1, jobs)


def test_no_jobs_have_no_outcomes() -> None:
    assert list(run([], square)) == []

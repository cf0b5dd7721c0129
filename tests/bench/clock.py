"""Medians of runs that take turns, so that a machine which changes its speed changes it for all."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence


def warm(drafters: Mapping[str, Callable[[], object]], seconds: float) -> dict[str, float]:
    """Median seconds of one call of each, in one process, taking turns for this long."""
    for draft in drafters.values():
        draft()
    times: dict[str, list[float]] = {name: [] for name in drafters}
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        for name, draft in drafters.items():
            # The fast ones get more turns, or their median would rest on a few milliseconds.
            for _ in range(1 if times[name] and times[name][-1] > 0.02 else 8):
                start = time.perf_counter()
                draft()
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def processes(
    commands: Mapping[str, Sequence[str]], turns: int, environment: Mapping[str, str]
) -> dict[str, tuple[float, float]]:
    """Median seconds and greatest memory in MB of each command as a process of its own, taking turns."""
    for command in commands.values():
        _run(command, environment)
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(turns):
        for name, command in commands.items():
            taken[name].append(_run(command, environment))
    return {
        name: (statistics.median(seconds for seconds, _ in runs), max(memory for _, memory in runs))
        for name, runs in taken.items()
    }


def _run(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float]:
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    process.stderr.close()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {said.decode(errors='replace')}")
    return seconds, usage.ru_maxrss / 1024

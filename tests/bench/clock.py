"""Times of runs that take turns, so that a machine which changes its speed changes it for all."""

import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence

# Users have bytecode files; a process that may not write them would compile us from source each time.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
_SLICE = 0.2


def warm(drafters: Mapping[str, Callable[[], object]], seconds: float) -> dict[str, tuple[float, float]]:
    """Median and least seconds of one call of each, in one process, taking turns for this long.

    Seconds of the processor, the system's own among them: who else uses the machine shall not count.
    """
    for draft in drafters.values():
        draft()
    # The modules of all three are loaded here: none shall pay for the garbage collector's walk over the others'.
    gc.collect()
    gc.freeze()
    times: dict[str, list[float]] = {name: [] for name in drafters}
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        for name, draft in drafters.items():
            # Equal slices of time: whoever ran once would pay for what the others did to the processor's caches.
            slice_end = time.perf_counter() + _SLICE
            while time.perf_counter() < slice_end:
                start = time.process_time()
                draft()
                times[name].append(time.process_time() - start)
    return {name: (statistics.median(taken), min(taken)) for name, taken in times.items()}


def processes(commands: Mapping[str, Sequence[str]], turns: int) -> dict[str, tuple[float, float]]:
    """Median and least seconds of the processor for each command as a process of its own, taking turns."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(turns + 1):
        for name, command in commands.items():
            start = _children()
            subprocess.run(command, check=True, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if turn:
                taken[name].append(_children() - start)
    return {name: (statistics.median(times), min(times)) for name, times in taken.items()}


def _children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


_LAUNCHER = """
import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(child, 0)
print(usage.ru_maxrss, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def memory(command: Sequence[str]) -> float:
    """Peak of the command's resident memory, in MB.

    Started from a process that is itself small: Linux counts what the starting process held.
    """
    run = [sys.executable, "-S", "-E", "-c", _LAUNCHER, *command]
    done = subprocess.run(run, check=True, env=_ENVIRONMENT, capture_output=True, encoding="utf-8")
    return int(done.stderr.splitlines()[-1]) / 1024

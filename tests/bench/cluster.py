"""`python -m tests.bench.cluster`: a batch on 1, 2 and 3 workers of this machine, beside the batch without a cluster.

Seconds of the clock, and of the processor for each document by who spent them: scheduler, workers and whoever asks
share the processors of one machine here, so that more workers than processors cannot be faster.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.batch import write_forms
from tests.cluster_site import Site, copied, environment, running

_FEW = 3
_TICK = os.sysconf("SC_CLK_TCK")


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench.cluster", description=__doc__)
    options.add_argument("--units", type=int, default=600)
    options.add_argument("--workers", type=int, nargs="+", default=[1, 2, 3])
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in _table(Path(folder), chosen.units, chosen.workers):
            print(line, flush=True)


def _table(folder: Path, units: int, workers: list[int]) -> Iterator[str]:
    program = copied(folder / "program")
    forms = folder / "forms"
    write_forms(forms, units)
    yield f"{units} 份，{os.cpu_count()} 个处理器，开始时 1 分钟负荷 {os.getloadavg()[0]:.1f}"
    yield ""
    yield "| 怎么做 | 用时（秒） | 每秒 | 起步（处理器秒） | 每份毫秒：发起 | 调度器 | 工作进程 | 合计 |"
    yield "|---|---|---|---|---|---|---|---|"
    few = folder / "few"
    write_forms(few, _FEW)
    _batch(program, few, folder / "warm", "--jobs", "1")
    _, start = _batch(program, few, folder / "few-here", "--jobs", "1")
    for jobs in (1, 2):
        seconds, asking = _batch(program, forms, folder / f"here-{jobs}", "--jobs", str(jobs))
        # Processes of a pool are no children of ours, what they spend is not told.
        yield _row(f"本机 {jobs} 个进程", units, seconds, start, *([asking] if jobs == 1 else []))
    for count in workers:
        place = folder / f"site-{count}"
        place.mkdir()
        with running(program, place, count) as site:
            # What a worker does first, it does once: import the program, make the template ready.
            _batch(program, forms, place / "warm", "--cluster", site.address)
            _, start = _batch(program, few, place / "few", "--cluster", site.address)
            before = _spent(site)
            seconds, asking = _batch(program, forms, place / "out", "--cluster", site.address)
            scheduler, *working = (after - was for after, was in zip(_spent(site), before, strict=True))
        yield _row(f"集群 {count} 个工作进程", units, seconds, start, asking, scheduler, sum(working))


def _row(name: str, units: int, seconds: float, start: float, *spent: float) -> str:
    """start: what asking for a few costs; it is no part of what each document costs."""
    if spent:
        spent = (max(0.0, spent[0] - start) * units / (units - _FEW), *spent[1:])
    each = [f"{part / units * 1000:.1f}" for part in spent] + ["—"] * (3 - len(spent))
    total = f"{sum(spent) / units * 1000:.1f}" if spent else "—"
    return f"| {name} | {seconds:.1f} | {units / seconds:.0f} | {start:.1f} | {' | '.join(each)} | {total} |"


def _batch(program: Path, forms: Path, out: Path, *options: str) -> tuple[float, float]:
    """Seconds that the command takes, by the clock and of the processor."""
    command = [sys.executable, "-m", "generator", "batch", str(forms), "-o", str(out), "--不汇总", *options]
    used, start = _children(), time.perf_counter()
    # Not from the checkout: Python would take the program from there.
    subprocess.run(command, cwd=out.parent, env=environment(program), stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start, _children() - used


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _spent(site: Site) -> list[float]:
    """Seconds of the processor of each process of a cluster so far, the scheduler first."""
    stats = (Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split() for process in site.started)
    return [(int(stat[11]) + int(stat[12])) / _TICK for stat in stats]


if __name__ == "__main__":
    main()

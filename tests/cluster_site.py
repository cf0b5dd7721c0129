"""Real schedulers and workers on this machine, which run a copy of the program in a folder of their own."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
JOBS = ROOT / "tests"
FORM = ROOT / "profiles" / "gekeng-2024.yml"
PATIENCE = 40
"""Seconds to wait for a process that starts, on a busy machine."""


@dataclass
class Site:
    """A cluster. program: the folder of the program that it runs; started: processes, the scheduler first."""

    program: Path
    folder: Path
    address: str = ""
    trust: tuple[str, ...] = ()
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def worker(self, program: Path | None = None) -> "subprocess.Popen[bytes]":
        """One more worker, of another program if wanted; it works in an empty folder and has joined."""
        process, joined = self.starting(program or self.program)
        wait_until(joined)
        return process

    def starting(
        self, program: Path, restarting: bool = False
    ) -> "tuple[subprocess.Popen[bytes], Callable[[], bool]]":
        """A worker, and whether it has joined; restarting: started again whenever it is killed."""
        folder = self.folder / f"worker-{len(self.started)}"
        folder.mkdir()
        process = self._start(
            folder, program, "distributed.cli.dask_worker", self.address, "--nanny" if restarting else "--no-nanny",
            "--no-dashboard", "--nthreads", "1", "--memory-limit", "400MB", "--local-directory", str(folder),
            *self.trust,
        )  # fmt: skip
        return process, lambda: "Registered to" in (folder / "log").read_text()

    def scheduler(self, protocol: str) -> None:
        """Starts it; its address is known then."""
        said = self.folder / "scheduler.json"
        self._start(
            self.folder, self.program, "distributed.cli.dask_scheduler", "--protocol", protocol, "--host", "127.0.0.1",
            "--port", "0", "--no-dashboard", "--scheduler-file", str(said), *self.trust,
        )  # fmt: skip
        wait_until(lambda: said.exists() and said.read_text().endswith("}"))
        self.address = json.loads(said.read_text())["address"]

    def _start(self, folder: Path, program: Path, module: str, *arguments: str) -> subprocess.Popen[bytes]:
        # Deprecated as a command, not as a module; it says so and works.
        command = [sys.executable, "-W", "ignore", "-m", module, *arguments]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(command, cwd=folder, env=environment(program), stdout=log, stderr=log)
        self.started.append(process)
        return process


def environment(program: Path) -> dict[str, str]:
    paths = os.pathsep.join([str(program), str(JOBS)])
    # Workers that may die of one job: fewer than usual, each takes seconds to start again.
    deaths = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    return {**os.environ, **deaths, "PYTHONPATH": paths, "PYTHONUTF8": "1"}


def wait_until(met: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not met():
        assert time.monotonic() < end, "took too long"
        time.sleep(0.05)


def gen(program: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command run in `folder`; it ends, whatever becomes of the cluster."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments], cwd=folder, env=environment(program), encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=2 * PATIENCE, check=False,
    )  # fmt: skip


def write_forms(folder: Path, count: int) -> None:
    folder.mkdir(parents=True)
    text = FORM.read_text(encoding="utf-8")
    for number in range(count):
        own = text.replace("葛坑镇", f"第{number}镇").replace("130起", f"{130 + number}起")
        (folder / f"{number:03}.yml").write_text(own, encoding="utf-8")


def copied(target: Path) -> Path:
    """The program, in a folder of its own."""
    for name in ("generator", "templates", "profiles"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    return target


@contextmanager
def running(
    program: Path,
    folder: Path,
    workers: int,
    protocol: str = "tcp",
    trust: Sequence[str] = (),
    restarting: bool = False,
) -> Iterator[Site]:
    site = Site(program, folder, trust=tuple(trust))
    try:
        site.scheduler(protocol)
        for _, joined in [site.starting(program, restarting) for _ in range(workers)]:
            wait_until(joined)
        yield site
    finally:
        for process in reversed(site.started):
            # A nanny that is killed leaves its worker behind.
            (process.terminate if restarting else process.kill)()
        for process in site.started:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

"""Jobs on a real cluster: their order, their errors, and who is refused in the middle."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cluster_jobs import POISON
from cluster_site import Site, copied, environment, running, wait_until

pytestmark = pytest.mark.xdist_group("cluster")


def start(site: Site, what: str, folder: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "cluster_jobs", site.address, what, str(folder)]
    return subprocess.Popen(command, cwd=folder, env=environment(site.program), stdout=subprocess.PIPE)


def outcomes(process: "subprocess.Popen[bytes]") -> list[Any]:
    with process:
        return list(json.loads(process.communicate()[0]))


def test_a_job_that_ends_every_worker_is_the_only_one_lost(program: Path, tmp_path: Path) -> None:
    with running(program, tmp_path, workers=2, restarting=True) as site:
        told = outcomes(start(site, "fatal", tmp_path))
    assert told[POISON][:2] == [None, "WorkerLost"]
    assert told[POISON + 1] == [None, "UnreadableInput", "读不懂"]
    rest = [number for number in range(60) if number not in (POISON, POISON + 1)]
    assert [told[number] for number in rest] == [[number**2, "", ""] for number in rest]


def test_a_worker_with_another_program_that_joins_later_is_refused(site: Site, tmp_path: Path) -> None:
    other = copied(tmp_path / "other")
    version = other / "generator" / "__init__.py"
    version.write_text(version.read_text("utf-8").replace('"0.1.0"', '"0.0.9"'), "utf-8")
    process = start(site, "slow", tmp_path)
    wait_until((tmp_path / "connected").exists)
    worker = site.worker(other)
    try:
        (tmp_path / "go").touch()
        told = outcomes(process)
    finally:
        worker.kill()
        worker.wait()
    number, error, message = told[-1]
    assert (number, error) == (None, "OtherEdition")
    assert "装的不是同一个版本：版本是 0.0.9，这里是 0.1.0" in message
    assert [value for value, *_ in told[:-1]] == list(range(len(told) - 1))

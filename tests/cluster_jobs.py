"""Jobs for a cluster that draft nothing. `python -m cluster_jobs ADDRESS WHAT FOLDER` prints what came of them."""

import json
import os
import signal
import sys
import time
from pathlib import Path

from generator.api.inputs import load
from generator.batch.cluster.address import Cluster
from generator.batch.cluster.connection import connected
from generator.batch.cluster.run import run
from generator.errors import GeneratorError, UnreadableInput
from generator.resources import TemplateFolder

POISON = 7


def fatal(job: int, template: str) -> int:
    """Ends its worker for one job; another cannot be read."""
    if job == POISON:
        os.kill(os.getpid(), signal.SIGKILL)
    if job == POISON + 1:
        raise UnreadableInput("读不懂", "换一份")
    return job * job


def slow(job: int, template: str) -> int:
    time.sleep(0.02)
    return job


def packed(job: int) -> tuple[int, TemplateFolder]:
    return job, load()[0]


def main(address: str, what: str, folder: Path) -> None:
    told = []
    with connected(Cluster(address), "再运行") as link:
        (folder / "connected").touch()
        while what == "slow" and not (folder / "go").exists():
            time.sleep(0.05)
        try:
            for outcome in run(range(60 if what == "fatal" else 400), globals()[what], packed, link):
                error = outcome.error
                told.append([outcome.value, type(error).__name__ if error else "", getattr(error, "message", "")])
        except GeneratorError as error:
            told.append([None, type(error).__name__, error.message])
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))

"""`python -m tests.bench.endurance`: a batch killed at random moments and resumed until it is done; bytes compared."""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

from tests.bench.batch import GEN, write_forms


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench.endurance", description=__doc__)
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--units", type=int, default=200)
    options.add_argument("--seed", type=int, default=2025)
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)  # noqa: S311 - moments, no secret
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        forms = folder / "forms"
        write_forms(forms, chosen.units)
        start = time.perf_counter()
        _run(forms, folder / "whole")
        usual = time.perf_counter() - start
        wanted = _hashes(folder / "whole")
        torn = 0
        for kill in range(chosen.kills):
            out = folder / "killed"
            if kill % 5 == 0:
                shutil.rmtree(out, ignore_errors=True)
            process = _start(forms, out)
            time.sleep(chance.uniform(0.1, usual))
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            found = _hashes(out)
            torn += sum(found[name] != wanted[name] for name in found)
            if kill % 5 == 4:
                _run(forms, out)
                if _hashes(out) != wanted:
                    sys.exit(f"after kill {kill + 1} the resumed run differs")
        print(f"{chosen.kills} 次强行结束，{chosen.units} 份：写了一半的文件 {torn} 个，续做后与一气做完逐字节相同。")


def _start(forms: Path, out: Path) -> "subprocess.Popen[bytes]":
    command = [str(GEN), "batch", str(forms), "-o", str(out), "--jobs", "2", "--不汇总"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def _run(forms: Path, out: Path) -> None:
    if _start(forms, out).wait():
        sys.exit("a run failed")


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.docx")}


if __name__ == "__main__":
    main()

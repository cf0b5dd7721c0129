"""`python -m tests.bench.batch`: a county, a province, the country on this machine, beside docxtpl with two workers.

Forms on disk to DOCX files on disk, with the folder's memory and the summary; likeness apart. All from one run.
"""

import argparse
import ctypes
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from generator import api
from generator.api.drafting import Request, compose_files, put, read_form
from generator.batch.ledger import remembered
from generator.draft import drafts
from generator.forms.read import read
from generator.writers import write
from tests.bench import docxtpl_side
from tests.bench.content import Content, content_of

ROOT = Path(__file__).parents[2]
FORM = ROOT / "profiles" / "gekeng-2024.yml"
GEN = Path(sys.executable).with_name("gen")
_AGAIN = 5_000
"""Up to so many units the run is repeated, to see what skipping them takes."""
_THEIRS = 400
"""Documents of docxtpl that are enough to know its rate."""


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench.batch", description=__doc__)
    options.add_argument("--units", type=int, nargs="+", default=[1_000, 5_000])
    options.add_argument("--jobs", type=int, default=2)
    chosen = options.parse_args()
    _adopt()
    with tempfile.TemporaryDirectory() as folder:
        for line in _table(Path(folder), chosen.units, chosen.jobs):
            print(line, flush=True)


def _table(folder: Path, units: list[int], jobs: int) -> Iterator[str]:
    yield f"{os.cpu_count()} 个处理器，开始时 1 分钟负荷 {os.getloadavg()[0]:.1f}，{jobs} 个进程"
    yield ""
    head = (
        "单位",
        "用时（秒）",
        "每秒",
        "处理器毫秒每份",
        "docxtpl 的",
        "倍数",
        "内存峰值合计（MB）",
        "原样再跑（秒）",
    )
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for count in units:
        forms, out = folder / f"forms-{count}", folder / f"out-{count}"
        write_forms(forms, count)
        theirs = docxtpl_cost(folder, jobs)
        made = run(forms, out, jobs)
        checked(out, count)
        again = f"{run(forms, out, jobs).seconds:.1f}" if count <= _AGAIN else "—"
        each = made.processor / count * 1000
        yield (
            f"| {count:,} | {made.seconds:.1f} | {count / made.seconds:.0f} | {each:.1f} | {theirs:.1f} |"
            f" {theirs / each:.1f} | {made.peak:.0f} | {again} |"
        )
        shutil.rmtree(forms)
        shutil.rmtree(out)
    yield ""
    yield from shares(folder, 200)


def checked(out: Path, count: int) -> None:
    """Raises RuntimeError unless there are so many documents, each whole and the one that the folder remembers."""
    entries = remembered(out)
    hashes = {name: digest for entry in entries.values() for name, digest in entry.files.items()}
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in out.glob("*.docx")}
    left = [path.name for path in out.iterdir() if path.suffix == ".tmp"]
    if len(entries) != count or found != hashes or left:
        raise RuntimeError(f"{len(found)} of {count} documents, {len(left)} half-written files")
    for name in found:
        with zipfile.ZipFile(out / name) as package:
            if package.testzip() is not None:
                raise RuntimeError(f"{name} is torn")


def write_forms(folder: Path, count: int) -> None:
    """Forms of as many townships, each with its own name and figures."""
    folder.mkdir()
    text = FORM.read_text(encoding="utf-8")
    for number in range(count):
        own = text.replace("葛坑镇", f"第{number}镇").replace("130起", f"{94 + 36 + number % 50}起")
        (folder / f"{number:05}.yml").write_text(own, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Ran:
    """seconds: by the clock; processor: seconds of all its processes; peak: MB that they held together."""

    seconds: float
    processor: float
    peak: float


def run(forms: Path, out: Path, jobs: int) -> Ran:
    """What `gen batch` takes."""
    command = [str(GEN), "batch", str(forms), "-o", str(out), "--jobs", str(jobs), "--不比雷同"]
    start, before, peak = time.perf_counter(), _processor(), 0.0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while process.poll() is None:
        peak = max(peak, _held(process.pid))
        time.sleep(0.2)
    if process.returncode:
        raise RuntimeError(f"{command}: {process.returncode}")
    seconds = time.perf_counter() - start
    return Ran(seconds, _processor() - before, peak)


def _processor() -> float:
    """Seconds of the processor that our children spent, those of the pool among them, which end after their parent."""
    with suppress(ChildProcessError):
        while True:
            os.wait()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _adopt() -> None:
    """Makes this process the parent of whatever its children leave behind (PR_SET_CHILD_SUBREAPER)."""
    ctypes.CDLL(None).prctl(36, 1)


def _held(session: int) -> float:
    """Proportional memory (MB) of all processes of a session: pages that they share count once."""
    total = 0
    for entry in os.scandir("/proc"):
        if not entry.name.isdigit():
            continue
        try:
            stat = Path(entry.path, "stat").read_text()
            if int(stat.rpartition(")")[2].split()[3]) == session:
                rollup = Path(entry.path, "smaps_rollup").read_text()
                total += int(rollup.partition("\nPss:")[2].split()[0])
        except (OSError, ValueError, IndexError):
            continue
    return total / 1024


def docxtpl_cost(folder: Path, jobs: int) -> float:
    """Milliseconds of the processor of a document of docxtpl, in as many processes, with the content of ours."""
    template, values = folder / "template.docx", folder / "values.yml"
    content = _content()
    docxtpl_side.make_template(content, template)
    values.write_text(content.yaml, encoding="utf-8")
    outputs = [folder / f"theirs-{number}.docx" for number in range(_THEIRS)]
    before = _processor()
    with ProcessPoolExecutor(jobs) as pool:
        list(pool.map(partial(docxtpl_side.draft, template, values), outputs, chunksize=20))
    return (_processor() - before) / _THEIRS * 1000


def _content() -> Content:
    _, ready = api.load(None, FORM)
    profile = read(FORM.read_bytes(), str(FORM), ready.schema).profile
    return content_of(next(drafts(profile, ready)).document)


def shares(folder: Path, times: int) -> Iterator[str]:
    """What one document's time goes into, in one process: of the processor; of the clock for waiting for the disk."""
    forms = folder / "shares"
    write_forms(forms, times)
    spent = dict.fromkeys(
        ("读表单（YAML 到归整好的值）", "成文", "写成 DOCX", "核对、存盘（写、改名、记账）", "fsync"), 0.0
    )
    for form in sorted(forms.glob("*.yml")):
        request = Request(form)
        marks = [time.process_time()]
        filled = read_form(request)
        marks.append(time.process_time())
        assert filled.entries is not None
        composed = list(drafts(filled.entries.profile, filled.template, False, filled.entries))
        marks.append(time.process_time())
        write(composed[0].document, "docx")
        marks.append(time.process_time())
        prepared, _ = compose_files(request, filled, filled.entries)
        again = time.process_time()
        (path,) = put(prepared, folder / "shares-out", prepared.stem, "refuse").files
        rest = (again - marks[3]) - (marks[3] - marks[1]) + (time.process_time() - again)
        start = time.perf_counter()
        with path.open("rb") as file:
            os.fsync(file.fileno())
        synced = time.perf_counter() - start
        for name, seconds in zip(spent, (*(b - a for a, b in pairwise(marks)), max(rest, 0.0), synced), strict=True):
            spent[name] += seconds
    total = sum(seconds for name, seconds in spent.items() if name != "fsync")
    yield "| 一份的处理器时间（单进程） | 毫秒 | 占比 |"
    yield "|---|---|---|"
    for name, seconds in spent.items():
        part = "不做；做了要等这么久" if name == "fsync" else f"{seconds / total:.0%}"
        yield f"| {name} | {seconds / times * 1000:.2f} | {part} |"


if __name__ == "__main__":
    main()

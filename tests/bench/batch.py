"""`python -m tests.bench.batch`: a county, a province, the country on this machine, beside docxtpl with two workers.

Forms on disk to DOCX files on disk, with the folder's memory and the summary; likeness apart. All from one run.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from generator import api
from generator.api.drafting import Request, compose_files, put, read_form
from generator.draft import drafts
from generator.forms.read import read
from tests.bench import docxtpl_side
from tests.bench.content import Content, content_of

ROOT = Path(__file__).parents[2]
FORM = ROOT / "profiles" / "gekeng-2024.yml"
GEN = Path(sys.executable).with_name("gen")
_THEIRS = 400
"""Documents of docxtpl that are enough to know its rate."""


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench.batch", description=__doc__)
    options.add_argument("--units", type=int, nargs="+", default=[1_000, 5_000])
    options.add_argument("--jobs", type=int, default=2)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in _table(Path(folder), chosen.units, chosen.jobs):
            print(line, flush=True)


def _table(folder: Path, units: list[int], jobs: int) -> Iterator[str]:
    yield "| 单位 | 用时（秒） | 每秒 | docxtpl 每秒 | 倍数 | 内存峰值合计（MB） | 原样再跑（秒） |"
    yield "|---|---|---|---|---|---|---|"
    for count in units:
        forms = folder / f"forms-{count}"
        write_forms(forms, count)
        theirs = docxtpl_rate(folder, jobs)
        out = folder / f"out-{count}"
        seconds, peak = run(forms, out, jobs)
        made = sum(1 for _ in out.glob("*.docx"))
        if made != count:
            raise RuntimeError(f"{made} of {count} documents")
        again, _ = run(forms, out, jobs)
        rate = count / seconds
        yield (
            f"| {count} | {seconds:.1f} | {rate:.0f} | {theirs:.0f} | {rate / theirs:.1f} | {peak:.0f} | {again:.1f} |"
        )
    yield ""
    yield from shares(folder, 200)


def write_forms(folder: Path, count: int) -> None:
    """Forms of as many townships, each with its own name and figures."""
    folder.mkdir()
    text = FORM.read_text(encoding="utf-8")
    for number in range(count):
        own = text.replace("葛坑镇", f"第{number}镇").replace("130起", f"{94 + 36 + number % 50}起")
        (folder / f"{number:05}.yml").write_text(own, encoding="utf-8")


def run(forms: Path, out: Path, jobs: int) -> tuple[float, float]:
    """Seconds of `gen batch`, and the most memory (MB) that its processes held together."""
    command = [str(GEN), "batch", str(forms), "-o", str(out), "--jobs", str(jobs), "--不比雷同"]
    start, peak = time.perf_counter(), 0.0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while process.poll() is None:
        peak = max(peak, _held(process.pid))
        time.sleep(0.05)
    if process.returncode:
        raise RuntimeError(f"{command}: {process.returncode}")
    return time.perf_counter() - start, peak


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


def docxtpl_rate(folder: Path, jobs: int) -> float:
    """Documents a second of docxtpl in as many processes, on the content of the same report."""
    template, values = folder / "template.docx", folder / "values.yml"
    content = _content()
    docxtpl_side.make_template(content, template)
    values.write_text(content.yaml, encoding="utf-8")
    outputs = [folder / f"theirs-{number}.docx" for number in range(_THEIRS)]
    with ProcessPoolExecutor(jobs) as pool:
        list(pool.map(partial(docxtpl_side.draft, template, values), outputs[: 2 * jobs]))
        start = time.perf_counter()
        list(pool.map(partial(docxtpl_side.draft, template, values), outputs, chunksize=20))
        return _THEIRS / (time.perf_counter() - start)


def _content() -> Content:
    _, ready = api.load(None, FORM)
    profile = read(FORM.read_bytes(), str(FORM), ready.schema).profile
    return content_of(next(drafts(profile, ready)).document)


def shares(folder: Path, times: int) -> Iterator[str]:
    """What one document's time goes into, in one process."""
    forms = folder / "shares"
    write_forms(forms, times)
    spent = dict.fromkeys(("读表单", "成文和排版", "写盘", "fsync"), 0.0)
    for form in sorted(forms.glob("*.yml")):
        start = time.perf_counter()
        request = Request(form)
        filled = read_form(request)
        read_at = time.perf_counter()
        assert filled.entries is not None
        prepared, _ = compose_files(request, filled, filled.entries)
        composed = time.perf_counter()
        (path,) = put(prepared, folder / "shares-out", prepared.stem, "refuse").files
        stored = time.perf_counter()
        with path.open("rb") as file:
            os.fsync(file.fileno())
        synced = time.perf_counter()
        for name, seconds in zip(
            spent, (read_at - start, composed - read_at, stored - composed, synced - stored), strict=True
        ):
            spent[name] += seconds
    total = sum(spent.values())
    yield "| 一份的时间（单进程） | 毫秒 | 占比 |"
    yield "|---|---|---|"
    for name, seconds in spent.items():
        note = "（不做，只量一量）" if name == "fsync" else ""
        yield f"| {name}{note} | {seconds / times * 1000:.2f} | {seconds / total:.0%} |"


if __name__ == "__main__":
    main()

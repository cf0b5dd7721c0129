"""Learning from many drafted reports: time and memory by their number, and whether the schema is found again.

`python -m tests.bench.learning [MOST]`: 1,000, 3,000 and 10,000 reports, or as many as MOST.
"""

import resource
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.batch.run import run
from tests.bench.clock import memory

sys.path.append(str(Path(__file__).parent.parent))

import learning_drafts

SIZES = (1_000, 3_000, 10_000)
_PART = 200


def main(most: int) -> None:
    """Print the table."""
    sizes = [size for size in SIZES if size <= most] or [most]
    with tempfile.TemporaryDirectory() as place:
        folders, truths = _drafts(Path(place), sizes)
        print(f"{'报告':>6} {'处理器时间':>7} {'每份':>8} {'内存峰值':>8}")
        for at, size in enumerate(sizes):
            one = [sys.executable, "-m", "generator", "learn", *folders[: at + 1], "-o", f"{place}/{size}.yml"]
            before = _processor()
            peak = memory([*one, "--jobs", "1"])
            spent = _processor() - before
            print(f"{size:>6} {spent:>8.0f} 秒 {spent / size * 1000:>6.1f} 毫秒 {peak:>6.0f} MB", flush=True)
        for line in _found(yaml.safe_load(Path(place, f"{sizes[-1]}.yml").read_text("utf-8")), truths):
            print(line)


def _processor() -> float:
    """Seconds of processor time that our finished children took; other people's load does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _drafts(place: Path, sizes: list[int]) -> tuple[list[str], learning_drafts.Truth]:
    """Folders whose reports add up to the sizes, and what all of them hold."""
    folders: list[str] = []
    truths: list[learning_drafts.Truth] = []
    for before, size in zip([0, *sizes], sizes, strict=False):
        folder = place / str(size)
        folder.mkdir()
        folders.append(str(folder))
        jobs = [(folder, first, min(first + _PART, size)) for first in range(before, size, _PART)]
        for outcome in run(jobs, _write):
            if outcome.value is None:
                raise SystemExit(f"{outcome.job}: {outcome.error!r}")
            truths.append(outcome.value)
    return folders, learning_drafts.added(truths)


def _write(job: tuple[Path, int, int]) -> learning_drafts.Truth:
    folder, first, last = job
    return learning_drafts.added(truth for _, truth in learning_drafts.write_drafts(folder, range(first, last)))


def _found(schema: Any, truth: learning_drafts.Truth) -> Iterator[str]:
    def support(kind: str) -> dict[str, int]:
        return {name: found["support"]["全部"][0] for name, found in schema[kind].items()}

    sections, themes, figures = support("sections"), support("themes"), support("indicators")
    yield "部分：" + "，".join(f"{role} {sections.get(role, 0)}/{n}" for role, n in truth.roles.items())
    yield "主题：" + "，".join(f"{theme} {themes.get(theme, 0)}/{n}" for theme, n in truth.themes.items())
    usual = [theme.id for theme in learning_drafts.themes() if truth.themes[theme.id] * 2 > truth.reports]
    standard: list[str] = list(schema["standard"]["themes"])
    yield f"主题的次序：{'相同' if [t for t in standard if t in usual] == usual else standard}"
    hit = sum(min(figures.get(name, 0), n) for name, n in truth.indicators.items())
    names = sum(name in figures for name in truth.indicators)
    yield f"数据：{names}/{len(truth.indicators)} 个指标，{hit}/{truth.indicators.total()} 处"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1])

"""`make bench`: a Markdown table of times, ratios and memory, all from one run.

The content is what we draft from a shipped form, and from a fuller one made of it; docxtpl and the bare limit get the
words of that draft with its values as holes, so that all three print the same report.
"""

import argparse
import platform
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import docx

from generator import api
from generator.draft import drafts
from generator.forms.read import read
from tests.bench import docxtpl_side, limit
from tests.bench.clock import memory, processes, warm
from tests.bench.content import Content, content_of
from tests.bench.fuller import fuller

ROOT = Path(__file__).parents[2]
GEN = Path(sys.executable).with_name("gen")
_MORE = 7
"""More figures in each theme of the fuller form."""


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    options.add_argument("--form", type=Path, default=ROOT / "profiles" / "faku-2023.yml")
    options.add_argument("--seconds", type=float, default=20, help="how long the warm part runs")
    options.add_argument("--turns", type=int, default=25, help="how often each process is started")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / f"{chosen.form.stem}-更满.yml"
        schema = api.load(None, chosen.form)[1].schema
        full.write_text(fuller(chosen.form.read_text(encoding="utf-8"), schema, _MORE), encoding="utf-8")
        for form, turns in ((chosen.form, chosen.turns), (full, 0)):
            for line in _table(form, Path(folder), chosen.seconds, turns):
                print(line, flush=True)


def _table(form: Path, folder: Path, seconds: float, turns: int) -> Iterator[str]:
    """turns: how often each process is started; 0 for the warm part alone."""
    _, template_ready = api.load(None, form)
    profile = read(form.read_bytes(), str(form), template_ready.schema).profile
    content = content_of(next(drafts(profile, template_ready)).document)
    template, values, script = folder / "template.docx", folder / "values.yml", folder / "script.py"
    docxtpl_side.make_template(content, template)
    values.write_text(content.yaml, encoding="utf-8")
    script.write_text(docxtpl_side.SCRIPT, encoding="utf-8")
    bare = limit.make_drafter(content, template)
    outputs = {name: folder / f"{name}.docx" for name in ("gen", "docxtpl", "limit")}

    def ours() -> None:
        api.draft(
            form, formats=("docx",), output=outputs["gen"], template=None,
            review=False, public=False, trace=False, existing="refuse",
        )  # fmt: skip

    times = warm(
        {
            "limit": lambda: bare(values, outputs["limit"]),
            "gen": ours,
            "docxtpl": lambda: docxtpl_side.draft(template, values, outputs["docxtpl"]),
        },
        seconds,
    )
    _same(content, outputs)
    yield from _warm(form, content, times)
    if not turns:
        return
    python = sys.executable
    commands = {
        "pass": [python, "-c", "pass"],
        "imports": [python, "-c", "import click, yaml, jinja2.sandbox"],
        "gen": [str(GEN), "draft", str(form), "-o", str(outputs["gen"])],
        "docxtpl": [python, str(script), str(template), str(values), str(outputs["docxtpl"])],
    }
    cold = processes(commands, turns)
    peaks = {name: memory(command) for name, command in commands.items()}
    yield from _cold(cold, peaks)


def _warm(form: Path, content: Content, times: dict[str, tuple[float, float]]) -> Iterator[str]:
    characters, count, lines = content.size
    typed = form.read_text(encoding="utf-8").count("\n")
    yield (
        f"{form.name}：{characters} 字，{count} 个值；表单 {typed} 行，docxtpl 与裸写法的 YAML {lines} 行；"
        f"Python {platform.python_version()}，docxtpl {version('docxtpl')}，各项同场轮流运行，计处理器时间。"
    )
    yield ""
    yield "| 热运行：YAML 到 DOCX | 中位数（毫秒） | 比裸写法 | 比 docxtpl | 最快（毫秒） | 比裸写法 | 比 docxtpl |"
    yield "|---|---|---|---|---|---|---|"
    names = {"limit": "裸写法（无校验、无行号、无编号）", "gen": "gen", "docxtpl": "docxtpl"}
    for name, label in names.items():
        ratios = [
            f"{one * 1000:.1f} | 用时 {one / limit:.2f} 倍 | 快 {docxtpl / one:.1f} 倍"
            for one, limit, docxtpl in zip(times[name], times["limit"], times["docxtpl"], strict=True)
        ]
        yield f"| {label} | {' | '.join(ratios)} |"
    yield ""


def _cold(cold: dict[str, tuple[float, float]], peaks: dict[str, float]) -> Iterator[str]:
    yield "| 整个进程 | 中位数（毫秒） | 比 docxtpl | 比只导入 | 最快（毫秒） | 比 docxtpl | 比只导入 | 内存（MB） |"
    yield "|---|---|---|---|---|---|---|---|"
    labels = {
        "pass": "`python -c pass`",
        "imports": "`python -c 'import click, yaml, jinja2.sandbox'`",
        "gen": "`gen draft`",
        "docxtpl": "docxtpl 最短的脚本",
    }
    for name, label in labels.items():
        ratios = [
            f"{one * 1000:.0f} | {one / docxtpl:.2f} | {(one - imports) * 1000:+.0f}"
            for one, docxtpl, imports in zip(cold[name], cold["docxtpl"], cold["imports"], strict=True)
        ]
        yield f"| {label} | {' | '.join(ratios)} | {peaks[name]:.0f} |"
    yield ""


def _same(content: Content, outputs: dict[str, Path]) -> None:
    """Refuse to compare what does not print the same words."""
    words = {
        name: "".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
        for name, path in outputs.items()
    }
    if words["docxtpl"] != words["limit"]:
        raise RuntimeError("docxtpl and the bare limit print different words")
    if not 0.97 < len(words["gen"]) / len(words["limit"]) < 1.03:
        raise RuntimeError(f"not the same report: {len(words['gen'])} and {len(words['limit'])} characters")


if __name__ == "__main__":
    main()

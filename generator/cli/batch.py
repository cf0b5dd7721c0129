"""`gen batch`: many forms in one run."""

import gc
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Literal

import click

from generator import api
from generator.api import Batched, Drafted
from generator.cli.cluster_options import cluster_options
from generator.cli.command import Chinese
from generator.cli.options import PATH, Whole, formats_option, template_option
from generator.cli.output import names_in
from generator.cli.report import count, show
from generator.diagnostics import Severity
from generator.errors import ExitCode, GeneratorError

if TYPE_CHECKING:
    from generator.batch.cluster.address import Cluster

_OTHERWISE = (("failed", "份有错，没有起草"), ("edited", "份手工改过，没有动"), ("unchanged", "份未改动而跳过"))


@click.command(
    cls=Chinese,
    help="一次起草许多单位的报告。\n\n"
    "写文件夹就起草其中所有的表单；写填报表（xlsx、xls、et、csv）就起草其中所有的单位。读不懂的表单会报出来，不影响其他单位；结果与逐份起草完全相同。",
)
@click.argument("sources", metavar="表单、文件夹或填报表…", nargs=-1, required=True, type=PATH)
@click.option("-o", "--output", metavar="文件夹", type=PATH, help="写到哪里，默认 drafts/")
@formats_option()
@click.option("--jobs", metavar="个数", type=Whole(1, 256), help="同时起草几份，默认按处理器个数")
@template_option()
@click.option("--new", "existing", flag_value="new", help="文件手工改过时，另写一份新的")
@click.option("--force", "existing", flag_value="force", help="文件手工改过时，把它改名留存，再写")
@click.option("--base", metavar="表单", type=PATH, help="各单位共用的主送、上级、日期写在这里，自己填了的不变")
@click.option("--units", metavar="名单.txt", type=PATH, help="应当有的单位，一行一个；没有表单的列在汇总的最前面")
@click.option("--汇总/--不汇总", "--summary/--no-summary", "summary", default=True, help="写不写 汇总.xlsx、汇总.html")
@click.option("--雷同/--不比雷同", "--alike/--no-alike", "alike", default=None, help="比不比雷同，默认 2000 份以内比")
@cluster_options()
def command(
    sources: tuple[Path, ...],
    output: Path | None,
    formats: tuple[str, ...],
    jobs: int | None,
    template: str | None,
    existing: Literal["new", "force"] | None,
    base: Path | None,
    units: Path | None,
    summary: bool,
    alike: bool | None,
    cluster: "Cluster | None",
) -> int:
    """Draft them all; problems are told in the order of the forms."""
    # One draft does without (see `generator.__main__`); thousands in one process must not.
    gc.enable()
    counts: Counter[str] = Counter()
    names = names_in(units)
    with progress() as tell:
        results = api.batch(
            sources,
            output=output,
            formats=formats,
            jobs=jobs or 0,
            template=template,
            existing=existing or "refuse",
            base=base,
            alike=alike if summary else False,
            cluster=cluster,
            on_done=tell,
        )
        if summary:
            results = api.summarised(
                results, output=output, template=template, listed=names, on_summary=say_summary
            )
        try:
            for batched in results:
                counts[batched.state] += 1
                counts["gaps"] += bool(batched.entry and batched.entry.gaps)
                counts["wrong"] += batched.state == "failed" or batched.error is not None
                say(batched)
        except KeyboardInterrupt:
            click.echo(f"\n{closing(counts)}写好的都在，再运行同一条命令只做剩下的。", err=True)
            raise
    click.echo(closing(counts))
    return ExitCode.PROBLEMS if counts["wrong"] else ExitCode.FINE


def closing(counts: Counter[str]) -> str:
    """How many of each, in one line."""
    said = [f"{counts['drafted']} 份完成"]
    said += [f"{counts[state]} {words}" for state, words in _OTHERWISE if counts[state]]
    return "，".join(said) + (f"；其中 {counts['gaps']} 份有待补充之处。" if counts["gaps"] else "。")


def say_summary(files: Sequence[Path]) -> None:
    """Where the summary is."""
    click.echo("汇总：" + "  ".join(map(str, files)))


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A line that counts on a terminal, nothing elsewhere."""
    shown = sys.stderr.isatty()
    start = monotonic()

    def tell(done: int, of: int) -> None:
        if shown:
            rate = done / max(monotonic() - start, 0.001)
            left = (of - done) / rate
            click.echo(
                f"\r\x1b[K已起草 {done}/{of} 份，每秒 {rate:.0f} 份，还要 {left:.0f} 秒", nl=done == of, err=True
            )

    yield tell


def say(batched: Batched) -> None:
    """What came of one form: its files, or why there are none."""
    if batched.error is not None or batched.state == "failed":
        say_failure(batched)
    elif batched.drafted is not None:
        click.echo(line_of(batched.drafted))
    elif batched.state == "edited":
        click.echo(f"{batched.form}：它的报告手工改过，没有动；要重新起草，加 --force（改过的改名留存）或 --new")


def line_of(drafted: Drafted) -> str:
    """The files of one unit, and what is still to be done about them."""
    notes = [f"{drafted.gaps} 处待补充"] if drafted.gaps else []
    warnings = count(drafted.diagnostics, Severity.WARNING)
    if warnings:
        notes.append(f"{warnings} 条提醒")
    files = "  ".join(map(str, drafted.files))
    return f"{files}（{'，'.join(notes)}）" if notes else files


def say_failure(batched: Batched) -> None:
    """Why a form was not drafted: every place that cannot be read, or the error."""
    if batched.drafted is not None:
        errors = [d for d in batched.drafted.diagnostics if d.severity is Severity.ERROR]
        show(errors, batched.drafted.source)
        click.echo(f"{batched.form}：有 {len(errors)} 处读不懂，没有起草", err=True)
    elif isinstance(batched.error, GeneratorError):
        click.echo(f"{batched.form}：{batched.error.message}", err=True)
        if batched.error.hint:
            click.echo(f"  {batched.error.hint}", err=True)
    else:
        error = batched.error
        click.echo(f"{batched.form}：程序出错（{type(error).__name__}：{error}），不是表单的问题", err=True)

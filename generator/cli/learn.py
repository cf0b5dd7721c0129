"""`gen learn`: a schema from reports."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import api
from generator.api import Learned, Rewritten
from generator.cli.cluster_options import cluster_options
from generator.cli.command import Chinese
from generator.cli.options import PATH, Whole, template_option
from generator.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from generator.batch.cluster.address import Cluster

_NAMED = 3
"""Files that are named; more are counted."""
_SHOWN = 60
"""Lines of a difference; a longer one is told by its length."""


@click.command(
    cls=Chinese,
    help="从真实报告学出标准结构：有哪些部分、主题和数据，通常怎么排、怎么写，几份里有几份这样。\n\n"
    "报告可以是程序能读的任何格式，也可以写文件夹；提纲用 --outlines。只有一份这样写的，不算标准。",
)
@click.argument("paths", metavar="报告或文件夹…", nargs=-1, type=PATH)
@click.option(
    "--outlines", metavar="文件", type=PATH, multiple=True,
    help="提纲文件（JSON Lines），可写多次；截断的提纲只证明看得见的",
)  # fmt: skip
@click.option("-o", "--output", metavar="文件", type=PATH, help="写到文件，默认显示；--genre 时是新的模板文件夹")
@click.option("--into", metavar="文件", type=PATH, help="计数文件：加到以前数过的上面，与一次全学结果相同")
@click.option("--update", is_flag=True, help="文件手改过也重写，改过的那份改名留存")
@click.option("--explain", metavar="名称", help="说出某个部分、主题、数据或标题用语的依据：哪份报告、第几行")
@click.option("--genre", metavar="名称", help="另一种报告：学成可以直接起草的模板文件夹，如 工作总结")
@click.option("--jobs", metavar="个数", type=Whole(1, 256), help="同时读几份，默认按处理器个数")
@template_option()
@cluster_options()
def command(
    paths: tuple[Path, ...],
    outlines: tuple[Path, ...],
    output: Path | None,
    into: Path | None,
    update: bool,
    explain: str | None,
    genre: str | None,
    jobs: int | None,
    template: str | None,
    cluster: "Cluster | None",
) -> int:
    """Learn, then explain or write."""
    # One draft does without (see `generator.__main__`); thousands of reports in one process must not.
    gc.enable()
    if genre is not None:
        if cluster:
            raise UsageError("--genre 只在本机上做", "去掉 --cluster")
        return _genre(genre, paths, output, jobs)
    with _progress() as tell:
        learned = api.learn(
            paths, outlines=outlines, into=into, explain=explain, template=template,
            jobs=jobs or 0, cluster=cluster, on_done=tell,
        )
    for unread in learned.unread:
        click.echo(f"{unread.file}：{unread.message}", err=True)
        if unread.hint:
            click.echo(f"  {unread.hint}", err=True)
    if learned.doubtful:
        few = "、".join(learned.doubtful[:_NAMED]) + ("等" if len(learned.doubtful) > _NAMED else "")
        why = "题目不像，或没有题目又缺问题、打算"
        click.echo(f"{len(learned.doubtful)} 份不像这种报告（{why}），也按报告计了：{few}", err=True)
        click.echo("  不是报告的请移出去，重新学一遍", err=True)
    if learned.known:
        some = "、".join(learned.known[:_NAMED]) + ("等" if len(learned.known) > _NAMED else "")
        click.echo(f"{len(learned.known)} 份与学过的完全相同，没有重复计：{some}", err=True)
    if learned.unread and not learned.counts[("reports", "全部")]:
        return ExitCode.UNREADABLE
    code = ExitCode.PROBLEMS if learned.unread else ExitCode.FINE
    if explain:
        _explain(learned)
    elif output is not None:
        code = max(code, _write(output, learned, update))
    elif into is not None:
        click.echo(f"{into}（加了 {learned.reports} 份，共 {learned.counts[('reports', '全部')]} 份）")
    else:
        click.echo(learned.text, nl=False)
    return code


def _explain(learned: Learned) -> None:
    assert learned.item is not None  # noqa: S101 - asked for, hence there
    reports = len({evidence.report for evidence in learned.evidence})
    click.echo(f"{learned.item.label}：{reports} 份里有 {len(learned.evidence)} 处")
    for evidence in learned.evidence:
        place = f"{evidence.report}:{evidence.line}" if evidence.line else evidence.report
        click.echo(f"  {place}  {evidence.words}")


def _write(output: Path, learned: Learned, update: bool) -> ExitCode:
    rewritten = api.rewrite(output, learned.text, update)
    if not rewritten.written:
        _differ(rewritten)
        click.echo(f"“{output}”手改过，没有重写；上面是重学会改的（- 现有的，+ 新学的）", err=True)
        click.echo("  要照新学的写，加 --update，改过的那份改名留存", err=True)
        return ExitCode.PROBLEMS
    total = learned.counts[("reports", "全部")]
    changed = "" if rewritten.created or rewritten.difference else "，没有变化"
    aside = f"；手改过的那份现在是“{rewritten.aside}”" if rewritten.aside else ""
    click.echo(f"{output}（学自 {total} 份报告和提纲{changed}{aside}）")
    return ExitCode.FINE


def _differ(rewritten: Rewritten) -> None:
    for line in rewritten.difference[:_SHOWN]:
        click.echo(line)
    if len(rewritten.difference) > _SHOWN:
        click.echo(f"……还有 {len(rewritten.difference) - _SHOWN} 行")


def _genre(name: str, paths: tuple[Path, ...], output: Path | None, jobs: int | None) -> int:
    if output is None:
        raise UsageError("缺少选项 -o", f"例：gen learn 总结/ --genre {name} -o templates/work-summary")
    with _progress() as tell:
        made = api.learn_genre(paths, name, output, jobs=jobs or 0, on_done=tell)
    for unread in made.unread:
        click.echo(f"{unread.file}：{unread.message}", err=True)
    for line in made.told:
        click.echo(line)
    return ExitCode.PROBLEMS if made.unread else ExitCode.FINE


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A line that counts on a terminal, nothing elsewhere."""
    shown = sys.stderr.isatty()

    def tell(done: int, of: int) -> None:
        if shown:
            click.echo(f"\r\x1b[K已读 {done}/{of} 份", nl=done == of, err=True)

    yield tell

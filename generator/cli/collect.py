"""`gen collect`: what the units sent back becomes forms."""

from pathlib import Path
from typing import Literal

import click

from generator import api
from generator.api import Collected, RollCall
from generator.cli.command import Chinese
from generator.cli.options import PATH, template_option
from generator.cli.output import names_in
from generator.cli.report import show
from generator.errors import ExitCode, GeneratorError
from generator.outputs import put


@click.command(
    cls=Chinese,
    help="把各单位交回的填报表（xlsx、xls、et、csv）、表单（yml）、报告（docx 等）收成表单。\n\n"
    "读不懂的格写明在哪张表、哪一格、该写什么；其余照收。手工改过的表单不会被覆盖。\n\n"
    "例：gen collect 交回/ --units 名单.txt -o profiles/",
)
@click.argument("sources", metavar="文件或文件夹…", nargs=-1, required=True, type=PATH)
@click.option("-o", "--output", metavar="文件夹", type=PATH, required=True, help="表单写到哪个文件夹")
@click.option("--units", metavar="名单.txt", type=PATH, help="应当交表的单位，一行一个；没有交的列出来")
@click.option("--new", "existing", flag_value="new", help="表单手工改过时，另写一份新的")
@click.option("--force", "existing", flag_value="force", help="表单手工改过时，把它改名留存，再写")
@template_option()
def command(
    sources: tuple[Path, ...],
    output: Path,
    units: Path | None,
    existing: Literal["new", "force"] | None,
    template: str | None,
) -> int:
    """Write a form for each unit; tell what could not be read and who is missing."""
    names = names_in(units)
    returned: list[tuple[str, Path]] = []
    blank: list[str] = []
    wrong = 0
    for collected in api.collect(sources, template=template):
        wrong += _tell(collected)
        if not collected.text:
            continue
        try:
            (written,) = put(output, {f"{collected.name}.yml": collected.text.encode()}, existing or "refuse")
        except GeneratorError as stop:
            wrong += 1
            click.echo(f"{stop.message}\n  {stop.hint}", err=True)
            continue
        returned.append((collected.unit, collected.file))
        if collected.blank:
            blank.append(collected.unit)
        click.echo(f"{written.path}（{collected.file.name}）")
    called = api.roll_call(names, returned)
    _tell_roll(called)
    wrong += len(called.strangers) + len(called.twice)
    if blank:
        click.echo(f"交了空表、什么也没有填的 {len(blank)} 个：{'、'.join(blank)}", err=True)
    click.echo(f"收到 {len(returned)} 份" + (f"，{wrong} 处要核对" if wrong else "") + "。")
    return ExitCode.PROBLEMS if wrong or blank or called.absent else ExitCode.FINE


def _tell_roll(called: RollCall) -> None:
    for unit, near in called.strangers:
        likely = f"是不是“{'”“'.join(near)}”？改了名称再收" if near else "核对名称，或补进名单"
        click.echo(f"名单里没有“{unit}”（{likely}）", err=True)
    for unit, files in called.twice:
        listed = "、".join(map(str, files))
        click.echo(f"“{unit}”交了 {len(files)} 份：{listed}（核对以哪份为准，删去其余的表单）", err=True)
    if called.absent:
        click.echo(f"还没有交的 {len(called.absent)} 个：{'、'.join(called.absent)}", err=True)


def _tell(collected: Collected) -> int:
    """Shows what is wrong with a returned file; how many places."""
    if collected.error is not None:
        click.echo(f"{collected.file}：{collected.error.message}", err=True)
        if collected.error.hint:
            click.echo(f"  {collected.error.hint}", err=True)
        return 1
    show(collected.diagnostics, collected.text)
    return len(collected.diagnostics)

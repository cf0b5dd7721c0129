"""`gen collect`: what the units sent back becomes forms."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from generator import api
from generator.api import Collected
from generator.cli.command import Chinese
from generator.cli.options import PATH, template_option
from generator.cli.output import names_in
from generator.cli.report import show
from generator.errors import ExitCode, GeneratorError
from generator.outputs import put


@click.command(
    cls=Chinese,
    help="把各单位交回的填报表（xlsx、csv）、表单（yml）、报告（docx 等）收成表单。\n\n"
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
    returned: list[str] = []
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
        returned.append(collected.unit)
        click.echo(f"{written.path}（{collected.file.name}）")
    absent = _absent(names, returned)
    if absent:
        click.echo(f"还没有交的 {len(absent)} 个：{'、'.join(absent)}", err=True)
    click.echo(f"收到 {len(returned)} 份" + (f"，{wrong} 处要核对" if wrong else "") + "。")
    return ExitCode.PROBLEMS if wrong or absent else ExitCode.FINE


def _tell(collected: Collected) -> int:
    """Shows what is wrong with a returned file; how many places."""
    if collected.error is not None:
        click.echo(f"{collected.file}：{collected.error.message}", err=True)
        if collected.error.hint:
            click.echo(f"  {collected.error.hint}", err=True)
        return 1
    show(collected.diagnostics, collected.text)
    return len(collected.diagnostics)


def _absent(names: Sequence[str], returned: Sequence[str]) -> list[str]:
    """Units of the list that sent nothing; a list may call them by their short names."""
    return [name for name in names if not any(name in unit or unit in name for unit in returned)]

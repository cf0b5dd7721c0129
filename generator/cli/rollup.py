"""`gen rollup`: the figures of many units, added up for the upper level."""

from pathlib import Path

import click

from generator import api
from generator.cli.command import Chinese
from generator.cli.options import PATH, Whole, template_option
from generator.cli.output import names_in, write_bytes, write_new
from generator.cli.report import show
from generator.errors import ExitCode


@click.command(
    cls=Chinese,
    help="把各单位表单里的数汇总成上一级的表单。\n\n"
    "件数、人次、金额相加；率由合计数重算，不平均；不能相加的列出来，请自己填。每个数的“来源”写着各单位的数和所在的行。\n\n"
    "例：gen rollup 各乡镇/ --unit 德化县人民政府 --level 县 -o county.yml",
)
@click.argument("sources", metavar="表单或文件夹…", nargs=-1, required=True, type=PATH)
@click.option("--unit", metavar="机关全称", required=True, help="上一级机关，如 德化县人民政府")
@click.option("--level", metavar="层级", required=True, help="上一级机关的层级，如 县")
@click.option("--year", metavar="年份", type=Whole(2015, 2100), help="默认取各单位表单的年度")
@click.option("--own", metavar="表单", type=PATH, help="本级自己填的表单：它填了的不变，与合计不符的列出来")
@click.option("--units", metavar="名单.txt", type=PATH, help="应当交表的单位，一行一个；没有交的列出来")
@click.option("--table", metavar="文件", type=PATH, help="另写各单位对照表，.xlsx 或 .csv")
@click.option("-o", "--output", metavar="文件", type=PATH, help="写到文件，默认显示在屏幕上")
@template_option()
def command(
    sources: tuple[Path, ...],
    unit: str,
    level: str,
    year: int | None,
    own: Path | None,
    units: Path | None,
    table: Path | None,
    output: Path | None,
    template: str | None,
) -> int:
    """Write the form and the table; tell what did not go in."""
    kind = table.suffix.lower().lstrip(".") if table else ""
    if kind not in ("", "xlsx", "csv"):
        raise click.UsageError(f"对照表写成 .xlsx 或 .csv，不能写成“{table}”")
    found = api.rollup(
        sources, unit=unit, level=level, year=year, own=own, listed=names_in(units), table_as=kind, template=template
    )
    show(found.diagnostics, found.source)
    for file, why in found.unread:
        click.echo(f"{file}：{why}", err=True)
    if found.absent:
        click.echo(f"名单上还有 {len(found.absent)} 个单位没有表单：{'、'.join(found.absent)}", err=True)
    write_new(output, found.text)
    if table is not None:
        write_bytes(table, found.table)

    click.echo(f"{found.units} 个单位汇总出 {found.figures} 个数。", err=output is None)
    return ExitCode.PROBLEMS if found.unread or found.absent else ExitCode.FINE

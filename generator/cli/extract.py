"""`gen extract`: a report becomes a form."""

from pathlib import Path

import click

from generator import api
from generator.cli.command import Chinese
from generator.cli.options import PATH, Whole, template_option
from generator.cli.output import write_new
from generator.cli.report import show


@click.command(
    cls=Chinese,
    help="把一份报告读成表单：单位、标题、数据、问题、打算，各在其位；模板不能解释的话原样留在“补充”。\n\n"
    "能读 docx、doc、wps、pdf、html、txt、md。--year 写报告的下一年，就写出下一年的表单："
    "数进“上年”，去年的话进“上年参考”。\n\n"
    "例：gen extract 葛坑镇-2024.docx -o gekeng-2025.yml --year 2025",
)
@click.argument("report", metavar="报告", type=PATH)
@click.option("-o", "--output", metavar="文件", type=PATH, help="写到文件，默认显示在屏幕上；已有的文件不会改动")
@click.option("--year", metavar="年份", type=Whole(2015, 2100), help="表单的年度：报告的年度（默认）或下一年")
@template_option()
def command(report: Path, output: Path | None, year: int | None, template: str | None) -> int:
    """Read, write, and say how much was recognised."""
    found = api.extracted(report, year, template)
    write_new(output, found.text)
    show(found.diagnostics)
    click.echo(closing(found), err=output is None)
    return 0


def closing(found: api.Extracted) -> str:
    """How much of the report was recognised."""
    counts = found.counts
    if found.next_year:
        return f"写出 {found.year} 年的表单：去年的数在“上年”，去年的话在“上年参考”（不印），请逐项核对。"
    how = "是本工具起草的报告，按模板读回" if found.drafted else "不是本工具起草的报告"
    return (
        f"{how}：{counts.figures} 个数进了“数据”（报告里认出 {counts.of} 处数），{counts.explained} 句归入表单各项，"
        f"{counts.kept} 句原样留在“补充”，{counts.doubtful} 处请核对。"
    )

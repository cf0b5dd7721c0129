"""`gen look`: the layout of a sample document as a look.yml."""

from pathlib import Path

import click

from generator import api
from generator.cli.command import Chinese
from generator.cli.options import PATH
from generator.cli.output import write_new


@click.command(
    cls=Chinese,
    help="从一份样稿学来版面格式。\n\n"
    "样稿是本地的 docx 范文或模板；写出的 look.yml 放进模板文件夹，以后的报告就照它排版。",
)
@click.argument("sample", metavar="样稿", type=PATH)
@click.option("-o", "--output", metavar="文件", type=PATH, help="写到文件，默认显示在屏幕上")
def command(sample: Path, output: Path | None) -> int:
    """Observe and write."""
    write_new(output, api.observe_look(sample))
    return 0

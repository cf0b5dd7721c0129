"""`gen templates eject`."""

from pathlib import Path

import click

from generator.cli.command import Chinese
from generator.cli.options import PATH
from generator.resources import eject


@click.command(cls=Chinese, help="把随程序的模板复制出来，改过的优先于随程序的。")
@click.argument("name", metavar="名称", default="rule-of-law")
@click.option(
    "-o", "--output", metavar="文件夹", type=PATH, default=Path("templates"), help="默认 templates/"
)
def command(name: str, output: Path) -> int:
    """Copy the shipped folder out."""
    click.echo(eject(name, output))
    return 0

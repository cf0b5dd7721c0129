"""`gen templates list`."""

import click

from generator.cli.columns import table
from generator.cli.command import Chinese
from generator.resources import template_folders


@click.command(cls=Chinese, help="列出找得到的模板和找到的地方。")
def command() -> int:
    """One line per folder; of two with one name the first is the one that is used."""
    for line in table([(folder.name, f"{folder.origin}  {folder.root}") for folder in template_folders()]):
        click.echo(line)
    return 0

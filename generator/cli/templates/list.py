"""`gen templates list`."""

import click

from generator.cli.command import Chinese
from generator.report_lines import width
from generator.resources import template_folders


@click.command(cls=Chinese, help="列出找得到的模板和找到的地方。")
def command() -> int:
    """One line per folder; of two with one name the first is the one that is used."""
    used: set[str] = set()
    rows = []
    for folder in template_folders():
        note = "（前面有同名的，不用它）" if folder.name in used else ""
        used.add(folder.name)
        rows.append((folder.name, f"{folder.origin}  {folder.root}{note}"))
    # A path is never wrapped: people copy it.
    column = max((width(name) for name, _ in rows), default=0)
    for name, where in rows:
        click.echo(f"  {name}{' ' * (column - width(name))}  {where}")
    return 0

"""`gen schema`: what was learned."""

import click

from generator.cli.command import Lazy

_COMMANDS = {
    "show": ("把学到的结构写成能读的一页，或画成图", "generator.cli.schema.show"),
}


@click.command(cls=Lazy, listed=_COMMANDS, help="看学到的结构：各部分、主题、数据，几份报告里有几份这样写。")
@click.pass_context
def command(context: click.Context) -> int:
    """Show the help page when no command is given."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
    return 0

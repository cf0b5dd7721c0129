"""`gen templates`: which there are; its commands check one and take one out."""

import click

from generator.cli.command import Lazy

_COMMANDS = {
    "list": ("列出找得到的模板和找到的地方（默认）", "generator.cli.templates.list"),
    "check": ("核对模板用到的字段与表单的字段", "generator.cli.templates.check"),
    "eject": ("取出随程序的模板，供修改", "generator.cli.templates.eject"),
}


@click.command(
    cls=Lazy,
    listed=_COMMANDS,
    help="列出、检查、取出模板。\n\n"
    "同名的模板按次序取第一个：写明的路径、表单旁、当前文件夹的 templates、$GEN_HOME、随程序。",
)
@click.pass_context
def command(context: click.Context) -> int:
    """List when nothing else is asked."""
    if context.invoked_subcommand is None:
        listing = context.command.get_command(context, "list")  # type: ignore[attr-defined]
        context.invoke(listing)
    return 0

"""The list of commands."""

import click

from generator import __version__
from generator.cli.command import Lazy

_COMMANDS = {
    "form": ("写出一份待填的表单", "generator.cli.form"),
    "serve": ("在浏览器里填表单、看草稿、下载", "generator.cli.serve"),
    "draft": ("把填好的表单起草成报告", "generator.cli.draft"),
    "rollup": ("把各单位的数汇总成上一级的表单", "generator.cli.rollup"),
    "collect": ("把收回的工作簿、表单、报告收成表单", "generator.cli.collect"),
    "batch": ("一次起草许多单位的报告", "generator.cli.batch"),
    "extract": ("把一份报告读成表单", "generator.cli.extract"),
    "inspect": ("看程序把一份报告读成了什么", "generator.cli.inspect"),
    "check": ("检查表单、草稿或任何一份报告", "generator.cli.check"),
    "rules": ("列出检查用的规则", "generator.cli.rules"),
    "explain": ("说明一条规则的理由、依据和例子", "generator.cli.explain"),
    "indicators": ("按关键词查可以填报的数据", "generator.cli.indicators"),
    "learn": ("从真实报告学出标准结构", "generator.cli.learn"),
    "schema": ("看学到的结构", "generator.cli.schema"),
    "templates": ("列出、检查、取出模板", "generator.cli.templates"),
    "doctor": ("检查这台电脑能不能用", "generator.cli.doctor"),
    "look": ("从一份样稿学来版面格式", "generator.cli.look"),
}


def _version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"gen {__version__}")
        context.exit()


@click.command(
    cls=Lazy,
    listed=_COMMANDS,
    help="法治政府建设年度报告的填报与起草。\n\n"
    "先用 gen form 写出表单，填好后用 gen draft 起草；表单里没有的数，报告里不会有。",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="显示版本"
)
@click.pass_context
def gen(context: click.Context) -> int:
    """Show the help page when no command is given."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
    return 0

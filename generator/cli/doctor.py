"""`gen doctor`: whether this computer has what the program needs."""

import click

from generator import api
from generator.cli.columns import wrap
from generator.cli.command import Chinese
from generator.cli.options import template_option
from generator.errors import ExitCode
from generator.report_lines import width

_MARKS = {"fine": ("✓", "green"), "hint": ("·", "yellow"), "bad": ("✗", "red")}
_COLUMN = 30


@click.command(
    cls=Chinese,
    help="检查这台电脑：程序和组件的版本、模板、LibreOffice、公文字体，并试写一份报告。\n\n"
    "打 · 的是可有可无的，打 ✗ 的要处理。报告问题时请附上这里显示的内容。",
)
@template_option()
def command(template: str | None) -> int:
    """One line per thing looked at; what is wrong has its remedy below."""
    bad = hints = 0
    for finding in api.examine(template):
        mark, colour = _MARKS[finding.state]
        bad += finding.state == "bad"
        hints += finding.state == "hint"
        gap = " " * max(_COLUMN - width(finding.name), 1)
        click.echo(f"{click.style(mark, fg=colour)} {finding.name}{gap}{finding.said}")
        if finding.advice:
            for line in wrap(finding.advice):
                click.echo(f"    {line}")
    click.echo("")
    if bad:
        click.echo(f"有 {bad} 处要处理。")
    else:
        click.echo("可以使用。" + (f"另有 {hints} 处可以补上，不补也能写报告。" if hints else ""))
    return ExitCode.PROBLEMS if bad else ExitCode.FINE

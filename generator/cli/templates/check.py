"""`gen templates check`."""

import click

from generator import api
from generator.cli.command import Chinese
from generator.cli.report import count, show
from generator.diagnostics import Severity, stops
from generator.errors import ExitCode


@click.command(cls=Chinese, help="核对模板用到的字段与表单的字段：用了而没有的，有了而没用的。")
@click.argument("template", metavar="[名称或路径]", required=False)
def command(template: str | None) -> int:
    """Name every mismatch between the folder's templates and its schema."""
    diagnostics = api.check_template(template)
    show(diagnostics)
    if stops(diagnostics):
        click.echo(f"{count(diagnostics, Severity.ERROR)} 处要改", err=True)
        return ExitCode.PROBLEMS
    warnings = count(diagnostics, Severity.WARNING)
    click.echo(f"模板与表单相符，{warnings} 条提醒" if warnings else "模板与表单相符")
    return ExitCode.FINE

"""`gen draft`: from a filled form to the report."""

from pathlib import Path
from typing import Literal

import click

from generator import api
from generator.cli.command import Chinese
from generator.cli.options import PATH, formats_option, template_option
from generator.cli.report import closing, count, show
from generator.diagnostics import Severity, stops
from generator.errors import ExitCode, GeneratorError


@click.command(
    cls=Chinese,
    help="把填好的表单起草成报告。\n\n"
    "没有填的地方在报告里标成【待补充】；互相矛盾的数照填报的印出，并给出提醒。"
    "手工改过的文件不会被覆盖。",
)
@click.argument("forms", metavar="表单…", nargs=-1, required=True, type=PATH)
@formats_option()
@click.option("-o", "--output", metavar="文件或文件夹", type=PATH, help="写到哪里，默认 drafts/")
@template_option()
@click.option("--review", is_flag=True, help="把待补充之处和提醒写成 Word 批注")
@click.option(
    "--公开稿", "--public", "public", is_flag=True, help="起草对外公开的版本：略去文号、签发人、版记等"
)
@click.option("--trace", is_flag=True, help="另写一张出处表：每个数、每句话来自表单的哪一行")
@click.option("--check", is_flag=True, help="起草后按检查规则看一遍文字，只作提醒（与 gen check 表单 相同）")
@click.option("--new", "existing", flag_value="new", help="文件手工改过时，另写一份新的")
@click.option("--force", "existing", flag_value="force", help="文件手工改过时，把它改名留存，再写")
def command(
    forms: tuple[Path, ...],
    formats: tuple[str, ...],
    output: Path | None,
    template: str | None,
    review: bool,
    public: bool,
    trace: bool,
    check: bool,
    existing: Literal["new", "force"] | None,
) -> int:
    """Draft each form; the worst exit code wins, one form's trouble does not stop the next."""
    worst = ExitCode.FINE
    for form in forms:
        try:
            drafted = api.draft(
                form,
                formats=formats,
                output=output,
                template=template,
                review=review,
                public=public,
                trace=trace,
                existing=existing or "refuse",
                check=check,
            )
        except GeneratorError as stop:
            if len(forms) == 1:
                raise
            click.echo(f"{form}：{stop.message}", err=True)
            if stop.hint:
                click.echo(f"  {stop.hint}", err=True)
            worst = max(worst, stop.exit_code)
            continue
        show(drafted.diagnostics, drafted.source)
        if stops(drafted.diagnostics):
            errors = count(drafted.diagnostics, Severity.ERROR)
            click.echo(f"{form}：有 {errors} 处读不懂，没有起草；改好后再运行一次", err=True)
            worst = max(worst, ExitCode.PROBLEMS)
        else:
            click.echo(closing(drafted))
    return worst

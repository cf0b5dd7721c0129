"""`gen indicators`: find figures that a form may give."""

import click

from generator import api
from generator.cli.columns import table
from generator.cli.command import Chinese
from generator.cli.options import template_option
from generator.errors import ExitCode
from generator.schema.model import Indicator


@click.command(
    cls=Chinese,
    help="按关键词查可以填报的数据。\n\n例：gen indicators 调解。查到的名称填在表单“数据”之下。",
)
@click.argument("keyword", metavar="[关键词]", default="")
@template_option()
def command(keyword: str, template: str | None) -> int:
    """One line per indicator: its label, and its clause with the unit in place of the figure."""
    found = api.indicators(keyword, template)
    if not found:
        click.echo(f"没有与“{keyword}”有关的数据；可以把那句话写进“其他数据”", err=True)
        return ExitCode.PROBLEMS
    for line in table([(indicator.label, _about(indicator)) for indicator in found]):
        click.echo(line)
    return ExitCode.FINE


def _about(indicator: Indicator) -> str:
    clause = indicator.clause.replace("{}", f"…{indicator.unit}")
    return "　".join(part for part in (clause, indicator.supplier, indicator.hint) if part)

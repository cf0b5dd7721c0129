"""`gen explain`: the page of one rule."""

from pathlib import Path

import click

from generator import api
from generator.cli.command import Chinese
from generator.cli.options import template_option


@click.command(cls=Chinese, help="说明一条规则：为什么，依据，反例，正例。\n\n例：gen explain STA006")
@click.argument("code", metavar="编号")
@template_option()
def command(code: str, template: str | None) -> int:
    """The page as it is written."""
    rule = api.explain(code, api.judge(template, Path()))
    click.secho(f"{rule.code} {rule.name}", bold=True)
    click.echo(rule.page.strip())
    return 0

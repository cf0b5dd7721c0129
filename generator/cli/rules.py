"""`gen rules`: the list of rules."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import api
from generator.cli.columns import table
from generator.cli.command import Chinese
from generator.cli.options import template_option
from generator.diagnostics import Severity
from generator.errors import UsageError

if TYPE_CHECKING:
    from generator.check.rule import Rule

_NAMES = {Severity.ERROR: "应改", Severity.WARNING: "提醒", Severity.INFO: "提示"}


@click.command(cls=Chinese, help="列出检查用的规则。\n\n例：gen rules WRD。每条的说明用 gen explain 编号 查看。")
@click.argument("group", metavar="[类或编号]", default="")
@template_option()
def command(group: str, template: str | None) -> int:
    """One line per rule, by group."""
    by = api.judge(template, Path())
    listed = [rule for rule in by.rules if rule.code.startswith(group.upper())]
    if not listed:
        raise UsageError(f"没有“{group}”这类规则", f"有 {'、'.join(api.GROUPS)}")
    for letters, title in api.GROUPS.items():
        rows = [_row(rule) for rule in listed if rule.code.startswith(letters)]
        if rows:
            click.secho(f"{letters} {title}", bold=True)
            for line in table(rows):
                click.echo(line)
    others = [_row(rule) for rule in listed if rule.code[:3] not in api.GROUPS]
    if others:
        click.secho("本地", bold=True)
        for line in table(others):
            click.echo(line)
    click.echo(f"共 {len(listed)} 条。")
    return 0


def _row(rule: "Rule") -> tuple[str, str]:
    return rule.code, f"{rule.name}（{_NAMES[rule.severity] if rule.enabled else '默认不查'}）"

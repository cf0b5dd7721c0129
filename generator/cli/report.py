"""Findings and closing lines on the terminal."""

from collections.abc import Iterable

import click

from generator.api import Drafted
from generator.diagnostics import Diagnostic, Severity


def show(diagnostics: Iterable[Diagnostic], source: str = "") -> None:
    """Print findings to standard error, errors first. source: text of the file that they point into."""
    from generator.report_lines import lines

    order = list(Severity)
    for diagnostic in sorted(diagnostics, key=lambda d: order.index(d.severity)):
        for line in lines(diagnostic, source):
            click.echo(line, err=True)


def count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    """How many findings are of this severity."""
    return sum(diagnostic.severity is severity for diagnostic in diagnostics)


def closing(drafted: Drafted) -> str:
    """The files, what is still to be filled, and the length against what is usual."""
    said = [f"尚有 {drafted.gaps} 处待补充" if drafted.gaps else "没有待补充之处"]
    warnings = count(drafted.diagnostics, Severity.WARNING)
    if warnings:
        said.append(f"{warnings} 条提醒")
    said.append(_length(drafted))
    if drafted.pages is not None:
        said.append(f"{drafted.pages} 页")
    if not drafted.template.shipped:
        said.append(f"模板用的是{drafted.template.origin}的“{drafted.template.root}”")
    moved = [f"手工改过的那份留存为 {path}" for path in drafted.aside]
    return "\n".join([*map(str, drafted.files), *moved, "，".join(said) + "。"])


def _length(drafted: Drafted) -> str:
    said = f"正文 {drafted.characters} 字"
    if drafted.usual is None:
        return said
    least, most = drafted.usual
    verdict = "偏短" if drafted.characters < least else "偏长" if drafted.characters > most else "适中"
    return f"{said}（{verdict}，同级通常 {least}—{most} 字）"

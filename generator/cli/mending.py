"""`gen check --fix`: the changes shown, then written back."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator import api
from generator.api import Judge
from generator.errors import ExitCode, GeneratorError
from generator.report_lines import plain

_AROUND = 12
"""Characters shown on either side of a change."""


def mend(files: Sequence[Path], by: Judge, yes: bool) -> int:
    """Show what would change in each file; write it where the user agrees."""
    worst = ExitCode.FINE
    for file in files:
        try:
            mended = api.mend(file, by)
        except GeneratorError as stop:
            if len(files) == 1:
                raise
            click.echo(f"{file}：{stop.message}", err=True)
            worst = max(worst, stop.exit_code)
            continue
        if not mended.changes:
            click.echo(f"{file}：没有能放心改的地方")
            continue
        click.secho(str(file), bold=True)
        for number, old, new in mended.changes:
            _show(number, old, new)
        said = f"{file}：改动 {len(mended.changes)} 行（段）"
        if yes or (_asked() and click.confirm(f"{said}，写回吗", default=False)):
            kept = api.write_back(mended)
            click.echo(f"{said}，已写回；原件留存为 {kept}")
        else:
            click.echo(f"{said}，没有写回；加 --yes 写回")
            worst = max(worst, ExitCode.PROBLEMS)
    return worst


def _asked() -> bool:
    """Whether somebody sits at the terminal who can answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def _show(number: int, old: str, new: str) -> None:
    first = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    tail = 0
    while tail < min(len(old), len(new)) - first and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    for sign, text, colour in (("-", old, "red"), ("+", new, "green")):
        begin, end = max(first - _AROUND, 0), min(len(text) - tail + _AROUND, len(text))
        shown = ("…" if begin else "") + text[begin:end] + ("…" if end < len(text) else "")
        click.secho(f"{number:>5} {sign} {plain(shown)}", fg=colour)

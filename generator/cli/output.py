"""Text for the user to keep: on the screen or in a new file."""

from pathlib import Path

import click

from generator.errors import CannotWrite, reason


def write_new(output: Path | None, text: str) -> None:
    """Print the text, or write it to a file that is not there yet: a filled form is never overwritten.

    Raises: CannotWrite.
    """
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as problem:
        raise CannotWrite(f"“{output}”已经存在", "换一个文件名，或先把它改名") from problem
    except OSError as problem:
        raise CannotWrite(f"不能写到“{output}”：{reason(problem)}", "用 -o 换一个位置") from problem
    click.echo(output)

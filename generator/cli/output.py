"""Text for the user to keep: on the screen or in a new file."""

from pathlib import Path

import click

from generator import api
from generator.encoding import decoded
from generator.errors import CannotWrite, UnreadableInput, reason


def write_new(output: Path | None, text: str) -> None:
    """Print the text, or write it to a file that is not there yet: a filled form is never overwritten.

    Raises: CannotWrite.
    """
    if output is None:
        click.echo(text, nl=False)
        return
    write_bytes(output, text.encode())


def write_bytes(output: Path, data: bytes) -> None:
    """Write a file that is not there yet, and say where it is. Raises CannotWrite."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("xb") as stream:
            stream.write(data)
    except FileExistsError as problem:
        raise CannotWrite(f"“{output}”已经存在", "换一个文件名，或先把它改名") from problem
    except OSError as problem:
        raise CannotWrite(f"不能写到“{output}”：{reason(problem)}", "用 -o 换一个位置") from problem
    click.echo(output)


def names_in(listed: Path | None) -> list[str]:
    """The names in a file, one a line; lines that begin with # are notes. Raises UnreadableInput."""
    if listed is None:
        return []
    found = decoded(api.content(listed))
    if found is None:
        raise UnreadableInput(f"名单“{listed}”不是文本", "写成文本文件，一行一个单位")
    return [line.strip() for line in found[0].splitlines() if line.strip() and not line.startswith("#")]

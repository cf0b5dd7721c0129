"""From an argument list to an exit code: every way in which a command can end, in words for the user."""

import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from generator import remembered
from generator.cli.gen import gen
from generator.cli.interrupts import heard
from generator.errors import ExitCode, GeneratorError

_STOPPED = 130
"""What a process ended by Ctrl-C gives back everywhere."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `gen` with these arguments (default: those of the process); never raises."""
    for stream in (sys.stdout, sys.stderr):
        # A console in another encoding must not stop a draft over one rare character.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    remembered.begin(_recalled)
    with heard():
        try:
            code = _run(arguments)
        except KeyboardInterrupt:
            # It came while the user was told how the command ended.
            code = _STOPPED
        # What was asked for is done: that nothing is kept for the next run needs no words.
        with suppress(KeyboardInterrupt):
            _keep()
    return code


def _run(arguments: Sequence[str] | None) -> int:
    state = {"debug": False}
    try:
        code = gen.main(args=arguments, prog_name="gen", standalone_mode=False, obj=state)
        sys.stdout.flush()
    except GeneratorError as stop:
        if state["debug"]:
            _traceback()
        _say(stop.message, stop.hint)
        return stop.exit_code
    except click.UsageError as wrong:
        from generator.cli.usage import explain

        _say(*explain(wrong))
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        _say("已中止")
        return _STOPPED
    except BrokenPipeError:
        # The reader of a pipe (head, less) went away; Python would complain once more at exit.
        sys.stdout = None
        return ExitCode.FINE
    except Exception as bug:
        if state["debug"]:
            _traceback()
        _say(
            f"程序出错（{type(bug).__name__}：{bug}），不是您的表单的问题",
            "加上 --debug 再运行一次，把显示的内容和表单一起发给维护者",
        )
        return ExitCode.BUG
    return code if isinstance(code, int) else ExitCode.FINE


def _recalled() -> bytes | None:
    from generator import resources

    return resources.cache_get(_kept_under())


def _keep() -> None:
    made = remembered.kept()
    if made is not None:
        from generator import resources

        resources.cache_put(_kept_under(), made)


def _kept_under() -> str:
    from hashlib import sha256

    from generator import __version__, resources

    program = f"remembered {__version__} {resources.checkout(('', 'annotate', 'check'))} {sys.version}"
    return sha256(program.encode()).hexdigest()


def _say(message: str, hint: str = "") -> None:
    click.echo(message, err=True)
    if hint:
        click.echo(f"  {hint}", err=True)


def _traceback() -> None:
    import traceback

    traceback.print_exc()

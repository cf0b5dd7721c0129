"""What our commands have in common: Chinese help pages, `--help` and `--debug` everywhere, lazy groups."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import click


class Chinese(click.Command):
    """A command whose help page is Chinese and laid out by display width."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "add_help_option": False, "options_metavar": "[选项]"})
        self.params += [
            click.Option(["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_help,
                         help="显示这段说明"),
            click.Option(["--debug"], is_flag=True, is_eager=True, expose_value=False, callback=_debug,
                         hidden=True),
        ]  # fmt: skip

    def make_parser(self, ctx: click.Context) -> Any:
        """Find `-o` among the long options first.

        click looks there anyway, and on a miss makes an error with its suggestions (difflib, gettext), only
        to throw it away: 4 ms.
        """
        parser: Any = super().make_parser(ctx)
        if hasattr(parser, "_long_opt"):
            parser._long_opt.update(parser._short_opt)
        return parser

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write("\n".join(self._page(ctx)))

    def rows(self, ctx: click.Context) -> list[tuple[str, str]]:
        """What stands between the text and the options: name and explanation."""
        return []

    def _page(self, ctx: click.Context) -> Iterator[str]:
        from generator.cli.columns import table, wrap

        yield " ".join(["用法：" + ctx.command_path, *self.collect_usage_pieces(ctx)])
        for paragraph in (self.help or "").split("\n\n"):
            yield ""
            yield from wrap(" ".join(paragraph.split()))
        options = [
            (", ".join(option.opts) + (f" {option.metavar}" if option.metavar else ""), option.help or "")
            for option in self.params
            if isinstance(option, click.Option) and not option.hidden
        ]
        for title, rows in (("命令：", self.rows(ctx)), ("选项：", options)):
            if rows:
                yield ""
                yield title
                yield from table(rows)
        yield ""


class Lazy(Chinese, click.Group):
    """A group of commands that are imported when they are called.

    listed: name of a command -> one line of help and the module whose `command` it is.
    """

    def __init__(self, *args: Any, listed: dict[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "subcommand_metavar": "命令 …", "invoke_without_command": True})
        self.listed = listed

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.listed:
            return None
        command = import_module(self.listed[cmd_name][1]).command
        assert isinstance(command, click.Command)  # noqa: S101
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.listed:
            from generator.cli.usage import near

            close = near(args[0], list(self.listed))
            also = f"，是不是 {close}？" if close else f"；命令有：{'、'.join(self.listed)}"
            raise click.UsageError(f"没有“{args[0]}”这个命令{also}", ctx)
        return super().resolve_command(ctx, args)

    def rows(self, ctx: click.Context) -> list[tuple[str, str]]:
        return [(name, text) for name, (text, _) in self.listed.items()]


def _help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


def _debug(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        ctx.find_root().obj["debug"] = True

"""The manual page of `gen`, made from the help pages of its commands: python docs/man.py > docs/gen.1"""

from collections.abc import Iterator

import click

from generator.cli.command import Lazy
from generator.cli.gen import gen


def page() -> Iterator[str]:
    """The lines of the page, in roff."""
    yield '.TH GEN 1 "" "" "法治政府建设年度报告"'
    yield ".SH 名称"
    yield "gen \\- 法治政府建设年度报告的填报、起草、检查与汇总"
    yield ".SH 用法"
    yield ".B gen"
    yield "[选项] 命令 …"
    yield ".SH 命令"
    for path, command in commands(gen, ["gen"]):
        yield f".SS {' '.join(path[1:])}"
        yield from _help(command)
    yield ".SH 退出码"
    codes = "0 正常；1 有问题；2 用法不对；3 读不了；4 模板有错；5 写不了；70 程序出错"
    yield from (f".TP\n.B {code.split(' ', 1)[0]}\n{code.split(' ', 1)[1]}" for code in codes.split("；"))
    yield ".SH 补全"
    yield "在 ~/.bashrc 里加一行："
    yield ".PP"
    yield '.B eval "$(_GEN_COMPLETE=bash_source gen)"'
    yield ".PP"
    yield "zsh 用 zsh_source，fish 用 fish_source。"


def commands(group: click.Command, path: list[str]) -> Iterator[tuple[list[str], click.Command]]:
    """Every command below `group` with its words, in the order of the help page."""
    if not isinstance(group, Lazy):
        return
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            yield [*path, name], command
            yield from commands(command, [*path, name])


def _help(command: click.Command) -> Iterator[str]:
    for paragraph in (command.help or "").split("\n\n"):
        yield _roff(" ".join(paragraph.split()))
        yield ".PP"
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            names = ", ".join(parameter.opts + parameter.secondary_opts)
            yield ".TP"
            yield f".B {_roff(names)} {_roff(parameter.metavar or '')}".rstrip()
            yield _roff(parameter.help or "")


def _roff(words: str) -> str:
    escaped = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped


if __name__ == "__main__":
    print("\n".join(page()))

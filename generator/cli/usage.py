"""What is wrong with a command line, in Chinese; click says it in English."""

import click


def explain(error: click.UsageError) -> tuple[str, str]:
    """The fact and what to do about it."""
    return _fact(error), _remedy(error)


def _fact(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"没有“{error.option_name}”这个选项"
        case click.MissingParameter():
            return f"缺少{_called(error.param)}"
        case click.BadOptionUsage() if "does not take" in error.message:
            return f"“{error.option_name}”后面不带值"
        case click.BadOptionUsage():
            return f"“{error.option_name}”后面要写值"
        case click.BadParameter():
            return f"{_called(error.param)} 不对：{error.message}"
    if "unexpected extra argument" in error.message:
        return f"多出了“{error.message.partition('(')[2].rstrip(')')}”"
    return error.message


def _remedy(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        close = near(error.option_name, _options(error.ctx))
        if close:
            return f"是不是 {close}？"
    return f"{error.ctx.command_path} --help 列出全部用法" if error.ctx is not None else ""


def near(word: str, known: list[str]) -> str:
    """The known word that was probably meant, or ""."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.5)), "")


def _called(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "参数"
    if isinstance(parameter, click.Option):
        return f"选项 {max(parameter.opts, key=len)}"
    return f"“{parameter.metavar or parameter.name}”"


def _options(context: click.Context | None) -> list[str]:
    if context is None:
        return []
    parameters = context.command.get_params(context)
    return [name for option in parameters if isinstance(option, click.Option) for name in option.opts]

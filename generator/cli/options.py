"""Options that several commands share, and the kinds of value they take."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

FORMATS = ("docx", "md", "html", "pdf")

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

class _Path(click.ParamType):  # type: ignore[type-arg] # generic from click 8.4 on
    """A path, looked at later; `click.Path` would load `locale` to name itself."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        return Path(value)


PATH = _Path()


class Whole(click.ParamType):  # type: ignore[type-arg]
    """A whole number between two limits."""

    name = "whole"

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            number = int(value)
        except ValueError:
            self.fail(f"“{value}”不是整数", param, ctx)
        if not self.least <= number <= self.most:
            self.fail(f"{number} 不在 {self.least} 到 {self.most} 之间", param, ctx)
        return number


class Formats(click.ParamType):  # type: ignore[type-arg]
    """Names of output formats, separated by commas; each once, in the order given."""

    name = "formats"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        for comma in "，、;；":
            value = value.replace(comma, ",")
        names = [name.strip().lower().lstrip(".") for name in value.split(",") if name.strip()]
        unknown = [name for name in names if name not in FORMATS]
        if unknown or not names:
            self.fail(f"没有“{'、'.join(unknown) or value}”这种格式，可以写 {'、'.join(FORMATS)}", param, ctx)
        return tuple(dict.fromkeys(names))


def template_option() -> Decorator:
    """`--template`, the same for every command that needs a genre."""
    return click.option("--template", metavar="名称或路径", help="用哪个模板文件夹，默认 rule-of-law")


def formats_option() -> Decorator:
    """`--to`, the same for one draft and for many."""
    return click.option(
        "--to", "formats", metavar="格式", type=Formats(), default=("docx",), show_default=False,
        help="docx（默认）、md、html、pdf；可写几种，用逗号隔开",
    )  # fmt: skip

"""`gen batch`: many forms in one run."""

from pathlib import Path

import click

from generator.cli.command import Chinese
from generator.cli.options import PATH, Whole, formats_option, template_option


@click.command(
    cls=Chinese,
    help="一次起草许多单位的报告。\n\n"
    "写文件夹就起草其中所有的表单。读不懂的表单会报出来，不影响其他单位；结果与逐份起草完全相同。",
)
@click.argument("sources", metavar="表单或文件夹…", nargs=-1, required=True, type=PATH)
@click.option("-o", "--output", metavar="文件夹", type=PATH, help="写到哪里，默认 drafts/")
@formats_option()
@click.option("--jobs", metavar="个数", type=Whole(1, 256), help="同时起草几份，默认按处理器个数")
@template_option()
def command(
    sources: tuple[Path, ...],
    output: Path | None,
    formats: tuple[str, ...],
    jobs: int | None,
    template: str | None,
) -> int:
    """Draft them all; problems are told in the order of the forms."""
    raise NotImplementedError

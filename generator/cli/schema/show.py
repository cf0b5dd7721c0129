"""`gen schema show`."""

from pathlib import Path

import click

from generator import api
from generator.cli.command import Chinese
from generator.cli.options import PATH, template_option


@click.command(
    cls=Chinese,
    help="把学到的结构写成能读的一页。\n\n默认看模板文件夹里的 schema.yml，也可以写一个学出来的文件。",
)
@click.argument("file", metavar="[schema.yml]", type=PATH, required=False)
@click.option("--plot", metavar="图", type=PATH, help="另画成图（.svg 或 .png）：主题在各层级的热力图，各部分的次序")
@template_option()
def command(file: Path | None, plot: Path | None, template: str | None) -> int:
    """Print the page, or draw."""
    if plot is not None:
        click.echo(api.plot_schema(plot, file, template))
    else:
        click.echo(api.schema_page(file, template), nl=False)
    return 0

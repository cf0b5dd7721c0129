"""`gen inspect`: what a report says, as the program understands it."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from generator import api
from generator.annotate.model import Line, Mention, Quantity, Section
from generator.api import Understood
from generator.api.learning import files as among
from generator.cli.command import Chinese
from generator.cli.options import PATH, template_option
from generator.cli.report import show
from generator.errors import ExitCode, GeneratorError, UnreadableInput
from generator.report_lines import plain, width

_LONGEST = 60
"""Columns of a heading or a quotation."""
_COLOURS = {
    "measures": "green", "highlights": "yellow", "first_responsible": "magenta", "problems": "red", "plans": "blue",
}  # fmt: skip


@click.command(
    cls=Chinese,
    help="看看程序把一份报告读成了什么：提纲、各部分的性质和主题、其中的数。\n\n"
    "能读 docx、doc、wps、pdf、html、txt、md；只读，不改文件。",
)
@click.argument("files", metavar="报告…", nargs=-1, required=True, type=PATH)
@click.option("--json", "as_json", is_flag=True, help="写成 JSON；几份报告是一个数组")
@template_option()
def command(files: tuple[Path, ...], as_json: bool, template: str | None) -> int:
    """Each report in turn, those in folders among them; what cannot be read is told and does not stop the next."""
    chosen = list(among(files))
    if not chosen:
        raise UnreadableInput("文件夹里没有读得了的报告", "能读 docx、doc、wps、pdf、html、txt、md")
    worst = ExitCode.FINE
    read: list[Understood] = []
    for file in chosen:
        try:
            understood = api.understand(file, template)
        except GeneratorError as stop:
            if len(chosen) == 1:
                raise
            click.echo(f"{file}：{stop.message}", err=True)
            click.echo(f"  {stop.hint}", err=True, nl=bool(stop.hint))
            worst = max(worst, stop.exit_code)
            continue
        if as_json:
            read.append(understood)
        else:
            for line in page(understood):
                click.echo(line)
            show(understood.diagnostics)
    if as_json:
        objects = [api.as_plain(understood) for understood in read]
        click.echo(json.dumps(objects if len(chosen) > 1 else objects[0], ensure_ascii=False, indent=1))
    return worst


def page(understood: Understood) -> Iterator[str]:
    """The report as lines for a terminal: its frame, its outline as a tree, its figures as a table."""
    outline = understood.annotation.outline
    yield click.style(plain(understood.file), bold=True)
    year = f"{outline.year}年度" if outline.year else ""
    known = (
        ("标题", outline.title), ("单位", outline.unit), ("层级", _level(understood)), ("年度", year),
        ("主送", outline.salutation), ("过渡句", outline.transition), ("署名", outline.signature),
        ("成文日期", outline.date),
    )  # fmt: skip
    for label, value in known:
        if value:
            yield f"  {label}{' ' * (10 - width(label))}{_cut(value, 100)}"
    lacking = [label for label, value in known if not value]
    if lacking:
        yield f"  没有找到：{'、'.join(lacking)}"
    yield ""
    yield from _tree(understood)
    yield ""
    yield from _figures(understood)


def _level(understood: Understood) -> str:
    wanted = understood.annotation.outline.level
    return next((level.label for level in understood.schema.levels if level.id == wanted), wanted)


def _tree(understood: Understood) -> Iterator[str]:
    sections = understood.annotation.outline.sections
    if not sections:
        yield "提纲：没有找到标题"
        return
    yield f"提纲（{len(sections)} 个标题）"
    roles = {section.role: section.label for section in understood.schema.sections if section.role}
    themes = {theme.id: theme.label for theme in understood.schema.themes}
    rows = [(_branch(section), _meaning(section, roles, themes), section) for section in sections]
    column = max(width(branch) for branch, _, _ in rows) + 2
    for branch, meaning, section in rows:
        said = click.style(meaning, fg=_COLOURS.get(section.role, "cyan"))
        yield f"{branch}{' ' * (column - width(branch))}{said}{' ' if meaning else ''}第 {section.spot.line} 行"


def _branch(section: Section) -> str:
    heading = section.marker + (section.text or "（整句，没有标题）")
    return "  " * section.level + _cut(heading, _LONGEST)


def _meaning(section: Section, roles: dict[str, str], themes: dict[str, str]) -> str:
    names = [roles.get(section.role, section.role)] if section.role else []
    names += [themes.get(theme, theme) for theme in section.themes]
    return f"［{'、'.join(dict.fromkeys(names))}］" if names else ""


def _figures(understood: Understood) -> Iterator[str]:
    mentions = understood.annotation.mentions
    if not mentions:
        yield "没有找到数"
        return
    figures = list(api.printed(mentions))
    known = sum(mention.indicator is not None for mention, *_ in figures)
    yield f"数（{len(figures)} 处，其中 {known} 处认出了指标）"
    lines = {line.number: line for line in understood.annotation.lines}
    rows = [_row(several, lines) for several in figures]
    widths = [max(width(row[column]) for row in rows) for column in range(3)]
    for row, several in zip(rows, figures, strict=True):
        cells = [cell + " " * (room - width(cell)) for cell, room in zip(row, widths, strict=False)]
        said = click.style(cells[1], dim=several[0].indicator is None)
        yield f"  {cells[0]}  {said}  {cells[2]}  {row[3]}"


def _row(several: tuple[Mention, ...], lines: dict[int, Line]) -> tuple[str, str, str, str]:
    mention, quantity = several[0], several[0].quantity
    quoted = api.quote(mention, lines)
    about = "".join(f"（{words}）" for words in (quantity.period, quantity.scope) if words)
    label = "、".join(one.label for one in several) if mention.indicator else f"？{mention.label}"
    return f"第 {quantity.spot.line} 行", _cut(label, 24), _printed(quantity, quoted) + about, _cut(quoted, _LONGEST)


def _printed(quantity: Quantity, quoted: str) -> str:
    """A figure with its 余, 近, 以上 where these stand in the report."""
    value, unit, qualifier = quantity.value, quantity.unit, quantity.qualifier
    if qualifier and qualifier in value:
        return f"{value}{unit}"
    ways = [f"{value}{qualifier}{unit}", f"{qualifier}{value}{unit}", f"{value}{unit}{qualifier}"]
    if unit[:1] in ("万", "亿", "千", "百"):
        ways.append(f"{value}{unit[0]}{qualifier}{unit[1:]}")
    return next((way for way in ways if way in quoted), ways[0])


def _cut(words: str, columns: int) -> str:
    said = plain(words)
    if width(said) <= columns:
        return said
    while width(said) > columns - 1:
        said = said[:-1]
    return said + "…"

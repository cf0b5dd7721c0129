"""`gen check`: what a strict reviewer would find."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from generator import api
from generator.api import Checked
from generator.cli.command import Chinese
from generator.cli.options import PATH, template_option
from generator.cli.output import write_bytes, write_new
from generator.diagnostics import Diagnostic, Severity
from generator.errors import ExitCode, GeneratorError, UsageError
from generator.report_lines import lines

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_NAMES = {Severity.ERROR: "处应改", Severity.WARNING: "条提醒", Severity.INFO: "条提示"}
_LEVELS = {"error": 0, "warning": 1, "info": 2, "never": -1}


class _Codes(click.ParamType):  # type: ignore[type-arg] # generic from click 8.4 on
    """Codes of rules or letters of groups, separated by commas."""

    name = "codes"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        for comma in "，、;； ":
            value = value.replace(comma, ",")
        return tuple(code.strip().upper() for code in value.split(",") if code.strip())


@click.command(
    cls=Chinese,
    help="检查表单、草稿或任何一份报告：法定内容、数据、用语、标点、个人信息、雷同。\n\n"
    "能读 yml 表单和 docx、doc、wps、pdf、html、txt、md；给一个文件夹则列出各单位的总表。"
    "规则的说明用 gen explain 编号 查看。",
)
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=PATH)
@click.option("--format", "shape", metavar="格式", default="text", help="text（默认）、json、github、html")
@click.option("-o", "--output", metavar="文件", type=PATH, help="写到文件，默认显示在屏幕上")
@click.option("--select", metavar="编号", type=_Codes(), default=(), help="只查这些规则或类，如 STA,WRD001")
@click.option("--ignore", metavar="编号", type=_Codes(), default=(), help="不查这些规则或类")
@click.option("--severity", "severities", metavar="编号=轻重", multiple=True,
              help="改一条或一类规则的轻重：error、warning、info；可写几次")  # fmt: skip
@click.option("--fail-on", metavar="轻重", default="error",
              help="从哪一级起退出码为 1：error（默认）、warning、info、never")  # fmt: skip
@click.option("--last", metavar="文件", type=PATH, help="去年的报告，用来查雷同和漏改的数")
@click.option("--xlsx", metavar="文件", type=PATH, help="检查文件夹时，另写一份 Excel 总表")
@click.option("--review", metavar="文件", type=PATH, help="另写一份 DOCX：原样不动，发现写成 Word 批注")
@click.option("--fix", is_flag=True, help="改掉能放心改的（标点、全角半角、固定的错字、日期、括号），先显示改动")
@click.option("--yes", is_flag=True, help="与 --fix 同用：不再询问，直接写回；原件留存为 .bak-1")
@template_option()
def command(
    files: tuple[Path, ...],
    shape: str,
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severities: tuple[str, ...],
    fail_on: str,
    last: Path | None,
    xlsx: Path | None,
    review: Path | None,
    fix: bool,
    yes: bool,
    template: str | None,
) -> int:
    """Judge each file; what cannot be read is told and does not stop the next."""
    if shape not in ("text", "json", "github", "html"):
        raise UsageError(f"没有“{shape}”这种格式", "可以写 text、json、github、html")
    if fail_on not in _LEVELS:
        raise UsageError(f"--fail-on 没有“{fail_on}”", "可以写 error、warning、info、never")
    if review is not None and (fix or len(files) > 1 or files[0].is_dir()):
        raise UsageError("--review 一次只给一份文件加批注，不与 --fix 同用", "每份文件分别写 --review")
    settings = api.Settings(select, ignore, dict(map(_severity, severities)))
    by = api.judge(template, files[0], settings, last)
    if fix:
        from generator.cli.mending import mend

        return mend([path for file in files for path in _paths(file)], by, yes)
    folders = [file for file in files if file.is_dir()]
    every_path = [path for file in files for path in _paths(file)]
    worst, checked, unread = _checked(every_path, by, len(files) == 1 and not folders)
    again = 0
    if folders:
        every, checked = len(checked), api.one_a_unit(checked)
        again, checked = every - len(checked), api.against_each_other(checked, by)
    if shape == "text" and folders:
        for line in api.county_lines([*checked, *unread]):
            click.echo(line)
        if again:
            click.echo(f"另有 {again} 份是同一单位同一年的其他格式，不重复列出（有表单的看表单，其次看 Word）")
    elif shape == "text":
        _show(checked)
    else:
        write_new(output, _written(checked, shape))
    if review is not None:
        write_bytes(review, api.review(files[0], checked[0]))
    if xlsx is not None:
        api.write_county(xlsx, [*checked, *unread])
        click.echo(xlsx)
    order = list(Severity)
    level = _LEVELS[fail_on]
    failed = any(order.index(d.severity) <= level for one in checked for d in one.diagnostics)
    return max(worst, ExitCode.PROBLEMS if failed else ExitCode.FINE)


def _paths(file: Path) -> list[Path]:
    return api.judgeable(file) if file.is_dir() else [file]


def _checked(paths: Sequence[Path], by: api.Judge, alone: bool) -> tuple[ExitCode, list[Checked], list[Checked]]:
    """The worst exit code, the files judged, and those that cannot be read, with the reason as their finding."""
    worst, checked, unread = ExitCode.FINE, [], []
    for path in paths:
        try:
            checked.append(api.check(path, by))
        except GeneratorError as stop:
            if alone:
                raise
            click.echo(f"{path}：{stop.message}", err=True)
            if stop.hint:
                click.echo(f"  {stop.hint}", err=True)
            worst = max(worst, stop.exit_code)
            unread.append(api.unread(path, stop))
    return worst, checked, unread


def _severity(said: str) -> tuple[str, Severity]:
    code, _, level = said.replace("：", "=").replace("＝", "=").partition("=")
    if level not in tuple(Severity):
        raise UsageError(f"“{said}”看不懂", "写 编号=轻重，如 WRD014=info")
    return code.strip().upper(), Severity(level)


def _show(checked: Sequence[Checked]) -> None:
    """Findings by file, then one line that sums up."""
    every: list[Diagnostic] = []
    for one in checked:
        every += one.diagnostics
        if len(checked) > 1:
            click.secho(one.file, bold=True)
        if one.diagnostics:
            # Told at once: to write line by line takes longer than to judge.
            click.echo("\n".join([line for found in one.diagnostics for line in _lines(found, one)]))
        if len(checked) > 1:
            click.echo(f"  {_counts(one.diagnostics)}\n")
    about = f"{len(checked)} 份文件，" if len(checked) > 1 else ""
    click.secho(f"{about}{_counts(every)}。", bold=True)


def _lines(found: Diagnostic, one: Checked) -> list[str]:
    shown = lines(found, one.source)
    place = found.place
    if place is not None and not one.form and Path(one.file).suffix.lower() in (".docx", ".pdf", ".doc", ".wps"):
        shown[0] = shown[0].replace(f"{place}:", f"{one.file} 第{place.line}段:", 1)
    shown[0] = shown[0].replace(found.code, click.style(found.code, fg=_COLOURS[found.severity], bold=True), 1)
    return shown


def _counts(found: Sequence[Diagnostic]) -> str:
    counts = [(sum(one.severity is severity for one in found), name) for severity, name in _NAMES.items()]
    return "，".join(f"{count} {name}" for count, name in counts if count) or "没有发现问题"


def _written(checked: Sequence[Checked], shape: str) -> str:
    if shape == "html":
        return api.margin_page(checked)
    if shape == "github":
        return "".join(f"{api.github(found, one.file)}\n" for one in checked for found in one.diagnostics)
    listed = [api.finding(found, one.file, one.source) for one in checked for found in one.diagnostics]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"

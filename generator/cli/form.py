"""`gen form`: a form to be filled, its JSON Schema, what it accepts, and the list of who supplies which figure."""

import json
from pathlib import Path

import click

from generator import api
from generator.cli.command import Chinese
from generator.cli.options import PATH, Whole, template_option
from generator.cli.output import names_in, write_bytes, write_new
from generator.errors import UsageError

_EXAMPLE = "gen form --level 乡镇 --unit 葛坑镇人民政府 --year 2024"
_WORKBOOK = "例：gen form --xlsx --level 乡镇 --units 名单.txt --year 2025 -o 填报表.xlsx"


@click.command(
    cls=Chinese,
    help="写出一份待填的表单。\n\n"
    f"例：{_EXAMPLE} -o gekeng.yml",
)
@click.option("--level", metavar="层级", help="乡镇、街道、县或部门")
@click.option("--unit", metavar="机关全称", help="如 葛坑镇人民政府")
@click.option("--year", metavar="年份", type=Whole(2015, 2100), help="报告哪一年的情况，如 2024")
@click.option(
    "--from", "last", metavar="去年的文件", type=PATH,
    help="带上去年的数和话：去年的表单，或去年的报告（docx、pdf、html、txt 等）；层级和机关全称可以不写",
)  # fmt: skip
@click.option("-o", "--output", metavar="文件", type=PATH, help="写到文件，默认显示在屏幕上")
@click.option(
    "--变体", "--variant", "variant", metavar="编号", type=Whole(1, 9999), help="措辞的编号，默认按机关名称定"
)
@click.option("--json-schema", is_flag=True, help="写出表单的 JSON Schema，供编辑器提示")
@click.option("--说明", "--guide", "guide", is_flag=True, help="写出填报说明：可以填的每一项、每个勾选项的句子")
@click.option("--收集表", "--collection", "collection", is_flag=True, help="写出哪个科室提供哪些数据的清单")
@click.option("--xlsx", is_flag=True, help="写成 Excel 填报表（-o 写 .csv 就写成 CSV）")
@click.option("--units", metavar="名单.txt", type=PATH, help="填报表里的单位，一行一个机关全称")
@template_option()
def command(
    level: str | None,
    unit: str | None,
    year: int | None,
    last: Path | None,
    output: Path | None,
    variant: int | None,
    json_schema: bool,
    guide: bool,
    collection: bool,
    xlsx: bool,
    units: Path | None,
    template: str | None,
) -> int:
    """Write one of the four texts, or a workbook."""
    if json_schema:
        text = json.dumps(api.json_schema(template), ensure_ascii=False, indent=1) + "\n"
    elif guide:
        text = api.guide(template)
    elif last and not (collection or xlsx or units):
        if year is None:
            raise UsageError("缺少选项 --year", f"例：gen form --from {last} --year 2025")
        text = api.blank_form(level or "", unit or "", year, template=template, last=last, variant=variant)
    elif level is None:
        raise UsageError("缺少选项 --level", f"例：{_EXAMPLE}")
    elif collection:
        text = api.collection(level, template)
    elif xlsx or units:
        return _workbook(level, unit, units, year, last, output, template)
    elif unit is None or year is None:
        raise UsageError(f"缺少选项 {'--unit' if unit is None else '--year'}", f"例：{_EXAMPLE}")
    else:
        text = api.blank_form(level, unit, year, template=template, variant=variant)
    write_new(output, text)
    return 0


def _workbook(
    level: str,
    unit: str | None,
    units: Path | None,
    year: int | None,
    last: Path | None,
    output: Path | None,
    template: str | None,
) -> int:
    """Write the workbook of one unit, or of those on a list."""
    names = names_in(units) or ([unit] if unit else [])
    if not names or year is None or output is None:
        lacking = "--unit 或 --units" if not names else "--year" if year is None else "-o"
        raise UsageError(f"缺少选项 {lacking}", _WORKBOOK)
    before = sorted(last.glob("*.yml")) if last and last.is_dir() else [last] if last else []
    as_csv = output.suffix.lower() == ".csv"
    write_bytes(output, api.workbook(level, names, year, last=before, as_csv=as_csv, template=template))
    return 0

"""An invented county of 19 townships, from the workbook to the county's own draft; the same files every time.

python examples/county/make.py [FOLDER]
"""

import io
import os
import random
import shutil
import sys
from pathlib import Path
from typing import Any

import openpyxl
import yaml

from generator.cli.run import main as gen
from generator.spreadsheet import packed

HERE = Path(__file__).resolve().parent
WORKBOOK, FORMS, DRAFTS, COUNTY = "填报表.xlsx", "表单", "报告", "云清县.yml"


def made(folder: Path) -> None:
    """Write the whole example into `folder`, whose earlier files are replaced."""
    said = yaml.safe_load((HERE / "invented.yml").read_text(encoding="utf-8"))
    for name in (FORMS, DRAFTS):
        shutil.rmtree(folder / name, ignore_errors=True)
    for old in (WORKBOOK, COUNTY, "名单.txt", "对照表.xlsx"):
        (folder / old).unlink(missing_ok=True)
    units = [f"{said['简称']}{name}人民政府" for name in said["乡镇"]]
    (folder / "名单.txt").write_text("\n".join(units) + "\n", encoding="utf-8")
    year = ["--year", str(said["年度"])]
    _run("form", "--xlsx", "--level", "乡镇", "--units", "名单.txt", *year, "-o", WORKBOOK)
    (folder / WORKBOOK).write_bytes(filled((folder / WORKBOOK).read_bytes(), said))
    _run("collect", WORKBOOK, "--units", "名单.txt", "-o", FORMS)
    _run("batch", FORMS, "-o", DRAFTS, "--to", "md", "--base", "共用.yml")
    county = ["--unit", said["县"], "--level", "县", "-o", COUNTY, "--own", "县本级.yml", "--table", "对照表.xlsx"]
    _run("rollup", FORMS, *county)
    _run("draft", COUNTY, "-o", DRAFTS, "--to", "docx,md")


def _run(*arguments: str) -> None:
    code = gen(arguments)
    if code:
        raise SystemExit(f"gen {' '.join(arguments)}: {code}")


def filled(workbook: bytes, said: dict[str, Any]) -> bytes:
    """The workbook as 19 clerks would fill it."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    chance = random.Random(2025)  # noqa: S311 - an example, no secret
    for number, name in enumerate(said["乡镇"]):
        row = number + 3
        _unit(book, row, name, said, chance)
        figures = _figures(said["数据"], chance)
        for sheet in book.worksheets:
            ticks = said["举措"].get(sheet.title, {})
            chosen = set(chance.sample(list(ticks), min(len(ticks), chance.randint(2, 4))))
            for cell in sheet[2]:
                label, unit, _ = str(cell.value or "").partition("（")
                if unit and label in figures:
                    _put(sheet, row, cell.column, figures[label])
                elif not unit and label in chosen:
                    _put(sheet, row, cell.column, ticks[label] if chance.random() < 0.5 and ticks[label] else "√")
        _items(book, number, said, chance)
    return packed(book)


def _unit(book: Any, row: int, name: str, said: dict[str, Any], chance: random.Random) -> None:
    """The short name and a number; what the whole county shares stands in 共用.yml."""
    columns = {cell.value: cell.column for cell in book["单位"][2]}
    _put(book["单位"], row, columns["简称"], name)
    _put(book["单位"], row, columns["结构"], chance.choice(["标准", "标准", "三段"]))
    offices = next(cell.column for cell in book["第一责任人"][2] if cell.value == "职务")
    _put(book["第一责任人"], row, offices, f"{name[-1]}党委书记\n{name[-1]}长")


def _figures(ranges: dict[str, Any], chance: random.Random) -> dict[str, int]:
    found: dict[str, int] = {}
    for label, bounds in ranges.items():
        if isinstance(bounds, list):
            found[label] = chance.randint(*bounds)
        else:
            most = found[bounds["不多于"]]
            found[label] = max(0, most - chance.randint(0, bounds["少"]))
    return found


def _items(book: Any, number: int, said: dict[str, Any], chance: random.Random) -> None:
    """Two or three problems with their plans, now and then a highlight."""
    problems = chance.sample(said["存在问题"], chance.randint(2, 3))
    highlights = chance.sample(said["亮点"], chance.choice([0, 0, 1]))
    plans = [
        {"标题": problem["打算"], "措施": problem["措施"], "对应问题": str(at)}
        for at, problem in enumerate(problems, 1)
    ]
    for sheet, items in (("存在问题", problems), ("下一步打算", plans), ("亮点", highlights)):
        page = book[sheet]
        columns = {cell.value: cell.column for cell in page[2]}
        rows = [row for row in range(3, page.max_row + 1) if page.cell(row, 1).value == _name(said, number)]
        for row, item in zip(rows, items, strict=False):
            for label, words in item.items():
                if label in columns:
                    _put(page, row, columns[label], words)


def _name(said: dict[str, Any], number: int) -> str:
    return f"{said['简称']}{said['乡镇'][number]}人民政府"


def _put(page: Any, row: int, column: int, value: str | int) -> None:
    page.cell(row, column).value = value


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    if where.resolve() != HERE:
        where.mkdir(parents=True, exist_ok=True)
        for name in ("共用.yml", "县本级.yml"):
            shutil.copy(HERE / name, where / name)
    os.chdir(where)
    made(Path())

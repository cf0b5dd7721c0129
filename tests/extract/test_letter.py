"""The frame of anybody's report: unit, level, superior, addressee, date, number, joint signatories, imprint."""

from pathlib import Path
from typing import Any

import pytest
from drafting import shipped

from generator.api.reading import understand
from generator.extract import Extraction, extract
from generator.extract.head import superior
from generator.extract.letter import full_name, signatories

_BODY = """现将有关情况报告如下：
一、主要做法
（一）加强学习。全年开展中心组学法6次。
（二）规范执法。办理行政处罚案件12件。
二、存在问题
（一）执法力量不足。原因是编制少。
三、下一步打算
（一）充实力量。"""


_KINDS = """
青禾县白石镇人民政府关于2024年度法治政府建设情况的报告/青禾县人民政府：|青禾县白石镇人民政府|=|乡镇|青禾县|青禾县人民政府
白石乡2024年法治政府建设年度报告|白石乡人民政府|=|乡镇|-|-
青禾县白山瑶族乡人民政府2024年法治政府建设情况报告/县委、县政府：|青禾县白山瑶族乡人民政府|=|乡镇|青禾县|-
巴彦苏木人民政府2024年法治政府建设情况报告/旗人民政府：|巴彦苏木人民政府|=|乡镇|旗|旗人民政府
东湖街道2024年度法治政府建设情况报告/区委、区政府：|南湖区人民政府东湖街道办事处|=|街道|南湖区|-
南湖区东湖街道2024年法治政府建设情况报告||南湖区东湖街道办事处|街道|南湖区|-
青禾县2024年法治政府建设情况报告||青禾县人民政府|县|-|-
南湖区人民政府关于2024年度法治政府建设情况的报告/江州市人民政府：|南湖区人民政府|=|县|江州市|江州市人民政府
江州市人民政府关于2024年度法治政府建设情况的报告/省委、省政府：|江州市人民政府|=|县|省|-
白音旗人民政府2024年度法治政府建设情况报告/盟委、盟行署：|白音旗人民政府|=|县|盟|-
江州高新技术产业开发区管理委员会2024年法治政府建设情况报告/江州市委、市政府：|江州高新技术产业开发区管理委员会|=|县|江州市|江州市委、市政府
江州市滨河新区管委会2024年法治政府建设情况报告|江州市滨河新区管委会|=|县|江州市|-
青禾县司法局2024年度法治政府建设情况报告/县委依法治县办：|青禾县司法局|=|部门|青禾县|县委依法治县办
江州市发展和改革委员会2024年法治政府建设年度报告/市委、市政府：|江州市发展和改革委员会|=|部门|江州市|-
国家税务总局青禾县税务局2024年法治政府建设情况报告|国家税务总局青禾县税务局|=|部门|青禾县|-
关于2024年度法治政府建设情况的报告/县人民政府：|白石镇政府|白石镇人民政府|乡镇|县|县人民政府
"""
"""Lines above the text | signature | full name (= if it is that) | level | superior | addressee; - is none."""


def read(folder: Path, top: str, bottom: str) -> Extraction:
    """What is made of a report with these lines above and below its text."""
    path = folder / "报告.txt"
    path.write_text("\n".join(filter(None, (top, _BODY, bottom))), "utf-8")
    return extract(understand(path, None).annotation, shipped())


def told(got: Extraction, *paths: str) -> list[Any]:
    """The values of the frame at 单位 and 报告, None where there is none."""
    values = {".".join(map(str, path)): value for path, value in got.profile.values.items()}
    return [values.get(path) for path in paths]


@pytest.mark.parametrize("case", _KINDS.split("\n")[1:-1])
def test_every_kind_of_unit(tmp_path: Path, case: str) -> None:
    top, bottom, name, *rest = case.split("|")
    got = read(tmp_path, top.replace("/", "\n"), f"{bottom}\n2025年1月15日" if bottom else "")
    wanted = [name.replace("=", bottom), *(None if words == "-" else words for words in rest), 2024, None]
    paths = ("unit.name.0", "unit.level", "unit.upper", "unit.addressee.0", "report.year", "unit.name.1")
    assert told(got, *paths) == wanted


@pytest.mark.parametrize(
    "signed",
    ["中共青禾县白石镇委员会\n青禾县白石镇人民政府", "中共青禾县白石镇委员会　　青禾县白石镇人民政府"],
)
def test_organs_that_sign_together_are_two(tmp_path: Path, signed: str) -> None:
    got = read(tmp_path, "白石镇2024年度法治政府建设情况报告", f"{signed}\n2025年1月15日")
    names = ["中共青禾县白石镇委员会", "青禾县白石镇人民政府"]
    assert told(got, "unit.name.0", "unit.name.1", "unit.upper") == [*names, "青禾县"]


@pytest.mark.parametrize("day", ["2025年1月15日", "二〇二五年一月十五日", "2025.1.15", "2025年 1 月 15 日"])
def test_a_date_in_any_form(tmp_path: Path, day: str) -> None:
    got = read(tmp_path, "白石镇2024年度法治政府建设情况报告", f"白石镇人民政府\n{day}")
    assert told(got, "report.date") == ["2025-01-15"]


_HEAD = """白石镇人民政府文件
白政〔2025〕3号　　签发人：王某
青禾县白石镇人民政府
关于2024年度法治政府建设情况的报告
青禾县人民政府："""
_FOOT = """（盖章）
青禾县白石镇人民政府
2025年1月15日
（此件公开发布）
抄送：县司法局，县人大常委会办公室。
白石镇党政办公室 2025年1月16日印发"""


def test_head_and_foot_of_an_official_document(tmp_path: Path) -> None:
    got = read(tmp_path, _HEAD, _FOOT)
    assert told(got, "report.letterhead.mark", "report.letterhead.issuer") == ["白石镇人民政府文件", "王某"]
    assert told(got, "report.number", "report.title") == ["白政〔2025〕3号", None]
    assert told(got, "unit.name.0", "report.date") == ["青禾县白石镇人民政府", "2025-01-15"]
    copies = [f"report.imprint.{key}" for key in ("copies.0", "copies.1", "printer", "printed")]
    assert told(got, *copies) == ["县司法局", "县人大常委会办公室", "白石镇党政办公室", "2025-01-16"]
    assert told(got, "report.note", "plans.0.title", "plans.0.steps.0") == ["此件公开发布", "充实力量", None]


def test_what_was_made_whole_is_to_be_looked_at(tmp_path: Path) -> None:
    got = read(tmp_path, "青禾县2024年法治政府建设情况报告", "")
    assert got.evidence["unit", "name", 0].doubtful
    assert not read(tmp_path, "青禾县2024年法治政府建设情况报告", "青禾县人民政府").evidence["unit", "name", 0].doubtful


def test_each_value_of_the_frame_tells_its_own_line(tmp_path: Path) -> None:
    got = read(tmp_path, "白石镇2024年法治政府建设情况报告\n青禾县人民政府：", "白石镇人民政府\n2025年1月15日")
    lines = {path[1]: evidence.line for path, evidence in got.evidence.items() if path[0] in ("unit", "report")}
    assert [lines[key] for key in ("year", "addressee", "upper", "name", "date")] == [1, 2, 2, 11, 12]


def test_names() -> None:
    assert signatories("白 石 镇 人 民 政 府") == ["白石镇人民政府"]
    assert full_name("江州经济技术开发区") == "江州经济技术开发区"
    assert superior("中共禾山市委、市人民政府") == "禾山市"
    assert superior("各位代表") == ""

"""The reader of plainly written forms: silent, or of one mind with the way by nodes, places and all."""

from pathlib import Path
from typing import Any

import pytest
from drafting import shipped
from forms_strategies import forms
from hypothesis import given
from hypothesis import strategies as st
from report_strategies import report_forms

from generator import resources
from generator.forms.index import index_of
from generator.forms.read import _by_nodes, _plainly
from generator.forms.sheet import Sheet
from generator.forms.validate import held, missing
from generator.schema.model import Profile

SCHEMA = shipped().schema
EXAMPLES = Path(__file__).parents[2] / "examples" / "batch"
SHIPPED = [*sorted(resources.shipped("profiles").glob("*.yml")), *sorted(EXAMPLES.glob("*.yml"))]
FORM = """\
报告:
  年度: 2024
  提纲: [加强领导, 行政执法]
  层次:
单位:
  名称:
  - 云溪镇人民政府
主要举措:
  行政执法:
    标题: 规范执法
    举措:
    - 三项制度
    - 持证上岗: 组织考试
      法制审核力量:
    数据:
      执法人员: 25
      行政处罚案件: {本年: 12, 上年: 15}
      执法记录仪:
      - 10余
      - 值: 5
        范围: 城区
      行政检查:
    要点:
    - 标题: 甲
      数据:
        联合执法: 3
    - 只有内容
存在问题:
- 问题: 力量不足
  原因:
下一步打算:
- 标题: 充实力量
  措施:
  - 招录4人
  - 培训2次
  对应问题: 1
其他: 没有
"""
SLIPS = (
    "法制审核人员: 3-4", "执法人员: 25", "行政处罚案件:", "- 三项制度", "- 甲", "甲: 乙", "标题: 乙", "数据:", "举措:",
    "- 问题: 甲", "年度: ~", "其他: 【待补充：甲】", "", "# 说明", "行政执法:", "报告:", "- 25", "范围: 城区", "措施:",
    "人大代表建议: {收到: 12, 办结: 12}", "代表建议: [1, 2]", "  - 深一层", "职务: 镇长", "层级: 乡镇",
    "承办人大建议: 3",
)  # fmt: skip


def told(sheet: Sheet) -> tuple[Any, ...]:
    """All that comes of a sheet; with the order of its values, by which a draft goes."""
    profile = Profile(sheet.values, sheet.places)
    lacking = missing(profile, SCHEMA, held(profile, sheet.tried), sheet.place_of, sheet.tried)
    return list(sheet.values.items()), dict(sheet.places), sheet.source.diagnostics, lacking


def agrees(text: str) -> bool:
    """Whether the reader of plain forms has an answer; fails where it is another than that by nodes."""
    index = index_of(SCHEMA)
    plain = _plainly(text.encode(), "form.yml", index)
    if plain is None:
        return False
    assert told(plain) == told(_by_nodes(text.encode(), "form.yml", index))
    return True


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_forms_are_read_alike(path: Path) -> None:
    agrees(path.read_text("utf-8"))


def test_most_shipped_forms_are_plain() -> None:
    assert sum(agrees(path.read_text("utf-8")) for path in SHIPPED) >= len(SHIPPED) - 2


def test_what_forms_usually_hold_is_plain() -> None:
    assert agrees(FORM)


@given(report_forms())
def test_filled_forms_are_read_alike(text: str) -> None:
    agrees(text)


@given(forms(SCHEMA))
def test_whatever_stands_in_a_form_is_read_alike(text: str) -> None:
    agrees(text)


@given(st.data())
def test_a_form_with_slips_in_it_is_read_alike(data: st.DataObject) -> None:
    lines = FORM.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(("add", "drop", "shift", "cut"))):
            case "add":
                depth = data.draw(st.integers(0, 4))
                lines.insert(at, "  " * depth + data.draw(st.sampled_from(SLIPS)))
            case "drop":
                del lines[at]
            case "shift":
                lines[at] = "  " + lines[at]
            case _:
                lines[at] = lines[at].removeprefix("  ")
        lines = lines or [""]
    agrees("\n".join(lines))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- 甲\n",
        "报告:\n  年度: 2024\n  年度: 2024\n",
        "主要举措:\n  行政执法:\n    数据:\n      执法人员:\n      执法人员: 25\n",
        "主要举措:\n  行政执法:\n    数据:\n      执法人员: 二十五名半\n",
        "主要举措:\n  行政执法:\n    举措:\n    - 三项制度\n    - 三项制度\n",
        "主要举措:\n  行政执法: 甲\n",
        "未知: 1\n",
    ],
)
def test_what_there_is_something_to_say_about_is_left_to_the_nodes(text: str) -> None:
    assert not agrees(text)

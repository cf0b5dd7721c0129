"""A form that looks spotless is passed on as it is: the line-by-line search would find nothing in it either."""

import pytest

from generator.forms import slips

KEYS = frozenset({"年度", "标题", "数据", "执法人员"})
LINES = (
    "",
    "报告:",
    "  年度: 2024",
    "  年度：2024",
    "  年度:2024",
    "  年度 : 2024",
    "年度: ",
    "- 三项制度",
    "-三项制度",
    "- - 甲",
    "  - 持证上岗: 组织考试",
    "  - 甲：乙",
    "－ 甲",
    "—— 甲: 乙",
    "  # 说明: 一",
    "  ? 甲",
    "  12: 3",
    "\u3000\u3000年度: 2024",
    "\t标题: 甲",
    "  表现: 两个方面: 一是",
    "  标题: “甲：乙”",
    "  标题: '甲: 乙'",
    "  标题: 甲 # 说明: 乙",
    "  标题: - 甲",
    "  标题: 甲:",
    "  标题: {甲}",
    "  内容: |",
    "    年度：甲",
    "  接着写的一行",
    "  对应问题: [1, 3]",
    "  对应问题: [1，3]",
    "  职务: [镇党委书记, 镇长]",
    "  执法人员: {本年: 25, 上年: 20}",
    "  执法人员: {本年：25，上年: 20}",
)


@pytest.mark.parametrize("line", LINES)
def test_what_looks_spotless_has_no_slips(line: str) -> None:
    for other in LINES:
        for text in (line, f"{line}\n{other}", f"报告:\n{other}\n{line}\n"):
            if slips._spotless().fullmatch(text):
                assert not slips._slips(text, KEYS, KEYS), text


def test_forms_as_people_should_type_them_look_spotless() -> None:
    assert slips._spotless().fullmatch("报告:\n  年度: 2024\n  提纲:\n    - 甲+乙\n  对应问题: [1, 3]\n")
    assert slips._spotless().fullmatch("主要举措:\n  行政执法:\n    数据:\n      执法人员: {本年: 25, 上年: 20}  \n")
    assert not slips._spotless().fullmatch("报告:\n  年度：2024\n")

"""A form that the reader of plain forms takes is passed on as it is: the search for slips would find nothing in it."""

import pytest

from generator.forms import slips
from generator.forms.block import read_block
from generator.forms.characters import clean

KEYS = frozenset({"年度", "标题", "数据", "执法人员", "本年", "上年"})
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
def test_what_is_read_plainly_has_no_slips(line: str) -> None:
    for other in LINES:
        for text in (line, f"{line}\n{other}", f"报告:\n{other}\n{line}\n"):
            if clean(text) and read_block(text):
                assert not slips.mend(text, KEYS, KEYS).slips, text


def test_slips_are_not_read_plainly() -> None:
    for text in ("报告:\n  年度：2024\n", "数据:\n  执法人员: {本年：25, 上年: 20}\n", "数据:\n- 年度：2024\n"):
        assert slips.mend(text, KEYS, KEYS).slips
        assert read_block(text) is None

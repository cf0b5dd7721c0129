"""What must not stand in a copy for publication, beyond the examples on the pages of its rules."""

import pytest
from checking import findings, rules

CODES = [code for code in rules() if code.startswith("PRI")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("联系电话13800138000，欢迎咨询。", "PRI001"),
        ("身份证号35052619800101123X。", "PRI002"),
        ("监督电话0595-23456789。", "PRI003"),
        ("由镇长王小明任组长。", "PRI004"),
        ("李强同志作了讲话。", "PRI004"),
    ],
)
def test_a_number_or_a_name_is_found(words: str, code: str) -> None:
    assert [d.code for d in findings(words, CODES)] == [code]


@pytest.mark.parametrize(
    "words",
    [
        "全年办理业务1380013800012件。",
        "德政办〔2024〕13800号。",
        "镇长带头讲法。",
        "由镇党委书记任组长。",
        "编号2024010112345678901。",
        "公民、法人和其他组织依法表达诉求。",
        "依法保障当事人陈述、申辩的权利。",
    ],
)
def test_other_numbers_and_offices_are_not(words: str) -> None:
    assert findings(words, CODES) == []


def test_what_recurs_in_a_paragraph_is_told_once_with_how_often() -> None:
    told = findings("学习******精神，落实******要求，依靠******法院。\n第二段另有□□一处。", ["PRI007"])
    assert [(d.place.line, d.place.column) for d in told if d.place] == [(1, 3), (2, 6)]
    assert [d.message for d in told] == ["“******”处的文字被遮住了（这一段有3处）", "“□□”处的文字被遮住了"]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [("坚持依法决策", "严守底线", 0), ("单位名称", "成文日期", 2), ("待补充：做法", "待补充：成效", 2)],
)
def test_headings_in_brackets_are_nothing_left_to_fill_in(one: str, other: str, told: int) -> None:
    points = f"【{one}】审查合同12份，提出意见30条。\n【{other}】开展检查36次，整改隐患9处。"
    report = f"一、主要做法\n{points}\n二、存在的不足\n人手少。"
    assert len(findings(report, ("PRI006",))) == told

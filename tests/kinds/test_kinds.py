"""Kinds of value: what is understood, what is refused and why."""

from typing import Any

import pytest
from forms_strategies import figures, values
from hypothesis import given
from hypothesis import strategies as st

from generator.schema.kinds import KINDS, Problem, figure
from generator.schema.model import Figure

PEOPLE = ("人", "名")

UNDERSTOOD = [
    ("25", PEOPLE, Figure("25", "人")),
    ("0", PEOPLE, Figure("0", "人")),
    ("20余", PEOPLE, Figure("20", "人", qualifier="余")),
    ("十余名", PEOPLE, Figure("10", "名", qualifier="余")),
    ("超200", PEOPLE, Figure("200", "人", qualifier="超")),
    ("超过200人", PEOPLE, Figure("200", "人", qualifier="超")),
    ("约 20 人", PEOPLE, Figure("20", "人", qualifier="约")),
    ("20人以上", PEOPLE, Figure("20", "人", qualifier="以上")),
    ("1.2万余", ("人次",), Figure("1.2", "人次", "万", "余")),
    ("130起", ("件", "起"), Figure("130", "起")),
    ("98%", ("%",), Figure("98", "%")),
    ("98", ("%",), Figure("98", "%")),
    ("９８．５０％", ("%",), Figure("98.50", "%")),
    ("百分之九十八", ("%",), Figure("98", "%")),
    ("1.10", ("%",), Figure("1.10", "%")),
    ("1,234", PEOPLE, Figure("1234", "人")),
    ("1，234，567", PEOPLE, Figure("1234567", "人")),
    ("九十八", PEOPLE, Figure("98", "人")),
    ("一百零五", PEOPLE, Figure("105", "人")),
    ("二十五名", PEOPLE, Figure("25", "名")),
    ("17万余元", ("元",), Figure("17", "元", "万", "余")),
    ("17余万元", ("元",), Figure("17", "元", "万", "余")),
    ("17余万元", ("万元",), Figure("17", "万元", "", "余")),
    ("17万余元", ("万元",), Figure("17", "万元", "", "余")),
    ("36.6万元", ("万元",), Figure("36.6", "万元")),
    ("36.6万元", ("元",), Figure("36.6", "元", "万")),
    ("36.6万", ("万元",), Figure("36.6", "万元")),
    ("10余人次", ("人次",), Figure("10", "人次", qualifier="余")),
    ("25人。", PEOPLE, Figure("25", "人")),
    ("不适用", PEOPLE, Figure("", "人", not_applicable=True)),
]

REFUSED = [
    ("约10余", PEOPLE, "重复", "约10 或 10余"),
    ("10余人次", PEOPLE, "单位“人次”不是“人”或“名”", "写 10 即可"),
    ("98%", PEOPLE, "单位“%”", "比率"),
    ("1.2亿", ("万元",), "与单位“万元”不合", "以“万元”计"),
    ("1.10", PEOPLE, "不是整数", "写整数"),
    ("0012", PEOPLE, "多余的 0", "写 12"),
    ("12,34", PEOPLE, "千分位", "1,234"),
    ("12:30:45", PEOPLE, "时间", "只写一个数"),
    ("no", PEOPLE, "不是数", "没有发生写 0"),
    ("无", PEOPLE, "不是数", "没有发生写 0"),
    ("-5", PEOPLE, "负数", "正数"),
    ("3-5", PEOPLE, "区间", "写一个数"),
    ("3至5", PEOPLE, "区间", "写一个数"),
    ("24/25", PEOPLE, "两个数之比", "比率自动算出"),
    ("12+3", PEOPLE, "算式", "算好"),
    ("100+", PEOPLE, "公文写法", "100余"),
    ("100左右", PEOPLE, "左右", "约100"),
    ("几十", PEOPLE, "不是确数", "10余"),
    ("25人（其中党员3人）", PEOPLE, "括号", "其中"),
    ("共25人", PEOPLE, "不只是一个数", "写 25"),
    ("二十五十", PEOPLE, "读不成数", "阿拉伯数字"),
    ("1234567890123456", PEOPLE, "太长", "1.2万"),
    ("很多", PEOPLE, "不是数", "只写数字"),
]


@pytest.mark.parametrize(("words", "units", "expected"), UNDERSTOOD)
def test_a_figure_is_understood(words: str, units: tuple[str, ...], expected: Figure) -> None:
    assert figure.parse(words, units) == expected


@pytest.mark.parametrize(("words", "units", "message", "hint"), REFUSED)
def test_a_figure_is_refused_with_the_reason_and_the_remedy(
    words: str, units: tuple[str, ...], message: str, hint: str
) -> None:
    problem = figure.parse(words, units)
    assert isinstance(problem, Problem)
    assert message in problem.message
    assert hint in problem.hint
    if words not in ("1.2亿", "二十五十", "1234567890123456"):
        assert words in problem.message


@given(figures(("人次", "万元", "件")))
def test_a_figure_shown_is_read_back(one: Figure) -> None:
    assert figure.parse(figure.show(one), (one.unit, "场")) == one


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"figure"}))
@given(data=st.data())
def test_a_value_shown_is_read_back(kind: str, data: st.DataObject) -> None:
    allowed = {"choice": ("标准", "1.", "（一）"), "level": ("乡镇|镇", "县|区")}.get(kind, ())
    value = data.draw(values(kind, allowed))
    parse, show = KINDS[kind]
    assert parse(show(value), allowed) == value


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(words=st.text(max_size=20))
def test_any_words_are_understood_or_refused(kind: str, words: str) -> None:
    value = KINDS[kind][0](words, ("标准", "人"))
    assert value is not None
    if isinstance(value, Problem):
        assert value.message
        assert value.hint


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        ("year", "2024年度", 2024),
        ("year", "二〇二四年", 2024),
        ("date", "2025年2月28日", "2025-02-28"),
        ("date", "２０２５.2.8", "2025-02-08"),
        ("date", "20250228", "2025-02-28"),
        ("date", "二〇二五年二月二十八日", "2025-02-28"),
        ("docnumber", "葛政[2025]11号", "葛政〔2025〕11号"),
        ("docnumber", "德葛政办（2025）第 011 号", "德葛政办〔2025〕11号"),
        ("flag", "yes", True),
        ("flag", "否", False),
        ("integer", "３", 3),
        ("level", "镇", "乡镇"),
        ("choice", "1．", "1."),
        ("choice", "(一)", "（一）"),
        ("positions", "一、三", (1, 3)),
        ("positions", "[1, 3]", (1, 3)),
        ("outline", "甲， 乙＋丙", (("甲",), ("乙", "丙"))),
        ("phrase", "  某年报。；", "某年报"),
        ("prose", "第一段。\n  接着\n\n　　第二段。", "第一段。接着\n\n第二段"),
        ("prose", "好！", "好！"),
    ],
)
def test_what_people_write_is_understood(kind: str, words: str, expected: Any) -> None:
    allowed = {"choice": ("标准", "1.", "（一）"), "level": ("乡镇|镇", "县|区")}.get(kind, ())
    assert KINDS[kind][0](words, allowed) == expected


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("year", "24"),
        ("year", "1024"),
        ("date", "2025-02-30"),
        ("date", "2023-02-29"),
        ("date", "2025年2月"),
        ("docnumber", "〔2025〕11号"),
        ("docnumber", "葛政〔25〕11号"),
        ("integer", "1.5"),
        ("flag", "也许"),
        ("positions", "第零条"),
        ("outline", "甲+"),
        ("phrase", "。。"),
    ],
)
def test_what_has_no_reading_is_refused(kind: str, words: str) -> None:
    problem = KINDS[kind][0](words, ())
    assert isinstance(problem, Problem)
    assert problem.hint

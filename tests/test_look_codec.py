"""look.yml to looks and back."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import BrokenTemplate
from generator.look import ROLES, Look, ParagraphStyle, standard
from generator.look_codec import decode, encode, variants

TEMPLATES = Path(__file__).parents[1] / "templates"
SHARED = (TEMPLATES / "_shared/look.yml").read_text("utf-8")
GENRE = (TEMPLATES / "rule-of-law/look.yml").read_text("utf-8")

STYLES = st.builds(
    ParagraphStyle,
    font=st.sampled_from(["仿宋_GB2312", "仿宋", "FZ X", "是", "12"]),
    size=st.integers(2, 400),
    line=st.integers(1, 2000),
    ascii_font=st.sampled_from(["", "Times New Roman"]),
    spacing=st.integers(-40, 40),
    bold=st.booleans(),
    color=st.sampled_from(["", "FF0000", "000000"]),
    align=st.sampled_from(["left", "center", "right", "both"]),
    first_line_chars=st.integers(0, 9),
    outline=st.none() | st.integers(0, 8),
)
PAGES = st.builds(
    replace,
    st.just(standard().page),
    top=st.integers(0, 9000),
    bottom=st.integers(0, 9000),
    line_pitch=st.integers(1, 2000),
    chars_per_line=st.integers(1, 60),
)
LOOKS = st.builds(
    Look,
    st.sampled_from(["样稿", "2024"]),
    PAGES,
    st.fixed_dictionaries(dict.fromkeys(ROLES, STYLES)),
    st.just({}),
)


def test_the_built_in_look_is_the_shipped_standard() -> None:
    assert decode([SHARED, GENRE]) == standard()


def test_every_shipped_variant_fills_the_page_with_22_lines_of_28() -> None:
    for name in variants([SHARED, GENRE]):
        page, body = decode([SHARED, GENRE], name).page, decode([SHARED, GENRE], name).styles["body"]
        assert (page.text_height // body.line, page.text_width // body.char_pitch) == (22, 28)


@settings(max_examples=25)
@given(LOOKS, st.sampled_from(variants([SHARED])))
def test_what_is_written_over_any_variant_reads_back(look: Look, name: str) -> None:
    shown = decode([SHARED, encode(look)], name)
    assert replace(shown, alternatives={}) == look


def test_a_change_of_the_body_reaches_the_styles_that_follow_it() -> None:
    styles = decode([SHARED, "样式: {正文: {字体: 仿宋}}"]).styles
    assert styles["date"].font == styles["body"].font == "仿宋"
    assert styles["heading1"].font == "黑体"


def test_a_file_may_choose_the_variant_and_the_caller_prevails() -> None:
    assert decode([SHARED, "版式: 补偿"]).page.line_pitch == 592
    assert decode([SHARED, "版式: 补偿"], "标准").page.line_pitch == 579


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("样式: {正文: {字号: 三}}", "字号：“三”读不出数"),
        ("样式: {正文: {字号: .nan}}", "太大"),
        ("页面: {上: 37}", "没有单位"),
        ("样式: {二级标提: {}}", "没有“二级标提”这个键"),
        ("样式: {正文: [1]}", "下面应是"),
        ("样式: {正文: {对齐: 中}}", "应是 左、居中、右、两端 之一"),
        ("样式: {正文: {颜色: 红}}", "六位十六进制"),
        ("样式: {正文: {加粗: 可}}", "应写 是 或 否"),
        ("样式: {一级标题: {大纲: 0}}", "1 到 9"),
        ("a: [", "不是合格的 YAML"),
        ("- 甲", "应是“键: 值”"),
        ("变体: {标准: {基于: 标准}}", "绕着圈"),
        ("版式: 竖排", "没有叫“竖排”的版式"),
    ],
)
def test_mistakes_are_named(text: str, said: str) -> None:
    with pytest.raises(BrokenTemplate) as error:
        decode([SHARED, text])
    assert said in error.value.message

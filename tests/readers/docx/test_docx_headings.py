"""Headings of anybody's DOCX: by style, by outline level, by automatic number, by nothing but bold words."""

import pytest
from readers.docx.word import BOLD, abstract, num, p, r, style, word

from generator.document.nodes import Heading, LineBreak, Paragraph, Strong, Text, Title
from generator.document.walk import plain
from generator.readers.docx import read

STYLES = (
    style("a1", "heading 1", "<w:rPr><w:b/></w:rPr>")
    + style("2", "标题 2")
    + style("mine", "我的小标题", base="a1")
    + style("out", "镇级标题", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    + style("auto", "heading 3", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>')
    + style("t", "Title")
    + style("big", "加粗段", "<w:rPr><w:b/></w:rPr>")
)
NUMBERING = (
    abstract(0, ("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
    + abstract(1, ("decimal", "%1"), ("decimal", "%1.%2"))
    + abstract(2, ("decimal", "%1.")).replace("<w:lvlText", '<w:pStyle w:val="auto"/><w:lvlText')
    + abstract(3, ("bullet", ""))
    + num(1, 0)
    + num(2, 1)
    + num(3, 2)
    + num(4, 3)
    + num(5, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
)


def blocks(body: str) -> list[Heading | Paragraph | Title]:
    found = read(word(body, styles=STYLES, numbering=NUMBERING), "样.docx").document.blocks
    return [block for block in found if isinstance(block, Heading | Paragraph | Title)]


def outline(body: str) -> list[tuple[int, str | None, str]]:
    return [(b.level, b.marker, plain(b.inlines)) for b in blocks(body) if isinstance(b, Heading)]


@pytest.mark.parametrize(("name", "level"), [("a1", 1), ("2", 2), ("mine", 1), ("out", 2)])
def test_a_heading_style_or_an_outline_level_makes_a_heading(name: str, level: int) -> None:
    assert outline(p("加强领导", style=name)) == [(level, "", "加强领导")]


def test_an_outline_level_of_the_paragraph_beats_its_style() -> None:
    assert outline(p("加强领导", more='<w:outlineLvl w:val="2"/>')) == [(3, "", "加强领导")]
    assert outline(p("加强领导", style="a1", more='<w:outlineLvl w:val="9"/>')) == []


@pytest.mark.parametrize(
    ("typed", "marker", "words"),
    [
        ("一、加强领导", None, "加强领导"),
        ("二、加强领导", "二、", "加强领导"),
        ("　　(一) 加强领导", "(一)", "加强领导"),
        ("第一章 总则", "第一章", "总则"),
        ("1.1 总则", "1.1", "总则"),
        ("2024年工作", "", "2024年工作"),
        ("2.5万人次培训", "", "2.5万人次培训"),
        ("一、", "", "一、"),
    ],
)
def test_a_typed_number_is_told_from_the_words(typed: str, marker: str | None, words: str) -> None:
    assert outline(p(typed, style="a1")) == [(1, marker, words)]


def test_automatic_numbers_are_counted_level_by_level() -> None:
    body = "".join(
        p(words, style=name, number=(1, level))
        for words, name, level in [("甲", "a1", 0), ("乙", "2", 1), ("丙", "2", 1), ("丁", "a1", 0), ("戊", "2", 1)]
    )
    assert [(marker, words) for _, marker, words in outline(body)] == [
        (None, "甲"), (None, "乙"), (None, "丙"), (None, "丁"), (None, "戊"),
    ]  # fmt: skip


def test_an_automatic_number_without_a_heading_style_is_printed_text() -> None:
    body = p("甲", number=(1, 0)) + p("乙", number=(1, 1)) + p("丙", number=(1, 2)) + p("丁", number=(1, 0))
    assert [plain(b.inlines) for b in blocks(body)] == ["一、甲", "（一）乙", "1.丙", "二、丁"]


def test_a_number_ending_in_a_digit_does_not_run_into_the_words() -> None:
    body = p("3月开会", number=(2, 0)) + p("5人参加", number=(2, 1))
    assert [plain(b.inlines) for b in blocks(body)] == ["1 3月开会", "1.1 5人参加"]


def test_a_list_that_starts_anew_counts_from_its_start() -> None:
    body = p("甲", number=(1, 0)) + p("乙", number=(1, 0)) + p("丙", number=(5, 0)) + p("丁", number=(1, 0))
    assert [plain(b.inlines) for b in blocks(body)] == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_number_comes_through_a_style() -> None:
    assert outline(p("甲", style="auto") + p("乙", style="auto")) == [(3, None, "甲"), (3, None, "乙")]


def test_a_paragraph_can_switch_its_styles_number_off() -> None:
    assert outline(p("甲", style="auto", number=(0, 0))) == [(3, "", "甲")]


def test_a_bullet_is_no_number() -> None:
    assert [plain(b.inlines) for b in blocks(p("甲", number=(4, 0)))] == ["甲"]


def test_an_empty_paragraph_is_counted_by_its_list() -> None:
    assert [plain(b.inlines) for b in blocks(p(number=(1, 0)) + p("甲", number=(1, 0)))] == ["二、甲"]


def test_bold_words_of_a_plain_paragraph_are_strong_and_their_number_stays() -> None:
    (one,) = blocks(p(r("一、加强", BOLD), r("领导。", BOLD), "全年开会4次。"))
    assert one == Paragraph((Strong((Text("一、加强领导。"),)), Text("全年开会4次。")))


def test_a_bold_style_without_a_meaning_makes_strong_words() -> None:
    assert blocks(p("一、加强领导", style="big")) == [Paragraph((Strong((Text("一、加强领导"),)),))]


def test_a_style_is_no_reason_to_call_a_heading_bold() -> None:
    assert blocks(p("加强领导", style="a1")) == [Heading(1, (Text("加强领导"),), marker="")]


def test_two_title_paragraphs_are_one_title() -> None:
    found = blocks(p("甲镇人民政府", style="t") + p("情况报告", style="t"))
    assert found == [Title((Text("甲镇人民政府"), LineBreak(), Text("情况报告")))]


def test_a_title_in_the_highest_heading_style_is_the_title() -> None:
    found = blocks(p("甲镇情况报告", style="a1") + p("一、做法", style="2") + p("二、打算", style="2"))
    assert found == [Title((Text("甲镇情况报告"),)), Heading(1, (Text("做法"),)), Heading(1, (Text("打算"),))]


def test_a_numbered_first_heading_is_no_title() -> None:
    assert [level for level, _, _ in outline(p("一、做法", style="a1") + p("（一）领导", style="2"))] == [1, 2]


def test_spans_count_every_paragraph() -> None:
    spans = [block.span for block in blocks(p("甲") + p() + p("乙") + p())]
    assert [(span.first, span.last) for span in spans if span] == [(1, 1), (3, 3)]

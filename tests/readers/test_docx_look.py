"""Looks observed in samples."""

from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as st
from layout.shapes import SHAPES

from generator.errors import UnreadableInput
from generator.look import ROLES, standard
from generator.look_codec import decode, variants
from generator.readers.docx.look import observe
from generator.writers.docx import write

SHARED = (Path(__file__).parents[2] / "templates/_shared/look.yml").read_text("utf-8")
SEEN = ("title", "salutation", "body", "heading1", "heading2", "heading3", "signature", "date", "page_number")


@pytest.mark.parametrize("variant", variants([SHARED]))
def test_what_we_write_shows_the_look_it_was_written_in(variant: str) -> None:
    look = decode([SHARED], variant)
    seen = observe(write(replace(SHAPES["long"].document, look=look)), "样稿")
    assert seen.page == look.page
    assert {role: seen.styles[role] for role in SEEN} == {role: look.styles[role] for role in SEEN}


def test_a_style_that_is_bold_where_its_base_is_not_is_seen_bold() -> None:
    look = decode([SHARED, "样式: {二级标题: {加粗: 是}}"], "标准")
    seen = observe(write(replace(SHAPES["long"].document, look=look)), "样稿")
    assert (seen.styles["heading1"].bold, seen.styles["heading2"].bold) == (False, True)


def sample() -> bytes:
    """What a county office makes by hand: the default template, direct formatting, spaces, a Latin font."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(27), Mm(27)

    def line(words: str, font: str, size: float, *, centred: bool = False, bold: bool = False) -> None:
        added = document.add_paragraph()
        run = added.add_run(words)
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, "Times New Roman"
        run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
        added.paragraph_format.line_spacing = Pt(28)
        if centred:
            added.alignment = WD_ALIGN_PARAGRAPH.CENTER

    line("甲县2024年法治政府建设情况报告", "华文中宋", 22, centred=True)
    line("市人民政府：", "仿宋", 16)
    line("　　现将有关情况报告如下。", "仿宋", 16)
    line("一、主要做法", "黑体", 16, bold=True)
    line("　　全年开展培训6次。", "仿宋", 16)
    line("甲县人民政府", "仿宋", 16)
    line("2025年2月8日", "仿宋", 16)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_direct_formatting_and_spaces_are_understood() -> None:
    look = observe(sample(), "样稿")
    body = look.styles["body"]
    assert (body.font, body.ascii_font, body.size, body.line, body.first_line_chars) == (
        "仿宋",
        "Times New Roman",
        32,
        560,
        2,
    )
    assert (look.styles["title"].font, look.styles["title"].size, look.styles["title"].align) == (
        "华文中宋",
        44,
        "center",
    )
    assert look.styles["heading1"].bold
    assert look.page.left == look.page.right == 1531


def test_roles_that_the_sample_lacks_take_its_body_type() -> None:
    look = observe(sample(), "样稿")
    assert look.styles["note"].font == "仿宋"
    assert look.styles["heading2"].font == standard().styles["heading2"].font
    assert set(look.styles) == set(ROLES)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        observe(data, "样稿")


@given(st.integers(0, 14000), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused_in_words(at: int, damage: bytes) -> None:
    data = write(SHAPES["joined, sealed"].document)
    with suppress(UnreadableInput):
        observe(data[:at] + damage + data[at + len(damage) :], "样稿")

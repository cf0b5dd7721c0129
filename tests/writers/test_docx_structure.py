"""What a DOCX holds beside its words: styles, marks, kept lines, comments."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

import docx
from docx.text.paragraph import Paragraph as WordParagraph
from layout.shapes import SHAPES, division, heading, paragraph, signed, text

from generator.document.nodes import Document, Paragraph, Source, Table, Text, Title
from generator.look import standard
from generator.places import Place
from generator.writers.docx import write
from generator.writers.docx.closing import unsealed_indents
from generator.writers.notes import Note

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()


def lines(document: Document, notes: Sequence[Note] = ()) -> list[WordParagraph]:
    return docx.Document(BytesIO(write(document, notes))).paragraphs


def test_headings_of_their_own_line_bear_the_built_in_styles() -> None:
    found = lines(Document(tuple(heading(level, "标题") for level in (1, 2, 3, 4))))
    assert [(p.style.style_id, p.text) for p in found if p.style] == [
        ("Heading1", "一、标题"),
        ("Heading2", "（一）标题"),
        ("Heading3", "1.标题"),
        ("Heading4", "（1）标题"),
    ]


def test_a_run_in_heading_keeps_its_font_within_the_paragraph() -> None:
    (found,) = lines(Document((heading(2, "加强领导", "run_in"), paragraph("全年开会4次。"))))
    assert [(run.style.style_id, run.text) for run in found.runs] == [
        ("Heading2Char", "（一）加强领导。"),
        ("DefaultParagraphFont", "全年开会4次。"),
    ]


def test_joined_headings_run_on_and_a_further_paragraph_stands_alone() -> None:
    blocks = (
        heading(2, "问题", "run_in"),
        heading(3, "力量不足", "joined"),
        paragraph("缺人。"),
        heading(3, "能力不强？", "joined"),
        paragraph("缺训。"),
        paragraph("另起。"),
    )
    assert [p.text for p in lines(Document(blocks))] == [
        "（一）问题。一是力量不足。缺人。二是能力不强？缺训。",
        "另起。",
    ]


def test_a_run_in_heading_without_text_has_no_full_stop() -> None:
    assert [p.text for p in lines(Document((heading(1, "问题", "run_in"), heading(1, "打算"))))] == [
        "一、问题",
        "二、打算",
    ]


def test_placeholders_are_highlighted_wherever_they_come_from() -> None:
    words = (Text("甲"), Text("某数", Source("gap")), Text("乙【待补充：日期】丙"))
    (found,) = lines(Document((Paragraph(words),)))
    marked = [run.text for run in found.runs if run.font.highlight_color is not None]
    assert marked == ["某数", "【待补充：日期】"]


def test_the_sign_off_is_kept_with_the_text_before_it() -> None:
    blocks = (paragraph("前文。"), paragraph("正文。"), *signed("甲镇人民政府"), division("note", "（公开）"))
    kept = [(p.text, bool(p.paragraph_format.keep_with_next)) for p in lines(Document(blocks))]
    assert kept == [
        ("前文。", False),
        ("正文。", True),
        ("", True),
        ("甲镇人民政府", True),
        ("2025年2月28日", True),
        ("（公开）", False),
    ]


def test_unsealed_signature_ends_two_characters_from_the_right_and_the_date_begins_two_further() -> None:
    assert unsealed_indents(10, 6.5, 28) == (16, 18)


def test_a_date_longer_than_the_signature_ends_two_characters_from_the_right_and_pushes_it() -> None:
    assert unsealed_indents(4, 6.5, 28) == (17.5, 19.5)


def test_two_sealed_signatures_share_a_row() -> None:
    document = Document((paragraph("正文。"), *signed("中共甲县委员会", "甲县人民政府")), {"sealed": "yes"})
    assert "中共甲县委员会\t甲县人民政府" in [p.text for p in lines(document)]


def test_header_rows_repeat() -> None:
    document = docx.Document(BytesIO(write(Document((Table((((text("甲")),),), ((text("乙"),),)),)))))
    rows = document.tables[0]._tbl.findall(f"{W}tr")
    assert [row.find(f".//{W}tblHeader") is not None for row in rows] == [True, False]


def test_attachments_begin_pages_and_are_numbered_from_two_on() -> None:
    one = division("attachment", Title(text("甲表")))
    marks = [p for p in lines(Document((one, one))) if p.text.startswith("附件")]
    assert [(p.text, p.paragraph_format.page_break_before) for p in marks] == [("附件1", True), ("附件2", True)]


def test_a_part_names_no_font_that_the_look_has_not() -> None:
    data = write(SHAPES["long"].document)
    fonts = {style.font for style in standard().styles.values()}
    theme = part(data, "word/theme/theme1.xml")
    assert {piece.split('"')[0] for piece in theme.split('typeface="')[1:]} <= fonts
    assert "Theme=" not in part(data, "word/styles.xml").replace("themeFontLang", "")


def test_every_font_with_substitutes_lists_them() -> None:
    table = part(write(SHAPES["long"].document), "word/fontTable.xml")
    for font, others in standard().alternatives.items():
        assert f'<w:font w:name="{font}"><w:altName w:val="{",".join(others)}"/>' in table


def test_page_numbers_of_an_imprint_on_an_even_page_are_left_out() -> None:
    data = write(SHAPES["letterhead, local fonts, imprint on an even page"].document)
    sections = docx.Document(BytesIO(data)).sections
    assert [section.start_type.name for section in sections] == ["NEW_PAGE", "EVEN_PAGE"]
    assert ["PAGE" in section.footer._element.xml for section in sections] == [True, False]


def test_a_date_in_a_font_of_wide_digits_stays_in_one_line() -> None:
    document = Document((division("signature", "云岭镇人民政府"), division("date", "2025年11月23日")))
    (date,) = [line for line in lines(document) if line.style is not None and line.style.name == "Date"]
    page = standard().page
    size, wide, gap = page.text_width / page.chars_per_line, 0.64, 0.25
    needed = (3 + 8 * wide + 5 * gap) * size
    assert date.text == "2025年11月23日"
    left, right = date.paragraph_format.left_indent, date.paragraph_format.right_indent
    assert left is not None
    assert right is not None
    assert left.twips + needed <= page.text_width - right.twips


PLACE = Place("form.yml", 41, 5, 100, 102)
AREA = Source("value", "数据.面积", PLACE)
RATE = Source("formula", "数据.率", None, "a / b", (AREA, Source("value", "数据.件")))


def commented(source: Source, note: Note) -> str:
    """The words between the marks of the only comment."""
    document = Document((Title(text("标题")), Paragraph((Text("前"), Text("某数", source), Text("后")))))
    xml = part(write(document, [note]), "word/document.xml")
    inside = xml.split('<w:commentRangeStart w:id="0"/>')[1].split('<w:commentRangeEnd w:id="0"/>')[0]
    return "".join(piece.split("</w:t>")[0] for piece in inside.split("<w:t>")[1:])


def test_a_note_stands_at_the_words_from_its_place() -> None:
    assert commented(AREA, Note(PLACE, "", "超出常见范围")) == "某数"


def test_a_note_stands_at_the_words_from_its_path() -> None:
    assert commented(AREA, Note(None, "数据.面积", "超出常见范围")) == "某数"


def test_a_note_stands_at_what_is_computed_from_its_place() -> None:
    assert commented(RATE, Note(PLACE, "", "超出常见范围")) == "某数"


def test_a_note_stands_at_the_first_words_of_a_field_inside_its_path() -> None:
    assert commented(AREA, Note(None, "数据", "缺得多")) == "某数"


def test_a_note_without_a_place_stands_at_the_title() -> None:
    assert commented(AREA, Note(Place("other.yml", 41, 5, 100, 102), "无此键", "没有用上")) == "标题"


def test_comments_hold_their_words_and_no_date_of_today() -> None:
    xml = part(write(Document((Title(text("标题")),)), [Note(None, "", "甲\n乙<丙>")]), "word/comments.xml")
    assert "甲" in xml
    assert "乙&lt;丙&gt;" in xml
    assert 'w:date="2012-07-01T00:00:00Z"' in xml

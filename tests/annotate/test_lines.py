"""A document as the lines that are printed."""

from generator.annotate.lines import lines
from generator.annotate.model import Line, Part
from generator.document.nodes import (
    Division,
    Document,
    Heading,
    LineBreak,
    Paragraph,
    Span,
    Strong,
    Table,
    Text,
    Title,
)


def _text(words: str) -> tuple[Text]:
    return (Text(words),)


def test_headings_bear_their_numbers_and_run_in_ones_open_their_paragraph() -> None:
    document = Document(
        (
            Title(_text("年度报告")),
            Heading(1, _text("主要举措")),
            Heading(2, _text("加强领导"), "run_in"),
            Paragraph(_text("开展工作。")),
            Heading(3, _text("压实责任"), "joined"),
            Paragraph(_text("分解任务。")),
            Heading(3, _text("加强学习"), "joined"),
        )
    )
    assert lines(document) == (
        Line(1, "年度报告", "title"),
        Line(2, "一、主要举措", "heading", 1, 6),
        Line(3, "（一）加强领导。开展工作。一是压实责任。分解任务。二是加强学习。", "heading", 2, 8),
    )


def test_a_line_has_the_number_at_which_its_block_was_read() -> None:
    blocks = (Paragraph(_text("甲"), Span(4, 6)), Paragraph(_text("乙")), Paragraph(_text("丙"), Span(9, 9)))
    assert [line.number for line in lines(Document(blocks))] == [4, 5, 9]


def test_paragraphs_that_share_a_number_are_one_line_in_parts() -> None:
    blocks = (Title(_text("题"), Span(1, 1)), Heading(1, _text("一"), span=Span(1, 1), marker=""))
    assert lines(Document(blocks)) == (Line(1, "题\n一", "title", 0, 0, (Part(0, "title"), Part(2, "heading", 1, 1))),)


def test_no_two_lines_have_one_number() -> None:
    blocks = (
        Paragraph(_text("甲"), Span(2, 2)),
        Paragraph(_text("乙"), Span(3, 3)),
        Paragraph(_text("丙"), Span(2, 2)),
    )
    assert [line.number for line in lines(Document(blocks))] == [2, 3, 4]


def test_a_bold_beginning_is_told_and_a_forced_line_end_kept() -> None:
    blocks = (Paragraph((Strong(_text("一是加强学习。")), Text("开展"), LineBreak(), Text("工作。"))),)
    assert lines(Document(blocks)) == (Line(1, "一是加强学习。开展\n工作。", "text", 0, 7),)


def test_divisions_and_tables_say_what_they_are() -> None:
    blocks = (
        Division("letterhead", (Division("mark", (Paragraph(_text("某镇人民政府文件")),)),)),
        Division("salutation", (Paragraph(_text("县人民政府：")),)),
        Table(((_text("指标"), _text("数值")),), ((_text("人数"), _text("25")),)),
        Division("signature", (Paragraph(_text("某镇人民政府")),)),
        Division("date", (Paragraph(_text("2025年1月2日")),)),
        Division("attachment", (Title(_text("附表")), Paragraph(_text("说明")))),
    )
    found = lines(Document(blocks))
    kinds = ["letterhead", "salutation", "table", "signature", "date", "attachment", "attachment"]
    assert [line.kind for line in found] == kinds
    assert found[2].text == "指标\t数值\n人数\t25"

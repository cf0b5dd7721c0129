"""Markdown of any hand: what is printed comes out, line by line, with the number of its line."""

import pytest

from generator.document.nodes import Block, Heading, Paragraph, Strong, Table, Title
from generator.document.walk import plain
from generator.errors import UnreadableInput
from generator.readers import codes, read_bytes
from generator.readers.gfm import MOST


def blocks(text: str) -> tuple[Block, ...]:
    return read_bytes(text.encode(), "a.md").document.blocks


def lines(text: str) -> list[tuple[int, str]]:
    found = []
    for block in blocks(text):
        assert block.span
        if isinstance(block, (Title, Heading, Paragraph)):
            marker = block.marker or "" if isinstance(block, Heading) else ""
            found.append((block.span.first, marker + plain(block.inlines, "/")))
    return found


def test_a_heading_keeps_its_number_apart_and_its_depth() -> None:
    first, *rest = blocks("# 工作报告\n\n## 一、做法\n\n### （一） **学法**\n\n## 打算\n")
    assert isinstance(first, Title)
    assert [(b.level, b.marker, plain(b.inlines)) for b in rest if isinstance(b, Heading)] == [
        (1, "一、", "做法"),
        (2, "（一）", "学法"),
        (1, "", "打算"),
    ]


def test_numbered_headings_of_the_first_level_leave_no_title() -> None:
    assert [type(b) for b in blocks("# 一、做法\n\n# 二、打算\n")] == [Heading, Heading]


def test_an_attachment_has_a_title_of_its_own() -> None:
    found = blocks("# 工作报告\n\n正文。\n\n---\n\n**附件**\n\n# 统计表\n\n说明。\n")
    assert [type(b) for b in found] == [Title, Paragraph, Paragraph, Title, Paragraph]


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("全年学法6次，\n参加120人次。\n", ["全年学法6次，参加120人次。"]),
        ("全年学法6次。\n参加120人次。\n", ["全年学法6次。", "参加120人次。"]),
        ("云岭镇2024年工作报告\n各村：\n一、主要做法\n（一）学法用法\n全镇学法6次，参加120人次，\n人人到场。\n",
         ["云岭镇2024年工作报告", "各村：", "一、主要做法", "（一）学法用法", "全镇学法6次，参加120人次，人人到场。"]),
        ("全镇各村各社区全年组织学法活动一\n百二十次，参加的有干部、有群众，\n到场的都签了名。\n",
         ["全镇各村各社区全年组织学法活动一百二十次，参加的有干部、有群众，到场的都签了名。"]),
        ("存在不足\n1. 人手偏紧\n2. 形式单一\n", ["存在不足", "1. 人手偏紧", "2. 形式单一"]),
        ("- 清理证明12项\n- 设点14个\n", ["清理证明12项", "设点14个"]),
        ("* 清理证明12项\n\n设点\\*14个\n", ["清理证明12项", "设点*14个"]),
        ("    学法6次\n", ["学法6次"]),
        ("　　学法6次\\\n&#12288;普法3场\n", ["学法6次", "普法3场"]),
        ("> 引文一句。\n", ["引文一句。"]),
        ("见[通知](http://a.cn)和<b>附表</b>\n", ["见通知和附表"]),
        ('<p align="right">云岭镇<br>2025年1月16日</p>\n', ["云岭镇", "2025年1月16日"]),
        ("PDF and\nWord\n", ["PDF and Word"]),
        ("```\n第一行\n第二行\n```\n", ["第一行", "第二行"]),
        ("[学法]: 6次\n", ["[学法]: 6次"]),
    ],
)
def test_what_is_printed(source: str, printed: list[str]) -> None:
    assert [words for _, words in lines(source)] == printed


def test_spans_are_lines_of_the_file() -> None:
    source = "---\ntitle: 报告\n---\n# 报告\n\n一句。\n二句。\n\n\n## 一、做法\n"
    assert lines(source) == [(4, "报告"), (6, "一句。"), (7, "二句。"), (10, "一、做法")]
    assert read_bytes(source.encode(), "a.md").document.meta["title"] == "报告"


def test_a_bold_lead_stays_bold() -> None:
    (block,) = blocks("**（一）学法。**全年6次。\n")
    assert isinstance(block, Paragraph)
    assert isinstance(block.inlines[0], Strong)


def test_a_table_keeps_its_rows() -> None:
    (table,) = blocks("| 项目 | 数量 |\n| --- | --- |\n| 学法 | 6次 |\n| 普法 |\n")
    assert isinstance(table, Table)
    assert [[plain(cell) for cell in row] for row in (*table.header, *table.rows)] == [
        ["项目", "数量"],
        ["学法", "6次"],
        ["普法", ""],
    ]


def test_pictures_are_told() -> None:
    reading = read_bytes("![图](a.png)\n\n正文。\n".encode(), "a.md")
    assert [d.code for d in reading.diagnostics] == [codes.PICTURES]


def test_a_very_long_file_is_read_as_text() -> None:
    long = read_bytes(("一句。" * MOST).encode(), "a.md")
    assert [d.code for d in long.diagnostics] == [codes.AS_TEXT]


def test_nothing_but_marks_is_told() -> None:
    with pytest.raises(UnreadableInput, match="没有文字"):
        blocks("---\n\n***\n")

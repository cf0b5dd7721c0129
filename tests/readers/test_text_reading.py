"""Plain text: a paragraph a line, whatever encoding and line ends it was saved with."""

import pytest

from generator.document.nodes import Block, Paragraph
from generator.document.walk import plain
from generator.readers import codes, read_bytes

REPORT = ["云岭镇2024年度工作报告", "一、主要做法", "全年学法6次，参加120人次。"]


def lines(blocks: tuple[Block, ...]) -> list[tuple[int, str]]:
    return [(b.span.first, plain(b.inlines)) for b in blocks if isinstance(b, Paragraph) and b.span]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_every_encoding_and_line_end_gives_the_same_lines(encoding: str, end: str) -> None:
    reading = read_bytes(end.join(REPORT).encode(encoding), "a.txt")
    assert lines(reading.document.blocks) == list(enumerate(REPORT, 1))
    told = [d.code for d in reading.diagnostics]
    assert told == ([] if encoding.startswith("utf-8") else [codes.ENCODING])


def test_blank_lines_count_and_indents_do_not() -> None:
    reading = read_bytes("\n\n　　一、做法\n \t\n\u200b（一）学法 \n".encode(), "a.txt")
    assert lines(reading.document.blocks) == [(3, "一、做法"), (5, "（一）学法")]


def test_a_report_without_line_ends_is_one_paragraph() -> None:
    assert lines(read_bytes("".join(REPORT).encode(), "a.txt").document.blocks) == [(1, "".join(REPORT))]


def test_a_cut_character_is_replaced_and_told() -> None:
    reading = read_bytes(("全年学法6次。" * 50).encode()[:-1], "a.txt")
    assert [d.code for d in reading.diagnostics] == [codes.BROKEN_BYTES]
    assert lines(reading.document.blocks)[0][1].endswith("6次\ufffd")


def test_a_stray_nul_is_left_out_and_told() -> None:
    reading = read_bytes(b"\0" + ("全年学法6次。" * 50).encode(), "a.txt")
    assert [d.code for d in reading.diagnostics] == [codes.CONTROLS]
    assert lines(reading.document.blocks)[0][1].startswith("全年")


_LONG = [
    "云岭镇2024年度法治政府建设工作报告",
    "一、主要做法",
    "（一）规范执法",
    (
        "镇里现有持证执法人员23人，全年开展联合执法检查46次，查处违法建设12处，拆除面积3,860平方米；办理行政处罚案件18件，"
        "罚没款4.72万元。未发生一起行政诉讼败诉案件。执法人员都参加了培训，每人不少于60学时，考试全部合格。"
    ),
    "（二）普法宣传",
    (
        "围绕“12·4”国家宪法日开展集中宣传15场，发放资料近1.2万份，受教育群众8000余人次；培养“法律明白人”142名，平均每个村"
        "10名以上。各村都有了法治文化阵地，农闲时节电影下乡，放映法治影片26场，观众3400人次，反响都不错。"
    ),
    "二、存在的问题",
    "执法力量不足，持证人员多在外办事，一线执法时常凑不齐人；普法多靠发传单，外出务工的人听不到，效果不好，年轻人看得少。",
]


@pytest.mark.parametrize("wide", [18, 24, 30, 40])
@pytest.mark.parametrize("indent", ["", "　　"])
def test_lines_broken_at_a_fixed_width_are_joined_again(wide: int, indent: str) -> None:
    said = [indent + line for line in _LONG]
    broken = [line[at : at + wide] for line in said for at in range(0, len(line), wide)]
    reading = read_bytes("\n".join(broken).encode(), "a.txt")
    found = lines(reading.document.blocks)
    assert [words for _, words in found] == _LONG
    starts = [sum(-(-len(line) // wide) for line in said[:at]) + 1 for at in range(len(said))]
    assert [number for number, _ in found] == starts
    assert [told.code for told in reading.diagnostics] == [codes.REJOINED]


def test_lines_of_like_length_that_are_sentences_stay_apart() -> None:
    said = [f"第{number}项工作是把事情一件一件办好，让办事的群众都少跑一趟路。" for number in range(10, 30)]
    assert [words for _, words in lines(read_bytes("\n".join(said).encode(), "a.txt").document.blocks)] == said


def test_headings_of_like_length_stay_apart() -> None:
    said = [f"（{number}）把事情一件一件办好，让办事的群众都少跑一趟路" for number in "一二三四五六七八九十"]
    assert [words for _, words in lines(read_bytes("\n".join(said).encode(), "a.txt").document.blocks)] == said

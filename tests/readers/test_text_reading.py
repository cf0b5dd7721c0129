"""Plain text: a paragraph a line, whatever encoding and line ends it was saved with."""

import pytest
from readers.wrapped_report import LONG

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


@pytest.mark.parametrize("wide", [18, 24, 30, 40])
@pytest.mark.parametrize("indent", ["", "　　"])
def test_lines_broken_at_a_fixed_width_are_joined_again(wide: int, indent: str) -> None:
    said = [indent + line for line in LONG]
    broken = [line[at : at + wide] for line in said for at in range(0, len(line), wide)]
    reading = read_bytes("\n".join(broken).encode(), "a.txt")
    found = lines(reading.document.blocks)
    assert [words for _, words in found] == LONG
    starts = [sum(-(-len(line) // wide) for line in said[:at]) + 1 for at in range(len(said))]
    assert [number for number, _ in found] == starts
    assert [told.code for told in reading.diagnostics] == [codes.REJOINED]


def test_lines_of_like_length_that_are_sentences_stay_apart() -> None:
    said = [f"第{number}项工作是把事情一件一件办好，让办事的群众都少跑一趟路。" for number in range(10, 30)]
    assert [words for _, words in lines(read_bytes("\n".join(said).encode(), "a.txt").document.blocks)] == said


def test_headings_of_like_length_stay_apart() -> None:
    said = [f"（{number}）把事情一件一件办好，让办事的群众都少跑一趟路" for number in "一二三四五六七八九十"]
    assert [words for _, words in lines(read_bytes("\n".join(said).encode(), "a.txt").document.blocks)] == said

"""Markdown for people: what a third party's reader makes of it."""

import re
from html import unescape

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from strategies import documents, words

from generator.document.nodes import (
    Block,
    Division,
    Document,
    Heading,
    Inline,
    LineBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    Title,
)
from generator.document.walk import plain, stretches
from generator.flow import printed
from generator.writers.markdown import write

Cell = tuple[Inline, ...]
JUDGE = MarkdownIt("gfm-like", {"linkify": False})


def shown(*blocks: Block) -> str:
    return write(Document(blocks)).decode()


def _cell(words: str) -> Cell:
    return (Text(words),)


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(words())
def test_any_words_show_as_they_stand(text: str) -> None:
    for block in (
        Paragraph((Text(text),)),
        Table((((Text(text),),),), ()),
        Division("note", (Paragraph((Text(text),)),)),
    ):
        rendered = JUDGE.render(shown(block))
        assert squeezed(text_of(rendered)) == squeezed(text)
        assert not re.search(r"<(?!/?(?:p|table|thead|tbody|tr|th|td|br ?/?)\b)", rendered)


@given(words(), words())
def test_words_after_a_forced_break_show_as_they_stand(before: str, after: str) -> None:
    rendered = JUDGE.render(shown(Paragraph((Text(before), LineBreak(), Text(after)))))
    assert squeezed(text_of(rendered)) == squeezed(before + after)
    assert rendered.count("<p>") == 1


@given(words())
def test_words_set_in_bold_show_as_they_stand(text: str) -> None:
    rendered = JUDGE.render(shown(Paragraph((Text("前"), Strong((Text(text),)), Text("后")))))
    assert squeezed(text_of(rendered)) == squeezed(f"前{text}后")
    assert "<strong>" in rendered


@given(documents())
def test_every_word_of_a_document_is_there(document: Document) -> None:
    seen = squeezed(text_of(JUDGE.render(write(document).decode())))
    for inlines in stretches(document.blocks):
        assert squeezed(plain(inlines)) in seen


@given(documents())
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert write(document) == write(Document(document.blocks, dict(document.meta), document.look))


def test_numbers_are_written_out_and_headings_have_their_level() -> None:
    text = shown(
        Title((Text("某镇人民政府"), LineBreak(), Text("关于2024年度法治政府建设情况的报告"))),
        Heading(1, (Text("主要举措"),)),
        Heading(2, (Text("规范行政执法"),)),
        Heading(3, (Text("落实三项制度"),), "run_in"),
        Paragraph((Text("全年评查案卷36件。"),)),
        Heading(3, (Text("加强队伍"),), "run_in"),
        Heading(1, (Text("存在问题"),)),
        Paragraph((Text("主要有以下问题："),)),
        Heading(2, (Text("执法力量不足"),), "joined"),
        Paragraph((Text("人员少。"),)),
        Heading(2, (Text("普法形式单一"),), "joined"),
        Heading(1, (Text("打算"),)),
    )
    assert text.split("\n\n") == [
        "# 某镇人民政府<br>关于2024年度法治政府建设情况的报告",
        "## 一、主要举措",
        "### （一）规范行政执法",
        "1.落实三项制度。全年评查案卷36件。",
        "2.加强队伍",
        "## 二、存在问题",
        "主要有以下问题：一是执法力量不足。人员少。二是普法形式单一。",
        "## 三、打算\n",
    ]


def test_parts_outside_the_text_have_their_words() -> None:
    def lines(name: str, *texts: str) -> Division:
        return Division(name, tuple(Paragraph((Text(text),)) for text in texts))

    text = shown(
        Division(
            "letterhead",
            (lines("mark", "某镇人民政府文件"), lines("number", "某政〔2025〕1号"), lines("issuer", "张三")),
        ),
        lines("attachment_note", "甲表", "乙表"),
        lines("signature", "某镇<人民政府>"),
        lines("date", "2025年2月28日"),
        Division("attachment", (Title((Text("甲表"),)),)),
        Division("attachment", (Title((Text("乙表"),)),)),
        Division("imprint", (lines("copies", "某县人大常委会。"), lines("printed", "某镇党政办", "2025年3月1日"))),
    )
    for part in (
        "**某镇人民政府文件**",
        "签发人：张三",
        "附件：1.甲表\\\n2.乙表",
        '<p align="right">某镇&lt;人民政府&gt;</p>',
        "**附件1**",
        "**附件2**",
        "抄送：某县人大常委会。",
        "某镇党政办　2025年3月1日印发",
    ):
        assert part in text


@pytest.mark.parametrize(("header", "rows"), [((), 2), (((_cell("甲"),), (_cell("乙"),)), 3)])
def test_a_table_without_or_with_two_header_rows_is_still_a_table(
    header: tuple[tuple[Cell, ...], ...], rows: int
) -> None:
    rendered = JUDGE.render(shown(Table(header, ((_cell("丙"),),))))
    assert (rendered.count("<table>"), rendered.count("<tr>")) == (1, rows)


@given(documents())
def test_no_block_is_printed_twice_or_left_out(document: Document) -> None:
    def of(blocks: tuple[Block, ...]) -> list[str]:
        return [plain(i) for i in stretches(b for b in blocks if not isinstance(b, (Division, Table)))]

    pieces = "".join(plain(words) for item in printed(document.blocks) for _, words in item.pieces)
    at = 0
    for text in of(document.blocks):
        at = pieces.index(text, at) + len(text)

"""The grammar of constrained Markdown, line by line."""

import pytest

from generator.document.nodes import (
    Block,
    Division,
    Heading,
    LineBreak,
    Paragraph,
    Span,
    Strong,
    Table,
    Text,
    Title,
)
from generator.readers.markdown import blocks, inlines, lint, read


def one(text: str) -> Block:
    (block,) = read(text).blocks
    return block


def words(text: str) -> tuple[Text]:
    return (Text(text),)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("% 标题", Title(words("标题"))),
        ("% 某镇\\\n关于", Title((Text("某镇"), LineBreak(), Text("关于")))),
        ("# 一级", Heading(1, words("一级"))),
        ("#### 四级 {接排}", Heading(4, words("四级"), "run_in")),
        ("### 三级 {连排}", Heading(3, words("三级"), "joined")),
        ("###", Heading(3, ())),
        ("### {连排}", Heading(3, (), "joined")),
        ("### 三级 \\{接排}", Heading(3, words("三级 {接排}"))),
        ("##### 五级", Paragraph(words("##### 五级"))),
        ("#不是标题", Paragraph(words("#不是标题"))),
        ("%不是标题", Paragraph(words("%不是标题"))),
        ("\\# 不是标题", Paragraph(words("# 不是标题"))),
        ("　首行\n  次行", Paragraph(words("首行次行"))),
        ("甲**乙**丙", Paragraph((Text("甲"), Strong(words("乙")), Text("丙")))),
        ("甲**乙", Paragraph(words("甲**乙"))),
        ("::: date\n2025年\n:::", Division("date", (Paragraph(words("2025年")),))),
        ("::: date\n2025年", Division("date", (Paragraph(words("2025年")),))),
        ("::: 不认识\n甲\n:::", Paragraph(words("甲"))),
        ("| 甲 | 乙 |\n|---|:-:|\n| 1 |", Table((((words("甲")), (words("乙"))),), ((words("1"), ()),))),
        ("| 甲<br>乙\\|丙 |", Table((), (((Text("甲"), LineBreak(), Text("乙|丙")),),))),
    ],
)
def test_a_line_is_what_its_first_signs_say(text: str, block: Block) -> None:
    assert one(text) == block


def test_a_heading_ends_a_paragraph_and_begins_none() -> None:
    assert [(kind, raw) for kind, _, _, raw, _, _ in blocks("甲\n# 乙\n丙\n| 丁 |")] == [
        ("paragraph", "甲"),
        ("heading", "乙"),
        ("paragraph", "丙"),
        ("table", "| 丁 |"),
    ]


def test_blocks_know_their_lines() -> None:
    document = read("% 甲\\\n乙\n\n丙\n丁\n\n::: date\n戊\n:::\n")
    assert [block.span for block in document.blocks] == [Span(1, 2), Span(4, 5), Span(7, 9)]


def test_private_signs_pass_through_untouched() -> None:
    token = chr(0xF0001)
    assert blocks(f"甲{token}\n{token}乙")[0][3] == f"甲{token}{token}乙"
    assert inlines(f"\\{token}") == words(f"\\{token}")


def test_lint_names_what_an_author_got_wrong_about_divisions() -> None:
    text = "::: dat\n:::\n:::\n::: note\n甲"
    found = lint(text, "a.md.j2")
    assert [(d.code, str(d.place)) for d in found] == [
        ("TPL031", "a.md.j2:1:1"),
        ("TPL032", "a.md.j2:3:1"),
        ("TPL033", "a.md.j2:4:1"),
    ]
    place = found[0].place
    assert place is not None
    assert text[place.start : place.end] == "::: dat"


def test_the_file_is_remembered() -> None:
    assert read("甲", "a.md").meta == {"file": "a.md"}

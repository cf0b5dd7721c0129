"""Headings that nothing but bold type sets apart, and paragraphs that are headings as a whole."""

from annotate.outlines_of_drafts import outline_of

from generator.document.nodes import Block, Document, Heading, Paragraph, Span, Strong, Text


def body(*parts: str) -> list[Block]:
    """Paragraphs; what stands between ** is bold."""
    found: list[Block] = []
    for number, part in enumerate(parts, 1):
        pieces = [(at % 2, words) for at, words in enumerate(part.split("**")) if words]
        inlines = tuple(Strong((Text(words),)) if bold else Text(words) for bold, words in pieces)
        found.append(Paragraph(inlines, Span(number, number)))
    return found


def outline(blocks: list[Block]) -> list[tuple[int, str, str]]:
    found = outline_of(Document(tuple(blocks), {}))
    return [(section.level, section.text, section.role) for section in found.sections]


PARTS = (
    "云岭镇2024年法治政府建设工作报告",
    "2024年，我镇扎实推进法治政府建设，各项工作取得新的进展和成效，群众法治获得感不断增强。",
    "**主要工作**",
    "**抓好关键少数**",
    "镇党委把法治建设摆上议事日程。一是带头学法。全年集中学法8次。二是带头讲法。镇长讲法2次。",
    "**规范行政执法**",
    "落实三项制度，办理行政处罚案件18件。",
    "**存在的问题**",
    "**力量不足。**持证人员多在外办事。",
    "**方法陈旧**。宣传多靠发传单。",
    "**下一步打算**",
    "充实执法力量，改进普法方式。",
)


def test_bold_lines_and_openings_are_headings() -> None:
    assert outline(body(*PARTS)) == [
        (1, "主要工作", "measures"),
        (2, "抓好关键少数", ""),
        (3, "带头学法", ""),
        (3, "带头讲法", ""),
        (2, "规范行政执法", ""),
        (1, "存在的问题", "problems"),
        (2, "力量不足", ""),
        (2, "方法陈旧", ""),
        (1, "下一步打算", "plans"),
    ]


def test_a_bold_word_within_the_text_is_no_heading() -> None:
    said = [
        *PARTS[:3],
        "**2024年**镇党委把法治建设摆上议事日程，全年集中学法8次。",
        "**落实三项制度**，办理行政处罚案件18件，都经过审核。",
        "**存在的问题**",
        "持证人员多在外办事，宣传多靠**发传单**。",
        "**下一步打算**",
        "充实执法力量，改进普法方式。",
    ]
    assert [text for _, text, _ in outline(body(*said))] == ["主要工作", "存在的问题", "下一步打算"]


def test_a_paragraph_set_as_a_heading_ends_at_its_full_stop() -> None:
    blocks = body(*PARTS)
    blocks[8] = Heading(2, (Text("力量不足。持证人员仅有7人。"),), span=Span(9, 9), marker="（一）")
    assert (2, "力量不足", "") in outline(blocks)

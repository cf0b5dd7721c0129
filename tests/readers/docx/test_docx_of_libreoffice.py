"""DOCX that LibreOffice wrote: its style names, its numbering, its way with our own files."""

import pytest

from generator.document.nodes import Division, Document, Heading, LineBreak, Paragraph, Strong, Table, Text, Title
from generator.document.walk import plain
from generator.readers.docx import read
from generator.soffice import convert, program
from generator.writers.docx import write

pytestmark = [
    pytest.mark.layout,
    pytest.mark.skipif(program() is None, reason="LibreOffice (soffice) is not installed"),
]

PAGE = """<html><head><meta charset="utf-8"></head><body><h1>云岭镇2024年法治政府建设情况报告</h1>
<p>青石县人民政府：</p><h2>一、主要举措</h2><ol><li>第一条</li><li>第二条</li></ol>
<p><b>（一）加强领导。</b>全年开会4次<br>第二行</p>
<table border=1><tr><th>甲</th><th>乙</th></tr><tr><td colspan=2>合并</td></tr></table></body></html>"""

OURS = Document(
    (
        Title((Text("云岭镇人民政府关于2024年法治政府建设情况的报告"),)),
        Division("salutation", (Paragraph((Text("青石县人民政府："),)),)),
        Heading(1, (Text("主要举措"),)),
        Heading(2, (Text("加强领导"),), "run_in"),
        Paragraph((Text("全年开会4次。"),)),
        Heading(2, (Text("规范执法"),), "run_in"),
        Heading(3, (Text("办案"),), "joined"),
        Paragraph((Text("全年办案5件。"),)),
        Heading(3, (Text("培训"),), "joined"),
        Paragraph((Text("全年培训6次。"),)),
        Division("signature", (Paragraph((Text("云岭镇人民政府"),)),)),
        Division("date", (Paragraph((Text("2025年1月10日"),)),)),
    )
)


def through_libreoffice(content: bytes, name: str, reading: str = "") -> bytes:
    office = program()
    assert office is not None
    done = convert(office, content, name, "docx:MS Word 2007 XML", reading)
    assert done.content, done.said
    return done.content


def test_a_web_page_saved_as_docx_keeps_headings_numbers_and_bold() -> None:
    blocks = read(through_libreoffice(PAGE.encode(), "页.html", "HTML (StarWriter)"), "页.docx").document.blocks
    assert blocks[:6] == (
        Title((Text("云岭镇2024年法治政府建设情况报告"),)),
        Paragraph((Text("青石县人民政府："),)),
        Heading(1, (Text("主要举措"),)),
        Paragraph((Text("1.第一条"),)),
        Paragraph((Text("2.第二条"),)),
        Paragraph((Strong((Text("（一）加强领导。"),)), Text("全年开会4次"), LineBreak(), Text("第二行"))),
    )
    assert isinstance(blocks[6], Table)
    assert [plain(cell) for row in blocks[6].rows for cell in row] == ["甲", "乙", "合并", ""]


def test_a_draft_of_ours_survives_a_stay_in_libreoffice() -> None:
    ours = write(OURS)
    office = program()
    assert office is not None
    odt = convert(office, ours, "报告.docx", "odt")
    blocks = read(through_libreoffice(odt.content, "报告.odt"), "报告.docx").document.blocks
    assert [_shape(block) for block in blocks] == [_shape(block) for block in OURS.blocks]


def _shape(block: object) -> tuple[str, object, object, str]:
    words = plain(block.inlines) if isinstance(block, Title | Heading | Paragraph) else ""
    named = block.name if isinstance(block, Division) else ""
    level = getattr(block, "level", 0), getattr(block, "placement", "")
    # The full stop that closes a heading has become one of its own words.
    return type(block).__name__, named, level, words.removesuffix("。")

"""How a DOCX is set: numbers of paragraphs, effective formatting, footers, leftovers."""

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from layout.shapes import SHAPES
from readers.docx.word import p, r, word

from generator.document.nodes import Block, Division, Heading, Paragraph
from generator.document.walk import plain
from generator.errors import UnreadableInput
from generator.readers.docx import read
from generator.readers.docx.layout import layout
from generator.readers.docx.layout_facts import Foot
from generator.writers.docx import write

_ROW = f"<w:tr><w:tc>{p('甲')}{p('乙')}</w:tc><w:tc>{p('丙')}</w:tc></w:tr>"
_GONE = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>{p('删')}</w:tc></w:tr>"
_CONTROL = f"<w:sdt><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
_CHOICE = (
    f"<mc:AlternateContent><mc:Choice>{p('选')}</mc:Choice><mc:Fallback>{p('备')}</mc:Fallback></mc:AlternateContent>"
)
_BOX = p(
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
    + p("框")
    + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
    "旁",
)
BODIES = {
    "plain": p("一") + "<w:p/>" + p("二"),
    "a table": p("前") + f"<w:tbl>{_ROW}{_GONE}{_ROW}</w:tbl>" + p("后"),
    "controls and choices": _CONTROL + _CHOICE + p("末"),
    "a box": _BOX + p("末"),
    "revisions": p("<w:ins><w:r><w:t>增</w:t></w:r></w:ins>") + f"<w:del>{p('删')}</w:del>" + p("末"),
}


def _numbers(blocks: tuple[Block, ...]) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in blocks:
        if isinstance(block, Division):
            found |= _numbers(block.blocks)
        elif isinstance(block, Paragraph | Heading) and block.span is not None and block.span.first not in found:
            found[block.span.first] = plain(block.inlines)
    return found


@pytest.mark.parametrize("name", BODIES)
def test_paragraphs_bear_the_numbers_that_the_reader_gives_them(name: str) -> None:
    data = word(BODIES[name])
    words = {one.number: one.words for one in layout(data, "a").paragraphs}
    assert (told := _numbers(read(data, "a").document.blocks))
    # The words of a box bear the number of the paragraph that it hangs on.
    assert {number: words[number] for number in told} == {n: "旁" if t == "框" else t for n, t in told.items()}


@pytest.mark.parametrize("name", SHAPES)
def test_the_last_paragraph_of_ours_has_the_same_number_for_both(name: str) -> None:
    data = write(SHAPES[name].document)
    words = {one.number: one.words for one in layout(data, "a").paragraphs}
    for number, text in _numbers(read(data, "a").document.blocks).items():
        assert text[-6:] in words[number]


def test_what_styles_and_defaults_say_is_found(tmp_path: Path) -> None:
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(16)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    style.paragraph_format.line_spacing, style.paragraph_format.space_after = Pt(28), Pt(6)
    paragraph = document.add_paragraph("正文", style="Normal")
    paragraph.alignment, paragraph.paragraph_format.first_line_indent = WD_ALIGN_PARAGRAPH.JUSTIFY, Pt(32)
    paragraph.add_run("粗").bold = True
    document.sections[0].left_margin = Mm(28)
    file = tmp_path / "a.docx"
    document.save(str(file))
    found = layout(file.read_bytes(), "a")
    one = found.paragraphs[-1]
    assert (one.align, one.indent, one.rule, one.line, one.after) == ("both", 2, "exact", 560, 120)
    assert [(run.east, run.latin, run.size, run.bold) for run in one.runs] == [
        ("仿宋", "Times New Roman", 32, False),
        ("仿宋", "Times New Roman", 32, True),
    ]
    assert found.sheets[0].left == 1587
    assert found.people == {"creator": "python-docx"}


def test_a_list_sets_the_indent_of_its_paragraphs_itself() -> None:
    assert layout(word(p("项", number=(1, 0))), "a").paragraphs[0].indent is None


def test_footers_are_inherited_and_their_fields_told() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    result = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("7") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    reference = (
        '<w:footerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'w:type="default" r:id="r0"/>'
    )
    body = p("一", more=f"<w:sectPr>{reference}</w:sectPr>") + p("二") + "<w:sectPr/>"
    found = layout(word(body, footer=p(r("第"), field, result, r("页"))), "a")
    foot = Foot("第#页", True, "left", 0, 0, "", 20)
    assert [(sheet.first, sheet.feet) for sheet in found.sheets] == [
        (1, {"default": (foot,)}),
        (2, {"default": (foot,)}),
    ]


def test_what_was_left_in_is_told_by_paragraph() -> None:
    revised = p("<w:ins><w:r><w:t>增</w:t></w:r></w:ins>")
    noted = p("注", "<w:r><w:commentReference w:id='0'/></w:r>")
    hidden = p("显", r("藏", "<w:vanish/>"))
    found = layout(word(p("净") + revised + noted + hidden), "a")
    assert (found.revised, found.commented, found.hidden) == ((2,), (3,), (4,))
    assert found.paragraphs[3].words == "显"


@pytest.mark.parametrize("value", ["", "x", "nan", "inf", "1e400", "99999999999"])
def test_nonsense_in_measures_does_no_harm(value: str) -> None:
    body = p(r("字", f'<w:sz w:val="{value}"/><w:spacing w:val="{value}"/>'), more=f'<w:ind w:firstLine="{value}"/>')
    section = f'<w:sectPr><w:pgMar w:top="{value}"/><w:docGrid w:linePitch="{value}" w:charSpace="{value}"/></w:sectPr>'
    found = layout(word(body + section), "a")
    assert (found.paragraphs[0].runs[0].size, found.sheets[0].top) == (20, 0)


def test_what_is_no_docx_is_refused() -> None:
    with pytest.raises(UnreadableInput):
        layout(b"PK\x03\x04", "a")

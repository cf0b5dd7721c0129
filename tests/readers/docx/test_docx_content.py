"""What Word mixes into the words: revisions, fields, boxes, notes, hidden text, tables."""

import pytest
from readers.docx.word import BOLD, p, r, style, word

from generator.document.nodes import Division, LineBreak, Paragraph, Table, Text
from generator.document.walk import plain
from generator.readers import codes
from generator.readers.docx import read


def said(body: str, **parts: str) -> list[str]:
    return [plain(b.inlines, "⏎") for b in read(word(body, **parts), "样").document.blocks if isinstance(b, Paragraph)]


def told(body: str, **parts: str) -> list[str]:
    return [found.code for found in read(word(body, **parts), "样").diagnostics]


BOX = "<w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent>"
DOUBLE = (
    f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>旧</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2024</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SDT = "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
_RUN = "<w:r>{}</w:r>"


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<w:ins>" + r("增") + "</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>", "甲增乙"),
        ("<w:moveFrom>" + r("移") + "</w:moveFrom><w:moveTo>" + r("来") + "</w:moveTo>", "甲来乙"),
        (FIELD, "甲2024乙"),
        ('<w:fldSimple w:instr="PAGE">' + r("3") + "</w:fldSimple>", "甲3乙"),
        ('<w:hyperlink><w:smartTag w:element="x">' + r("链") + "</w:smartTag></w:hyperlink>", "甲链乙"),
        (SDT.format(r("控")), "甲控乙"),
        (_RUN.format("<w:tab/>"), "甲\t乙"),
        (_RUN.format("<w:br/>"), "甲⏎乙"),
        (_RUN.format('<w:br w:type="page"/>'), "甲乙"),
        (_RUN.format("<w:noBreakHyphen/>"), "甲-乙"),
        (_RUN.format('<w:sym w:font="Wingdings" w:char="F0FE"/>'), "甲☑乙"),
        (_RUN.format("<w:t> 去空 </w:t>"), "甲去空乙"),
        (_RUN.format("<w:t>零\u200b宽</w:t>"), "甲零宽乙"),
        (_RUN.format('<w:commentReference w:id="1"/>'), "甲乙"),
        (
            _RUN.format("<w:ruby><w:rt>" + r("jiǎ") + "</w:rt><w:rubyBase>" + r("假") + "</w:rubyBase></w:ruby>"),
            "甲假乙",
        ),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "甲a+b乙"),
        (r("藏", "<w:vanish/>"), "甲乙"),
    ],
)
def test_words_are_what_a_reader_of_the_page_sees(inside: str, words: str) -> None:
    assert said(p("甲", inside, "乙")) == [words]


def test_a_text_box_is_read_once() -> None:
    assert said(p("甲", _RUN.format(DOUBLE), "乙")) == ["甲乙", "框里"]
    assert said(p(_RUN.format(DOUBLE))) == ["框里"]
    assert told(p("甲", _RUN.format(DOUBLE))) == [codes.TEXT_BOXES]


def test_words_of_a_box_bear_the_number_of_their_paragraph() -> None:
    found = read(word(p("甲") + p("乙", _RUN.format(DOUBLE)) + p("丙")), "样").document.blocks
    assert [block.span.first for block in found if block.span] == [1, 2, 2, 3]


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    assert said(p("甲", more="<w:rPr><w:del/></w:rPr>") + p("乙")) == ["甲乙"]


def test_a_drop_capital_is_the_first_of_its_words() -> None:
    assert said(p("全", more='<w:framePr w:dropCap="drop"/>') + p("镇")) == ["全镇"]


def test_a_field_that_never_ends_hides_nothing_after_its_paragraph() -> None:
    assert said(p("甲", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "丢") + p("乙")) == ["甲", "乙"]


def test_notes_follow_the_paragraph_that_refers_to_them() -> None:
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert said(p("25", mark, "人") + p("乙", mark), footnotes=note) == ["25人", "注", "乙"]
    assert told(p("甲", mark), footnotes=note) == [codes.FOOTNOTES]


CONTENTS = p("目录", style="c") + p("一、做法……1", style="c1")
STYLES = style("c", "TOC Heading") + style("c1", "toc 1") + style("s", "Signature") + style("d", "Date")


@pytest.mark.parametrize(
    ("body", "parts", "code"),
    [
        (p("甲", r("藏", "<w:vanish/>")), {}, codes.HIDDEN),
        (p("甲"), {"header": p("内部资料")}, codes.RUNNING_HEADS),
        (p("甲"), {"comments": "<w:comment>" + p("改") + "</w:comment>"}, codes.COMMENTS),
        (p("甲", "<w:ins>" + r("增") + "</w:ins>"), {}, codes.REVISIONS),
        (p("甲", "<w:r><w:drawing><a:blip/></w:drawing></w:r>"), {}, codes.DRAWINGS),
        (p("甲") + CONTENTS, {"styles": STYLES}, codes.CONTENTS),
        (p("甲", "<w:r><w:object/></w:r>"), {}, codes.EMBEDDED),
        (p("甲") + "<w:altChunk/>", {}, codes.EMBEDDED),
        (p("甲"), {"styles": "<w:style>"}, codes.BROKEN_PART),
        (p("甲", "<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>"), {}, codes.FORMULAS),
        (p("甲", '<w:r><w:sym w:char="F0EE"/></w:r>'), {}, codes.SYMBOLS),
    ],
)
def test_what_is_not_carried_over_is_told(body: str, parts: dict[str, str], code: str) -> None:
    assert told(body, **parts) == [code]
    assert said(body, **parts)[0].startswith("甲")


def test_page_numbers_are_nothing_to_tell() -> None:
    assert told(p("甲"), footer=p("— 1 —"), header=p("第1页 共3页")) == []


def cell(*paragraphs: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def table(*rows: str, borders: str = '<w:tblStyle w:val="x"/>') -> str:
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_merged_cells_leave_empty_ones_and_lines_of_a_cell_stay_lines() -> None:
    body = table(
        "<w:trPr><w:tblHeader/></w:trPr>" + cell(p("甲"), more='<w:gridSpan w:val="2"/>') + cell(p("乙")),
        cell(p("丙"), p("丁"), more='<w:vMerge w:val="restart"/>') + cell(p("戊")) + cell(p("己")),
        cell(p("藏"), more="<w:vMerge/>") + cell(p("庚")),
    )
    (found,) = read(word(body), "样").document.blocks
    assert found == Table(
        (((Text("甲"),), (), (Text("乙"),)),),
        (
            ((Text("丙"), LineBreak(), Text("丁")), (Text("戊"),), (Text("己"),)),
            ((), (Text("庚"),), ()),
        ),
    )
    assert (found.span.first, found.span.last) == (1, 8) if found.span else False


def test_a_table_in_a_cell_gives_its_rows_as_lines() -> None:
    inner = table(cell(p("甲")) + cell(p("1")), cell(p("乙")) + cell(p("2")))
    (found,) = read(word(table(cell(inner) + cell(p("外")))), "样").document.blocks
    assert isinstance(found, Table)
    assert found.rows[0][0] == (Text("甲\t1"), LineBreak(), Text("乙\t2"))


def test_a_table_in_a_cell_is_read_cell_by_cell_where_one_has_several_lines() -> None:
    deep = table(cell(p("深1")) + cell(p("深2")))
    inner = table(cell(p("甲"), p("甲续")) + cell(p("乙")), cell(p("丙")) + cell(p("丁前"), deep, p("丁后")))
    (found,) = read(word(table(cell(p("前"), inner, p("后")) + cell(p("外")))), "样").document.blocks
    assert isinstance(found, Table)
    assert plain(found.rows[0][0], "/") == "前/甲/甲续/乙/丙/丁前/深1\t深2/丁后/后"
    assert plain(found.rows[0][1]) == "外"


def test_a_frame_of_one_column_is_no_table() -> None:
    rows = (cell(p("甲")), cell(p("一、乙"), table(cell(p("1")) + cell(p("2"))), p("丙")), cell(p("丁")))
    kinds = [type(block).__name__ for block in read(word(table(*rows)), "样").document.blocks]
    assert kinds == ["Paragraph", "Paragraph", "Table", "Paragraph", "Paragraph"]
    assert said(table(*rows)) == ["甲", "一、乙", "丙", "丁"]
    assert said(table(*(cell(p(words)) for words in "甲乙"), borders="")) == ["甲", "乙"]
    assert len(read(word(table(*(cell(p(words)) for words in "甲乙"))), "样").document.blocks) == 1


def test_a_frame_of_one_cell_is_no_table() -> None:
    assert said(table(cell(p("甲"), p("乙")))) == ["甲", "乙"]
    assert said(table(cell(p("甲")), borders="")) == ["甲"]


def test_parts_of_a_report_are_named_by_style_alone() -> None:
    right = '<w:jc w:val="right"/>'
    body = p("甲镇人民政府", style="s") + p("2025年1月5日", style="d") + p("乙镇人民政府", more=right)
    found = read(word(body, styles=STYLES), "样").document.blocks
    assert [block.name if isinstance(block, Division) else "段" for block in found] == ["signature", "date", "段"]


def test_a_style_based_on_itself_is_read() -> None:
    assert said(p("甲", style="x"), styles=style("x", "某", base="y") + style("y", "某2", base="x")) == ["甲"]


def test_bold_that_a_run_denies_is_not_strong() -> None:
    assert said(p(r("甲", BOLD.replace("/>", ' w:val="0"/>')))) == ["甲"]
    assert read(word(p(r("甲", '<w:b w:val="0"/>'))), "样").document.blocks == (Paragraph((Text("甲"),)),)

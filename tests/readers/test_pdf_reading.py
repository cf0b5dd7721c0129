"""PDF: lines become paragraphs again; what cannot be read is told."""

import io
import sys
import zlib

import pypdfium2
import pytest
from drafting import drafted, profile_text

from generator.document.nodes import Paragraph, Title
from generator.document.walk import plain
from generator.errors import UnreadableInput
from generator.readers import read_bytes
from generator.readers.pdf.pages import PdfLine, _lines
from generator.readers.pdf.paragraphs import blocks_of
from generator.readers.pdf.running import without_running
from generator.readers.pdf.streams import unpacked
from generator.soffice import convert, program
from generator.writers import write

SIZE, LEFT, RIGHT = 16.0, 80.0, 528.0  # 28 characters


def line(text: str, row: int, indent: float = 0.0, size: float = SIZE, page: int = 0, gaps: int = 0) -> PdfLine:
    left = LEFT + indent * SIZE
    return PdfLine(text, left, left + len(text) * size, 700.0 - 29 * row, size, page, gaps)


def full(start: str, indent: int = 0) -> str:
    """A line that reaches the margin."""
    return (start + "全年依法办事").ljust(28 - indent, "山")


def words(lines: list[PdfLine]) -> list[str]:
    return [plain(b.inlines, "/") for b in blocks_of(lines) if isinstance(b, (Paragraph, Title))]


def test_a_paragraph_ends_where_its_last_line_is_short_or_the_next_is_set_in() -> None:
    lines = [
        line(full("一", 2), 0, 2), line(full("二"), 1), line("完。", 2),
        line(full("三", 2), 3, 2), line(full("四"), 4), line(full("五", 2), 5, 2),
    ]  # fmt: skip
    assert words(lines) == [full("一", 2) + full("二") + "完。", full("三", 2) + full("四"), full("五", 2)]


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = [line(full("一", 2), 20, 2), line(full("二"), 0, page=1), line("完。", 1, page=1), line("下", 2, 2, page=1)]
    assert words(lines) == [full("一", 2) + full("二") + "完。", "下"]


def test_large_lines_on_top_are_the_title_and_the_sign_off_stays_apart() -> None:
    lines = [
        line("云岭镇", 0, 11, 22), line("工作情况的报告", 1, 8, 22), line("县政府：", 3), line(full("一", 2), 4, 2),
        line("完。", 5), line("云岭镇人民政府", 7, 18), line("2025年1月16日", 8, 18.5),
    ]  # fmt: skip
    blocks = blocks_of(lines)
    assert isinstance(blocks[0], Title)
    body = full("一", 2) + "完。"
    assert words(lines) == ["云岭镇/工作情况的报告", "县政府：", body, "云岭镇人民政府", "2025年1月16日"]
    assert [b.span.first for b in blocks if b.span] == [1, 2, 3, 4, 5]


def test_rows_of_a_table_stay_rows() -> None:
    assert words([line("学法 6次", 0, gaps=1), line("普法 3场", 1, gaps=1)]) == ["学法 6次", "普法 3场"]


def test_page_numbers_and_running_heads_are_left_out() -> None:
    pages = [
        [line("云岭镇工作报告", -2, page=page),
         *(line(full("甲乙丙丁"[page] * row), row, page=page) for row in range(1, 10)),
         line(f"— {page + 1} —", 20, 22, page=page)]
        for page in range(4)
    ]  # fmt: skip
    kept = [full(page * row) for page in "甲乙丙丁" for row in range(1, 10)]
    assert [one.text for one in without_running(pages)] == kept


def test_a_last_page_of_a_signature_alone_has_no_running_head() -> None:
    head = "云岭镇资料"
    pages = [
        [line(head, -2), *(line(full("山" * row), row) for row in range(1, 10)), line("— 1 —", 20, 22)],
        [line(head, -2, page=1), line("云岭镇人民政府", 0, 18, page=1), line("— 2 —", 20, 22, page=1)],
    ]
    kept = without_running(pages)
    assert [one.text for one in kept[-2:]] == [full("山" * 9), "云岭镇人民政府"]
    assert head not in [one.text for one in kept]


def test_what_had_no_room_does_not_end_a_paragraph() -> None:
    short, next_ = full("一", 3), "（1.25万份）。"
    assert words([line(full("一", 2), 0, 2), line(short, 1), line(next_, 2)]) == [full("一", 2) + short + next_]
    ended = short[:-1] + "。"
    assert words([line(full("一", 2), 0, 2), line(ended, 1), line(next_, 2)]) == [full("一", 2) + ended, next_]


def test_quotation_marks_of_another_font_stand_where_they_are_printed() -> None:
    # Written behind the rest of the line: “三项制度”23人.
    places = [("三", 1), ("项", 2), ("制", 3), ("度", 4), ("“", 0), ("”", 5), ("2", 6), ("3", 7), ("人", 8)]
    glyphs = [(sign, 100 + 16.0 * at, 116 + 16.0 * at, 500.0, 16.0) for sign, at in [("据", -1), *places]]
    assert ["".join(sign for sign, *_ in one) for one in _lines(iter(glyphs))] == ["据“三项制度”23人"]


def test_a_number_inside_a_page_stays() -> None:
    assert [one.text for one in without_running([[line("上", 0), line("12", 1), line("下", 2)]])] == ["上", "12", "下"]


def test_a_scan_is_told() -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    saved = io.BytesIO()
    document.save(saved)
    document.close()
    with pytest.raises(UnreadableInput, match="扫描件") as stop:
        read_bytes(saved.getvalue(), "a.pdf")
    assert "OCR" in stop.value.hint


def test_a_bomb_is_not_unpacked() -> None:
    packed = zlib.compress(b" " * 60_000_000, 9)
    data = b"%PDF-1.4\n4 0 obj<</Filter/FlateDecode>>stream\n" + packed + b"\nendstream endobj\n"
    with pytest.raises(UnreadableInput, match="展开后超过 50 MB"):
        read_bytes(data, "a.pdf")
    assert unpacked(data.replace(b"<<", b"<</Subtype/Image"), 10**8) == 0
    assert unpacked(b"stream\n" * 10**6, 10**8) == 0


def test_a_file_of_countless_objects_is_not_mended() -> None:
    with pytest.raises(UnreadableInput, match="内容太多"):
        read_bytes(b"%PDF-1.4\n" + b"1 0 obj\n" * 300_001, "报告.pdf")


def test_a_missing_extra_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableInput) as stop:
        read_bytes(b"%PDF-1.7\n", "a.pdf")
    assert "pip install 'fazhi-niandu-baogao[pdf]'" in stop.value.hint


@pytest.mark.layout
@pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
def test_a_password_is_told() -> None:
    office = program()
    assert office
    docx = write(drafted(profile_text("gekeng-2024")).document, "docx")
    options = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"1"}}'
    made = convert(office, docx, "report.docx", f"pdf:writer_pdf_Export:{options}")
    with pytest.raises(UnreadableInput, match="加了密码"):
        read_bytes(made.content, "a.pdf")

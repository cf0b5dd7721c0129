"""Tables as workbooks: what is written is read back, and nothing is a formula."""

import io
from decimal import Decimal

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from generator.spreadsheet import Cell, Sheet, to_xlsx

_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=8)
_CELLS = st.one_of(
    st.none(),
    st.integers(-(10**12), 10**12),
    _TEXTS,
    st.sampled_from(["=1+1", "+86", "-", "@SUM(A1)", " 前后空格 ", "两\n行", "<b>&amp;</b>", "#N/A", "_x0041_"]),
)


def read_back(cells: list[list[Cell]]) -> list[list[object]]:
    header = [f"第{number}列" for number in range(len(cells[0]))]
    page = openpyxl.load_workbook(io.BytesIO(to_xlsx([Sheet("表", header, cells)])))["表"]
    assert [cell.value for cell in page[1]] == header
    return [[page.cell(row, at).value for at in range(1, len(header) + 1)] for row in range(2, len(cells) + 2)]


@given(st.integers(1, 30).flatmap(lambda width: st.lists(st.lists(_CELLS, min_size=width, max_size=width), min_size=1)))
def test_a_table_is_read_back_as_it_was(cells: list[list[Cell]]) -> None:
    assert read_back(cells) == [[None if cell == "" else cell for cell in row] for row in cells]


def test_numbers_are_numbers() -> None:
    assert read_back([[Decimal("12.50"), 0.25, 7]]) == [[12.5, 0.25, 7]]


def test_what_xml_has_no_place_for_is_left_out() -> None:
    assert read_back([["甲\x00\x1b乙\ud800\uffff丙", "长" * 40_000]]) == [["甲乙丙", "长" * 32_767]]


def test_a_text_that_could_be_a_formula_is_a_text_and_stays_one() -> None:
    page = openpyxl.load_workbook(io.BytesIO(to_xlsx([Sheet("表", ["=甲"], [["=1+1"], ["-3"], ["丁"]])])))["表"]
    assert [(cell.data_type, cell.quotePrefix) for cell in page["A"]] == [
        ("s", True),
        ("s", True),
        ("s", True),
        ("s", False),
    ]


def test_a_table_is_printed_across_with_its_header_and_made_to_fit_while_it_can_be_read() -> None:
    narrow = Sheet("窄", ["单位", "数"], [["甲", 1]])
    wide = Sheet("宽", ["单位", *(f"第{n}列的名称" for n in range(40))], [["甲", *range(40)]], frozen=2)
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx([narrow, wide])))
    for page, columns, fits in zip(book, ("$A:$A", "$A:$B"), (True, False), strict=True):
        assert page.page_setup.orientation == "landscape"
        assert (page.print_title_rows, page.print_title_cols) == ("$1:$1", columns)
        assert bool(page.sheet_properties.pageSetUpPr.fitToPage) is fits

"""Findings on a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Severity
from generator.places import Place
from generator.report_lines import lines, plain, width

SOURCE = "数据:\n  执法人员: 二十五名   # 人\n  其他: \x1b[31m红\u202e\n"


def test_the_caret_stands_under_the_words_whatever_their_width() -> None:
    start = SOURCE.index("二十五名")
    found = Diagnostic("FRM004", Place("a.yml", 2, 9, start, start + 4), "“二十五名”不是数", "写 25 即可")
    assert lines(found, SOURCE) == [
        "a.yml:2:9: FRM004 “二十五名”不是数",
        "   2 |   执法人员: 二十五名   # 人",
        "     |             ^^^^^^^^ 写 25 即可",
    ]


def test_a_warning_says_that_it_is_one() -> None:
    found = Diagnostic("FRM020", Place("a.yml", 1, 3, 2, 3), "全角冒号", "写半角", Severity.WARNING)
    assert lines(found, SOURCE)[0] == "a.yml:1:3: FRM020 提醒：全角冒号"


def test_a_finding_without_a_place_is_one_line() -> None:
    assert lines(Diagnostic("FRM901", None, "缺“职务”", "只写职务", Severity.INFO)) == [
        "FRM901 提示：缺“职务”（只写职务）"
    ]


def test_a_terminal_is_not_given_orders() -> None:
    start = SOURCE.index("红")
    found = Diagnostic("X", Place("a\x1b]0;x\x07.yml", 3, 13, start, start + 1), "\x1b[2J清屏\u202e", "\x9b写")
    shown = "\n".join(lines(found, SOURCE))
    assert shown.replace("\n", "").isprintable()
    assert "红" in shown


def test_a_long_line_is_cut_around_the_caret() -> None:
    source = "前" * 300 + "错" + "后" * 300
    found = Diagnostic("X", Place("a.yml", 1, 301, 300, 301), "错", "改")
    _, echo, under = lines(found, source)
    assert width(echo) <= 112
    assert "错" in echo
    assert width(echo[: echo.index("错")]) == width(under[: under.index("^")])


@given(st.text(max_size=60), st.integers(0, 70), st.integers(0, 70), st.text(max_size=20), st.text(max_size=20))
def test_any_finding_becomes_printable_lines(source: str, start: int, length: int, message: str, hint: str) -> None:
    line = source.count("\n", 0, start) + 1
    place = Place("a.yml", line, start - source.rfind("\n", 0, start), start, start + length)
    for shown in lines(Diagnostic("X", place, message, hint), source):
        assert plain(shown) == shown
        assert "\n" not in shown


@pytest.mark.parametrize(("words", "columns"), [("ab", 2), ("人a", 3), ("，。", 4), ("　", 2), ("“”", 2)])
def test_width_counts_wide_characters_twice(words: str, columns: int) -> None:
    assert width(words) == columns


def test_a_long_quotation_loses_its_middle() -> None:
    found = Diagnostic("FRM004", Place("a.yml", 1, 1, 0, 4), f"“{'9' * 5000}”太长", f"不要写 {'9' * 5000} 这样的数")
    shown = "\n".join(lines(found, SOURCE))
    assert len(shown) < 1000
    assert "”太长" in shown
    assert "这样的数" in shown

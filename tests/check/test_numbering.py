"""How numbers of paragraphs are marked: what is wrong and what only looks different."""

import pytest
from checking import findings, rules

from generator.check.chinese_dates import arabic_date
from generator.check.ordinals import value
from generator.diagnostics import Severity


@pytest.mark.parametrize(("mark", "told"), [("、", [Severity.WARNING]), ("．", [Severity.INFO]), (".", [])])
def test_a_wide_dot_behind_an_arabic_number_is_a_hint(mark: str, told: list[Severity]) -> None:
    found = findings(f"1{mark}组织执法培训。", ("PUN008",))
    assert [one.severity for one in found] == told


@pytest.mark.parametrize(
    ("words", "number"), [("十二", 12), ("二十", 20), ("12", 12), ("二一", 0), ("一二", 0), ("十十", 0), ("一一十", 0)]
)
def test_what_is_no_ordinal_is_nought(words: str, number: int) -> None:
    assert value(words) == number


@pytest.mark.parametrize("mark", ["二一、", "（一二）", "二一是", "十十、"])
def test_a_mark_that_is_no_number_breaks_no_rule(mark: str) -> None:
    text = f"一、主要举措和成效\n{mark}规范行政执法。检查12次。\n二、存在的不足\n"
    assert not [d for d in findings(text, rules()) if d.code == "BUG001"]


@pytest.mark.parametrize(
    ("words", "date"),
    [("二〇二五年一月二十二日", "2025年1月22日"), ("二〇二五年二一月", "2025年0月"), ("2025年1月", "2025年1月")],
)
def test_a_date_in_chinese_numerals_is_read(words: str, date: str) -> None:
    assert arabic_date(words) == date

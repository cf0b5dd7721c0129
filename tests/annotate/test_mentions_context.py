"""The words around a number: which are its own, and which are its neighbour's."""

import re

import pytest

from generator.annotate.mentions_context import Context, context


def _around(text: str, number: str) -> Context:
    spots = [match.span() for match in re.finditer(r"\d+[所个件]", text)]
    spot = next(at for at in spots if text[at[0] : at[1]] == number)
    return context(text, spots, spot, 0)


@pytest.mark.parametrize(("text", "number"), [("走进8所小学和1所中学", "1所"), ("涉及28个行业68个事项", "68个")])
def test_what_stands_between_two_numbers_belongs_to_the_first(text: str, number: str) -> None:
    around = _around(text, number)
    assert around.before == ""
    assert around.after in ("中学", "事项")
    assert around.lead in ("小学和", "行业")


def test_the_words_before_a_number_are_its_own_where_a_mark_parts_them() -> None:
    around = _around("废止文件7件，审查合同12件", "12件")
    assert (around.before, around.after) == ("审查合同", "")


def test_a_total_is_not_of_the_last_of_what_it_sums_up_alone() -> None:
    around = _around("聘请了顾问的有6个乡镇和24所学校共计30所单位", "30所")
    assert (around.before, around.lead, around.after) == ("", "共计", "单位")

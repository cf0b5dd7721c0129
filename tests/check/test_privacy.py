"""What must not stand in a copy for publication."""

import pytest

from generator.check.privacy import check
from generator.document.nodes import Document, Paragraph, Strong, Text


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("联系电话13800138000，欢迎咨询。", "PRI001"),
        ("身份证号35052619800101123X。", "PRI002"),
        ("监督电话0595-23456789。", "PRI003"),
        ("由镇长王小明任组长。", "PRI004"),
        ("李强同志作了讲话。", "PRI004"),
    ],
)
def test_a_number_or_a_name_is_found(words: str, code: str) -> None:
    assert [d.code for d in check(Document((Paragraph((Text(words),)),)))] == [code]


def test_words_in_bold_are_looked_at_too() -> None:
    assert check(Document((Paragraph((Strong((Text("手机13800138000"),)),)),)))


@pytest.mark.parametrize(
    "words",
    [
        "全年办理业务1380013800012件。",
        "德政办〔2024〕13800号。",
        "镇长带头讲法。",
        "由镇党委书记任组长。",
        "编号2024010112345678901。",
    ],
)
def test_other_numbers_and_offices_are_not(words: str) -> None:
    assert check(Document((Paragraph((Text(words),)),))) == ()

"""Formulas of indicators."""

from decimal import Decimal

import pytest
from drafting import drafted, shipped, small, small_form, words

from generator.compose import formulas
from generator.compose.figures import percent, plain
from generator.errors import BrokenTemplate


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("a + b", 5),
        ("a - b", -1),
        ("a * b", 6),
        ("a / b", Decimal(2) / 3),
        ("(a + b) * 10", 50),
        ("a + b * 10", 32),
        ("a - b - a", -3),
        ("a / zero", None),
        ("a + unknown", None),
    ],
)
def test_a_formula_is_reckoned_or_has_no_value(expression: str, value: int | Decimal | None) -> None:
    known = {"a": Decimal(2), "b": Decimal(3), "zero": Decimal(0)}
    assert formulas.value(formulas.parse(expression), known) == value


@pytest.mark.parametrize(
    "expression",
    ["a ** b", "f(a)", "a if b else 3", "a.b", "'a'", "a[0]", "", "a +", "__import__('os')", "lambda: a", "a // b"],
)
def test_what_is_no_sum_is_the_templates_fault(expression: str) -> None:
    with pytest.raises(BrokenTemplate):
        formulas.parse(expression)


def test_operands_and_words_in_reading_order() -> None:
    tree = formulas.parse("(a + b) / c - 2")
    assert formulas.operands(tree) == ["a", "b", "c"]
    assert formulas.words(tree, {"a": "甲", "b": "乙", "c": "丙"}) == "（（甲 ＋ 乙） ÷ 丙） − 2"


@pytest.mark.parametrize("expression", ["a <= b", "a >= b + c", "a = b * 2"])
def test_a_relation_has_two_sides(expression: str) -> None:
    operator, left, _ = formulas.relation(expression)
    assert left == "a"
    assert f" {operator} " in expression


def test_what_is_no_relation_is_the_templates_fault() -> None:
    with pytest.raises(BrokenTemplate):
        formulas.relation("a + b")


@pytest.mark.parametrize(
    ("part", "of", "places", "words"),
    [(1, 3, 1, "33.3"), (2, 3, 1, "66.7"), (1, 8, 1, "12.5"), (1, 16, 1, "6.3"), (5, 5, 1, "100"),
     (999, 1000, 0, "99.9"), (99999, 100000, 1, "99.9"), (0, 7, 1, "0"), (6, 5, 1, "120"), (95, 96, 1, "99")],
)  # fmt: skip
def test_percent_rounds_half_up_and_never_up_to_the_whole(part: int, of: int, places: int, words: str) -> None:
    assert percent(Decimal(part), Decimal(of), places) == words


@pytest.mark.parametrize(("number", "words"), [("1E+3", "1000"), ("1.50", "1.5"), ("100", "100"), ("0.0", "0")])
def test_plain_digits(number: str, words: str) -> None:
    assert plain(Decimal(number)) == words


def test_a_reckoned_rate_traces_to_its_operands() -> None:
    indicators = {"调解": {}, "成功": {}, "成功率": {"unit": "%", "kind": "rate", "formula": "i1 / i0"}}
    template = small("{{ 全年 }}[[成功率{{ d.成功率 }}]]。{{ 其余('点') }}", indicators)
    document = drafted(small_form({"数据": {"调解": 685, "成功": 679}}), template).document
    source = next(t.source for t in words(document) if t.words == "99.1%")
    assert source is not None
    assert (source.kind, source.formula) == ("formula", "成功 ÷ 调解")
    assert [operand.path.rpartition(".")[2] for operand in source.operands] == ["成功", "调解"]
    assert all(operand.place is not None for operand in source.operands)


def test_every_formula_of_the_shipped_genre_reckons() -> None:
    for identifier, tree in shipped().formulas.items():
        known = dict.fromkeys(formulas.operands(tree), Decimal(4))
        assert formulas.value(tree, known) is not None, identifier
        if shipped().schema.indicators[identifier].kind == "rate":
            assert shipped().schema.indicators[identifier].denominator in {*known, ""}, identifier

"""Quantities: tests/cases/annotate/quantities.yml, and what holds of any text."""

import gc
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate import numbers, units
from generator.annotate.mentions_cues import Cues, cues_of
from generator.annotate.model import Line, Quantity
from generator.annotate.quantities import quantities
from generator.errors import BrokenTemplate
from generator.schema.kinds.figure import number_with_unit
from generator.schema.model import Figure

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "annotate" / "quantities.yml"
GENRE = cues_of(yaml.safe_load((ROOT / "templates" / "rule-of-law" / "mentions.yml").read_text("utf-8")))
_WORDS = (
    "一二三十百两万亿第年月日件次名个项人％%万余多超约近，。、（）()《》“”〔〕号*+-—.,:· \n\u2002"
    "法治执法共其中同比下降力争到2024"
)


def cases() -> Iterator[Any]:
    for case in yaml.safe_load(CASES.read_text("utf-8")):
        yield pytest.param(case, id=case["name"])


def shown(q: Quantity) -> str:
    return "|".join((q.value, q.unit, q.qualifier, "" if q.sense == "value" else q.sense)).rstrip("|")


def found_in(text: str, cues: Cues = GENRE) -> tuple[Quantity, ...]:
    return quantities([Line(7, text)], cues)


@pytest.mark.parametrize("case", list(cases()))
def test_the_line_has_these_quantities_and_no_others(case: dict[str, Any]) -> None:
    assert [shown(q) for q in found_in(case["text"])] == case["found"]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("五年来，该镇开展活动100余场次，覆盖2万人次", [("五年来", "该镇"), ("五年来", "该镇")]),
        ("2024年，受理5件。办结3件", [("2024年", ""), ("", "")]),
        (
            "截至目前，持证18人，较去年增加3名，培训2期",
            [("截至目前", ""), ("截至目前", "较去年增加"), ("截至目前", "")],
        ),
        ("共13个，其中镇级1个；村级12个", [("", ""), ("", "其中"), ("", "")]),
    ],
)
def test_a_quantity_bears_the_words_that_limit_it(text: str, limits: list[tuple[str, str]]) -> None:
    assert [(q.period, q.scope) for q in found_in(text)] == limits


def printed() -> st.SearchStrategy[str]:
    """Text full of what quantities, dates and names are made of."""
    return st.text(st.one_of(st.sampled_from(_WORDS + "0123456789"), st.characters()), max_size=120)


@given(printed())
def test_spots_are_in_order_apart_and_hold_the_printed_value(text: str) -> None:
    end = 0
    for q in found_in(text):
        spot = q.spot
        assert spot.line == 7
        assert end <= spot.start < spot.end <= len(text)
        assert text[spot.start : spot.end].startswith(q.value)
        assert q.amount >= 0
        end = spot.end


@given(printed(), printed())
def test_a_line_says_the_same_beside_other_lines(one: str, other: str) -> None:
    together = quantities([Line(1, one), Line(2, other)], GENRE)
    apart = (*quantities([Line(1, one)], GENRE), *quantities([Line(2, other)], GENRE))
    assert together == apart


@given(
    st.integers(1, 99_999),
    st.sampled_from(["件", "人次", "家", "名", "场次", "个", "项", "份"]),
    st.sampled_from(["", "", "余", "多", "超", "近", "约", "逾", "以上"]),
    st.sampled_from(["", "", "万"]),
)
def test_what_a_draft_prints_is_read_back(number: int, unit: str, qualifier: str, scale: str) -> None:
    figure = Figure(str(number), unit, scale, qualifier)
    (q,) = found_in(f"全年开展活动{number_with_unit(figure)}，成效明显。")
    assert (q.value, q.unit, q.qualifier, q.amount) == (figure.text, scale + unit, qualifier, figure.amount)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,234", 1234),
        ("１２", 12),
        ("1.20", "1.2"),
        ("九十八", 98),
        ("三万五千", 35_000),
        ("两", 2),
        ("一百零五", 105),
        ("九十七点五", "97.5"),
        ("二点零八", "2.08"),
    ],
)
def test_a_printed_number_has_its_worth(words: str, value: int | str) -> None:
    assert numbers.amount(words) == Decimal(value)


def test_numerals_that_are_no_number_have_none() -> None:
    assert numbers.amount("十百") is None
    assert numbers.amount("九十点百") is None


@pytest.mark.parametrize(
    ("unit", "factor", "plain"),
    [("万人次", 10_000, "人次"), ("亿元", 10**8, "元"), ("千克", 1, "千克"), ("件", 1, "件")],
)
def test_a_measure_word_has_a_base(unit: str, factor: int, plain: str) -> None:
    assert units.base(unit) == (Decimal(factor), plain)


@pytest.mark.parametrize(
    "data",
    [
        {"terms": [1]},
        {"units": 3},
        {"names": ["(三项"]},
        {"same": ["晒出"]},
        {"same": {"公示": ["晒"]}},
        {"same": {"公示": ["晒出"], "公开": ["晒出"]}},
        {"same": {"公示": ["公开"], "公开": ["晒出"]}},
    ],
)
def test_malformed_cues_are_the_templates_fault(data: dict[str, Any]) -> None:
    with pytest.raises(BrokenTemplate, match=r"mentions\.yml"):
        cues_of(data)


@pytest.fixture
def without_collection() -> Iterator[None]:
    """As in the program: what other tests left behind is not looked through again for each thousand figures."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize(
    "piece",
    ["1，", "9" * 50, "一" * 50, "《", "“", "(", "2024年", "全年", "其中3件、", "*", "1+", "   ", "第", "a", "1,"],
)
@pytest.mark.usefixtures("without_collection")
def test_the_time_is_that_of_the_length(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        begin = process_time()
        found_in(text)
        return process_time() - begin

    seconds(1_000)
    # Eight times the length: eight times the time, and sixty-four times where each mark looks at all the others.
    assert min(seconds(40_000) for _ in range(2)) < 0.05 + 23 * min(seconds(5_000) for _ in range(3))


def test_a_range_in_full_width_is_worth_its_low_end() -> None:
    (found,) = quantities([Line(1, "全年办理案件３０－４０件。")])
    assert (found.amount, found.unit, found.qualifier) == (30, "件", "-")

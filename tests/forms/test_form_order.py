"""Items of a list moved and taken out, a figure made a list: the rest of the form stays, answers follow."""

import os
from pathlib import Path
from typing import Any

import pytest
from drafting import shipped
from forms_strategies import forms
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import UsageError
from generator.forms.edit import edited, legible
from generator.forms.index import index_of
from generator.forms.order import listed, moved, without
from generator.forms.read import read
from generator.forms.shapes import shape_of
from generator.forms.typed import typed

ROOT = Path(__file__).parent.parent.parent
INDEX = index_of(shipped().schema)
FEW = settings(max_examples=int(os.environ.get("GEN_EXAMPLES") or 15))
SHIPPED = [path.read_text("utf-8") for path in sorted((ROOT / "profiles").glob("*-20*.yml"))]
DATA = ("measures", "legal_services", "data")
ADVICE = next(i.id for i in INDEX.schema.indicators.values() if i.label == "法律咨询")
THREE = (
    "存在问题:\n  - 问题: 一\n    原因: 甲\n  # 说明\n  - 问题: 二\n    原因: 乙  # 核\n    # 深\n\n  - 问题: 三\n"
    "下一步打算:\n  - 标题: 首\n    对应问题: [1, 3]\n  - 标题: 次\n    对应问题: 2\n"
)


def said(text: str) -> dict[Any, str]:
    _, root = legible(text, INDEX)
    found = typed(root, shape_of(INDEX))
    return {path: t.words for path, t in found.items() if t.words or path[-2:-1] == ("ticks",)}


def count(text: str, head: Any) -> int:
    return max((p[len(head)] for p in said(text) if p[: len(head)] == head), default=-1) + 1


def answers(text: str) -> list[str]:
    return [words for path, words in said(text).items() if path[-1] == "answers"]


def profile(text: str) -> Any:
    return read(text.encode(), "x.yml", INDEX.schema).profile.values


def test_an_item_takes_its_notes_along_and_the_answers_count_anew() -> None:
    after = moved(THREE, INDEX, ("problems", 1), 0)
    assert "  - 问题: 二\n    原因: 乙  # 核\n    # 深\n  # 说明\n  - 问题: 一\n    原因: 甲\n\n  - 问题: 三\n" in after
    assert answers(after) == ["2, 3", "1"]
    assert answers(moved(THREE, INDEX, ("problems", 0), 2)) == ["2, 3", "1"]


def test_an_item_taken_out_is_answered_no_more() -> None:
    after = without(THREE, INDEX, ("problems", 0))
    assert answers(after) == ["2", "1"]
    assert answers(without(after, INDEX, ("problems", 0))) == ["1"]


def test_answers_count_filled_items_only() -> None:
    text = THREE.replace("  - 问题: 一\n    原因: 甲\n", "  - 问题:\n    原因:\n").replace("[1, 3]", "[1, 2]")
    text = text.replace("对应问题: 2", "对应问题: 1")
    assert answers(moved(text, INDEX, ("problems", 0), 2)) == ["1, 2", "1"]
    assert answers(moved(text, INDEX, ("problems", 2), 0)) == ["1, 2", "2"]


@FEW
@given(st.sampled_from(SHIPPED), st.sampled_from([("problems",), ("plans",), ("highlights",)]), st.data())
def test_moving_back_gives_the_same_form(text: str, head: Any, data: st.DataObject) -> None:
    number = count(text, head)
    if number < 2:
        return
    at, to = (data.draw(st.integers(0, number - 1)) for _ in range(2))
    there = moved(text, INDEX, (*head, at), to)
    assert said(moved(there, INDEX, (*head, to), at)) == said(text)


@FEW
@given(forms(shipped().schema), st.data())
def test_a_moved_item_of_any_form_says_what_it_said(text: str, data: st.DataObject) -> None:
    before = said(text)
    heads = sorted({p[:n] for p in before for n in range(1, len(p)) if isinstance(p[n], int)}, key=str)
    if not heads:
        return
    head = data.draw(st.sampled_from(heads))
    number = count(text, head)
    at, to = (data.draw(st.integers(0, number - 1)) for _ in range(2))
    after = said(moved(text, INDEX, (*head, at), to))
    depth = len(head)
    took = {p[depth + 1 :]: words for p, words in before.items() if p[: depth + 1] == (*head, at)}
    assert {p[depth + 1 :]: words for p, words in after.items() if p[: depth + 1] == (*head, to)} == took
    assert len(after) == len(before)


@pytest.mark.parametrize(
    "figure",
    [
        " 25",
        " 25   # 司法所",
        " {本年: 25, 上年: 3}",
        "\n        本年: 25  # 甲\n        # 乙\n        上年: 3",
        "\n        - 25",
        " [25]",
        " '25'",
    ],
)
def test_a_figure_gets_a_second_entry(figure: str) -> None:
    text = f"主要举措:\n  法律服务:\n    数据:\n      法律咨询:{figure}\n      法律顾问: 2\n"
    at = (*DATA, ADVICE)
    after = listed(text, INDEX, at)
    after = edited(after, INDEX, (*at, 1, "value"), "5")
    after = edited(after, INDEX, (*at, 1, "scope"), "电话")
    values = profile(after)
    first, second = values[(*at, 0)], values[(*at, 1)]
    assert (first.text, second.text, second.scope) == ("25", "5", "电话")
    assert after.count("#") == text.count("#")
    assert listed(after, INDEX, at) == after
    assert profile(without(after, INDEX, (*at, 1)))[(*at, 0)] == first


@pytest.mark.parametrize(("path", "to"), [(("problems", 3), 0), (("problems", 0), 3), (("plans", -1), 0)])
def test_what_is_not_there_is_not_moved(path: Any, to: int) -> None:
    with pytest.raises(UsageError, match="没有这一条"):
        moved(THREE, INDEX, path, to)


def test_items_in_brackets_are_laid_out_in_lines() -> None:
    text = "存在问题: [{问题: 一, 原因: 甲}, {问题: 二}]\n"
    after = moved(text, INDEX, ("problems", 1), 0)
    assert said(after) == {
        ("problems", 0, "problem"): "二",
        ("problems", 1, "problem"): "一",
        ("problems", 1, "cause"): "甲",
    }

"""The reader of plain forms: silent, or of one mind with the YAML parser to the last place."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from forms_small import SMALL
from forms_strategies import forms
from hypothesis import given
from hypothesis import strategies as st

from generator import resources
from generator.forms import parser, source
from generator.forms.block import read_block
from generator.forms.characters import clean
from generator.forms.nodes import Entries, Listing, Node, Scalar
from generator.forms.slips import mend

EXAMPLES = Path(__file__).parents[2] / "examples" / "batch"
SHIPPED = [*sorted(resources.shipped("profiles").glob("*.yml")), *sorted(EXAMPLES.glob("*.yml"))]

KEYS = frozenset([*"甲乙丙丁戊", "甲一", "年度", "数据", "本年", "上年", "时间", "报告", "持证上岗", "其他"])
_LINES = (
    "年度: 2024╱数据:╱年度：2024╱甲 : 乙╱甲:乙╱a: 1╱甲: 乙: 丙╱12:30╱时间: 12:30╱甲: 乙:╱...╱甲,乙: 1╱"
    "- 三项制度╱- 持证上岗: 组织考试╱-╱- ╱-  甲: 1╱- - 甲╱- 甲:╱-3╱甲: -3╱- [1, 3]╱?╱? 甲╱# 说明╱#说明╱"
    "甲: # 说明╱甲: 乙 # 说明╱甲: 乙 #说明╱甲: 乙  #╱甲: 乙#丙╱甲:  # 说明╱- 甲 # 说: 明╱甲: [1, 3]╱"
    "甲: [1,3]╱甲: [1, 3,]╱甲: []╱甲: {本年: 1, 上年: 2}╱甲: {本年: 1, 本年: 2}╱甲: {本年: }╱甲: [1, 3] 4╱"
    "甲: |╱甲: >-╱接着写的一行╱甲: '乙'╱“甲”: 乙╱甲: *乙╱甲: &乙 丙╱!甲: 乙╱甲: @乙╱%甲╱---╱<<: 甲╱"
    "甲: 乙   ╱甲:    乙╱　甲: 乙╱甲: 　乙╱甲: 乙　╱甲: 〔2025〕╱甲: a[1]╱甲: 乙, 丙╱甲: 𠀀╱╱  "
)
PIECES = _LINES.split("╱")


def plain(node: Node | None) -> Any:
    if node is None:
        return None
    where = (node.line, node.column, node.start, node.end)
    if type(node) is Scalar:
        return node.words, node.plain, where
    if type(node) is Listing:
        return node.flow, where, [plain(item) for item in node.items]
    assert type(node) is Entries
    return where, [(plain(key), plain(value)) for key, value in node.pairs]


def agrees(text: str) -> bool:
    """Whether the reader of plain forms has an answer; fails where it is another than the YAML parser's."""
    read = read_block(text) if clean(text) else None
    if read is None:
        return False
    by_yaml = source.Source("form.yml", text)
    assert plain(read) == plain(parser._Builder(text, by_yaml).build())
    assert not by_yaml.diagnostics
    assert not mend(text, KEYS, KEYS).slips
    return True


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_forms_are_read_alike(path: Path) -> None:
    text = path.read_text("utf-8")
    assert agrees(text) or ">-" in text


@given(forms(SMALL))
def test_filled_forms_are_read_alike(text: str) -> None:
    agrees(text)


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(PIECES)), max_size=8), st.sampled_from(("", "\n")))
def test_whatever_lines_stand_together_are_read_alike(lines: list[tuple[int, str]], end: str) -> None:
    agrees("\n".join("  " * depth + piece for depth, piece in lines) + end)


@given(st.integers(0, 10**6), st.integers(0, 3), st.text(" \n:-#[]{},甲1年", max_size=4))
def test_a_form_with_any_slip_in_it_is_read_alike(at: int, cut: int, typed: str) -> None:
    text = "报告:\n  年度: 2024\n主要举措:\n  行政执法:\n    举措:\n    - 甲\n    - 乙: 丙\n"
    text += "    数据:\n      丁: {本年: 1, 上年: 2}\n其他: 好\n"
    at %= len(text)
    agrees(text[:at] + typed + text[at + cut :])


@pytest.mark.parametrize("piece", PIECES)
def test_each_kind_of_line_is_read_alike(piece: str) -> None:
    for before in ("甲一:", "甲一: 乙", "- 甲一", "甲一:\n  - 乙", "甲一:\n  - 乙: 丙\n    丁:"):
        for indent in ("", "  ", "    ", "      "):
            agrees(f"{before}\n{indent}{piece}\n{indent}戊: 己\n")
            agrees(f"{before}\n{indent}{piece}")


def test_plain_forms_are_not_left_to_the_yaml_parser() -> None:
    assert agrees("报告:\n  年度: 2024   # 必填\n\n  提纲:\n  - 甲\n  - 乙: {丙: 1, 丁: 2}\n# 说明\n其他:\n")


def test_what_yaml_refuses_is_not_read() -> None:
    for text in (
        "a: 1\n  b: 2\n",
        "a: 1\n- b\n",
        "a:\n    b: 1\n  c: 2\n",
        "- a\n",
        "a: 1\na: 2\n",
        "a: b: c\n",
        "甲: 乙\n接着\n",
    ):
        assert read_block(text) is None
    with pytest.raises(yaml.YAMLError):
        parser._Builder("a: 1\n  b: 2\n", source.Source("", "")).build()

"""One field changed in a form's text: the rest of the form stays as it was, to the letter."""

from pathlib import Path
from typing import Any

import pytest
from drafting import shipped
from forms_strategies import forms
from hypothesis import given
from hypothesis import strategies as st

from generator import api
from generator.errors import UsageError
from generator.forms.edit import cleaned, edited, legible
from generator.forms.index import index_of
from generator.forms.read import read
from generator.forms.shapes import Keys, Leaf, Shape, Ticks, shape_of
from generator.forms.typed import typed

ROOT = Path(__file__).parent.parent.parent
INDEX = index_of(shipped().schema)
SHAPE = shape_of(INDEX)
BLANK = api.blank_form("乡镇", "云溪县白石镇人民政府", 2024)
SHIPPED = sorted((ROOT / "profiles").glob("*.yml"))


def said(text: str) -> dict[Any, str]:
    """Every filled field of a form, and every tick."""
    _, root = legible(text, INDEX)
    found = typed(root, shape_of(INDEX))
    return {path: t.words for path, t in found.items() if t.words or path[-2:-1] == ("ticks",)}


@st.composite
def addresses(draw: st.DrawFn) -> tuple[str | int, ...]:
    """Some place of the shipped forms."""
    shape: Shape = SHAPE
    steps: list[str | int] = []
    while not isinstance(shape, Leaf | Ticks):
        if isinstance(shape, Keys):
            key = draw(st.sampled_from(sorted(key for key, inner in shape.inner.items() if inner != Ticks(()))))
            shape = shape.inner[key]
            steps.append(key)
        else:
            shape = shape.of
            if not (isinstance(shape, Keys) and shape.whole == "value"):
                steps.append(0)
    return (*steps, draw(st.sampled_from(shape.labels))) if isinstance(shape, Ticks) else tuple(steps)


WORDS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Co", "Zl", "Zp", "Cn"]), max_size=12),
    st.sampled_from(
        ["25", "", "a: b", "x #y", "- 甲", "[甲, 乙]", "'", '"', "甲\n\n乙", "|", "~", "第一\n  第二", "0012"]
    ),
)


@given(addresses(), WORDS)
def test_any_field_of_a_blank_form_can_be_filled_and_nothing_else_changes(path: Any, words: str) -> None:
    after = edited(BLANK, INDEX, path, words)
    expected = said(BLANK)
    if cleaned(words) or path[-2:-1] == ("ticks",):
        expected[path] = cleaned(words)
    else:
        expected.pop(path, None)
    assert said(after) == expected


@given(forms(shipped().schema), addresses(), WORDS)
def test_any_field_of_a_filled_form_can_be_changed(text: str, path: Any, words: str) -> None:
    before = said(text)
    try:
        after = edited(text, INDEX, path, words)
    except UsageError:
        # A figure that is a list has no single value.
        assert path[-1] in ("value", "last", "scope", "period", "part", "sentence", "origin")
        return
    expected = {**before, path: cleaned(words)}
    if not cleaned(words) and path[-2:-1] != ("ticks",):
        del expected[path]
    assert said(after) == expected


@given(st.sampled_from(SHIPPED), st.data())
def test_a_changed_value_leaves_every_other_line_to_the_letter(form: Path, data: st.DataObject) -> None:
    text = form.read_text("utf-8")
    path = data.draw(st.sampled_from(sorted(said(text), key=str)))
    words = data.draw(st.sampled_from(["改过的话", "12", "甲：乙", "有 # 号"]))
    after = edited(text, INDEX, path, words).split("\n")
    lines = text.split("\n")
    changed = [n for n, (old, new) in enumerate(zip(lines, after, strict=False)) if old != new]
    if len(after) == len(lines):
        assert len(changed) <= 1
    else:
        assert changed
    notes = [line.partition("#")[2] for line in lines if line.lstrip().startswith("#")]
    assert [line.partition("#")[2] for line in after if line.lstrip().startswith("#")] == notes


@given(st.lists(st.tuples(addresses(), WORDS), max_size=8))
def test_many_edits_in_a_row_leave_a_form_that_reads(edits: Any) -> None:
    text = BLANK
    for path, words in edits:
        text = edited(text, INDEX, path, words)
    assert not [d for d in read(text.encode(), "x.yml", INDEX.schema).diagnostics if d.code in ("FRM001", "FRM003")]


def test_a_tick_takes_the_mark_from_its_line_and_puts_it_back() -> None:
    path = ("measures", "enforcement", "ticks", "三项制度")
    text = BLANK.replace("#- 综合执法改革", "#- 三项制度", 1)
    ticked = edited(text, INDEX, path, "")
    assert "      - 三项制度" in ticked
    assert len(ticked.splitlines()) == len(text.splitlines())
    assert edited(ticked, INDEX, path, None) == text


def test_an_item_goes_with_its_lines_and_the_next_ones_move_up() -> None:
    text = "存在问题:\n  - 问题: 一\n    原因: 甲\n  # 说明\n  - 问题: 二\n    原因: 乙\n"
    assert edited(text, INDEX, ("problems", 0), None) == "存在问题:\n  # 说明\n  - 问题: 二\n    原因: 乙\n"


def test_a_note_keeps_its_column() -> None:
    text = "报告:\n  年度: 2024      # 必填\n"
    assert edited(text, INDEX, ("report", "year"), "2") == "报告:\n  年度: 2         # 必填\n"


def test_a_form_that_cannot_be_read_is_left_alone() -> None:
    with pytest.raises(UsageError, match="没有配对"):
        edited("报告: [\n", INDEX, ("report", "year"), "2024")

"""A form that was written out says what it said."""

from typing import Any

import pytest
import yaml
from drafting import SHIPPED_PROFILES, profile_of, shipped, shipped_profile
from hypothesis import given
from hypothesis import strategies as st
from report_strategies import hard_words, report_forms

from generator.diagnostics import Severity
from generator.forms.read import read
from generator.forms.scalars import block, scalar
from generator.forms.write import form_text
from generator.schema.model import Path, Profile, Value


def as_text(text: str) -> Any:
    """YAML as forms read it: every scalar is words."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506


def again(profile: Profile) -> dict[Path, Value]:
    text = form_text(profile.values, shipped().schema)
    reading = read(text.encode(), "again.yml", shipped().schema)
    assert [d for d in reading.diagnostics if d.severity is Severity.ERROR] == [], text
    return dict(reading.profile.values)


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_a_shipped_form_is_the_same_when_written_out(name: str) -> None:
    profile = shipped_profile(name)
    assert again(profile) == dict(profile.values)


@given(report_forms(hard_words))
def test_any_form_is_the_same_when_written_out(text: str) -> None:
    profile = profile_of(text)
    assert again(profile) == dict(profile.values)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cf")), min_size=1))
def test_words_come_back_from_a_scalar(words: str) -> None:
    assert as_text(f"键: {scalar(words)}") == {"键": words}
    assert as_text(f"- {scalar(words)}") == [words]
    lines = block(words, 4)
    assert as_text("\n".join(["  键: " + lines[0], *lines[1:]])) == {"键": words}


@given(st.lists(st.text("甲乙 #:-'\"", min_size=1).map(str.strip).filter(bool), min_size=2))
def test_paragraphs_come_back_from_a_block(paragraphs: list[str]) -> None:
    words = "\n\n".join(paragraphs)
    lines = block(words, 4)
    assert lines[0] == "|-"
    assert as_text("\n".join(["  键: " + lines[0], *lines[1:]])) == {"键": words}


@pytest.mark.parametrize("words", ["no", "0012", "1.10", "12:30:45", "2025-02-28", "[甲]", "- 甲", "甲 #乙", "null"])
def test_words_that_yaml_would_take_for_something_else_stay_words(words: str) -> None:
    form = f"报告:\n  年度: 2024\n其他: {scalar(words)}\n"
    assert read(form.encode(), "f.yml", shipped().schema).profile.values[("other",)] == words


def test_notes_stand_behind_the_values_and_change_nothing() -> None:
    profile = shipped_profile("gekeng-2024")
    notes = {path: f"来源：第 {n} 段 # 请核对\n再看" for n, path in enumerate(profile.values)}
    text = form_text(profile.values, shipped().schema, notes, ["据上年报告整理"])
    assert text.startswith("# 据上年报告整理\n")
    assert text.count("请核对") > 50
    assert dict(profile_of(text).values) == dict(profile.values)

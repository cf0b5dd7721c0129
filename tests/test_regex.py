"""Expressions that an earlier run compiled are those that Python compiles."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import api
from generator.regex import regex
from generator.remembered import begin, kept


def ours() -> list["re.Pattern[str]"]:
    """Every expression that a module of ours holds once all rules are there."""
    api.judge()
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("generator.")]
    found = {held for module in modules for held in vars(module).values() if isinstance(held, re.Pattern)}
    return [pattern for pattern in found if isinstance(pattern.pattern, str)]


def anew(expressions: list[tuple[str, int]]) -> list["re.Pattern[str]"]:
    regex.cache_clear()
    try:
        return [regex(*each) for each in expressions]
    finally:
        regex.cache_clear()


def twice(expressions: list[tuple[str, int]]) -> list["re.Pattern[str]"]:
    """Them as a second run has them."""
    begin(lambda: None)
    anew(expressions)
    data = kept()
    begin(lambda: data)
    made = anew(expressions)
    assert kept() is None
    return made


def assert_alike(one: "re.Pattern[str]", other: "re.Pattern[str]") -> None:
    # Python compares the programs too.
    assert one == other
    assert (one.flags, one.groups, one.groupindex) == (other.flags, other.groups, other.groupindex)


def test_all_of_ours_come_back_as_they_were() -> None:
    known = ours()
    assert len(known) > 200
    # Flags in the expression itself are not given twice.
    for pattern, made in zip(known, twice([(each.pattern, each.flags & ~re.U) for each in known]), strict=True):
        assert_alike(made, pattern)


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
@given(st.text("ab一二|.*+?()[]^$\\d{}1,-:<>=!P", max_size=12), st.sampled_from([0, re.I, re.M | re.S, re.X]))
def test_any_expression_is_taken_or_refused_as_python_does(text: str, flags: int) -> None:
    try:
        wanted = re.compile(text, flags)
    except re.error as error:
        with pytest.raises(re.error, match=re.escape(error.msg)):
            anew([(text, flags)])
        return
    assert_alike(anew([(text, flags)])[0], wanted)
    assert_alike(twice([(text, flags)])[0], wanted)


def test_named_groups_are_told_by_name() -> None:
    (made,) = twice([(r"(?P<year>\d{4})年(?:(?P<month>\d+)月)?", 0)])
    match = made.search("写于2025年3月")
    assert match
    assert match.groupdict() == {"year": "2025", "month": "3"}
    assert match.lastgroup == "month"


def test_a_python_with_other_insides_compiles_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_sre", None)
    begin(lambda: None)
    (made,) = anew([("[一二]+(?P<a>三)", 0)])
    assert kept() is None
    assert_alike(made, re.compile("[一二]+(?P<a>三)"))

"""The table of rules: complete, sorted, documented."""

import re
from pathlib import Path

import pytest
from checking import findings, judged, rules

from generator.check import rules as package
from generator.check.engine import run
from generator.check.page import examples
from generator.check.registry import GROUPS, load, table
from generator.check.rule import group

FOLDER = Path(package.__file__).parent
WRITTEN = table()
ANNOTATED = [code for code, rule in rules().items() if rule.needs == ("annotation",)]
"""Rules that text alone can break: their examples are run here, those of the others in tests of their own."""


def test_every_file_of_a_group_is_in_its_table_and_none_is_missing() -> None:
    files = {f"generator.check.rules.{path.parent.name}.{path.stem}" for path in FOLDER.glob("*/*.py")}
    modules = {name for name in files if not name.endswith(".__init__")}
    shared = {name for name in modules if name.rpartition(".")[2].startswith("_")}
    assert modules - shared == set(WRITTEN.values())


def test_codes_are_sorted_within_their_group() -> None:
    for name in GROUPS:
        codes = [code for code in WRITTEN if code.startswith(name)]
        assert codes == sorted(codes)


def test_a_rule_bears_the_code_that_the_table_says() -> None:
    assert [rule.code for rule in load()] == list(WRITTEN)


@pytest.mark.parametrize("code", sorted(rules()))
def test_a_rule_has_a_name_and_a_page_with_reason_source_and_examples(code: str) -> None:
    rule = rules()[code]
    assert group(rule) in GROUPS
    assert rule.name
    for part in ("为什么：", "依据：", "反例", "正例"):
        assert re.search(rf"^{part}", rule.page, re.MULTILINE), f"{code} lacks {part}"
    assert not re.search(r"(为什么|依据)：\s*$", rule.page, re.MULTILINE)
    kinds = {example.bad for example in examples(rule.page)}
    assert kinds == {True, False}


@pytest.mark.parametrize("code", ANNOTATED)
def test_a_rule_finds_its_bad_examples_and_spares_its_good_ones(code: str) -> None:
    for example in examples(rules()[code].page):
        found = findings(example.text, [code], example.year)
        assert all(one.code == code for one in found), found
        assert bool(found) == example.bad, (example.text, found)


@pytest.mark.parametrize("code", ANNOTATED)
def test_bad_examples_that_stand_for_themselves_are_judged_by_themselves(code: str) -> None:
    """A way of finding that is broken goes unseen where another line of the example is found; an empty line parts them.

    Lines on what a whole report lacks need each other; so do those of a rule that tells at most one of its lines.
    """
    for example in examples(rules()[code].page):
        if not example.bad or example.text.count("\n") > 4:
            continue
        each = [findings(line, [code], example.year) for line in example.text.split("\n")]
        assert sum(any(one.place for one in found) for found in each) < 2, example.text


def test_no_two_rules_have_one_name() -> None:
    names = [rule.name for rule in rules().values()]
    assert len(names) == len(set(names))


def test_an_empty_report_is_judged_without_a_bug() -> None:
    assert not [d for d in run(judged(""), rules().values()) if d.code == "BUG001"]

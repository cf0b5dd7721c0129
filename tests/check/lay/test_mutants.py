"""One fault in an otherwise right DOCX is found, by the rule that is meant for it and by no other."""

import pytest
from check.lay.mutating import MUTANTS, laid, mutant

from generator.check.page import examples
from generator.check.registry import load
from generator.diagnostics import Severity

RULES = {rule.code: rule for rule in load() if rule.code.startswith("LAY")}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_fault_is_found_by_its_rule_alone(name: str) -> None:
    found = laid(mutant(name))
    one = MUTANTS[name]
    assert {d.code for d in found if d.severity is not Severity.INFO} == set(one["finds"])
    assert {d.code for d in found if d.severity is Severity.INFO} == set(one.get("hints", ()))


@pytest.mark.parametrize("code", RULES)
def test_the_examples_of_a_page_are_mutants(code: str) -> None:
    for example in examples(RULES[code].page):
        for name in example.text.splitlines():
            one = MUTANTS[name]
            assert (code in (*one["finds"], *one.get("hints", ()))) is example.bad, name


def test_every_rule_has_a_mutant() -> None:
    assert {code for one in MUTANTS.values() for code in (*one["finds"], *one.get("hints", ()))} == set(RULES)

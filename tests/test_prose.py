"""The prose of the five shipped drafts in all their wordings, and of random forms."""

from collections.abc import Callable

import pytest
from drafting import SHIPPED_PROFILES, drafted, shipped_profile
from hypothesis import HealthCheck, given, settings
from prose import RULES, filler, sentences
from report_strategies import report_forms

from generator.document.nodes import Document, Paragraph, Text

Rule = Callable[[Document], list[str]]

few = settings(
    max_examples=max(10, settings().max_examples // 2),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


@pytest.fixture(scope="module", params=SHIPPED_PROFILES)
def wordings(request: pytest.FixtureRequest) -> list[Document]:
    """One shipped form, drafted with every 变体 from 1 to 8."""
    return [drafted(shipped_profile(request.param, variant)).document for variant in range(1, 9)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_wording_of_a_shipped_draft_breaks_a_rule_of_prose(wordings: list[Document], rule: Rule) -> None:
    assert [rule(document) for document in wordings] == [[]] * 8


@few
@given(report_forms())
def test_no_random_draft_breaks_a_rule_of_prose(form: str) -> None:
    document = drafted(form).document
    assert {rule.__name__: found for rule in RULES if rule is not filler and (found := rule(document))} == {}


def test_wordings_differ_and_say_the_same_figures() -> None:
    drafts = [drafted(shipped_profile("faku-2023", variant)).document for variant in (1, 2, 3)]
    assert len({str(document.blocks) for document in drafts}) == 3


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("without_antecedent", "其中达成口头协议94起。"),
        ("leads_twice", "全年甲1件。全年乙2件。"),
        ("too_many_figures", "甲1件，乙2件，丙3件，丁4件，戊5件，己6件，庚7件。"),
        ("too_long", "长" * 121 + "。"),
        ("filler", "进一步切实不断全面" + "做事" * 46 + "。"),
        ("odd_marks", "甲，。"),
        ("odd_marks", "甲“乙。"),
        ("odd_marks", "甲,乙。"),
        ("unended", "甲乙丙"),
    ],
)
def test_each_rule_finds_what_it_is_for(rule: str, words: str) -> None:
    found = next(r for r in RULES if r.__name__ == rule)
    assert found(Document((Paragraph((Text(words),)),)))


def test_a_sentence_ends_with_its_closing_quote() -> None:
    assert sentences("说“好。”又说。") == ["说“好。”", "又说。"]

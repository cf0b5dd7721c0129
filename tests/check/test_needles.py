"""What is said to be missing is missing: an expression whose words a text lacks does not match in it."""

import re
from collections.abc import Iterator

import pytest
import yaml
from checking import rules, sources
from planting import draft_text

from generator.check.needles import needles, possible
from generator.check.page import examples
from generator.check.registry import load, table
from generator.check.subject import HALF
from generator.check.wordlist import FILE


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        (r"(?:大约|约)\d+次", {("大约", "约"), ("次",)}),
        ("[*＊]{3,}|□{2,}", {("*", "＊", "□")}),
        ("(?<=做)出(?=决定|答复)", {("决定", "答复"), ("做",), ("出",)}),
        ("(?:开始|开展)(?:活动)+", {("开",), ("活动",), ("始", "展")}),
        ("(?!中)(?:a)?[^b]", set()),
        ("(?i:TODO)", set()),
        ("(?:甲|乙?)", set()),
    ],
)
def test_the_words_that_must_be_there_are_read_off_an_expression(expression: str, told: set[tuple[str, ...]]) -> None:
    assert {tuple(sorted(group)) for group in needles(re.compile(expression))} == {tuple(sorted(g)) for g in told}


def test_no_expression_of_a_rule_matches_where_its_words_are_missing() -> None:
    texts = [example.text for rule in rules().values() for example in examples(rule.page)]
    texts = [form for text in (*texts, *map(draft_text, range(3))) for form in (text, text.translate(HALF))]
    spared = 0
    for expression in _expressions():
        for text in texts:
            if not possible(expression, text):
                spared += 1
                assert not expression.search(text), (expression.pattern, text)
    assert spared > len(texts)


def _expressions() -> Iterator["re.Pattern[str]"]:
    """Those of the rules written in Python and of the word lists."""
    load()
    for module in table().values():
        held = vars(__import__(module, fromlist=["RULE"])).values()
        yield from (one for one in held if isinstance(one, re.Pattern))
    for rule in yaml.safe_load(sources()[FILE])["rules"]:
        yield from (re.compile(pattern) for pattern in rule.get("pattern", ()))

"""An expression is tried only where it may match, and so finds what it would find everywhere."""

import re
from collections.abc import Iterator

import pytest
import yaml
from checking import judged, rules, sources
from hypothesis import example, given
from hypothesis import strategies as st
from planting import draft_text

from generator.check.concordance import concordance, half_width, places, repeats, units
from generator.check.needles import Needle, matches, needles, possible
from generator.check.page import examples
from generator.check.registry import load, table
from generator.check.rules.fig import items_listed
from generator.check.wordlist import FILE

FAR = 1 << 30


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        (r"(?:大约|约)\d{1,3}次", [[("大约", 0, 0), ("约", 0, 0)], [("次", 2, 5)]]),
        (r"近\d+次", [[("近", 0, 0)], [("次", 2, FAR)]]),
        ("[*＊]{3,}|□{2,}", [[("*", 0, 0), ("＊", 0, 0), ("□", 0, 0)]]),
        ("(?<=做好)出(?=决定|答复)", [[("决定", 1, 1), ("答复", 1, 1)], [("做好", -2, -2)], [("出", 0, 0)]]),
        ("(?:开始|开展)(?:活动)+", [[("开", 0, 0)], [("活动", 2, 2)], [("始", 1, 1), ("展", 1, 1)]]),
        ("[7-9]月", [[("7", 0, 0), ("8", 0, 0), ("9", 0, 0)], [("月", 1, 1)]]),
        ("(?m)^[ ]*第", [[("\n", -1, -1), ("", 0, 0)], [("第", 0, FAR)]]),
        ("^第", [[("", 0, 0)], [("第", 0, 0)]]),
        (r"([甲乙])\1丙", [[("甲", 0, 0), ("乙", 0, 0)], [("丙", 2, 2)]]),
        (r"(?!中)(?:a)?[^b]", []),
        (r"\d\w", []),
        ("(?i:TODO)", []),
        ("(?:甲|乙?)", []),
    ],
)
def test_the_words_that_must_be_there_are_read_off_an_expression(expression: str, told: list[list[Needle]]) -> None:
    read = {frozenset((n.word, n.least, min(n.most, FAR)) for n in group) for group in needles(re.compile(expression))}
    assert read == {frozenset(group) for group in told}


@pytest.mark.parametrize(
    ("word", "text", "told"),
    [
        ("。。", "甲。。。乙", (1, 2)),
        ("甲乙", "甲丙乙", ()),
        ("乙", "甲", ()),
        ("", "甲", (0,)),
        ("𠮷野", "𠮷野家𠮷", (0,)),
        ("\ud800", "甲\ud800", (1,)),
    ],
)
def test_a_word_is_found_wherever_it_begins(word: str, text: str, told: tuple[int, ...]) -> None:
    of = concordance(text)
    assert places(of, word) == told == places(of, word)
    assert units(word) <= of.units or not told


@given(st.text("甲乙𠮷\n", max_size=12), st.text("甲乙𠮷\n", max_size=3))
def test_places_are_those_of_startswith(text: str, word: str) -> None:
    wanted = tuple(at for at in range(len(text)) if text.startswith(word, at)) if word else (0,)
    assert places(concordance(text), word) == wanted
    assert units(word) <= units(text) or not wanted


@given(st.text("甲乙𠮷", max_size=9), st.integers(1, 2), st.integers(0, 2))
@example("甲乙" * 2, 2, 0)
@example("𠮷甲" * 2, 1, 1)
def test_what_stands_twice_in_a_row_is_never_passed_over(text: str, least: int, more: int) -> None:
    twice = re.compile(f"(.{{{least},{least + more}}})\\1")
    assert repeats(text, least, least + more) or not twice.search(text)
    assert _spans(matches(twice, concordance(text))) == _spans(twice.finditer(text))


@given(st.text("甲乙丙12。\n", max_size=40), st.integers(0, 10))
@pytest.mark.parametrize(
    "expression",
    [
        "甲{1,2}乙", r"(?<!\d)1\d?甲", "(?<=甲)乙(?=丙)", "甲.?乙", "(?m)^甲乙?", "^甲", "甲*", "(?:甲|乙)丙",
        r"([甲乙])\1", "甲$", "(?m:^甲)乙", "[12]{2}", "甲(?:乙甲)*丙", "(?m)甲$", "(?s)甲.丙", r"\A甲|乙",
        r"\d?乙", r"(?:[甲\d]|丙?)乙", r"(?=\d)[12]+甲", "(?:甲|[一-丁])?乙",
    ],
)  # fmt: skip
def test_matches_are_those_of_finditer(expression: str, text: str, more: int) -> None:
    # Filled up, so that the places are few enough to be tried alone.
    pattern, long = re.compile(expression), text + "丁" * 40 * more + text
    assert _spans(matches(pattern, concordance(long))) == _spans(pattern.finditer(long))


def test_every_expression_of_a_rule_finds_the_same_and_is_passed_over_only_in_vain() -> None:
    texts = [example.text for rule in rules().values() for example in examples(rule.page)]
    texts = ["\n".join(texts), *texts[::7], *map(draft_text, range(3))]
    texts = [form for text in texts for form in (text, half_width(text))]
    spared = 0
    for text in texts:
        words = concordance(text)
        for expression in EXPRESSIONS:
            assert _spans(matches(expression, words)) == _spans(expression.finditer(text)), expression.pattern
            spared += not possible(expression, words)
    assert spared > len(texts) * len(EXPRESSIONS) // 4


def _spans(found: Iterator["re.Match[str]"]) -> list[tuple[tuple[int, int], ...]]:
    return [match.regs for match in found]


def _expressions() -> Iterator["re.Pattern[str]"]:
    """Those of the rules written in Python and of the word lists."""
    load()
    for module in table().values():
        held = vars(__import__(module, fromlist=["RULE"])).values()
        yield from (one for one in held if isinstance(one, re.Pattern))
    yield items_listed.counted(judged("").words["列举"])
    for rule in yaml.safe_load(sources()[FILE])["rules"]:
        yield from (re.compile(pattern) for pattern in rule.get("pattern", ()))


EXPRESSIONS = tuple(_expressions())

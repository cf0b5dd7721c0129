"""An expression is tried only where it may match, and so finds what it would find everywhere."""

import re
import sys
from collections.abc import Iterator
from threading import Thread

import pytest
import yaml
from checking import judged, rules, sources
from hypothesis import example, given
from hypothesis import strategies as st
from planting import draft_text

from generator.check.concordance import concordance, count, otherwise, places
from generator.check.matching import matches, possible
from generator.check.needles import Needle, needles
from generator.check.page import examples
from generator.check.registry import load, table
from generator.check.rules.fig import items_listed
from generator.check.shape import DIGIT, half_width, repeats, shape
from generator.check.vocabulary import entered
from generator.check.wordlist import FILE

FAR = 1 << 30
D = DIGIT


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        (r"(?:大约|约)\d{1,3}次", [[(f"约{D}次", 0, 1), (f"约{D}{D}次", 0, 1), (f"约{D}{D}{D}次", 0, 1)]]),
        (r"近\d+次", [[(f"近{D}", 0, 0)], [(f"{D}次", 1, FAR)]]),
        ("[*＊]{3,}|□{2,}", [[(a + b + c, 0, 0) for a in "*＊" for b in "*＊" for c in "*＊"] + [("□□", 0, 0)]]),
        ("(?<=做好)出(?=决定|答复)", [[("做好出决定", -2, -2), ("做好出答复", -2, -2)]]),
        ("(?:开始|开展)(?:活动)+", [[("开始活动", 0, 0), ("开展活动", 0, 0)]]),
        ("[7-9]月", [[(f"{D}月", 0, 0)]]),
        ("12[.·]4", [[("12.4", 0, 0), ("12·4", 0, 0)]]),
        ("(?m)^[ ]*第", [[("\n", -1, -1)], [("\n第", -1, -1), (" 第", -1, FAR)]]),
        ("(?m)第$", [[("第\n", 0, 0)]]),
        ("^第$", [[("第", 0, 0)]]),
        (r"([甲乙])\1丙", [[("甲", 0, 0), ("乙", 0, 0)], [("丙", 2, 2)]]),
        ("(?:甲)?乙", [[("乙", 0, 1)]]),
        (r"甲[^,]*(?:乙|丙\s)", [[("甲", 0, 0)], [("乙", 1, FAR), ("丙 ", 1, FAR), ("丙\n", 1, FAR)]]),
        (r"\d\w", [[(D, 0, 0)]]),
        ("占.{0,4}$", [[("占", 0, 0)]]),
        ("占(?:.|甲)?乙", [[("占", 0, 0)], [("乙", 1, 2)]]),
        ("[一-龥]", []),
        (r"(?!中)(?:a)?[^b]", []),
        ("(?i:TODO)", []),
        ("(?:甲|乙?)", []),
    ],
)
def test_the_words_that_must_be_there_are_read_off_an_expression(expression: str, told: list[list[Needle]]) -> None:
    groups = needles(re.compile(expression))
    read = {frozenset(_widest(word, group) for word in {n.word for n in group}) for group in groups}
    assert read == {frozenset(group) for group in told}


def _widest(word: str, group: tuple[Needle, ...]) -> Needle:
    """A word with all places that a group tells of it."""
    told = [needle for needle in group if needle.word == word]
    return Needle(word, min(n.least for n in told), min(max(n.most for n in told), FAR))


def test_what_would_be_too_many_words_is_cut_to_its_ends() -> None:
    sign = "[一二三四五六七八九十]"
    assert all(len(group) <= 200 for group in needles(re.compile(f"第{sign}{{6}}届(?:甲|乙){sign}丙")))
    assert needles(re.compile(f"第{sign}{{6}}届"))
    assert not needles(re.compile("|".join(f"甲{chr(0x4E00 + at)}乙|丁" for at in range(600))))


@pytest.mark.parametrize(
    ("word", "text", "told"),
    [
        ("。。", "甲。。。乙", (1, 2)),
        ("甲乙", "甲丙乙", ()),
        ("乙", "甲", ()),
        ("\n甲", "甲乙\n甲", (-1, 2)),
        ("乙\n", "甲乙", (1,)),
        ("𠮷野", "𠮷野家𠮷", (0,)),
        ("\ud800", "甲\ud800", (1,)),
        (f"{D}{D}年", "2024年、٣٤年", (2, 6)),
        (f"{D} 万", "3\u3000万5\t万", (0, 3)),
    ],
)
def test_a_word_is_found_wherever_it_begins(word: str, text: str, told: tuple[int, ...]) -> None:
    of = concordance(text)
    assert tuple(places(of, word)) == told == tuple(places(of, word))
    assert count(of, word) == count(concordance(text), word) == len(told)


@given(st.text("甲乙𠮷\n", max_size=12), st.text("甲乙𠮷", min_size=1, max_size=3))
@example("乙甲甲", "乙甲甲")
@example("乙甲乙", "乙甲乙")
def test_places_are_those_of_startswith(text: str, word: str) -> None:
    assert list(places(concordance(text), word)) == [at for at in range(len(text)) if text.startswith(word, at)]


@given(st.text(min_size=2, max_size=30), st.lists(st.tuples(st.integers(0, 25), st.integers(2, 5)), max_size=9))
@example("１２（三）", [(0, 2), (2, 3)])
def test_words_are_found_whether_they_were_known_before_the_text_or_not(text: str, cuts: list[tuple[int, int]]) -> None:
    words = [text[begin : begin + length] for begin, length in cuts if len(text) > begin + 1]
    new = concordance(text)
    for word in words:
        # Each is of the text itself, the second one and those after it are looked for alone.
        if "\n" not in word and DIGIT not in word and " " not in word:
            there = [at for at in range(len(text)) if text.startswith(word, at)]
            assert list(places(new, word)) == there == list(places(concordance(text), word))


def test_a_word_that_holds_the_pair_of_another_is_found_once() -> None:
    pairs = {"卯寅丑": "寅丑", "卯寅子": "卯寅"}
    entered(pairs, pairs)
    assert places(concordance("卯寅丑卯寅子"), "卯寅丑") == [0]
    assert places(concordance("卯寅丑卯寅子"), "卯寅子") == [3]


def test_texts_are_looked_through_while_others_enter_words() -> None:
    """As the window does it, each request in a thread of its own."""
    wrong: list[str] = []

    def look(own: int) -> None:
        for number in range(150):
            first = 0x4E00 + 600 * own + 4 * number
            text = "".join(map(chr, (first, first + 1, first + 2, first, first + 1, first + 3)))
            new = concordance(text)
            for word in (text[:2], text[3:], text[:3]):
                told = [at for at in range(len(text)) if text.startswith(word, at)]
                if list(places(new, word)) != told or list(places(concordance(text), word)) != told:
                    wrong.append(word)

    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        lookers = [Thread(target=look, args=(own,)) for own in range(4)]
        for looker in lookers:
            looker.start()
        for looker in lookers:
            looker.join()
    finally:
        sys.setswitchinterval(usual)
    assert wrong == []


@given(st.text("１1，,（( \u3000年", max_size=12), st.sampled_from(["１年", "1年", "，", "（1", "年（", "(年", "，,"]))
def test_words_stand_in_a_text_as_it_is_printed(text: str, word: str) -> None:
    printed = otherwise(concordance(half_width(text)), text)
    assert places(printed, word) == [at for at in range(len(text)) if text.startswith(word, at)]


@given(st.text(st.characters(), max_size=30))
def test_the_shape_of_a_text_is_as_long_and_knows_digits_and_spaces_as_expressions_do(text: str) -> None:
    shaped = shape(text)
    assert [at for at, sign in enumerate(shaped) if sign == DIGIT] == [
        at for at, sign in enumerate(text) if re.match(r"\d|\0", sign)
    ]
    assert [at for at, sign in enumerate(shaped) if sign in " \n"] == [m.start() for m in re.finditer(r"\s", text)]
    assert len(shaped) == len(text)


@given(st.text("甲乙𠮷", max_size=9), st.integers(1, 2), st.integers(0, 2))
@example("甲乙" * 2, 2, 0)
@example("𠮷甲" * 2, 1, 1)
def test_what_stands_twice_in_a_row_is_never_passed_over(text: str, least: int, more: int) -> None:
    twice = re.compile(f"(.{{{least},{least + more}}})\\1")
    assert repeats(text, least, least + more) or not twice.search(text)
    assert _spans(matches(twice, text, concordance(text))) == _spans(twice.finditer(text))


@given(st.text("甲乙丙12٣.。、 \u3000\n", max_size=40), st.integers(0, 10))
@pytest.mark.parametrize(
    "expression",
    [
        r"甲\s*(?:\d|乙)+丙", r"[甲乙]{2,4}丙$", r"(?:甲|乙丙)?[12]乙", r"(?<=[甲\s])乙|\d{2}", r"\d[\d.]*[甲乙]?丙",
        r"(?m)^\s*\d[.、]",
        "甲{1,2}乙", r"(?<!\d)1\d?甲", "(?<=甲)乙(?=丙)", "甲.?乙", "(?m)^甲乙?", "^甲", "甲*", "(?:甲|乙)丙",
        r"([甲乙])\1", "甲$", "(?m:^甲)乙", "[12]{2}", "甲(?:乙甲)*丙", "(?m)甲$", "(?s)甲.丙", r"\A甲|乙",
        r"\d?乙", r"(?:[甲\d]|丙?)乙", r"(?=\d)[12]+甲", "(?:甲|[一-丁])?乙", "丙|^.{0,4}乙",
    ],
)  # fmt: skip
def test_matches_are_those_of_finditer(expression: str, text: str, more: int) -> None:
    # Filled up, so that the places are few enough to be tried alone.
    pattern, long = re.compile(expression), text + "丁" * 40 * more + text
    assert _spans(matches(pattern, long, concordance(long))) == _spans(pattern.finditer(long))


def test_every_expression_of_a_rule_finds_the_same_and_is_passed_over_only_in_vain() -> None:
    texts = [example.text for rule in rules().values() for example in examples(rule.page)]
    texts = ["\n".join(texts), *texts[::7], *map(draft_text, range(3))]
    texts = [form for text in texts for form in (text, half_width(text))]
    spared = 0
    for text in texts:
        words = concordance(half_width(text))
        for expression in EXPRESSIONS:
            assert _spans(matches(expression, text, words)) == _spans(expression.finditer(text)), expression.pattern
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

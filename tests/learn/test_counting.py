"""generator.learn: what a report shows and what a cut hides, and what is made of the numbers."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from learning_strategies import LABELS, LEVELS, records

from generator.errors import UnreadableInput
from generator.learn.amounts import bucket, quantile
from generator.learn.count import Counts, count, dump, load
from generator.learn.facts import date_form, facts
from generator.learn.induce import induce
from generator.learn.outline_files import LONGEST, MOST_TOLD, read
from generator.learn.outlines import style, wording
from generator.learn.plain import lines
from generator.learn.rewriting import difference, edited, sealed


def learned(reports: list[Any]) -> dict[str, Any]:
    return induce(count(reports, LEVELS), LABELS)


@given(st.lists(records(), max_size=8))
def test_a_truncated_report_says_nothing_about_presence(reports: list[Any]) -> None:
    cut = count(({**report, "truncated": True} for report in reports), LEVELS)
    whole = {"full", "sequences", "closed", "closings", "lengths"}
    assert not [
        key for key in cut if (key[0] in ("sections", "themes") and {"support", "position"} & {*key}) or key[0] in whole
    ]


@given(st.lists(records(), min_size=1, max_size=8))
def test_seen_never_exceeds_of_and_one_report_makes_no_standard(reports: list[Any]) -> None:
    schema = learned(reports)
    for kind in ("sections", "themes"):
        for name, found in schema[kind].items():
            support = found.get("support", {})
            assert all(seen <= of for seen, of in support.values())
            if support.get("全部", [0, 0])[0] < 2:
                assert name not in schema["standard"][kind]
            assert all(shares["全部"][0] > 1 for shares in found.get("wordings", {}).values())


words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=8)
plain = st.recursive(
    st.integers() | words | st.lists(st.integers(), max_size=2),
    lambda inner: st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(words, plain, max_size=4))
def test_plain_data_comes_back_from_its_yaml(data: dict[str, Any]) -> None:
    text = "\n".join(lines(data)) or "{}"
    assert yaml.safe_load(text) == data


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("(三)", "（一）"),
        ("十二、", "一、"),
        ("二是", "一是"),
        ("12.", "1."),
        ("3、", "1、"),
        ("2", ""),
        ("", ""),
    ],
)
def test_a_marker_is_known_whatever_its_ordinal(marker: str, expected: str) -> None:
    assert style(marker) == expected


def test_a_heading_is_restored_to_print() -> None:
    assert wording("2025年度推进法治建设,提质(试行)。") == "{年度}年度推进法治建设，提质（试行）"


def test_next_year_is_told_from_this_year() -> None:
    assert wording("2025年工作打算", 2024) == "{次年}年工作打算"
    assert wording("2024年工作打算", 2024) == wording("2024年工作打算") == "{年度}年工作打算"


@pytest.mark.parametrize(
    "line",
    [
        "不是",
        "[]",
        '{"level": "county"}',
        '{"level": 3, "headings": []}',
        '{"level": "county", "headings": {}}',
        '{"level": "county", "headings": [{"level": 1, "marker": "一、"}]}',
        '{"level": "county", "headings": [{"level": 1, "marker": "一、", "text": "甲", "role": ["a"]}]}',
        '{"level": "county", "headings": [{"level": 1, "marker": "一、", "text": "甲", "theme": [["a"]]}]}',
        '{"level": "county", "headings": [], "opening": []}',
        '{"level": "county", "headings": [], "figures": [{"indicator": []}]}',
        '{"level": "county", "headings": [], "figures": [{"label": "", "unit": "", "amount": 3}]}',
        '{"level": "county", "headings": [], "characters": {"report": "3"}}',
        '{"level": "county", "headings": [{"level": 1, "marker": "一、", "text": "甲", "line": "3"}]}',
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_outline_is_named(line: str, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(f'{{"level": "county", "headings": []}}\n{line}\n', encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"a\.jsonl:2"):
        list(read([file]))


def test_every_line_that_is_no_outline_is_told_at_once_with_what_to_write(tmp_path: Path) -> None:
    good = b'{"level": "county", "headings": []}'
    heading = b'{"level": "\xe4\xb8\x80", "marker": null, "text": "x", "theme": ["enforcement", 3]}'
    lines = [b"{" * 3, good, b'\xff{"level": 1}', b"", b'{"level": "county", "headings": [%s, []]}' % heading, b"null"]
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_bytes(b"\xef\xbb\xbf" + b"\n".join(lines))
    second.write_bytes(good + b"\n" + b'"' + b"x" * (2 * LONGEST) + b'"\n' + b'{"headings": {}}\n')
    found: list[object] = []
    with pytest.raises(UnreadableInput) as stop:
        found.extend(read([first, second]))
    head, *told = stop.value.message.splitlines()
    assert head == "提纲文件里有 6 行不是一条提纲："
    facts = [line.replace(f"{tmp_path}/", "") for line in told if not line.startswith(" ")]
    assert facts == [
        "a.jsonl:1 不是 JSON，从第 2 个字起读不懂",
        "a.jsonl:3 不是 UTF-8 编码",
        'a.jsonl:5 “headings”第 1 项的“level”是 "一"，不是整数',
        "a.jsonl:5 “headings”第 1 项的“theme”第 2 项是 3，不是文字",
        "a.jsonl:5 “headings”第 2 项是 []，不是对象",
        "a.jsonl:6 是 null，不是对象",
        f"b.jsonl:2 一行超过 {LONGEST} 字节",
        "b.jsonl:3 没有“level”",
        "b.jsonl:3 “headings”是 {}，不是数组",
    ]
    assert len(told) == 2 * len(facts)
    assert "    整数不加引号，如 1" in told


def test_of_many_faults_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("坏\n" * (MOST_TOLD + 7), encoding="utf-8")
    with pytest.raises(UnreadableInput, match="另有 7 处") as stop:
        list(read([file]))
    assert stop.value.message.count("a.jsonl:") == MOST_TOLD


@given(st.decimals(-(10**20), 10**20, allow_nan=False, allow_infinity=False))
def test_a_bucket_is_its_own_bucket_and_within_a_tenth(amount: Decimal) -> None:
    name = bucket(amount)
    assert bucket(Decimal(name)) == name
    if 10 <= abs(amount) < 10**18:
        assert abs(amount) * Decimal("0.9") <= abs(Decimal(name)) <= abs(amount)


@given(st.lists(st.integers(0, 99), min_size=1))
def test_quantiles_of_small_whole_numbers_are_exact(numbers: list[int]) -> None:
    histogram: dict[str, int] = {}
    for number in numbers:
        name = bucket(Decimal(number))
        histogram[name] = histogram.get(name, 0) + 1
    assert quantile(histogram, 10) == str(max(numbers))
    assert quantile(histogram, 5) == str(sorted(numbers)[(len(numbers) + 1) // 2 - 1])


@pytest.mark.parametrize(
    ("date", "form"),
    [
        ("2025年1月9日", "2024年1月9日"),
        ("2025年02月28日", "2024年01月09日"),
        ("二〇二五年二月二十八日", "二〇二四年一月九日"),
        ("2025-02-28", "2024-01-09"),
        ("二月末", "其他写法"),
    ],
)
def test_a_date_is_known_by_its_form(date: str, form: str) -> None:
    assert date_form(date) == form


@pytest.mark.parametrize("text", ["", "{}", '{"gen": "counts", "version": 2}', "[1]", "\x00\xff"])
def test_a_file_that_holds_no_counts_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "counts.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInput):
        load(file)


@pytest.mark.parametrize("line", ['[0, "a"]', '[-1, "a"]', '["a"]', "[1]", '[1, 2]', '[true, "a"]', "{}", "!"])
def test_a_line_that_is_no_count_is_refused(line: str, tmp_path: Path) -> None:
    file = tmp_path / "counts.jsonl"
    file.write_bytes(dump(Counts()) + line.encode() + b"\n")
    with pytest.raises(UnreadableInput):
        load(file)


def test_a_part_that_is_often_missing_does_not_pull_others_forward() -> None:
    def report(*roles: str) -> dict[str, Any]:
        headings = [{"level": 1, "marker": "一、", "text": role, "role": role} for role in roles]
        return {"level": "county", "headings": headings}

    reports = [report("a", "b", "c", "d")] + [report("c", "d")] * 3 + [report("a", "b")] * 3
    assert learned(reports)["standard"]["sections"] == ["a", "b", "c", "d"]
    assert learned([report("a", "b"), report("b", "a")])["ties"]["sections"] == [["a", "b"]]


def test_the_first_figure_for_the_whole_year_tells_what_is_typical() -> None:
    def figure(amount: int, whole: bool) -> dict[str, Any]:
        return {"indicator": "x", "label": "x", "unit": "件", "amount": str(amount), "whole": whole}

    report = {"level": "county", "headings": [], "figures": [figure(900, False), figure(30, True), figure(7, True)]}
    assert learned([report, report])["indicators"]["x"]["typical"]["全部"] == {
        "of": 2, "low": 30, "median": 30, "high": 30,
    }  # fmt: skip
    assert "typical" not in learned([report])["indicators"]["x"]


def test_what_the_measures_tell_of_counts_under_whatever_heading() -> None:
    headings = [
        {"level": 1, "marker": "一、", "text": "举措", "role": "measures"},
        {"level": 2, "marker": "（一）", "text": "甲", "theme": ["a"]},
    ]
    told = [
        {"theme": "a", "line": 1, "quote": "甲", "part": 1},
        {"theme": "b", "line": 2, "quote": "乙", "part": 1},
        {"theme": "c", "line": 3, "quote": "丙3件", "part": 0},
    ]
    found = learned([{"level": "county", "headings": headings, "told": told}])["themes"]
    assert [found[name]["support"]["全部"] for name in "abc"] == [[1, 1]] * 3
    assert [found[name].get("position", {}).get("全部") for name in "abc"] == [[1.0, 1], [1.0, 1], None]


@pytest.mark.parametrize(("marks", "runs"), [((True, True, False), True), ((True, False), False), ((False,), False)])
def test_headings_run_in_where_more_of_them_do_than_not(marks: tuple[bool, ...], runs: bool) -> None:
    headings = [{"level": 2, "marker": "（一）", "text": "甲", "run_in": mark} for mark in marks]
    assert (("run_in", "2") in {fact.path for fact in facts({"headings": headings})}) == runs


def test_themes_of_one_heading_stand_in_no_order() -> None:
    headings = [
        {"level": 2, "marker": "（一）", "text": "甲和乙", "theme": ["a", "b"]},
        {"level": 2, "marker": "（二）", "text": "丙", "theme": ["c"]},
    ]
    order = {fact.path[2:] for fact in facts({"headings": headings}) if fact.path[:2] == ("before", "themes")}
    assert order == {("a", "c"), ("b", "c")}


def test_an_edit_is_seen_and_the_difference_told() -> None:
    text = sealed("学来的。", "a: 1\nb: 2\n")
    assert not edited(text)
    assert edited(text.replace("b: 2", "b: 3"))
    assert edited("a: 1\nb: 2\n")
    shown = list(difference(text.replace("b: 2", "b: 3"), text))
    assert "-b: 3" in shown
    assert "+b: 2" in shown
    assert not list(difference(text, text))


def test_a_record_survives_its_own_file(tmp_path: Path) -> None:
    record = {"level": "county", "headings": [{"level": 1, "marker": "", "text": "甲"}], "year": None}
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps(record) + "\n\n", encoding="utf-8")
    assert list(read([file])) == [(str(file), record)]

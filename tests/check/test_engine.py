"""The engine: what runs, how bad it is, and what becomes of a rule that fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from checking import findings, judged, rules
from drafting import profile_text
from planting import draft_text

from generator import api
from generator.check.engine import Settings, chosen, run
from generator.check.matching import any_possible
from generator.check.page import examples
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, folded_words
from generator.diagnostics import Severity
from generator.errors import BrokenTemplate, UsageError

OWN = """
rules:
- code: LOC001
  kind: prefer
  name: 本县的说法
  severity: warning
  pairs: {便民服务大厅: 政务服务中心}
  why: 本县统一。
  source: 本县通知。
  bad: [便民服务大厅]
  good: [政务服务中心]
"""


def failing(of: Subject) -> Iterator[Finding]:
    raise ZeroDivisionError("除以零")


BROKEN = Rule("XXX001", "坏的", Severity.ERROR, failing, "")


def test_a_rule_is_passed_over_only_where_it_would_find_nothing() -> None:
    texts = [example.text for rule in rules().values() for example in examples(rule.page)][::9]
    subjects = [judged(text) for text in (*texts, "\n".join(texts), *map(draft_text, range(3)))]
    passed = 0
    for rule in (rule for rule in rules().values() if rule.looks_for):
        for of in subjects:
            if not any_possible(rule.looks_for, folded_words(of)):
                assert not tuple(rule.check(of)), (rule.code, of.text[:60])
                passed += 1
    assert passed > len(subjects) * 60


def test_a_rule_that_fails_is_told_as_our_bug_and_the_others_run() -> None:
    found = run(judged("截止目前，已办结。"), [BROKEN, rules()["WRD004"]])
    assert [(d.code, d.severity) for d in found] == [("BUG001", Severity.WARNING), ("WRD004", Severity.WARNING)]
    assert "XXX001" in found[0].message
    assert "除以零" in found[0].message


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        (Settings(select=("WRD004",)), {"WRD004"}),
        (Settings(select=("PRI", "WRD004"), ignore=("PRI00",)), {"WRD004", "PRI010", "PRI011", "PRI012"}),
    ],
)
def test_rules_are_chosen_by_code_or_group(settings: Settings, codes: set[str]) -> None:
    assert {rule.code for rule in chosen(rules().values(), settings)} == codes


def test_a_rule_that_is_off_runs_only_when_selected_by_its_code() -> None:
    off = Rule("WRD999", "默认不查", Severity.INFO, failing, "", enabled=False)
    assert chosen([off], Settings()) == ()
    assert chosen([off], Settings(select=("WRD",))) == ()
    assert chosen([off], Settings(select=("WRD999",))) == (off,)


def test_a_severity_that_the_user_sets_stands_above_that_of_a_finding() -> None:
    of = judged("全县678  名执法人员全部持证。")
    plain = run(of, [rules()["NUM006"]])
    forced = run(of, chosen([rules()["NUM006"]], Settings(severities={"NUM": Severity.ERROR})))
    assert plain[0].severity is Severity.INFO
    assert forced[0].severity is Severity.ERROR


def test_a_place_is_the_line_and_the_column_of_the_words() -> None:
    (found,) = findings("第一行。\n\n第三行截止目前。", ["WRD004"])
    assert found.place is not None
    assert (found.place.line, found.place.column) == (3, 4)


def test_an_ignored_code_is_silent_and_one_that_silences_nothing_is_told(tmp_path: Path) -> None:
    file = tmp_path / "form.yml"
    ignore = "检查:\n  忽略: [STA003, WRD020]\n"
    file.write_text(profile_text("gekeng-2024") + ignore, "utf-8")
    codes = [d.code for d in api.check(file, api.judge()).diagnostics]
    assert "STA003" not in codes
    (told,) = [d for d in api.check(file, api.judge()).diagnostics if d.code == "CHK001"]
    assert "WRD020" in told.message
    assert told.place is not None


def test_rules_beside_the_form_are_added(tmp_path: Path) -> None:
    (tmp_path / "rules.yml").write_text(OWN, "utf-8")
    report = tmp_path / "report.txt"
    report.write_text("便民服务大厅办件12件。", "utf-8")
    found = api.check(report, api.judge(beside=report)).diagnostics
    assert "LOC001" in {d.code for d in found}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (OWN.replace("LOC001", "WRD004"), "WRD004"),
        (OWN.replace("prefer", "替换"), "替换"),
        (OWN.replace("kind:", "kinds:"), "kinds"),
        (OWN.replace("LOC001", "本地1"), "本地1"),
        (OWN.replace("pairs: {便民服务大厅: 政务服务中心}", "pattern: ['(']").replace("prefer", "forbid"), "LOC001"),
        (OWN.replace("warning", "严重"), "LOC001"),
        ("rules: 3\n", "rules"),
        ("words: [a]\n" + OWN.replace("LOC001", "LOC"), "LOC"),
    ],
)
def test_a_broken_list_of_rules_is_named_with_what_is_wrong(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "rules.yml").write_text(text, "utf-8")
    with pytest.raises(BrokenTemplate) as stop:
        api.judge(beside=tmp_path)
    assert said in stop.value.message


def test_a_code_that_no_rule_has_is_refused() -> None:
    with pytest.raises(UsageError, match="WRD998"):
        api.judge(settings=Settings(select=("WRD998",)))

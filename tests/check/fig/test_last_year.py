"""A report whose figures are last year's to the digit."""

from dataclasses import replace

from checking import judged, rules

from generator.check.engine import run
from generator.diagnostics import Diagnostic

LAST = """全年召开领导小组会议3次。调解矛盾纠纷118起，调解成功116起。收到行政复议申请31件，受理22件。
法律援助案件办了326件，公证办了281件。抽评执法案卷164卷。主动公开政府信息4715条。"""
THIS = LAST.replace("118", "130").replace("116", "129").replace("326", "298").replace("4715", "4012")


def told(text: str) -> tuple[Diagnostic, ...]:
    return run(replace(judged(text), last=judged(LAST, 2023)), [rules()["FIG025"]])


def test_figures_that_are_all_last_years_are_told_once() -> None:
    (found,) = told(LAST)
    assert found.place is None
    assert "一个不差" in found.message


def test_a_report_with_figures_of_its_own_is_left_in_peace() -> None:
    assert not told(THIS)


def test_without_last_years_report_nothing_is_told() -> None:
    assert not run(judged(LAST), [rules()["FIG025"]])

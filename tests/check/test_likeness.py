"""SIM: against last year's report, and against others of the batch."""

from dataclasses import replace

import pytest
from checking import judged, rules
from planting import draft_text

from generator.check.engine import run
from generator.check.subject import Subject

NOW = draft_text(3, 2024)
PASSAGE = (
    "在集市和渡口设立流动办事点，逢三逢八由窗口人员轮流坐摊，老人和残疾人打一个电话就有人上门取"
    "件，办好以后由网格员送回家中，每一件都写进台账并在村口公示栏公布办结的日子和经办人"
)
TAIL = f"{PASSAGE}。2023年，全镇调解矛盾纠纷130起。\n"


def against(now: str, then: str, code: str) -> list[str]:
    of: Subject = replace(judged(now, 2024), last=judged(then, 2023))
    return [d.message for d in run(of, [rules()[code]])]


def test_a_long_passage_of_last_year_is_found_whatever_its_punctuation() -> None:
    (told,) = against(f"其一。\n{PASSAGE}。", f"旧闻：{PASSAGE.replace('，', ',')}。", "SIM001")
    assert f"{len(PASSAGE.replace('，', ''))}字" in told
    assert against(f"{PASSAGE[:50]}。", f"{PASSAGE}。", "SIM001") == []


def test_a_report_that_is_last_years_is_alike_and_another_is_not() -> None:
    assert against(NOW, NOW.replace("2024", "2023"), "SIM002")
    assert against(NOW, draft_text(8, 2023), "SIM002") == []


def test_a_figure_of_last_year_is_found_and_a_new_one_is_not() -> None:
    now = "2024年，全镇调解矛盾纠纷130起，开展普法宣传活动21场次。"
    (told,) = against(now, "2023年，全镇调解矛盾纠纷130起，开展普法宣传活动20场次。", "SIM003")
    assert "130起" in told


def test_a_sentence_left_with_last_years_number_is_found() -> None:
    assert len(against(TAIL, TAIL, "SIM004")) == 1
    assert against(TAIL.replace("2023年", "2024年"), TAIL, "SIM004") == []
    assert len(against(TAIL, TAIL.replace("130起", "97起"), "SIM004")) == 1
    named = "落实《青石县2023年法治政府建设工作要点（试行）》。"
    assert against(named, named, "SIM004") == []


def test_a_passage_of_another_unit_of_the_batch_is_found() -> None:
    other = replace(judged(f"别的话。{PASSAGE}。"), file="别处.txt")
    of = replace(judged(f"我们的话。{PASSAGE}。"), others=(other,))
    (found,) = run(of, [rules()["SIM005"]])
    assert "别处.txt" in found.message
    assert run(replace(of, others=(judged("别的。"),)), [rules()["SIM005"]]) == ()


def test_set_phrases_before_the_first_heading_may_be_those_of_all() -> None:
    parts = "一、主要举措和成效\n二、不足和原因\n三、2025年主要安排"
    assert against(f"题目\n{PASSAGE}。\n{parts}", f"{PASSAGE}。", "SIM001") == []
    assert len(against(f"题目\n{parts}\n{PASSAGE}。", f"{PASSAGE}。", "SIM001")) == 1


@pytest.mark.parametrize("code", ["SIM001", "SIM002", "SIM003", "SIM004"])
def test_without_last_years_report_nothing_is_said(code: str) -> None:
    assert run(judged(NOW), [rules()[code]]) == ()

"""Anybody's report as a form: nothing lost, nothing twice, each value with its place."""

import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from drafting import drafted, profile_of, shipped

from generator import api
from generator.annotate.lines import lines
from generator.cli.gen import gen
from generator.diagnostics import Severity
from generator.errors import UsageError
from generator.forms.read import read
from generator.schema.model import Figure, Profile

REPORT = Path(__file__).with_name("report.txt")


@pytest.fixture(scope="module")
def form() -> str:
    return api.extracted(REPORT).text


@pytest.fixture(scope="module")
def profile(form: str) -> Profile:
    return profile_of(form)


def test_the_frame_of_the_report_is_read(profile: Profile) -> None:
    values = profile.values
    assert values["report", "year"] == 2023
    assert values["report", "date"] == "2024-01-15"
    assert values["unit", "name", 0] == "青禾县白石镇人民政府"
    assert values["unit", "level"] == "乡镇"
    assert values["unit", "upper"] == "青禾县"
    assert values["unit", "addressee", 0] == "青禾县人民政府"


def test_every_theme_keeps_its_heading_and_its_words(profile: Profile) -> None:
    assert profile.values["measures", "leadership", "heading"] == "加强组织领导,压实法治责任"
    points = ("measures", "leadership", "points")
    assert (profile.values[*points, 0, "title"], profile.values[*points, 1, "title"]) == ("带头学法", "健全制度")
    assert str(profile.values[*points, 0, "content"]).startswith("镇党委理论学习中心组坚持学用结合")


def test_a_sentence_that_only_counts_becomes_figures_in_its_own_words(profile: Profile) -> None:
    values = {str(p[-2]): v for p, v in profile.values.items() if isinstance(v, Figure)}
    cases = next(v for v in values.values() if "行政处罚案件17件" in v.sentence)
    assert (cases.text, cases.unit) == ("17", "件")
    assert any(v.text == "46" for v in values.values())
    assert "行政处罚案件" not in str(profile.values["measures", "enforcement", "extra"])


def test_a_number_in_a_sentence_that_stays_is_no_figure(profile: Profile) -> None:
    assert "3个村的护林员一同参加" in str(profile.values["measures", "enforcement", "extra"])
    assert not any(isinstance(v, Figure) and v.text == "3" for v in profile.values.values())


def test_problems_are_told_apart_from_what_shows_and_what_causes_them(profile: Profile) -> None:
    values = profile.values
    assert values["problems", 0, "problem"] == "普法形式较单一"
    assert values["problems", 0, "shows"] == "宣传多靠发放资料,年轻人参与不多"
    assert str(values["problems", 0, "cause"]).startswith("主要是因为专职人员少")
    assert str(values["problems", 1, "cause"]).startswith("由于编制有限")


def test_plans_have_a_title_and_steps(profile: Profile) -> None:
    assert profile.values["plans", 0, "title"] == "创新普法方式"
    assert [profile.values["plans", 0, "steps", n] for n in (0, 1)] == ["用短视频讲案例", "组织学生模拟法庭"]


def test_every_number_of_the_report_stands_in_the_draft_once(profile: Profile) -> None:
    body = REPORT.read_text("utf-8").split("\n")[3:-3]
    said = "\n".join(line.text for line in lines(drafted(profile).document))
    counted = Counter(re.findall(r"\d+[件次起个]", "\n".join(body)))
    assert Counter(re.findall(r"\d+[件次起个]", said)) == counted


def test_no_sentence_of_the_report_is_lost(profile: Profile) -> None:
    said = re.sub(r"\W", "", "".join(line.text for line in lines(drafted(profile).document)))
    text = "\n".join(REPORT.read_text("utf-8").split("\n")[4:-3])
    for clause in re.split(r"[。,\n]|[一二三]、|\([一二三]\)", text):
        bare = re.sub(r"\W", "", clause).removeprefix("全年")
        if bare not in ("存在的问题", "下一步工作打算"):
            assert bare in said, clause


def test_each_value_tells_where_it_was_read(form: str) -> None:
    assert re.search(r"标题: '加强组织领导,压实法治责任'  # 第5行", form)
    assert re.search(r"值: 17件  # 请核对；第8行", form)


def test_the_form_reads_without_errors(form: str) -> None:
    found = read(form.encode(), "form.yml", shipped().schema).diagnostics
    assert not [d for d in found if d.severity is not Severity.INFO]


def test_next_year_s_form_holds_figures_as_last_year_s_and_prints_none_of_the_words() -> None:
    form = api.extracted(REPORT, 2024).text
    values = profile_of(form).values
    assert values["report", "year"] == 2024
    assert not any(isinstance(value, Figure) for value in values.values())
    assert re.search(r"行政处罚案件: \{本年: , 上年: 17件\} +# .*第8行", form)
    assert "坚持抓早抓小" in str(values["measures", "disputes", "reference"])
    assert not any("ticks" in path for path in values)
    said = "".join(line.text for line in lines(drafted(Profile(values, {})).document))
    assert "坚持抓早抓小" not in said


def test_a_report_of_another_year_is_refused() -> None:
    with pytest.raises(UsageError, match="2023 年度的报告"):
        api.extracted(REPORT, 2020)


def test_a_blank_form_takes_last_year_s_report() -> None:
    assert api.blank_form("乡镇", "青禾县白石镇人民政府", 2024, last=REPORT) == api.extracted(REPORT, 2024).text


def test_the_command_writes_a_form_and_never_over_another(tmp_path: Path) -> None:
    target = tmp_path / "form.yml"
    first = CliRunner().invoke(gen, ["extract", str(REPORT), "-o", str(target)], standalone_mode=False)
    assert first.return_value == 0
    assert "不是本工具起草的报告" in first.output
    before = target.read_bytes()
    again = CliRunner().invoke(gen, ["extract", str(REPORT), "-o", str(target)], standalone_mode=False)
    assert again.exception is not None
    assert target.read_bytes() == before


_OPENED = """清溪镇人民政府2024年度法治政府建设情况报告
一年来，清溪镇把法治建设摆在乡村振兴全局中谋划，现将有关情况报告如下：
一、主要做法
(一)抓学习，强引领。镇长定期听取法治工作汇报。
(二)抓调解，促和谐。村村都有调解员。
二、存在的主要问题
虽然取得了一定成绩，但还存在一些不足：一是个别干部运用法治方式的本领不强，主要原因是学习不系统。二是执法力量偏弱。
清溪镇人民政府
2025年1月16日
"""


def test_what_opens_a_report_stands_once_in_the_first_theme_and_a_cause_behind_a_lead_is_a_cause(
    tmp_path: Path,
) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(_OPENED, "utf-8")
    profile = profile_of(api.extracted(path).text)
    extra = str(profile.values["measures", "leadership", "extra"])
    assert extra.startswith("一年来，清溪镇把法治建设摆在乡村振兴全局中谋划\n\n")
    assert str(profile.values["problems", 0, "cause"]).endswith("学习不系统")
    said = [str(value) for value in profile.values.values()]
    assert sum("取得了一定成绩" in words for words in said) == 1
    assert sum("学习不系统" in words for words in said) == 1


def test_the_level_and_the_name_of_a_unit_may_be_left_to_last_year_s_report(tmp_path: Path) -> None:
    told = api.blank_form("", "", 2024, last=REPORT)
    assert told == api.blank_form("乡镇", "青禾县白石镇人民政府", 2024, last=REPORT)
    form = tmp_path / "去年.yml"
    form.write_text(api.extracted(REPORT).text, "utf-8")
    assert "名称: 青禾县白石镇人民政府" in api.blank_form("", "", 2024, last=form)


def test_what_the_report_does_not_say_stands_in_the_form_as_blank_lines(tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text("白石镇2023年度法治政府建设情况报告\n一、主要工作情况\n（一）规范执法\n办案17件。\n", "utf-8")
    form = api.extracted(report).text
    assert re.search(r"^  成文日期:  # 必填；签发", form, re.M)
    assert re.search(r"^  上级:  # 必填", form, re.M)
    assert re.search(r"^第一责任人:\n  职务:  # 必填", form, re.M)
    assert re.search(r"^存在问题:\n  - 问题:  # 一般至少", form, re.M)
    told = {d.message for d in read(form.encode(), "form.yml", shipped().schema).diagnostics if d.code == "FRM901"}
    assert {"“报告”缺“成文日期”", "“单位”缺“上级”"} <= told

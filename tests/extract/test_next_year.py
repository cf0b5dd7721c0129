"""The form of the year after: every figure whose indicator is known stands as 上年, what limits it beside it."""

import re
from pathlib import Path

import pytest
from drafting import profile_of, shipped

from generator import api
from generator.annotate.model import Annotation
from generator.api.reading import understand
from generator.diagnostics import Severity
from generator.extract import extract, last_year
from generator.extract.next_year import of_the_year
from generator.forms.read import read
from generator.schema.model import Figure
from tests.eval.figures import CORPUS

_REPORT = """青禾县白石镇人民政府2023年度法治政府建设工作情况报告
一、主要工作情况
（一）规范行政执法
截至目前，全镇现有行政执法人员21人。2023年以来办理行政处罚案件17件，其中适用简易程序案件9件。
（二）化解矛盾纠纷
全年调解矛盾纠纷58起。五年来调解矛盾纠纷310起。
（三）抓好普法宣传
2023年开展普法活动31场。青林村开展法治宣传，该村发放普法资料400份。
二、下一步打算
（一）继续抓好普法。力争到2025年建成州级民主法治示范村4个。
青禾县白石镇人民政府
2024年1月15日
"""


@pytest.fixture
def form(tmp_path: Path) -> str:
    path = tmp_path / "报告.txt"
    path.write_text(_REPORT, "utf-8")
    return api.extracted(path, 2024).text


def beside(form: str, label: str) -> str:
    """The lines of one figure, without blanks and the words on the first of its comments."""
    lines = form.split("\n")
    at = next(n for n, line in enumerate(lines) if line.strip().startswith(f"{label}:"))
    indent = len(lines[at]) - len(lines[at].lstrip())
    own = [lines[at]]
    for line in lines[at + 1 :]:
        if len(line) - len(line.lstrip()) <= indent:
            break
        own.append(line)
    return "\n".join(line.strip() for line in own)


def test_a_time_that_ends_with_the_report_is_its_year(form: str) -> None:
    assert re.search(r"^执法人员: \{本年: , 上年: 21人\} +# .*；第4行$", beside(form, "执法人员"), re.M)
    assert re.search(r"上年: 17件\} +# .*；第4行$", beside(form, "行政处罚案件"), re.M)


def test_a_share_that_is_an_indicator_of_its_own_is_to_be_looked_at(form: str) -> None:
    assert re.search(r"上年: 9件\} +# .*请核对；第4行$", beside(form, "简易程序案件"), re.M)


def test_figures_of_another_time_or_place_keep_it(form: str) -> None:
    cases = beside(form, "调解矛盾纠纷")
    assert re.search(r"- 本年: .*\n上年: 58起 +# 第6行\n- 本年:\n上年: 310起 +# 请核对；第6行\n时段: 五年来", cases)
    assert "范围: 该村" in beside(form, "普法资料")


def test_a_target_is_not_told_as_what_was_reached(form: str) -> None:
    assert re.search(r"上年: 4个 +# 请核对；第10行\n +时段: 力争到2025年", form)


def test_paragraphs_without_headings_are_shown_with_the_themes_of_their_figures(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(
        "青禾县白石镇人民政府2023年度法治政府建设工作报告\n一、主要工作\n现有执法人员21人，持证上岗。\n办案时注重说理。\n"
        "调解矛盾纠纷88件。\n二、存在的问题\n力量不足。\n三、下一步打算\n充实力量。\n青禾县白石镇人民政府\n2024年1月15日\n",
        "utf-8",
    )
    values = profile_of(api.extracted(path, 2024).text).values
    assert values["measures", "enforcement", "reference"] == "现有执法人员21人，持证上岗。办案时注重说理"
    assert values["measures", "disputes", "reference"] == "调解矛盾纠纷88件"
    same = profile_of(api.extracted(path).text).values
    assert same["measures", "enforcement", "extra"] == "办案时注重说理"
    assert ("measures", "enforcement", "heading") not in same


def test_a_target_with_a_bare_date_is_told_as_one(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(
        "青禾县白石镇人民政府2023年度法治政府建设工作报告\n一、主要工作\n（一）规范行政执法\n现有执法人员21人。\n"
        "二、存在的问题\n（一）力量不足。一线执法凑不齐2人，还缺执法人员4人。\n"
        "三、下一年工作打算\n（一）充实力量。2024年底前组织执法培训4期。\n青禾县白石镇人民政府\n2024年1月15日\n",
        "utf-8",
    )
    form = api.extracted(path, 2024).text
    assert re.search(r"上年: 4期 +# 请核对；第8行\n +时段: 目标", form)
    assert "上年: 21人" in form
    assert "上年: 2人" not in form
    assert "上年: 4人" not in form


def test_what_stands_as_last_year_s_prints_nothing_and_is_read_without_errors(form: str) -> None:
    found = read(form.encode(), "form.yml", shipped().schema).diagnostics
    assert not [told for told in found if told.severity is not Severity.INFO]
    assert not any(isinstance(value, Figure) for value in profile_of(form).values.values())


def test_this_year_s_figure_of_a_part_is_compared_with_last_year_s_of_it(form: str) -> None:
    filled = form.replace("- 本年:\n          上年: 310起", "- 本年: 402\n          上年: 310起", 1)
    values = [value for value in profile_of(filled).values.values() if isinstance(value, Figure)]
    assert [(v.text, v.period, v.last.text if v.last else "") for v in values] == [("402", "五年来", "310")]


@pytest.mark.parametrize("period", ["", "全年", "截至目前", "2023年以来", "2023年", "2023年11月", "截至2023年底"])
def test_the_report_s_year(period: str) -> None:
    assert of_the_year(period, 2023)


@pytest.mark.parametrize("period", ["五年来", "2022年", "上年度", "上半年", "2023年上半年", "每年", "到2025年"])
def test_another_time(period: str) -> None:
    assert not of_the_year(period, 2023)


def untold(annotation: Annotation) -> list[str]:
    """Figures of a report, their indicators known, that next year's form does not hold."""
    found = last_year(extract(annotation, shipped()), annotation, shipped())
    figures = [(path[-2], value) for path, value in found.values.items() if isinstance(value, Figure)]
    held = {(name, said) for name, value in figures for said in (value.text, value.amount)}
    known = [(m.indicator, m.quantity) for m in annotation.mentions if m.indicator is not None]
    return [f"{name} {q.value}" for name, q in known if held.isdisjoint({(name, q.value), (name, q.amount)})]


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="没有真实报告的语料")
@pytest.mark.parametrize("number", range(5))
def test_every_known_figure_of_a_real_report_is_there(number: int) -> None:
    path = next(CORPUS.glob(f"{number:03}_*.txt"))
    annotation = understand(path, None).annotation
    assert len([m for m in annotation.mentions if m.indicator]) > 20
    assert untold(annotation) == []

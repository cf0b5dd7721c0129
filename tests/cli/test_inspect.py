"""`gen inspect`: what it shows, and its JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli.run import main

_REPORT = """云岭镇人民政府关于2024年度法治政府建设情况的报告

青石县人民政府：
　　现将2024年度法治政府建设情况报告如下：
一、主要举措和成效
（一）加强行政执法，规范执法行为。全镇现有行政执法人员12人，其中法制审核人员2人。
（二）化解矛盾纠纷
全年调解矛盾纠纷1.2万件，调解成功率98.5%，村里有一只猫3只。
二、存在的问题
一是培训不够。原因是经费不足。
三、下一步工作打算
一是开展培训。
云岭镇人民政府
2025年1月20日
"""


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("报告.txt")
    path.write_text(_REPORT, encoding="utf-8")
    return path


def inspected(capsys: pytest.CaptureFixture[str], *arguments: str) -> object:
    assert main(["inspect", "--json", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


def test_json_holds_the_frame_of_the_report(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = inspected(capsys, str(report))
    assert isinstance(said, dict)
    frame = {key: value for key, value in said.items() if key not in ("sections", "figures", "diagnostics")}
    assert frame == {
        "file": "报告.txt",
        "title": "云岭镇人民政府关于2024年度法治政府建设情况的报告",
        "unit": "云岭镇人民政府",
        "year": 2024,
        "level": "township",
        "salutation": "青石县人民政府：",
        "transition": "现将2024年度法治政府建设情况报告如下：",
        "signature": "云岭镇人民政府",
        "date": "2025年1月20日",
    }


def test_json_holds_sections_with_level_role_theme_and_line(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = inspected(capsys, str(report))
    assert isinstance(said, dict)
    keys = ["level", "marker", "text", "role", "theme", "line", "run_in"]
    found = [[section[key] for key in keys] for section in said["sections"] if section["level"] < 3 and section["text"]]
    assert found[:3] == [
        [1, "一、", "主要举措和成效", "measures", [], 5, False],
        [2, "（一）", "加强行政执法，规范执法行为", None, ["enforcement"], 6, True],
        [2, "（二）", "化解矛盾纠纷", None, ["disputes"], 7, False],
    ]
    assert [s["role"] for s in said["sections"] if s["level"] == 1] == ["measures", "problems", "plans"]


def test_json_holds_figures_as_printed_and_in_the_base_unit(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = inspected(capsys, str(report))
    assert isinstance(said, dict)
    (mediated,) = [figure for figure in said["figures"] if figure["value"] == "1.2"]
    assert (mediated["unit"], mediated["amount"], mediated["line"]) == ("万件", 12000, 8)
    assert mediated["quote"] == "全年调解矛盾纠纷1.2万件"
    assert mediated["theme"] == "disputes"
    (rate,) = [figure for figure in said["figures"] if figure["value"] == "98.5"]
    assert (rate["unit"], rate["amount"]) == ("%", 98.5)
    assert [figure["indicator"] for figure in said["figures"] if figure["unit"] == "只"] == [None]


def test_a_number_that_several_names_share_is_one_figure(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = _REPORT.replace("一是开展培训。", "一是办理人大代表建议，建议的见面率、满意率均为99%。")
    report.write_text(text, encoding="utf-8")
    read: Any = inspected(capsys, str(report))
    (shared,) = [figure for figure in read["figures"] if figure["value"] == "99"]
    assert (shared["indicator"], shared["also"]) == ("npc_meet_rate", ["npc_satisfaction_rate"])
    assert main(["inspect", str(report)]) == 0
    assert capsys.readouterr().out.count("99%") == 2  # the figure and its quote


def test_several_files_are_an_array_and_one_that_cannot_be_read_is_told(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = inspected(capsys, str(report), str(report))
    assert isinstance(said, list)
    assert len(said) == 2
    assert main(["inspect", str(report), "没有.docx"]) == 3
    captured = capsys.readouterr()
    assert "加强行政执法" in captured.out
    assert "没有.docx" in captured.err


def test_the_page_shows_roles_themes_and_figures(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(report)]) == 0
    shown = capsys.readouterr().out
    assert "一、主要举措和成效" in shown
    assert "［主要举措］" in shown
    assert "［行政执法］" in shown
    assert "1.2万件" in shown
    assert "\x1b" not in shown


def test_what_is_aimed_at_and_what_limits_a_figure_are_told(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = _REPORT.replace("一是开展培训。", "一是开展培训，力争执法人员达到15人，全年培训不少于3期。")
    report.write_text(text, encoding="utf-8")
    read: Any = inspected(capsys, str(report))
    assert [(f["value"], f["qualifier"], f["period"]) for f in read["figures"]][-2:] == [
        ("15", None, "目标"),
        ("3", "不少于", "目标"),
    ]
    assert main(["inspect", str(report)]) == 0
    assert "不少于3期" in capsys.readouterr().out


def test_more_words_than_a_report_has_are_refused_at_once(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report.write_text("办理案件12件。" * 130_000, encoding="utf-8")
    assert main(["inspect", str(report)]) == 3
    assert "万字，不像一份报告" in capsys.readouterr().err


def test_a_folder_stands_for_the_reports_in_it(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("空").mkdir()
    Path("二份.txt").write_text(_REPORT, encoding="utf-8")
    said = inspected(capsys, ".")
    assert isinstance(said, list)
    assert len(said) == 2
    assert main(["inspect", "空"]) == 3

"""When the web page says that a report was published, and what follows from it."""

from pathlib import Path

import pytest

from generator import api

REPORT = """清源县云溪镇2024年度法治政府建设年度报告
{page}
今年以来，云溪镇扎实推进法治政府建设，现将有关情况报告如下：
一、主要举措和成效
（一）加强普法宣传。今年开展普法活动12场次。
二、存在的问题
执法力量不足。
三、下一步工作打算
充实执法力量。
"""


def _codes(tmp_path: Path, page: str) -> list[str]:
    file = tmp_path / "report.txt"
    file.write_text(REPORT.format(page=page), "utf-8")
    return [one.code for one in api.check(file, api.judge()).diagnostics]


@pytest.mark.parametrize("label", ["信息提供日期 : ", "发布时间："])
def test_what_was_published_in_the_year_may_say_this_year(tmp_path: Path, label: str) -> None:
    found = _codes(tmp_path, f"{label}2024-12-08 10:28 来源：云溪镇")
    assert "WRD014" not in found
    assert "NUM003" not in found, "the day is the page's, not the report's"


def test_what_was_published_in_the_next_year_may_not(tmp_path: Path) -> None:
    assert _codes(tmp_path, "发布时间：2025-02-08 10:28").count("WRD014") == 2
    assert _codes(tmp_path, "").count("WRD014") == 2


def test_what_was_published_after_march_was_late(tmp_path: Path) -> None:
    assert "STA016" in _codes(tmp_path, "信息提供日期：2025-04-08")
    assert "STA016" not in _codes(tmp_path, "信息提供日期：2025-03-31")
    assert _codes(tmp_path, "生成日期：2025-04-08\n发布日期：2025-04-09").count("STA016") == 1


@pytest.mark.parametrize("line", ["成文时间：2025年01月21日", "字体大小：【大】 【中】 【小】"])
def test_what_the_page_added_is_not_judged(tmp_path: Path, line: str) -> None:
    found = _codes(tmp_path, line)
    assert "NUM004" not in found
    assert "PRI006" not in found

"""What frames a report, in the forms in which copies of web pages have it."""

import pytest
from annotate.outlines_of_drafts import outline_of, page

from generator.annotate.model import Outline

_BODY = """2024年，我镇扎实推进法治政府建设，各项工作取得新的进展和成效，群众法治获得感不断增强。现将有关情况报告如下：
一、主要举措和成效
落实三项制度，规范执法行为。
二、存在的问题
执法力量不足，人员较少。"""


def _framed(before: str = "", after: str = "") -> Outline:
    return outline_of(page("\n".join(part for part in (before, _BODY, after) if part)))


@pytest.mark.parametrize(
    ("closing", "signature", "date"),
    [
        ("云岭镇人民政府\n2025年1月20日", "云岭镇人民政府", "2025年1月20日"),
        ("云岭镇人民政府  2025年1月20日", "云岭镇人民政府", "2025年1月20日"),
        (
            "中共云岭镇委员会\n云岭镇人民政府\n二〇二五年一月二十日",
            "中共云岭镇委员会 云岭镇人民政府",
            "二〇二五年一月二十日",
        ),
        ("云岭镇人民政府\n（2025年1月20日）\n（此件公开发布）", "云岭镇人民政府", "2025年1月20日"),
        (
            "云岭镇人民政府\n2025-01-20\n上一条：某镇年度报告\n下一条：某局年度报告\n关闭",
            "云岭镇人民政府",
            "2025-01-20",
        ),
        (
            "云岭镇人民政府\n2025.1.20\n扫一扫在手机上查看当前页面\n版权所有：某县人民政府",
            "云岭镇人民政府",
            "2025.1.20",
        ),
        ("云岭镇人民政府", "云岭镇人民政府", ""),
        ("标签", "", ""),
    ],
)
def test_signature_and_date(closing: str, signature: str, date: str) -> None:
    found = _framed(after=closing)
    assert (found.signature, found.date) == (signature, date)
    assert [section.role for section in found.sections] == ["measures", "problems"]
    assert found.sections[-1].last == 5


_REPORT = "云岭镇人民政府关于2024年法治政府建设情况的报告"
_DEPARTMENT = "青石县农业农村局2024年法治政府建设年度报告"
_STREET = "关于2024年度法治政府建设情况的报告"
_COUNTY = "2024年青石县法治政府建设情况报告"


@pytest.mark.parametrize(
    ("heading", "title", "unit", "level", "salutation"),
    [
        (f"{_REPORT}\n县人民政府：", _REPORT, "云岭镇人民政府", "township", "县人民政府："),
        (
            f"首页 >> 政务公开 >> 正文\n{_DEPARTMENT}\n发布日期：2025-01-20  来源：县局  浏览次数：12",
            _DEPARTMENT,
            "青石县农业农村局",
            "department",
            "",
        ),
        (
            f"河西街道办事处\n{_STREET}\n中共河西区委、区人民政府：",
            f"河西街道办事处{_STREET}",
            "河西街道办事处",
            "subdistrict",
            "中共河西区委、区人民政府：",
        ),
        (f"{_COUNTY}\n市委、市人民政府", _COUNTY, "青石县", "county", "市委、市人民政府"),
        ("- 索 引 号:QZ1\n- 发布机构:云岭镇人民政府\n- 公文生成日期:2025-02-28", "", "云岭镇人民政府", "township", ""),
    ],
)
def test_title_unit_and_addressee(heading: str, title: str, unit: str, level: str, salutation: str) -> None:
    found = _framed(before=heading)
    assert (found.title, found.unit, found.level, found.salutation) == (title, unit, level, salutation)
    assert found.year == 2024
    assert found.transition == "现将有关情况报告如下："


def test_a_report_without_any_frame_has_an_outline_all_the_same() -> None:
    found = outline_of(page("一、主要工作\n落实三项制度。\n二、存在的问题\n力量不足。"))
    assert (found.title, found.unit, found.year, found.signature, found.date) == ("", "", 0, "", "")
    assert [section.role for section in found.sections] == ["measures", "problems"]


def test_the_level_shows_in_how_the_author_calls_itself() -> None:
    assert _framed().level == "township"


@pytest.mark.parametrize(
    ("text", "unit", "level"),
    [
        ("2025年，云岭县公安局在县委、县政府领导下，扎实推进执法规范化建设，取得成效。", "云岭县公安局", "department"),
        ("2024年，县司法局充分发挥职能作用，全县普法有声有色，县委依法治县办在全县点评。", "县司法局", "department"),
        ("2022年是关键之年。全市司法行政系统坚持依法办事，全市调解有力。", "", "department"),
        ("现将河口乡2024年法治政府建设情况报告如下：将法治建设纳入镇党委议题。", "河口乡", "township"),
        ("在新征程上，青石街道办事处坚持以法治思想为引领，在区委领导下推进工作。", "青石街道办事处", "subdistrict"),
        ("一年来，云岭乡在县委、县政府的领导下，有序推进法治政府建设，依法行政水平不断提高。", "云岭乡", "township"),
        ("2024年，在县委、县政府领导下，我局扎实推进法治政府建设，全县依法行政水平提高。", "", "department"),
    ],
)  # fmt: skip
def test_who_reports_is_told_by_the_first_sentence(text: str, unit: str, level: str) -> None:
    found = outline_of(page(f"{text}现将有关情况报告如下：\n一、工作开展情况\n落实各项制度，规范执法行为。"))
    assert (found.unit, found.level) == (unit, level)


def test_the_years_of_cited_plans_are_not_the_reports() -> None:
    text = "根据《法治政府建设实施纲要（2021—2025年）》要求，现将我局2022年法治政府建设情况予以公开，请予监督。"
    assert outline_of(page(f"{text}\n一、工作开展情况\n落实各项制度，规范执法行为。")).year == 2022


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("云岭县清溪乡人民政府2024年度\n法治政府建设情况报告", "云岭县清溪乡人民政府2024年度法治政府建设情况报告"),
        ("云岭县清溪乡人民政府关于\n2024年度法治政府建设情况的报告",) * 2,
        ("云岭县清溪乡人民政府关于2024年度法治政府建设\n情况的报告",) * 2,
        ("云岭县清溪乡\n2024年度法治政府建设\n工作报告",) * 2,
        ("云岭县人民政府\n云岭县清溪乡2024年度法治政府建设工作报告", "云岭县清溪乡2024年度法治政府建设工作报告"),
        ("云岭县司法局文件\n2024年度法治政府建设情况报告", "2024年度法治政府建设情况报告"),
        ("法治政府建设年度报告\n（2024年度）", "法治政府建设年度报告"),
    ],
)
def test_a_title_broken_into_lines_is_one(lines: str, title: str) -> None:
    assert _framed(lines + "\n云岭县人民政府：").title == title.replace("\n", "")


def test_an_addressee_behind_a_title_on_one_line_is_found() -> None:
    found = outline_of(page("云岭镇人民政府2024年法治政府建设工作报告云岭县人民政府：" + _BODY.replace("\n", "")))
    assert (found.title, found.salutation) == ("云岭镇人民政府2024年法治政府建设工作报告", "云岭县人民政府：")


def test_a_title_named_within_a_sentence_is_not_the_reports() -> None:
    text = "2023年，我局扎实推进依法行政。局2022年度法治政府建设情况报告获评优秀，各项工作取得了新的进展和成效。"
    found = outline_of(page(f"{text}\n一、工作开展情况\n落实各项制度，规范执法行为。"))
    assert (found.title, found.year) == ("", 2023)


def test_the_fullest_of_two_titles_is_the_reports_and_a_date_below_it_closes_nothing() -> None:
    head = "云岭县水务局2023年法治政府建设年度报告\n2023年法治政府建设年度报告\n云岭县水务局\n（2024年1月31日）"
    found = _framed(before=head)
    assert (found.title, found.unit) == ("云岭县水务局2023年法治政府建设年度报告", "云岭县水务局")
    assert [section.role for section in found.sections] == ["measures", "problems"]


def test_what_a_label_of_the_page_tells_on_the_next_line_is_not_the_reports() -> None:
    found = _framed(before="云岭镇2024年法治政府建设工作报告\n主题分类\n其他\n发文日期\n2025-01-20 10:00")
    assert [section.text for section in found.sections if section.level == 1] == ["主要举措和成效", "存在的问题"]

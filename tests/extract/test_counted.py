"""Sentences of a report that count: which become figures, which stay as they are; none is lost or told twice."""

import re
from collections import Counter
from pathlib import Path

import pytest
from drafting import drafted, profile_of, shipped

from generator.annotate.lines import lines
from generator.api.reading import understand
from generator.extract import extract
from generator.extract.extracting import body
from generator.forms.write import form_text
from generator.schema.model import Figure, Profile
from tests.eval.figures import CORPUS

_REPORT = """青禾县白石镇人民政府2023年度法治政府建设工作情况报告
青禾县人民政府：
现将有关情况报告如下：
一、主要工作情况
（一）规范行政执法
{}
二、存在的问题
（一）力量薄弱。持证人员少。
青禾县白石镇人民政府
2024年1月15日
"""


def theme_of(folder: Path, sentences: str) -> tuple[dict[str, Figure], str, list[str]]:
    """Figures and 补充 of the theme whose text these are, and the lines of its draft; through the written form."""
    path = folder / "报告.txt"
    path.write_text(_REPORT.format(sentences), "utf-8")
    got = extract(understand(path, None).annotation, shipped())
    profile = profile_of(form_text(got.profile.values, shipped().schema))
    figures = {shipped().schema.indicators[str(p[-2])].label: v for p, v in profile.values.items() if "data" in p}
    told = {label: value for label, value in figures.items() if isinstance(value, Figure)}
    said = [line.text for line in lines(drafted(profile).document)]
    return told, str(profile.values.get(("measures", "enforcement", "extra"), "")), said


def test_clauses_that_may_stand_by_themselves_are_told_apart(tmp_path: Path) -> None:
    told, extra, said = theme_of(tmp_path, "全年办理行政处罚案件17件，完成重大执法决定法制审核5件。")
    assert {label: (v.text, v.period) for label, v in told.items()} == {
        "行政处罚案件": ("17", ""),
        "法制审核案件": ("5", ""),
    }
    assert extra == ""
    assert any("全年办理行政处罚案件17件，完成重大执法决定法制审核5件。" in line for line in said)


def test_what_leans_on_a_figure_is_told_with_it(tmp_path: Path) -> None:
    told, extra, said = theme_of(tmp_path, "2023年，全镇办理行政处罚案件17件，其中适用简易程序案件9件。")
    assert [(label, v.text, v.sentence) for label, v in told.items()] == [
        ("行政处罚案件", "17", "2023年，全镇办理行政处罚案件17件，其中适用简易程序案件9件")
    ]
    assert extra == ""
    assert any("。2023年，全镇办理行政处罚案件17件，其中适用简易程序案件9件。" in f"。{line}" for line in said)


@pytest.mark.parametrize(
    "sentence",
    [
        "全年办理行政处罚案件17件，为2名养蜂人写了说明。",
        "一是严格执法，全年办理行政处罚案件17件。",
        "行政处罚案件较上年减少4件。",
        "全年没有发生行政诉讼败诉案件。",
        "全年办理行政处罚案件17件，力争评查执法案卷30卷。",
        "执法队员常到山上走一走。",
    ],
)
def test_a_sentence_that_is_not_all_known_stays_as_it_is(tmp_path: Path, sentence: str) -> None:
    told, extra, said = theme_of(tmp_path, sentence)
    assert told == {}
    assert extra == sentence.rstrip("。")
    assert sum(line.count(sentence) for line in said) == 1


def test_a_number_told_twice_is_a_figure_once(tmp_path: Path) -> None:
    told, _, said = theme_of(tmp_path, "全年办理行政处罚案件17件。案件多在林区，17件行政处罚案件中没有复议的。")
    assert told["行政处罚案件"].text == "17"
    assert sum(line.count("17件") for line in said) == 2


def test_a_sentence_prints_nothing_that_the_report_does_not_tell(tmp_path: Path) -> None:
    told, _, said = theme_of(tmp_path, "全年调解矛盾纠纷60件。在林区调解成功57件。")
    assert {"调解矛盾纠纷", "调解成功"} <= told.keys()
    assert not any("%" in line for line in said)


def test_no_verb_of_the_template_stands_before_the_report_s_own_sentence(tmp_path: Path) -> None:
    _, _, said = theme_of(tmp_path, "经过多次核对，权责事项共73项已在镇里公示。")
    text = "".join(said)
    assert "公示经过" not in text
    assert "经过多次核对，权责事项共73项已在镇里公示。" in text


@pytest.mark.parametrize("marks", [("一是", "二是"), ("1.", "2.")])
def test_points_with_headings_keep_their_sentences_together(tmp_path: Path, marks: tuple[str, str]) -> None:
    first, second = marks
    _, extra, said = theme_of(
        tmp_path,
        f"{first}规范办案。逐件审核把关。全年办理行政处罚案件17件。\n{second}培训队伍。全年开展执法培训4期，队员都说有用。",
    )
    assert extra == ""
    text = "".join(said)
    assert f"{first}规范办案。逐件审核把关。全年办理行政处罚案件17件。" in text
    assert f"{second}培训队伍。全年开展执法培训4期，队员都说有用。" in text
    path = tmp_path / "报告.txt"
    values = extract(understand(path, None).annotation, shipped()).profile.values
    points = ("measures", "enforcement", "points")
    assert [values[*points, at, "title"] for at in (0, 1)] == ["规范办案", "培训队伍"]
    assert isinstance(values[*points, 0, "data", "penalty_cases", 0], Figure)


def test_a_rate_told_in_a_point_is_not_reckoned_again(tmp_path: Path) -> None:
    _, _, said = theme_of(
        tmp_path,
        "全年调解矛盾纠纷58起，调解成功57起。\n一是建好网络。各村都有调解员。\n二是提高质量。调解成功率达98.3%。",
    )
    assert "".join(said).count("98.3%") == 1


def unlike(profile: Profile, told: list[str]) -> tuple[Counter[str], Counter[str]]:
    """Numbers of a report that its draft lacks, and those that only the draft has."""
    said = "\n".join(line.text for line in lines(drafted(profile).document))
    mine, its = (Counter(re.findall(r"\d[\d.]*", text)) for text in ("\n".join(told), said))
    return mine - its, its - mine


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="没有真实报告的语料")
@pytest.mark.parametrize("number", range(5))
def test_no_number_of_a_real_report_is_lost_and_none_is_new(number: int) -> None:
    annotation = understand(next(CORPUS.glob(f"{number:03}_*.txt")), None).annotation
    got = extract(annotation, shipped())
    profile = profile_of(form_text(got.profile.values, shipped().schema))
    lost, new = unlike(profile, [words for _, words in body(annotation)])
    assert not lost
    year = annotation.outline.year
    # The opening, the headings and the date are the template's.
    frame = {str(year), str(year + 1), *re.findall(r"[1-9]\d*", str(profile.values.get(("report", "date"), "")))}
    assert {number for number in new if not re.fullmatch(r"\d\.", number)} <= frame
    assert got.counts.figures > 0.2 * len(annotation.mentions)


def test_members_of_a_list_stay_with_the_verb_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "报告.md"
    profile = profile_of(
        "报告: {年度: 2024, 成文日期: 2025-02-20, 变体: 1}\n单位: {名称: 云溪镇人民政府, 层级: 乡镇, 上级: 清源县}\n"
        "主要举措:\n  行政执法: {举措: [三项制度], 数据: {执法人员: 25}, 补充: 11个村都设了点}\n"
        "存在问题:\n- {问题: 力量不足, 表现: 人少, 原因: 编制少}\n下一步打算:\n- {标题: 充实力量, 措施: 多招人}\n"
    )
    said = [line.text for line in lines(drafted(profile).document)]
    path.write_text("\n\n".join(said).replace("现将有关情况", "镇里辖6个社区、11个村。现将有关情况"), "utf-8")
    got = extract(understand(path, None).annotation, shipped())
    assert got.drafted
    form = profile_of(form_text(got.profile.values, shipped().schema))
    assert "镇里辖6个社区、11个村" in "".join(line.text for line in lines(drafted(form).document))


def test_what_leads_to_a_list_below_stays_before_it(tmp_path: Path) -> None:
    rows = ["全年立案18件，构成如下：", "占道经营：9件", "违法建设：5件", "其他：4件", "除此之外，对7起不予处罚。"]
    _, extra, said = theme_of(tmp_path, "\n".join(rows))
    assert extra.split("\n\n") == [*rows[:-1], rows[-1].rstrip("。")]
    begin = said.index(rows[0])
    assert said[begin : begin + 4] == [rows[0], "占道经营：9件。", "违法建设：5件。", "其他：4件。"]


def test_a_number_of_a_heading_does_not_run_into_a_date(tmp_path: Path) -> None:
    _, extra, _ = theme_of(tmp_path, "1. 5月1日起承接下放事项28项。\n2. 6月3日组织培训，参训的有12人。")
    assert "1. 5月1日起承接下放事项28项" in extra
    assert "1.5月" not in extra


def test_a_semicolon_behind_a_heading_that_is_a_sentence_stays_one(tmp_path: Path) -> None:
    told = "1.以镇政府为被告的案件1件，镇长出庭，法院驳回诉讼请求；被申请复议1件，机关维持。"
    _, extra, _ = theme_of(tmp_path, f"{told}\n2.组织旁听庭审，到场的有23人。")
    assert extra.startswith(told.rstrip("。"))

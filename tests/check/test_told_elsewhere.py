"""The statutory content that is told in other words, or in another part than usual, and that which is lacking."""

import pytest
from checking import findings

from generator.diagnostics import Severity

_LED = """一、主要举措和成效
（一）加强组织领导
{}
（二）规范行政执法。检查12次。
（三）化解矛盾纠纷。调解130起。
（四）加强普法宣传。宣传20次。
二、存在的不足和原因
（一）人才偏少。懂法的干部只有3人，主要原因是待遇低。
（二）普法形式单一。以发放资料为主，主要原因是经费少。
三、2025年主要安排
（一）引进人才。招录2名干部。
（二）丰富形式。拍摄短视频。"""


@pytest.mark.parametrize(
    "told",
    [
        "领导小组由镇党委书记任组长，全年召开小组会议3次，研究问题9个。党政主要负责人履行第一责任人职责，带头学习宪法。",
        "党委会研究法治工作2次。书记和镇长带头学法、督促分管领导依法行政，年终述法。",
        "乡党委书记和乡长对重要工作亲自部署、重大问题亲自过问，先后3次到司法所现场办公。",
        "镇党委书记、镇长各讲法治课1次。",
        "主要负责人召开专题会5次，批示涉法文件7件，年底述法。",
        "局党组书记、局长落实第一责任人职责，联系3个薄弱股室，一一督导。",
    ],
)
def test_deeds_that_are_counted_in_another_part_are_a_hint(told: str) -> None:
    assert [one.severity for one in findings(_LED.format(told), ("STA007",))] == [Severity.INFO]


@pytest.mark.parametrize(
    ("told", "severity"),
    [
        ("乡党委书记、乡长履行第一责任人职责，对重点工作亲自推动。", Severity.WARNING),
        ("党委书记和镇长带头学法，督促班子成员依法行政，年终述法。", Severity.WARNING),
        ("镇长履行第一责任人职责。全年检查12次，处罚8件。", Severity.WARNING),
        ("镇党委研究法治工作4次，听取汇报2次。", Severity.ERROR),
        ("村党支部书记、村主任带头学法6次，年终述法。", Severity.ERROR),
        ("建立由党政主要负责人负总责、分管领导具体抓的机制。", Severity.ERROR),
    ],
)
def test_what_is_not_counted_or_not_told_is_more_than_a_hint(told: str, severity: Severity) -> None:
    assert [one.severity for one in findings(_LED.format(told), ("STA007",))] == [severity]


_ANSWERED = """一、主要举措和成效
（一）规范行政执法。检查12次。
二、存在的不足和原因
{}
三、2025年主要安排
{}"""
_DOUBTED = "（一）讨薪苗头反复。根本原因是劳务班组层层转手，用工管理松懈。\n（二）帮扶对象就业难。主要是因为手艺单一。"


@pytest.mark.parametrize(
    "planned",
    [
        "（一）推行劳务班组备案抽查。\n（二）与技校合办手艺班。",
        "（一）督促两家企业按期付清欠款，对班组长逐个登记。\n（二）请老师傅传手艺。",
        "（一）管住转手环节。\n（二）对接园区岗位，人人有手艺。",
    ],
)
def test_a_plan_takes_up_a_rare_word_of_the_cause(planned: str) -> None:
    assert findings(_ANSWERED.format(_DOUBTED, planned), ("STA011",)) == []


@pytest.mark.parametrize(
    "planned",
    [
        "（一）添置档案柜两组。\n（二）与技校合办手艺班。",
        "（一）修缮便民大厅。\n（二）请老师傅传手艺。",
        "（一）整理旧案卷。\n（二）改造停车场。",
    ],
)
def test_a_problem_that_no_plan_takes_up_is_told(planned: str) -> None:
    assert "讨薪苗头反复" in findings(_ANSWERED.format(_DOUBTED, planned), ("STA011",))[0].message


_PROSE = """云溪乡人民政府关于2024年法治政府建设情况的报告
2024年，云溪乡扎实推进法治政府建设。现将有关情况报告如下。
乡党委研究法治工作4次，审查合同36件，全部先审后签。
全年调解纠纷128起，宣讲20场。
{}一是事项承接不全，主要原因是缺少设备。二是合同不规范，主要原因是四至不清。
2025年，云溪乡将从两个方面着力：一是请县直部门派员指导；二是规范承包合同。
云溪乡人民政府
2025年1月10日"""


@pytest.mark.parametrize(
    "begins",
    ["但工作中仍然有不足。", "对照要求，依然存在差距。", "看到成绩的同时，我们仍然存在短处。", "工作中有不足。"],
)
def test_problems_of_a_report_in_paragraphs_are_no_measures(begins: str) -> None:
    assert findings(_PROSE.format(begins), ("STA002", "STA004", "STA006")) == []
    lacking = _PROSE.replace("，主要原因是四至不清", "").format(begins)
    assert len(findings(lacking, ("STA006",))) == 1


def test_items_within_a_paragraph_are_no_sides_of_what_was_done() -> None:
    report = _LED.format("召开会议4次。")
    assert findings(report, ("STA002",)) == []
    few = report.replace("（三）化解矛盾纠纷。调解130起。\n（四）加强普法宣传。宣传20次。\n", "")
    assert len(findings(few, ("STA002",))) == 1


_LINES = """一、主要举措和成效
（一）规范行政执法。检查12次。
二、存在的不足和原因
合同管理比较粗，早年的租期长、租金低，原因是当时没有请人审查。
{}
山林纠纷存量偏多，四至不清的还有6宗，原因是早年资料不全。
三、2025年主要安排
（一）规范合同。修订范本2种。"""


@pytest.mark.parametrize(
    ("line", "many"),
    [
        ("送审材料来得晚，法律顾问看得急，返工的有5件。", 1),
        ("赋权事项用得少，58项里有37项没有办过案件。", 1),
        ("送审材料来得晚，返工的有5件，主要原因是经办人员常换。", 0),
        ("针对这些问题，乡里已经列出清单，逐项落实责任人。", 0),
    ],
)
def test_of_problems_in_lines_the_one_without_a_cause_is_hinted_at(line: str, many: int) -> None:
    found = findings(_LINES.format(line), ("STA006",))
    assert [one.severity for one in found] == [Severity.INFO] * many


@pytest.mark.parametrize(
    ("opening", "many"),
    [
        ("云溪镇有村12个。2023年，镇党委认真贯彻党的二十大精神。", 1),
        ("云溪镇三面环山。2022年度，全镇坚持依法行政。", 1),
        ("云溪镇有村12个。2024年，镇党委认真贯彻党的二十大精神。", 0),
        ("云溪镇有村12个。2023年，镇里坚持先审后签，2024年又进一步。", 0),
        ("云溪镇有村12个。2023年合并了2个村。", 0),
    ],
)
def test_the_year_of_an_opening_may_stand_behind_what_it_tells_of_the_place(opening: str, many: int) -> None:
    head = f"云溪镇人民政府关于2024年度法治政府建设情况的报告\n{opening}\n"
    assert len(findings(head + _LED.format("召开会议4次。"), ("STA023",))) == many

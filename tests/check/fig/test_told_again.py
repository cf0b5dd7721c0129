"""What later parts of a report tell again in words of their own (FIG019): each way by which it is known."""

import pytest
from checking import findings

from generator.diagnostics import Severity

_REPORT = """清源县云溪镇人民政府2024年法治政府建设年度报告
一、主要举措和成效
（一）做好各项工作。{}
二、存在的不足和原因
（一）基础薄弱。{}主要原因是编制少。
三、2025年主要安排
（一）补齐短板。增配人员2名。"""
_BARE = """2024年，云溪镇扎实推进法治政府建设。
{}
存在的问题：一是基础薄弱。{}主要原因是编制少。
2025年打算：增配人员2名。"""

_AGAIN = {
    "a number nearly the same, by the thing behind it": ("受理申请1420件，办结1406件。", "全年1396件申请办出了结果，"),
    "more than all of its indicator": ("调解矛盾纠纷36件。", "全年调解矛盾纠纷39件，"),
    "all of what there is": ("立案查处水事违法36件。", "对32起水事违法立案逐件听取汇报，"),
    "all of what there is, by its name": ("依据目录立案5起，罚款1.35万元。", "对7起行政处罚案件逐一主持讨论，"),
    "what is left undone": ("责令整改隐患31处，年底前完成28处，还有3处隐患未完成。", "仍有5处隐患没有整改完成，"),
    "who lacks a certificate": ("综合执法队现有在岗队员17人，持证14人。", "5名队员尚未取得执法证，"),
    "what was not done, reckoned": ("开展入企检查3180次，扫码检查3122次。", "有85次检查未扫码，"),
    "what a whole leaves, reckoned": ("收集企业难题486件，解决467件。", "486件难题里只剩29件仍在推进，"),
    "what is left, told before it": ("督察查出问题45个，整改41个，还有4个正在整改。", "对尚未整改的9个问题跟踪，"),
    "what is left at the year's end": ("年底未化解纠纷情况：年底未化解12件。", "年底未化解的15件纠纷多属土地类，"),
    "what plans set out from": ("评查案卷40卷，优秀率55%。", "要把案卷评查优秀率由65%提高到75%，"),
    "what is left over, told before it": ("年初有信访积案9件，年内化解6件，年底尚余3件。", "尚余的5件积案多，"),
    "what cannot be done, reckoned": ("服务事项1526项，其中可全程网办1358项。", "尚有186项服务事项不能全程网办，"),
    "what is in hand": ("案件：立案268件；办结251件；在办17件。", "27件在办案件进展缓慢，"),
    "old cases": ("年初有信访积案9件，年内化解6件，年底尚余3件。", "对5件积案包案力度不够，"),
    "what is carried on": ("上年结转9件，新收纠纷217件，办结215件，结转2025年11件。", "结转的13件纠纷多属土地类，"),
    "what is open at the year's end": ("立案452件，年末在办72件。", "78件案子拖到了年底之后，"),
}


def _told(measures: str, problems: str, report: str = _REPORT) -> list[Severity]:
    return [one.severity for one in findings(report.format(measures, problems), ("FIG019",))]


@pytest.mark.parametrize("way", _AGAIN)
def test_a_figure_told_again_with_another_number_is_found(way: str) -> None:
    measures, problems = _AGAIN[way]
    assert len(_told(measures, problems)) == 1


@pytest.mark.parametrize(
    ("measures", "problems"),
    [
        ("受理申请1420件，办结1406件。", "全年1406件申请办出了结果，"),
        ("调解矛盾纠纷36件。", "全年调解矛盾纠纷36件，"),
        ("立案查处水事违法36件。", "对36起水事违法立案逐件听取汇报，"),
        ("责令整改隐患31处，年底前完成28处，还有3处隐患未完成。", "仍有3处隐患没有整改完成，"),
        ("综合执法队现有在岗队员17人，持证14人。", "3名队员尚未取得执法证，"),
        ("开展入企检查3180次，扫码检查3122次。", "有58次检查未扫码，"),
        ("收集企业难题486件，解决467件。", "486件难题里只剩19件仍在推进，"),
        ("立案452件，年末在办72件。", "72件案子拖到了年底之后，"),
        ("督察查出问题45个，整改41个，还有4个正在整改。", "对尚未整改的4个问题跟踪，"),
        ("排查隐患195个，整改187个。督察查出问题45个，还有4个正在整改。", "对尚未整改的8个隐患跟踪，"),
        ("年底未化解12件。", "年底未化解的12件纠纷多属土地类，"),
        ("评查案卷40卷，优秀率55%。", "要把案卷评查优秀率由55%提高到75%，"),
        ("开展法治专题学习166次。", "全镇选取171家企业作为监测点，"),
        ("12个乡镇办案420件，排查隐患92处，整改84处。", "隐患最多的乡镇有20处，最少的只有3处，"),
        ("发现隐患175处，当场整改132处，其余43处限期整改，年底前已有41处整改到位。", "2处隐患未按期整改，"),
        ("督察发现问题76个，已整改71个。审计机关完成审计项目34个。", "督察发现的问题还有5个没有完成整改，"),
        ("在编执法人员14名，持有行政执法证12名。", "在编执法人员中持证的只有12名，"),
        ("年初有信访积案9件，年内化解6件，年底尚余3件。", "尚余的3件积案时间跨度都长，"),
        ("服务事项1526项，其中可全程网办1358项。", "尚有168项服务事项不能全程网办，"),
        ("案件：立案268件；办结251件；在办17件。", "17件在办案件进展缓慢，"),
        ("案件：立案268件；办结251件；在办17件。", "3件在办复议案件进展缓慢，"),
        ("调解成功181件，调解不成7件，移送仲裁3件。", "3件纠纷因调解无法推进而移送仲裁，"),
        ("年末未结案件31件。", "5件未结行政处罚案件取证困难，"),
        ("年初有信访积案9件，年内化解6件，年底尚余3件。", "对3件积案包案力度不够，"),
        ("上年结转9件，新收纠纷217件，办结215件，结转2025年11件。", "结转的11件纠纷多属土地类，"),
        ("结转复议案件36件到下年。", "年末未结案件比年初多13件，"),
        ("邻里类61件，其余27件为欠薪等纠纷。余下4件转入2025年继续调解。", "到年底没有调完的4件纠纷都涉及山林，"),
    ],
)
def test_what_agrees_or_is_something_else_is_left_in_peace(measures: str, problems: str) -> None:
    assert _told(measures, problems) == []


def test_a_number_nearly_the_same_is_a_hint_unless_two_of_its_own_words_come_back() -> None:
    assert _told("受理申请1420件，办结1406件。", "全年1396件申请办出了结果，") == [Severity.INFO]
    assert _told("发放普法手册1420册。", "向农户发放普法手册1402册，") == [Severity.WARNING]


def test_the_parts_are_known_in_a_report_without_headings_too() -> None:
    assert len(_told(*_AGAIN["what is left undone"], report=_BARE)) == 1

"""What the first responsible person did, with whom and how often (STA008)."""

import pytest
from checking import findings

REPORT = """清源县云溪镇2024年度法治政府建设年度报告
现将有关情况报告如下：
一、党政主要负责人履行推进法治建设第一责任人职责情况
{told}
二、主要举措和成效
（一）加强普法宣传。开展普法活动12场次。
三、存在的问题
执法力量不足。
四、下一步工作打算
充实执法力量。
"""


def _said(told: str) -> list[str]:
    return [one.message for one in findings(REPORT.format(told=told), ("STA008",))]


@pytest.mark.parametrize(
    "told",
    [
        "镇党委书记、镇长主持召开专题会议，主动出庭应诉1宗。",
        "镇党委书记督促班子成员逐人述法3轮。",
        "镇长审定年度要点，督导案件办理2起。",
        "主要负责人认真履行职责，全年听取法治工作汇报4次，每季度一次。",
    ],
)
def test_person_deeds_and_number_are_enough(told: str) -> None:
    assert _said(told) == []


def test_what_is_lacking_is_named() -> None:
    assert _said("镇党委书记主持召开会议，研究执法工作。") == ["第一责任人履职情况没有写次数"]
    assert _said("主持召开会议3次，听取汇报2次。") == ["第一责任人履职情况没有写职务"]


def test_a_point_on_them_is_judged_with_its_items() -> None:
    report = """一、主要举措和成效
（一）带头履职
1.镇党委书记主持学法8次、研究法治议题6项。
2.班子成员13人全部述法，评议为“好”的10人。
二、存在的问题
执法力量不足。"""
    assert [one.message for one in findings(report, ("STA008",))] == []
    lacking = report.replace("镇党委书记主持学法8次、研究法治议题6项", "建立工作机制")
    assert len(findings(lacking, ("STA008",))) == 1

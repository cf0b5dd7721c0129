"""A unit that calls itself what it is not is told of; other units and earlier days are left alone."""

import pytest
from checking import findings

TITLE = "{}关于2024年度法治政府建设情况的报告"


def told(unit: str, said: str) -> list[str]:
    return [d.message for d in findings(f"{TITLE.format(unit)}\n一、主要举措和成效\n{said}", ["WRD047"])]


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("云岭镇人民政府", "我乡坚持每月调度，开展检查12次。"),
        ("云岭镇人民政府", "乡党委书记听取汇报4次，乡长主持会议6次。"),
        ("云岭镇", "全街道10个村都有法律顾问。"),
        ("云岭乡人民政府", "由镇政府牵头，排查隐患12处。"),
        ("云岭彝族乡人民政府", "本镇现有执法人员12名。"),
        ("青石县云岭街道办事处", "镇长主持召开会议4次。"),
        ("云岭街道", "我们镇建成调解室3个。"),
        ("青石县农业农村局", "我镇开展检查12次。"),
        ("青石县发展和改革委员会", "我街道开展检查12次。"),
        ("云岭镇人民政府", "2024年，我局坚持依法行政。"),
        ("云岭街道办事处", "抽查本局案卷6卷。"),
        ("青石县人民政府", "现将我镇工作情况报告如下。"),
        ("云岭镇人民政府", "按照先急后缓的原则，我乡整改隐患12处。"),
    ],
)
def test_the_words_of_another_kind_of_unit_are_found(unit: str, said: str) -> None:
    assert told(unit, said)


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("云岭镇人民政府", "全镇健全乡村治理机制，我镇与青石乡政府、白沙街道办事处联合调处纠纷6件。"),
        ("云岭镇人民政府", "落实乡镇党委书记抓法治述职，安全乡村建设有序推进。"),
        ("云岭乡人民政府", "全乡统筹兼顾，全镇一盘棋的做法来自原白沙镇。"),
        ("云岭镇人民政府", "稳住我局部受灾的村，打开我局面，我县、我市的部署都已落实。"),
        ("云岭乡人民政府", "培养本乡本土调解员12名，服务全乡镇村两级。"),
        ("云岭镇人民政府", "健全基本乡村治理规则，样本街道办事处的做法可供参考。"),
        ("云岭街道办事处", "撤镇设街道以来，全镇改为10个社区。"),
        ("青石县人民政府", "我县各镇、乡党委听取汇报，全镇12个村的做法得到推广。"),
        ("青石县农业农村局", "指导全镇推行的做法2项。"),
    ],
)
def test_other_units_and_earlier_days_are_left_alone(unit: str, said: str) -> None:
    assert told(unit, said) == []

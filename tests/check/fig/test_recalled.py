"""Figures that are told as known by what is said of them (FIG019), in the problems and in the plans."""

import pytest
from checking import findings

from generator.diagnostics import Severity

_REPORT = """清源县云溪镇人民政府2024年法治政府建设年度报告
一、主要举措和成效
（一）做好各项工作。{}
二、存在的不足和原因
（一）基础薄弱。{}主要原因是编制少。
三、2025年主要安排
（一）补齐短板。{}"""

_WRONG = {
    "some of them, by their name": ("全镇现有行政执法人员24名。", "26名执法人员中懂法律的只有5名。", ""),
    "some of them, of what the year's end leaves": (
        "年初综合执法人员15人，新招4人，调出1人，年末共18人。",
        "16名执法人员中党员只有5人。",
        "",
    ),
    "some of them, by what was found": (
        "评查案卷80宗，其中优秀20宗、合格53宗、不合格7宗。",
        "评查发现的9宗不合格案卷中，镇级有3宗。",
        "",
    ),
    "some of them, of those who hold a certificate": (
        "持有行政执法证的人员由上年的31人增加到42人。",
        "46名持证人员里能办渔业案件的不过6人。",
        "",
    ),
    "some of them, by one word": ("审查合同46份，提出意见80条。", "合同送审不够及时，48份合同中有5份事后才送审。", ""),
    "what begins a clause": ("全镇有持证人员21名。", "29名持证人员要承担赋权事项88项。", ""),
    "what is to be dealt with": ("", "全年有26件工单未按时办结。", "对28件超时工单逐件复盘。"),
    "what is to be dealt with, of the measures": ("排查危险房屋46处。", "", "对64处危险房屋逐处鉴定。"),
    "what is to be dealt with, by its state": ("", "尚有31处校舍没有加固。", "对没有加固的33处校舍分批处理。"),
    "a share": ("网上办件4300件，占受理总量的43%。", "网上办件量只占受理总量的34%。", ""),
    "a rate": ("行政诉讼案件负责人出庭应诉率92%。", "行政诉讼案件负责人出庭应诉率只有82%。", ""),
    "a share of some": ("一次性办结事项占全部事项的61%。", "一次性办结事项占全部事项的16%。", ""),
    "who lacks something, reckoned": ("16个村里配了法律顾问的只有9个。", "", "对尚无法律顾问的8个村统一选派。"),
    "who lacks something in the problems": ("", "16个村里配了法律顾问的只有9个。", "对尚无法律顾问的8个村统一选派。"),
    "those who are sent": ("县里轮训行政执法人员9名。", "", "组织11名行政执法人员轮流参加跟班学习。"),
    "what is wrong with some": ("评查案卷60卷，优秀21卷、合格36卷、不合格3卷。", "评查中有5卷案卷不合格，", ""),
}
_RIGHT = [
    ("网上办件4300件，占受理总量的43%。", "网上办件量只占受理总量的43%。", ""),
    ("行政诉讼案件负责人出庭应诉率92%。", "行政诉讼案件负责人出庭应诉率比上年下降8%。", ""),
    ("一次性办结事项占全部事项的61%。", "", "力争一次性办结事项占全部事项的75%。"),
    ("16个村里配了法律顾问的只有9个。", "", "对尚无法律顾问的7个村统一选派。"),
    ("县里轮训行政执法人员9名。", "", "组织6名行政执法人员轮流参加跟班学习。"),
    ("评查案卷60卷，优秀21卷、合格36卷、不合格3卷。", "评查中有3卷案卷不合格，", ""),
    ("评查案卷60卷，优秀21卷、合格36卷、不合格3卷。", "抽检中有5批食品不合格，", ""),
    ("全镇现有行政执法人员24名。", "24名执法人员中懂法律的只有5名。", "对24名执法人员集中轮训。"),
    ("全镇现有行政执法人员24名。", "3名执法人员尚未取得执法证。", "将执法人员增至30名。"),
    ("年初综合执法人员15人，新招4人，调出1人，年末共18人。", "18名执法人员中党员只有5人。", ""),
    ("评查案卷80宗，其中优秀20宗、合格53宗、不合格7宗。", "评查发现的7宗不合格案卷中，镇级有3宗。", ""),
    ("受理热线诉求1032件，解决966件。", "未解决的66件热线诉求中，有41件涉及办证。", "对41件办证诉求分批处理。"),
    ("参加考核1850人，考核合格1776人。", "考核不合格的74人中多数是新员工。", ""),
    ("举办线下宣传31场、线上宣传14场。", "45场宣传中线上活动不到三分之一。", ""),
    ("受理纠纷284件。", "平均每4件纠纷中就有1件涉及土地。", ""),
    ("受理纠纷284件。", "41件纠纷集中在林地。", "对41件纠纷涉及的山林逐宗勘界。"),
    ("为107家规模以上企业体检。", "", "力争将体检企业增至120家。"),
    ("检查民宿153家，整改完毕141家。", "", "对剩余的12家民宿逐户跟踪。"),
    ("", "全年有26件工单未按时办结。", "对26件超时工单逐件复盘。"),
]


def _told(*said: str) -> list[Severity]:
    return [one.severity for one in findings(_REPORT.format(*said), ("FIG019",))]


@pytest.mark.parametrize("way", _WRONG)
def test_a_figure_recalled_with_another_number_is_found(way: str) -> None:
    assert len(_told(*_WRONG[way])) == 1


@pytest.mark.parametrize("said", _RIGHT)
def test_a_figure_recalled_as_it_was_told_or_of_something_else_is_left_in_peace(said: tuple[str, str, str]) -> None:
    assert _told(*said) == []


def test_a_whole_name_is_beyond_a_hint() -> None:
    assert _told("全镇现有行政执法人员24名。", "26名执法人员中懂法律的只有5名。", "") == [Severity.WARNING]

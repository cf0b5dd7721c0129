"""Parts of a report, causes and plans that stand there in another form than the usual one."""

import pytest
from checking import findings

_LINES = """柳溪镇2024年法治政府建设情况报告
柳溪镇在大山深处，下辖9个村。现将有关情况报告如下。
{}
全年巡山护林412次，查处野外用火19起，罚款合计1.9万元，山火比上年少了2起，没有一起成灾。
{}
清理老合同64份，请律师逐份看过，补签条款31份，解除2份，其余31份没有毛病，都归了档。
{}
执法人员只有3名，忙时顾不过来，原因是编制少，招来的人多半待不到两年又考走了。
{}
镇党委书记、镇长履行第一责任人职责，主持会议4次研究法治工作，带头学法6次，年终作了述法。
{}
向县里争取执法编制2名，办好培训班3期，把护林员也纳入轮训，人人过一遍关。
柳溪镇人民政府
2025年1月11日"""
_MORE = "另有3份留待下年再看，已经逐份写明理由，一并报镇里备查。"
_PARTS = ("STA001", "STA004", "STA007", "STA009", "PRI006")


def _told(report: str, *codes: str) -> list[str]:
    return [one.code for one in findings(report, codes)]


@pytest.mark.parametrize(
    "lines",
    [
        ("山林防火", "旧账新算", "问题和原因", "主要负责人履职", "明年怎么干"),
        ("管住火源，管住人心", "合同过一遍筛", "不足在哪里，为什么", "镇长怎么做", "来年的打算"),
        ("【山林防火】", "【合同清理】", "【存在的问题】", "【主要负责人怎么履责】", "【2025年工作思路】"),
        ("○ 山林防火", "○ 合同清理", "○ 还差什么", "○ 第一责任人履职", "○ 往后怎么走"),
        ("壹、山林防火", "贰、合同清理", "叁、不足及其根源", "肆、带头人怎么带", "伍、明年怎么办"),
    ],
)
def test_parts_headed_by_lines_are_there(lines: tuple[str, ...]) -> None:
    assert _told(_LINES.format(*lines), *_PARTS) == []


@pytest.mark.parametrize(
    ("at", "code"), [(2, "STA004"), (3, "STA007"), (4, "STA009")], ids=["problems", "first responsible", "plans"]
)
def test_a_part_that_is_not_there_is_missed(at: int, code: str) -> None:
    rows = _LINES.format("山林防火", "旧账新算", "问题和原因", "主要负责人履职", "明年怎么干").split("\n")
    del rows[2 + 2 * at : 4 + 2 * at]
    assert _told("\n".join(rows), *_PARTS) == [code]


def test_measures_that_are_not_there_are_missed() -> None:
    rows = _LINES.format("山林防火", "旧账新算", "问题和原因", "主要负责人履职", "明年怎么干").split("\n")
    assert _told("\n".join([*rows[:2], *rows[6:]]), *_PARTS) == ["STA001"]


@pytest.mark.parametrize(
    "said",
    ["全年由【单位名称】办理案件【填数】件。", "【填数】", "【待补充：巡山次数】", "【补充典型案例】", "【单位名称】"],
)
def test_what_is_to_be_filled_in_is_told_beside_headings_in_brackets(said: str) -> None:
    lines = ("【山林防火】", "【合同清理】", "【存在的问题】", "【主要负责人怎么履责】", "【2025年工作思路】")
    report = _LINES.format(*lines).replace("都归了档。", f"都归了档。\n{said}\n{_MORE}")
    assert set(_told(report, *_PARTS)) == {"PRI006"}
    plain = _LINES.format("山林防火", "旧账新算", "问题和原因", "主要负责人履职", "明年怎么干")
    assert set(_told(plain + said, *_PARTS)) == {"PRI006"}


_PROSE = """柳溪苏木2024年法治政府建设情况报告
柳溪苏木下辖9个嘎查。现将有关情况报告如下。
过去一年做了三件事。一是管好草场。巡查412次，查处偷牧19起。二是化解纠纷。调解87件，成功83件。三是送法上门。宣讲32场，覆盖2400人次。
{}其一，执法人员少，原因是编制紧。其二，普法老套，原因在于办法想得少。
{}全年主持会议4次，带头学法6次，年终作了述法。
2025年，我们打算：争取执法编制2名；办好普法短视频栏目。"""


@pytest.mark.parametrize(
    ("problems", "persons"),
    [
        ("回头看，不足也不少。", "苏木党委书记、苏木达履行第一责任人职责，做到不落空。"),
        ("说成绩也要说短处。", "苏木党委书记切实担起第一责任人的担子。"),
        ("工作中也有不足。", "党政主要负责人履职方面，"),
    ],
)
def test_parts_told_in_paragraphs_are_there(problems: str, persons: str) -> None:
    assert _told(_PROSE.format(problems, persons), *_PARTS) == []
    assert _told(_PROSE.format(problems, "镇里"), *_PARTS) == ["STA007"]


def test_a_sentence_below_another_heading_is_no_part_on_the_first_responsible_persons() -> None:
    rows = _LINES.format("山林防火", "旧账新算", "问题和原因", "主要负责人履职", "明年怎么干").split("\n")
    moved = [*rows[:3], rows[9], *rows[3:8], *rows[10:]]
    assert _told("\n".join(moved), *_PARTS) == ["STA007"]


_TWO = """一、主要举措和成效
（一）规范行政执法。检查12次。
二、存在的不足和原因
（一）人才偏少。懂法的干部只有3人。主要原因是待遇低。
（二）{}
三、2025年主要安排
（一）引进人才。招录2名干部。
（二）{}"""


@pytest.mark.parametrize(
    "problem",
    [
        "新队员办案能力偏弱，带教时间短是直接原因。",
        "夜间取证难，设备投入不足是主要原因。",
        "台账缺了两页，系交接时没有清点。",
        "官司输了1件，说明程序意识淡薄。",
        "案卷质量下滑，折射出审核的松懈。",
        "证没办完，难在四至不清。",
    ],
)
def test_a_cause_is_told_in_other_words(problem: str) -> None:
    assert _told(_TWO.format(problem, "办好培训班。"), "STA006") == []


@pytest.mark.parametrize(
    "problem",
    [
        "取证困难在夜间最多。",
        "台账不齐，系统里也有缺页。",
        "普法老套，已向群众说明没有新办法。",
        "官司输了1件，群众有意见。",
    ],
)
def test_words_that_only_look_like_a_cause_are_none(problem: str) -> None:
    assert _told(_TWO.format(problem, "办好培训班。"), "STA006") == ["STA006"]


@pytest.mark.parametrize(
    ("problem", "plan"),
    [
        ("普法方式单一。发放资料多。", "赶集日开设流动法治课堂。"),
        ("干部学法浅。以念文件为主。", "推行一案一学，每办一案就讲一次课。"),
        ("少数干部依法办事能力有差距。", "把两份被纠错的文书做成反面教材。"),
    ],
)
def test_a_plan_in_kindred_words_answers_a_problem(problem: str, plan: str) -> None:
    assert _told(_TWO.format(problem + "原因是投入少。", plan), "STA011") == []
    other = _TWO.replace("（一）引进人才。招录2名干部。", "（一）修好三条路。")
    assert _told(other.format(problem + "原因是投入少。", "管好68个资产。"), "STA011")


def test_a_heading_bears_a_stop_where_all_others_of_its_level_run_on() -> None:
    heads = ("（二）规范执法", "（三）调解纠纷", "（四）送法上门")
    run_on = "".join(f"{head}。全年检查12次，发现问题8个，整改8个。\n" for head in heads)
    alone = "一、主要举措和成效\n（一）决策按程序走。\n1.全年审核合同47份，提出意见61条，采纳58条。\n"
    assert _told(alone + run_on, "PUN011") == []
    assert _told(alone + run_on.replace("。全年", "\n全年"), "PUN011") == ["PUN011"]


@pytest.mark.parametrize("said", ["对未签约户一户一策。", "落后企业一企一策。", "危楼一栋一策。", "对重点村一村一案。"])
def test_a_policy_for_each_is_no_word_twice(said: str) -> None:
    assert _told(said, "WRD011") == []


def test_towns_with_their_streets_are_more_than_the_towns() -> None:
    head = "鹭湖县人民政府2024年法治政府建设情况报告\n全县辖9个乡镇、3个街道。\n"
    assert _told(head + "12个乡镇（街道）都提交了述法报告。", "FIG032") == []
    assert _told(head + "12个乡镇都提交了述法报告。", "FIG032") == ["FIG032"]
    both = head.replace("9个乡镇、3个街道", "12个乡镇（街道）")
    assert _told(both + "12个乡镇（街道）都提交了述法报告。", "FIG032") == []
    assert _told(both + "14个乡镇（街道）都提交了述法报告。", "FIG032") == ["FIG032"]


@pytest.mark.parametrize(
    ("aim", "told"),
    [
        ("2024年应急演练不少于40场。", True),
        ("2024年力争调解成功率达到98%。", True),
        ("2024年度普法讲座确保办满12场。", True),
        ("2025年应急演练不少于40场。", False),
        ("到2025年底应急演练比2024年多4场，不少于40场。", False),
        ("把2024年没有办完的6件全部办结，确保不再拖。", False),
    ],
)
def test_aims_of_the_year_that_is_over_are_told(aim: str, told: bool) -> None:
    lines = ("山林防火", "旧账新算", "问题和原因", "主要负责人履职", "2025年打算")
    report = _LINES.format(*lines).replace("把护林员也纳入轮训，人人过一遍关。", aim)
    assert bool(_told(report, "STA012")) is told

"""The statutory parts are known where a report tells them in its own way."""

import re

import pytest
from checking import findings

_PROSE = """清源县云溪镇人民政府关于2024年法治政府建设工作的报告
县委：
2024年，云溪镇扎实推进法治政府建设，现报告如下。
一年来，镇党委研究法治工作6次，审查合同40件，全部先审后签。
工作中也有不足。一是送审材料质量不高，主要原因是经办人员常换。二是普法老套，主要原因是办法想得不多。
{}一是编印合同范本，二是开设短视频栏目。
云溪镇人民政府
2025年2月3日"""
_TOGETHER = """一、主要举措和成效
（一）规范行政执法。现有执法人员25名，开展检查12次。
二、存在的不足和原因
（一）人才偏少，懂法的干部只有3人。（二）旧合同没有理完，还有2份在仲裁。（三）企业合规意识不强。{}
三、2025年主要安排
（一）引进人才。招录2名干部。"""


def _told(report: str, code: str) -> list[str]:
    return [one.message for one in findings(report, (code,))]


def test_problems_and_plans_of_a_report_in_paragraphs_are_no_missing_parts() -> None:
    report = _PROSE.format("2025年，全镇打算这样干：")
    assert _told(report, "STA004") == _told(report, "STA009") == []
    assert len(_told(_PROSE.format("同时："), "STA009")) == 1
    assert len(_told(report.replace("工作中也有不足。", "此外，").replace("主要原因", "缘由"), "STA004")) == 1


def test_causes_told_together_behind_all_problems_are_those_of_each() -> None:
    assert _told(_TOGETHER.format("究其原因，主要是引才力度不够，早年协议不规范，企业投入少。"), "STA006") == []
    assert len(_told(_TOGETHER.format("究其原因，主要是企业投入少。"), "STA006")) == 2


def test_plans_by_another_name_bear_the_next_year() -> None:
    report = """云溪镇人民政府关于2024年度法治政府建设情况的报告
2024年，云溪镇坚持依法行政。现将有关情况报告如下：
一、2024年干了哪些事
（一）规范行政执法。开展检查12次。
二、2025年怎么干
（一）补齐执法力量。组织12名干部参加考试。"""
    assert _told(report, "STA023") == []
    assert len(_told(report.replace("2024年干了哪些事", "2023年主要举措和成效"), "STA023")) == 1


_TWO_PROBLEMS = """一、主要举措和成效
（一）规范行政执法。{}
二、存在的不足和原因
（一）人才偏少。懂法的干部只有3人。主要原因是待遇低。
（二）普法形式单一。以发放资料为主。{}
三、2025年主要安排
（一）引进人才。招录2名干部。{}"""


@pytest.mark.parametrize(
    "cause",
    [
        "这与懂新媒体的人员少有直接关系。",
        "受人手少、经费紧影响，线上宣传没有开展起来。",
        "原因：懂新媒体的人员少。",
        "成因在于懂新媒体的人员少。",
        "归根结底是懂新媒体的人员少。",
    ],
)
def test_a_cause_is_known_in_other_words(cause: str) -> None:
    assert _told(_TWO_PROBLEMS.format("检查12次。", cause, ""), "STA006") == []


def test_the_causes_of_events_are_no_causes_of_a_problem() -> None:
    report = _TWO_PROBLEMS.format("检查12次。", "查找事件成因不够具体，受到群众欢迎，参加上级培训的不多。", "")
    assert len(_told(report, "STA006")) == 1


def test_a_number_in_chinese_numerals_can_be_counted() -> None:
    assert _told(_TWO_PROBLEMS.format("聘请顾问两名，审查合同三十八件。", "", ""), "STA003") == []
    assert len(_told(_TWO_PROBLEMS.format("增强“四个意识”，一件事一次办。", "", ""), "STA003")) == 1


def test_a_time_in_the_plans_that_is_over_is_told() -> None:
    head = "云溪镇人民政府关于2024年度法治政府建设情况的报告\n"
    late = head + _TWO_PROBLEMS.format("检查12次。", "", "2024年底前实现专区全覆盖。")
    right = head + _TWO_PROBLEMS.format("检查12次。", "", "在2024年基础上再增加3名。")
    assert len(_told(late, "STA023")) == 1
    assert _told(right, "STA023") == []
    of_month = head + _TWO_PROBLEMS.format("检查12次。", "", "确保2024年3月底前全部整改到位。")
    of_cases = head + _TWO_PROBLEMS.format("检查12次。", "", "清理2024年6月底前受理的案件。")
    assert len(_told(of_month, "STA023")) == 1
    assert _told(of_cases, "STA023") == []


@pytest.mark.parametrize(
    "problem", ["工作合力有待增强。", "工作水平仍需提升。", "离上级要求还有一定差距。", "工作成效还不明显。"]
)
def test_an_empty_problem_is_told_unless_it_counts_something(problem: str) -> None:
    report = _TWO_PROBLEMS.replace("（二）普法形式单一。以发放资料为主。", f"（二）{problem}")
    assert len(_told(report.format("检查12次。", "", ""), "STA021")) == 1
    assert _told(report.format("检查12次。", "全年夜查仅6次。", ""), "STA021") == []


@pytest.mark.parametrize(
    "cause",
    ["究其根本，还是人员少。", "由此反映出镇里投入不够。", "根源：培训投入不足。", "经费没列入预算，这是主要的原因。"],
)
def test_a_cause_is_known_without_the_usual_words(cause: str) -> None:
    assert _told(_TWO_PROBLEMS.format("检查12次。", cause, ""), "STA006") == []


def test_what_is_left_from_the_year_before_is_no_time_in_the_plans() -> None:
    head = "云溪镇人民政府关于2024年度法治政府建设情况的报告\n"
    plan = "对2024年底前未办结的3件隐患挂牌督办，对2024年上半年办结的12件回访。"
    assert _told(head + _TWO_PROBLEMS.format("检查12次。", "", plan), "STA023") == []


@pytest.mark.parametrize(
    "cause",
    [
        "原因：新调入的多。",
        "成因是待遇偏低。",
        "这与早年资料不全有关。",
        "主要受财力和编制限制。",
        "因培训经费没有列入预算，学习时断时续。",
        "装备没有更新，因预算下达晚。",
        "流转合同不规范，多因地块四至不清。",
        "村大户多，加之经办人常换。",
    ],
)
def test_a_cause_in_other_words_is_a_cause(cause: str) -> None:
    assert len(_told(_TOGETHER.format(cause), "STA006")) == 2
    bare = _TOGETHER.replace("只有3人。", f"只有3人，{cause}").replace("仲裁。", f"仲裁。{cause}").format("{}")
    assert _told(bare.format(cause), "STA006") == []


@pytest.mark.parametrize("said", ["回看一年，差距仍然明显。", "工作中也有缺憾。", "欠账还有几笔。"])
def test_problems_are_known_in_a_paragraph_that_names_them_late(said: str) -> None:
    report = _PROSE.format("2025年，全镇打算这样干：").replace("工作中也有不足。", said)
    assert _told(report, "STA004") == []
    assert len(_told(report.replace("主要原因", "缘由"), "STA004")) == 1


def test_the_opening_ends_with_its_last_sentence() -> None:
    report = _PROSE.format("2025年，全镇打算这样干：")
    assert _told(report, "STA023") == []
    assert len(_told(report.replace("2024年，云溪镇扎实", "2023年，云溪镇扎实"), "STA023")) == 1


def test_a_problem_whose_words_are_like_theirs_is_no_matter_of_the_first_responsible_persons() -> None:
    report = _TWO_PROBLEMS.format("检查12次。", "", "").replace("（二）普法形式单一。", "（二）案件消化不够快。")
    assert _told(report, "STA008") == []


_BULLETS = """一、主要举措和成效
（一）规范行政执法。开展检查12次。
二、不足之处
● 值守调度不够顺畅。主要原因是预案更新滞后。
{}
● 普法覆盖面偏窄。究其原因，是活动多在白天举办。
三、2025年计划
（一）引进人才。招录2名干部。"""


@pytest.mark.parametrize(
    ("problem", "lacking"),
    [
        ("● 尚有4件旅游纠纷未化解，均涉民宿退订。", 1),
        ("——合同管理历史欠账多，还有6份没有理清。", 1),
        ("● 尚有4件旅游纠纷未化解，原因是证据保存在多方手中。", 0),
        ("以下逐条说明。", 0),
    ],
)
def test_of_problems_told_as_a_list_of_lines_each_has_its_cause(problem: str, lacking: int) -> None:
    assert len(_told(_BULLETS.format(problem), "STA006")) == lacking


_OPEN = """云溪镇人民政府关于2024年度法治政府建设情况的报告
一、主要举措和成效
（一）整改问题。{}
云溪镇人民政府
2025年1月19日"""


@pytest.mark.parametrize(
    ("said", "many"),
    [
        ("查出问题60个，改正57个，另3个因冬季停工，顺延到2024年4月底前改正。", 1),
        ("其余2处隐患限期2023年6月30日前销号。", 1),
        ("剩余5件计划2024年3月底前办结。", 1),
        ("尚有1项正在推进，力争2024年8月底之前完成。", 1),
        ("另3个因冬季停工，顺延到2025年4月底前改正。", 0),
        ("其余2处限期2024年6月30日前销号，现已全部销号。", 0),
        ("其余5件已于2024年3月底前办结。", 0),
        ("原定4月的培训延期到2024年9月前举办。", 0),
    ],
)
def test_a_deadline_of_what_is_left_lies_ahead(said: str, many: int) -> None:
    assert len(_told(_OPEN.format(said), "STA024")) == many


_HEADED = """一、主要举措和成效
（一）{}
1.纠纷减少。受理221件。
2.信访减少。受理20件。
3.火点{}。发生3个。"""


@pytest.mark.parametrize(
    ("heading", "last", "many"),
    [
        ("四项减少", "减少", 1),
        ("实现“两个减少”", "减少", 1),
        ("三项减少", "减少", 0),
        ("四项减少", "清零", 0),
        ("第二类减少", "减少", 0),
    ],
)
def test_a_heading_counts_the_headings_below_it(heading: str, last: str, many: int) -> None:
    assert len(_told(_HEADED.format(heading, last), "FIG031")) == many


def test_what_was_done_is_told_in_paragraphs_before_the_problems() -> None:
    report = _PROSE.format("2025年，全镇打算这样干：").replace("工作中也有不足。", "对照要求，还有三处短板。")
    assert _told(report, "STA001") == _told(report, "STA006") == []
    done = "一年来，镇党委研究法治工作6次，审查合同40件，全部先审后签。\n"
    assert len(_told(report.replace(done, ""), "STA001")) == 1
    assert len(_told(report.replace("主要原因", "缘由"), "STA006")) == 1


def test_plans_in_one_paragraph_answer_the_problems_in_their_order() -> None:
    report = """云溪镇人民政府关于2024年法治政府建设情况的报告
一、主要举措和成效
（一）规范行政执法。现有执法人员25名，开展检查12次。
二、存在的不足和原因
一是送审偏晚，原因在于合法性审查介入的时间靠后。二是调解记录不全，原因在于调解员年纪偏大。
三、2025年工作安排
推动法律顾问提前介入文件起草；{}。"""
    assert _told(report.format("手把手教调解员用电子卷宗"), "STA011") == []
    assert len(_told(report.format("添置档案柜两组"), "STA011")) == 1


_WITHOUT_ITEMS = """清源县云溪镇人民政府关于2024年法治政府建设工作的报告
县委：
2024年，云溪镇扎实推进法治政府建设，现报告如下。
一年来，镇党委研究法治工作6次，审查合同40件，全部先审后签。
工作中也有不足。送审材料质量不高，{}。普法形式老套，主要原因是办法想得不多。
2025年，我们准备编印合同范本、开设短视频栏目，提高送审材料质量，改进普法形式。
云溪镇人民政府
2025年2月3日"""


@pytest.mark.parametrize(
    ("first", "second"),
    [("首先，", "其次，"), ("一方面，", "另一方面，"), ("一个是", "再一个是"), ("其一，", "其二，")],
)
def test_each_problem_that_words_set_off_needs_a_cause(first: str, second: str) -> None:
    report = _WITHOUT_ITEMS.replace("送审", f"{first}送审", 1).replace("普法形式老套", f"{second}普法形式老套")
    assert _told(report.format("主要原因是经办人员常换"), "STA006") == []
    assert _told(report.format("返工12件"), "STA006") == ["“送审材料质量不高”没有写原因"]
    assert _told(report.format("这与人手少有关").replace("主要原因是", ""), "STA006") == ["“普法形式老套”没有写原因"]


def test_causes_of_problems_in_prose_may_stand_behind_the_last() -> None:
    told = "工作中也有不足。首先，台账不齐。其次，会议偏少。再次，普法老套。究其原因，一是人手少，二是办法少。"
    report = re.sub("工作中也有不足。.*", told, _WITHOUT_ITEMS)
    assert _told(report, "STA006") == []
    assert _told(report.replace("其次，会议偏少", "其次，会议偏少，原因是议题少"), "STA006") == ["“台账不齐”没有写原因"]


def test_problems_of_a_report_in_prose_need_causes() -> None:
    assert _told(_WITHOUT_ITEMS.format("主要原因是经办人员常换"), "STA006") == []
    assert len(_told(_WITHOUT_ITEMS.format("应当引起重视").replace("，主要原因是办法想得不多", ""), "STA006")) == 1


def test_a_report_in_prose_without_a_part_lacks_it() -> None:
    report = _WITHOUT_ITEMS.format("主要原因是经办人员常换") + "\n" + "镇里的各项工作都在有序推进。" * 20
    assert _told(report, "STA004") == _told(report, "STA009") == []
    without_plans = re.sub("2025年，我们准备.*\n", "", report)
    assert _told(without_plans, "STA009") == ["没有“下一年度的主要安排”这一部分"]
    assert _told(without_plans, "STA004") == []
    without_problems = re.sub("工作中也有不足.*\n", "", report)
    assert _told(without_problems, "STA004") == ["没有“存在的不足和原因”这一部分"]
    assert _told(without_problems, "STA009") == []
    neither = re.sub("工作中也有不足.*\n", "", without_plans)
    assert len(_told(neither, "STA004")) == len(_told(neither, "STA009")) == len(_told(neither, "STA007")) == 1


def test_a_few_lines_are_no_report() -> None:
    assert _told("清源县云溪镇人民政府关于2024年法治政府建设工作的报告\n全年审查合同40件。", "STA004") == []

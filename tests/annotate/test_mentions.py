"""Which indicator a figure is: of drafts, whose sources tell, and of the real reports."""

from collections import Counter
from collections.abc import Iterator

import pytest
import yaml
from annotate.figure_truth import Told, drafted_figures
from drafting import SHIPPED_PROFILES, drafted, profile_of, shipped, shipped_profile
from hypothesis import given, settings
from report_strategies import report_forms

from generator import resources
from generator.annotate.mentions import mentions
from generator.annotate.mentions_cues import Cues, cues_of
from generator.annotate.model import Line, Mention, Outline, Section, Spot
from generator.document.nodes import Document
from tests.eval.clauses import clauses
from tests.eval.clauses import judge as judge_clause
from tests.eval.figures import CORPUS, REPORTS, judge

NO_OUTLINE = Outline("", "", 0, "", "", "", "", "", ())


@pytest.fixture(scope="module")
def cues() -> Cues:
    """The shipped genre's."""
    return cues_of(yaml.safe_load(resources.read_sources(resources.find_template())["mentions.yml"]))


def of(text: str, cues: Cues, outline: Outline = NO_OUTLINE) -> list[tuple[str | None, str]]:
    """Indicator and number with measure word of each mention of a line."""
    found = mentions((Line(1, text),), outline, shipped().schema, cues)
    return [(m.indicator, m.quantity.value + m.quantity.unit) for m in found]


def verdicts(document: Document, cues: Cues) -> Iterator[tuple[Told, Mention | None, str]]:
    """Each figure of a draft with what was found in its place, and the words around it; and that nothing was found
    in words of the template alone."""
    lines, told, fixed = drafted_figures(document)
    texts = {line.number: line.text for line in lines}
    found = mentions(lines, NO_OUTLINE, shipped().schema, cues)
    for mention in found:
        spot = mention.quantity.spot
        around = texts[spot.line][max(0, spot.start - 9) : spot.end + 9]
        assert not all((spot.line, at) in fixed for at in range(spot.start, spot.end)), around
    for one in told:
        inside = [m for m in found if m.quantity.spot.line == one.line and one.start <= m.quantity.spot.start < one.end]
        yield one, inside[0] if inside else None, texts[one.line][max(0, one.start - 20) : one.end]


def same(one: Told, mention: Mention) -> bool:
    """Whether the figure was read as it was entered; the template may say 不少于 before it."""
    figure, q = one.figure, mention.quantity
    said = q.qualifier == figure.qualifier or (not figure.qualifier and q.qualifier == "不少于")
    return q.value == figure.text and q.unit == figure.scale + figure.unit and said


@pytest.mark.parametrize("name", SHIPPED_PROFILES)
def test_every_figure_of_a_shipped_draft_is_found_and_nearly_all_are_told(name: str, cues: Cues) -> None:
    found = list(verdicts(drafted(shipped_profile(name)).document, cues))
    assert [words for one, mention, words in found if mention is None or not same(one, mention)] == []
    wrong = [words for one, mention, words in found if mention and mention.indicator != one.indicator]
    assert len(wrong) <= 0.06 * len(found), wrong


@given(report_forms())
@settings(max_examples=20)
def test_every_figure_of_a_random_draft_is_found(form: str) -> None:
    words = cues_of(yaml.safe_load(resources.read_sources(resources.find_template())["mentions.yml"]))
    for one, mention, said in verdicts(drafted(profile_of(form)).document, words):
        assert mention is not None, said
        assert same(one, mention), said


def test_every_clause_of_the_dictionary_is_its_indicators(cues: Cues) -> None:
    wrong = Counter[str]()
    for indicator in shipped().schema.indicators.values():
        text = f"全年{indicator.clause.format('37' + indicator.unit)}。"
        if of(text, cues) != [(indicator.id, f"37{indicator.unit}")]:
            wrong[indicator.label] += 1
    assert len(wrong) <= 0.02 * len(shipped().schema.indicators), wrong


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收到行政复议申请42件，受理26件", ["reconsideration_applications", "reconsideration_accepted"]),
        ("本年新收行政复议申请42件，办结31件", ["reconsideration_applications", "reconsideration_closed"]),
        ("办成法律援助案件326件、公证事项281件", ["legal_aid_cases", "notary_cases"]),
        ("配备了2名法律顾问", ["legal_advisers"]),
        ("种植果树300株", [None]),
        ("行政诉讼案件9件，同比减少15件", ["admin_litigation_cases", None]),
        ("共有“法律明白人”45名。对45名“法律明白人”进行培训", ["law_savvy_people"]),
        ("备案率、及时率均为100%", ["normative_filing_rate", "normative_filing_timely_rate"]),
        ("学法考试参考率、合格率分别达到100%和99%", ["law_exam_attendance_rate", "law_exam_pass_rate"]),
        ("审计发现问题46个，完成整改41个", ["audit_issues_found", "audit_issues_rectified"]),
        ("现有救援队员361909人", [None]),
        ("设立25信息收集点", ["dispute_info_points"]),
        ("编号25，另见后文", []),
        ("查处违法行为37件", ["penalty_cases"]),
    ],
)  # fmt: skip
def test_the_words_around_tell_the_indicator(text: str, found: list[str | None], cues: Cues) -> None:
    assert [indicator for indicator, _ in of(text, cues)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全年未发生民转刑案件", [("escalated_cases", "0件")]),
        ("没有发生一起生产安全事故", [("safety_accidents", "0起")]),
        ("全镇行政诉讼零败诉", [("admin_litigation_lost", "0件")]),
        ("政府机构失信被执行人清零", [("gov_dishonesty_cases", "0件")]),
        ("实现政府机构失信被执行人清零常态化", [("gov_dishonesty_cases", "0件")]),
        ("全年行政复议案件为零", [("reconsideration_applications", "0件")]),
        ("未发生较大以上生产安全事故", []),
        ("未发生一起行政复议、行政诉讼败诉案件", [("admin_litigation_lost", "0件")]),
        ("全年无一起行政处罚案件被复议撤销", []),
        ("信访积案清零15件", [("petition_backlog_resolved", "15件")]),
        ("提供零距离服务，对违法行为零容忍，落实零证明，未发生变化", []),
    ],
)
def test_nothing_said_in_words_is_0_of_what_may_be_reported_as_0(
    text: str, found: list[tuple[str, str]], cues: Cues
) -> None:
    assert of(text, cues) == found


def test_nothing_said_of_what_is_lacking_or_planned_is_no_figure(cues: Cues) -> None:
    part = Section(1, "一、", "存在的问题", "problems", (), True, Spot(1, 0, 7), 1, 1)
    outline = Outline("", "", 0, "", "", "", "", "", (part,))
    assert of("一、存在的问题。多年未发生行政诉讼案件，经验不足。", cues, outline) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("确定年度重大行政决策事项《城区停车收费改革方案》", [("major_decision_items", "1项")]),
        ("出台行政规范性文件《甲办法》《乙办法》", [("normative_docs_issued", "2件")]),
        ("出台行政规范性文件《甲办法》等", []),
        ("出台行政规范性文件《甲办法》《乙办法》2件", [("normative_docs_issued", "2件")]),
        ("严格执行重大行政决策事项《管理办法》", []),
    ],
)
def test_things_told_by_their_titles_are_counted(text: str, found: list[tuple[str, str]], cues: Cues) -> None:
    assert of(text, cues) == found


@pytest.mark.parametrize(
    "text",
    [
        "经验做法先后15次被省级媒体报道",
        "考核权重提升至15%",
        "行政许可事项218项",
        "出台便民服务措施32项",
        "设立反映窗口108个",
    ],
)
def test_what_else_reports_count_is_no_indicator(text: str, cues: Cues) -> None:
    assert [indicator for indicator, _ in of(text, cues)] == [None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("指导21个社区（村）推行一件事一次办", [None]),
        ("印发14项重点问题解决措施清单", [None]),
        ("编制101项基层便民服务事项清单", ["grassroots_service_items"]),
        ("组建13人的法律咨询专家团队", [None]),
        ("制定30条措施及工作要点等文件", [None]),
    ],
)
def test_what_follows_a_number_says_what_it_counts(text: str, found: list[str | None], cues: Cues) -> None:
    assert [indicator for indicator, _ in of(text, cues)] == found


def test_what_a_meeting_was_about_stands_behind_it(cues: Cues) -> None:
    assert of("召开县委常委会会议15次，研究法治建设重要事项", cues) == [("party_meetings_law", "15次")]
    assert of("召开县委常委会会议15次，研究防汛抗旱事项", cues) == [(None, "15次")]


def test_what_was_done_with_laws_stands_before_their_titles(cues: Cues) -> None:
    text = "组织机关干部集中学习《中华人民共和国宪法》《某某条例》等法律法规10余次"
    assert of(text, cues) == [("cadre_law_study", "10次")]


@pytest.mark.parametrize("text", ["组织54名执法人员开展比武", "对全县240名执法人员进行测评"])
def test_those_sent_to_something_are_not_all_there_are(text: str, cues: Cues) -> None:
    assert [indicator for indicator, _ in of(text, cues)] == [None]
    assert of("全县现有54名执法人员", cues) == [("enforcement_officers", "54名")]


def test_what_was_done_with_what_no_indicator_tells_is_none(cues: Cues) -> None:
    assert of("巡察反馈问题13个，完成整改12个", cues) == [(None, "13个"), (None, "12个")]
    told = of("督察发现问题13个，完成整改12个", cues)
    assert told == [("inspection_issues_found", "13个"), ("inspection_issues_rectified", "12个")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("调委会上年结转纠纷7件，新受理36件", [None, None]),
        ("收到行政复议申请9件，受理7件", ["reconsideration_applications", "reconsideration_accepted"]),
        ("审结行政复议案件6件，驳回2件", ["reconsideration_closed", None]),
        ("调解纠纷36件。收到行政复议申请9件", ["mediation_cases", "reconsideration_applications"]),
        ("抽检样品1500批次，合格率98%", [None, None]),
        ("罚没款41.6万元，件均2000元", ["penalty_amount", None]),
        ("行政诉讼案件均由镇长出庭应诉2次", ["leader_appearances"]),
        ("受理热线工单5230件，热线工单月均436件", ["hotline_12345_orders", None]),
        ("化解矛盾纠纷300件，月均25件排查隐患12处", ["disputes_resolved", None, "hazards_found"]),
    ],
)
def test_words_that_matters_share_are_told_of_the_one_that_is_named(
    text: str, found: list[str | None], cues: Cues
) -> None:
    assert [indicator for indicator, _ in of(text, cues)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("化解矛盾纠纷246件，年底未化解13件", ["disputes_resolved", None]),
        ("督察整改问题39个，还有3个正在整改", ["inspection_issues_rectified", None]),
        ("收到行政复议申请15件，不予受理3件", ["reconsideration_applications", "reconsideration_rejected"]),
        ("其中党委部门9家聘请法律顾问，其余35家是政府部门", ["adviser_units", "adviser_units_gov"]),
        ("还有43名人民调解员", ["mediators"]),
    ],
)
def test_what_is_not_done_yet_is_not_what_is_done(text: str, found: list[str | None], cues: Cues) -> None:
    assert [indicator for indicator, _ in of(text, cues)] == found


def test_words_for_other_things_leave_the_indicators_alone() -> None:
    made = Cues(others=("办理{}业务",))
    assert of("办理法律援助案件5件", made) == [("legal_aid_cases", "5件")]
    assert of("办理借阅业务5件", made) == [(None, "5件")]


def test_what_no_indicator_names_bears_the_words_that_do(cues: Cues) -> None:
    (mention,) = mentions((Line(1, "种植果树300株"),), NO_OUTLINE, shipped().schema, cues)
    assert mention.label == "种植果树"


def test_the_section_gives_the_theme_and_a_plan_is_a_target(cues: Cues) -> None:
    parts = (
        Section(1, "一、", "主要举措", "measures", (), False, Spot(1, 0, 6), 1, 2),
        Section(2, "（一）", "普法", "", ("publicity",), False, Spot(2, 0, 4), 2, 2),
        Section(1, "二、", "打算", "plans", (), False, Spot(3, 0, 4), 3, 3),
    )
    outline = Outline("", "", 0, "", "", "", "", "", parts)
    lines = (Line(1, "一、主要举措"), Line(2, "（一）普法。开展普法活动3场次"), Line(3, "二、打算。开展普法活动9场次"))
    now, later = mentions(lines, outline, shipped().schema, cues)
    assert (now.theme, now.quantity.sense) == ("publicity", "value")
    assert (later.theme, later.quantity.sense) == ("", "target")


def test_the_figures_of_a_part_named_after_another_place_are_that_places(cues: Cues) -> None:
    part = Section(1, "一、", "云岭镇“三色”调解有成效", "highlights", (), True, Spot(1, 0, 14), 1, 1)
    outline = Outline("", "青石县", 0, "", "", "", "", "", (part,))
    (mention,) = mentions((Line(1, "一、云岭镇“三色”调解有成效。调解纠纷30件。"),), outline, shipped().schema, cues)
    assert mention.quantity.scope == "云岭镇"


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("石桥村调解纠纷30件", "石桥村"),
        ("全年工作有序，云岭镇调解纠纷30件", "云岭镇"),
        ("青石县调解纠纷30件", ""),
        ("对全镇纠纷调解30件，", ""),
        ("各乡镇调解纠纷30件", ""),
        ("新增城镇就业30人", ""),
        ("向乡镇派出人员，调解纠纷30件", ""),
    ],
)
def test_the_figures_of_a_clause_that_begins_with_another_place_are_that_places(
    text: str, scope: str, cues: Cues
) -> None:
    outline = Outline("", "青石县", 0, "", "", "", "", "", ())
    (mention,) = mentions((Line(1, text),), outline, shipped().schema, cues)
    assert mention.quantity.scope == scope


def test_the_members_of_a_list_share_the_verb_of_the_first(cues: Cues) -> None:
    told = of("全年审查各类合同12份、规范性文件7件。", cues)
    assert told == [("contract_reviews", "12份"), ("normative_docs_reviewed", "7件")]
    assert of("全年出台规范性文件7件。", cues) == [("normative_docs_issued", "7件")]


@pytest.mark.parametrize(
    "text",
    [
        "发生生产安全事故7起（3起道路事故、4起火灾事故）",
        "办理行政处罚案件26件（交通类处罚案件11件、市容类处罚案件15件）",
        "化解信访积案9件（涉法积案4件、土地积案5件）",
    ],
)
def test_the_parts_in_brackets_are_not_told_as_the_whole_again(text: str, cues: Cues) -> None:
    whole, *parts = of(text, cues)
    assert whole[0] is not None
    assert [indicator for indicator, _ in parts] == [None, None]


def test_what_was_told_is_told_again_less_likely_than_its_kin(cues: Cues) -> None:
    found = [indicator for indicator, _ in of("签订书面调解协议32份、口头协议44份", cues)]
    assert found == ["mediation_agreements_written", "mediation_agreements_oral"]


def test_the_title_of_a_law_does_not_say_what_is_counted(cues: Cues) -> None:
    assert of("组织《中华人民共和国行政处罚法》专题测试2次。", cues) in ([(None, "2次")], [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("县里晒出权责事项318项", ["power_list_items"]),
        ("干部调停矛盾纠纷26起", ["mediation_cases"]),
    ],
)
def test_another_word_for_the_same_is_read_as_it(text: str, found: list[str], cues: Cues) -> None:
    assert [indicator for indicator, _ in of(text, cues)] == found


def test_what_is_no_indicator_keeps_its_own_words(cues: Cues) -> None:
    (told,) = mentions((Line(1, "百姓讨论天气8回"),), NO_OUTLINE, shipped().schema, cues)
    assert (told.indicator, told.label) == (None, "百姓讨论天气")


def test_what_was_before_a_change_is_not_told_and_what_came_of_it_is(cues: Cues) -> None:
    assert of("免罚事项由61项增至74项", cues) == [(None, "61项"), ("exemption_items", "74项")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "全县新增涉诉案件68件：行政29件，民事39件",
            ["litigation_new_total", "admin_litigation_cases", "civil_litigation_cases"],
        ),
        ("举办法治文艺巡演3轮24场", ["culture_tour_rounds", "culture_tours"]),
        ("参加市里案卷评查2次（36件）", ["case_review_prefecture_rounds", "case_review_prefecture_files"]),
    ],
)
def test_the_parts_of_a_whole_are_told_by_its_words(text: str, found: list[str], cues: Cues) -> None:
    assert [indicator for indicator, _ in of(text, cues)] == found


def test_the_sentence_tells_where_nothing_beside_the_number_does(cues: Cues) -> None:
    assert of("小型工程一律进平台交易成交，下来一算共12宗", cues) == [("project_transactions", "12宗")]
    assert of("下来一算共12宗，小型工程一律进平台交易成交", cues) == [(None, "12宗")]


def test_most_of_the_clauses_in_the_manner_of_reports_are_told(cues: Cues) -> None:
    verdicts = [judge_clause(clause, shipped().schema, cues) for clause in clauses()]
    assert sum(v.right for v in verdicts) >= 0.97 * sum(v.total for v in verdicts)


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="没有真实报告的语料")
@pytest.mark.parametrize("number", REPORTS)
def test_the_figures_of_a_real_report_are_found_and_told(number: str) -> None:
    _, verdict = judge(number)
    assert verdict.recall >= (0.98 if REPORTS[number].startswith("S") else 0.95), verdict.missed
    assert verdict.precision >= 0.98, verdict.extra
    assert verdict.indicators >= 0.9

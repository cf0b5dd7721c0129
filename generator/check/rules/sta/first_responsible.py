"""报告没有写党政主要负责人履行推进法治建设第一责任人职责的情况。

为什么：这是五项法定内容之一，上级逐份核对；宜独立成一部分或一个小节。
依据：《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）关于年度报告内容的规定：主要举措和成效；存在的不足和原因；党政主要负责人履行推进法治建设第一责任人职责、加强法治政府建设的有关情况；下一年度的主要安排；其他需要报告的情况。
反例：
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、存在的不足和原因
    （一）执法力量不足。执法人员只有3名持证，主要原因是编制少、考试通过率低。
    （二）普法方式单一。以发放资料为主，原因在于缺少懂新媒体的人员。
    四、2025年主要安排
    （一）补齐执法力量。组织12名干部参加执法资格考试。
    （二）改进普法宣传。开设短视频栏目，每月更新2期。
    （三）规范案卷评查。全年评查30卷。
正例：
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、存在的不足和原因
    （一）执法力量不足。执法人员只有3名持证，主要原因是编制少、考试通过率低。
    （二）普法方式单一。以发放资料为主，原因在于缺少懂新媒体的人员。
    三、党政主要负责人履行推进法治建设第一责任人职责情况
    镇党委书记主持召开党委会议4次，研究法治政府建设，听取汇报4次。
    四、2025年主要安排
    （一）补齐执法力量。组织12名干部参加执法资格考试。
    （二）改进普法宣传。开设短视频栏目，每月更新2期。
    （三）规范案卷评查。全年评查30卷。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.rules.sta._prose import FIRST_RESPONSIBLE, in_paragraph, is_report
from generator.check.rules.sta.first_responsible_facts import facts, facts_around, heads
from generator.check.subject import Subject, first_responsible, spot
from generator.diagnostics import Severity

_NAME = "第一责任人"


def check(of: Subject) -> Iterator[Finding]:
    """Once, where no part of a report serves this; a sentence in another part is better than nothing."""
    if not is_report(of) or first_responsible(of) or in_paragraph(of, FIRST_RESPONSIBLE):
        return
    remedy = "写主要负责人（只写职务）主持、听取、研究、批示了什么，各几次"
    at, name = of.text.find(_NAME), _NAME
    said = "第一责任人履职情况只在别处提到，没有独立成一部分"
    if at < 0:
        at, name = heads(of), "书记"
        said = "主要负责人的履职情况没有独立成一部分，也没有点明“第一责任人”"
    if at < 0:
        yield Finding(None, "没有党政主要负责人履行第一责任人职责的情况", remedy)
    else:
        # Who, what and how often is all that the decree asks for; that it stands apart is better.
        whole = facts(of, at) or facts_around(of, at)
        place = spot(of, at, at + len(name))
        yield Finding(place, said, remedy, severity=Severity.INFO if whole else Severity.WARNING)


RULE = Rule("STA007", "没有第一责任人履职情况", Severity.ERROR, check, __doc__)

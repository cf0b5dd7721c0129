"""报告没有写存在的不足。

为什么：只有成绩没有不足的报告，不合规定，也不可信。
依据：《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）关于年度报告内容的规定：主要举措和成效；存在的不足和原因；党政主要负责人履行推进法治建设第一责任人职责、加强法治政府建设的有关情况；下一年度的主要安排；其他需要报告的情况。
反例：
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    三、党政主要负责人履行推进法治建设第一责任人职责情况
    镇党委书记主持召开党委会议4次，研究法治政府建设，听取汇报4次。
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
from generator.check.rules.sta._prose import PROBLEMS, in_prose, is_report
from generator.check.subject import Subject, parts
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Once, where a report with parts has none that serves this."""
    if is_report(of) and not parts(of, "problems") and not in_prose(of, PROBLEMS):
        yield Finding(None, "没有“存在的不足和原因”这一部分", "写存在的不足和原因，每条指向具体的事")


RULE = Rule("STA004", "没有存在的不足和原因", Severity.ERROR, check, __doc__)

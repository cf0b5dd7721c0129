"""报告的成文日期早于所报告年度的结束。

为什么：一年还没有过完，全年的数就不可能齐。
依据：年度报告报告上一年度的情况，次年3月1日前报送，见《法治政府建设与责任落实督察工作规定》。
反例：
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
    云岭镇人民政府
    2024年11月23日
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
    云岭镇人民政府
    2025年2月28日
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, date_spot
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Where the date of the report lies in the year that it reports on, or before."""
    if of.dated and of.year and of.written <= f"{of.year}-12-31":
        said = f"成文日期“{of.annotation.outline.date}”时，{of.year}年度还没有结束"
        yield Finding(date_spot(of), said, f"年度结束后成文，{of.year + 1}年3月1日前报送")


RULE = Rule("STA014", "成文早于年度结束", Severity.ERROR, check, __doc__)

"""报告缺主送机关、署名或成文日期。

为什么：上报的文稿要件不全；网页公开的副本常常略去，可以不理会。
依据：GB/T 9704—2012 7.3.2、7.3.5：主送机关、发文机关署名、成文日期。
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
正例：
    云岭镇人民政府关于2024年度法治政府建设情况的报告
    县委、县人民政府：
    2024年，云岭镇认真落实上级部署，现将有关情况报告如下：
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
from generator.check.rules.sta._prose import is_report
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Once, with all that is lacking."""
    outline = of.annotation.outline
    if not is_report(of):
        return
    known = (
        ("标题", outline.title),
        ("主送机关", outline.salutation),
        ("署名", outline.signature),
        ("成文日期", outline.date),
    )
    lacking = [what for what, there in known if not there]
    if lacking:
        yield Finding(None, f"没有找到{'、'.join(lacking)}", "上报的文稿要补上；网页公开的副本可不理会")


RULE = Rule("STA022", "缺主送、署名或成文日期", Severity.INFO, check, __doc__)

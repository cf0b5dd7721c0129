"""标题写成“情况报告”，少了“的”。

为什么：“关于…情况的报告”是介词结构作定语，“的”不能省。
依据：公文标题的通行写法：关于…的报告。
反例：
    云岭镇人民政府关于2024年度法治政府建设情况报告
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

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, spot
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """A title of 关于 that ends without 的."""
    title = of.annotation.outline.title
    at = of.text.find(title) if title else -1
    if at >= 0 and "关于" in title and re.search(r"[^的]报告$", title):
        where = spot(of, at + len(title) - 2, at + len(title))
        yield Finding(where, "标题“关于…情况报告”少了“的”", "写“…情况的报告”", "的报告")


RULE = Rule("STA018", "标题里“情况的报告”少了“的”", Severity.INFO, check, __doc__)

"""存在的不足不到两条。

为什么：一条不足不足以说明一年的情况，也对应不出下一年的安排。
依据：“不少于两条”是本工具的取值。
反例：
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、存在的不足和原因
    （一）执法力量不足。主要原因是编制少。
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
from generator.check.subject import Subject, children, parts
from generator.diagnostics import Severity

_LEAST = 2


def check(of: Subject) -> Iterator[Finding]:
    """Once, where the problems are told in headed items, and too few."""
    for part in parts(of, "problems"):
        items = children(of, part)
        if 0 < len(items) < _LEAST:
            yield Finding(part.spot, f"存在的不足只写了{len(items)}条", f"至少写{_LEAST}条，每条指向具体的事")


RULE = Rule("STA005", "存在的不足太少", Severity.WARNING, check, __doc__)

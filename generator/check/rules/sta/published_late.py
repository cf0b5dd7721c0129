"""报告在次年4月1日以后才公开。

为什么：逾期公开要被督促、通报。
依据：《法治政府建设与责任落实督察工作规定》：每年4月1日前，除涉及党和国家秘密的以外，向社会公开。
反例：
    日期:2025年05月11日 来源:云岭镇
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
    日期:2025年03月11日 来源:云岭镇
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

from generator.annotate.model import Spot
from generator.check.published import published
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Where the page says that it was published on 1 April of the next year or later."""
    if not of.year:
        return
    late = [(where, told) for date, where, told in published(of) if date >= f"{of.year + 1}-04-01"]
    # A page may bear its day twice (生成日期, 发布日期).
    yield from (_late(of, where, told) for where, told in late[:1])


def _late(of: Subject, where: Spot | None, told: str) -> Finding:
    said = f"公开日期“{told}”已过{of.year + 1}年4月1日的公开期限"
    return Finding(where, said, "核对日期；以后在4月1日前公开")


RULE = Rule("STA016", "公开晚于期限", Severity.WARNING, check, __doc__)

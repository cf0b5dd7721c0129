"""主要举措里的一个方面，通篇没有一个数。

为什么：没有数的成效无从核实，读者只看到套话。
依据：多地测评办法要求报告有事例、有数据；具体取值是本工具的。
反例：
    一、主要举措和成效
    （一）规范行政执法。不断提升执法水平。
    （二）加强普法宣传。开展宣传20次。
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
from generator.check.subject import Subject, children, extent, heading, parts
from generator.diagnostics import Severity
from generator.regex import regex

_COUNT = regex(
    r"\d+(?:[.]\d+)?(?!年|月|日|\d)|[一二两三四五六七八九十百]+余?(?:[份卷宗]|件(?!事|件)|场次|人次|名(?![副列字义]))"
)


def check(of: Subject) -> Iterator[Finding]:
    """Each second-level part of the measures in which nothing is counted."""
    for measure in parts(of, "measures"):
        below = [measure] if measure.themes else [s for s in children(of, measure) if s.level == 2]
        for section in below:
            begin, end = extent(of, section)
            if section.text and not _COUNT.search(of.folded, begin, end):
                message = f"“{heading(section)}”这一部分没有一个可核实的数"
                yield Finding(section.spot, message, "写做了多少、办了几件、覆盖多少人")


RULE = Rule("STA003", "一个方面没有可核实的数", Severity.INFO, check, __doc__)

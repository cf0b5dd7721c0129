"""下一年度的安排里写了已经完成的事。

为什么：安排是将来的事，写成完成时多半是从成效里复制来的。
依据：本工具的取值。
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
    （三）规范案卷评查。已完成评查30卷。
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

import re
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, extent, parts, spot
from generator.diagnostics import Severity
from generator.regex import regex


def check(of: Subject) -> Iterator[Finding]:
    """Each word of the list 完成 in the plans."""
    done = "|".join((*map(re.escape, of.words.get("完成", ())), "已经?(?:全面|基本|如期|顺利|提前)(?:完成|建成)"))
    for part in parts(of, "plans"):
        begin, end = extent(of, part)
        for match in regex(done).finditer(of.folded, begin, end):
            yield Finding(
                spot(of, match.start(), match.end()), f"安排里写了“{match[0]}”", "改成将要做的事，或移到成效里"
            )


RULE = Rule("STA013", "安排写成了已完成", Severity.INFO, check, __doc__)

"""标题没有写全机关、年度、事由、文种。

为什么：标题不全，归档、查询都不方便。
依据：GB/T 9704—2012 7.3.1：标题由发文机关名称、事由和文种组成；年度是年度报告的通行要求。
反例：
    云岭镇法治政府建设情况报告
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
    """The title, where the report has one, with what it lacks."""
    outline = of.annotation.outline
    title = "".join(outline.title.split())
    at = of.text.find(outline.title) if title else -1
    if at < 0:
        return
    lacking = [
        what
        for what, there in (
            ("机关名称", (outline.unit and title.startswith(outline.unit[:2])) or re.match(r"[^关于\d]{2,}", title)),
            ("年度", re.search(r"20\d{2}\s*年", title)),
            ("事由", any(word in title for word in of.words.get("事由", ()))),
            ("文种", title.endswith(of.words.get("文种", ()))),
        )
        if not there
    ]
    where = spot(of, at, at + len(outline.title))
    if lacking:
        yield Finding(
            where,
            f"标题缺{'、'.join(lacking)}",
            f"如：{outline.unit or '某某机关'}关于{of.year or '某'}年度法治政府建设情况的报告",
        )


RULE = Rule("STA017", "标题缺机关、年度或文种", Severity.WARNING, check, __doc__)

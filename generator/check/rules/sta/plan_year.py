"""下一年度的安排没有写明年份。

为什么：没有年份，读者不知道安排的是哪一年。
依据：年份写报告年度的下一年；要求写明是本工具的取值。
反例：
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、存在的不足和原因
    （一）执法力量不足。执法人员只有3名持证，主要原因是编制少、考试通过率低。
    （二）普法方式单一。以发放资料为主，原因在于缺少懂新媒体的人员。
    三、党政主要负责人履行推进法治建设第一责任人职责情况
    镇党委书记主持召开党委会议4次，研究法治政府建设，听取汇报4次。
    四、下一步工作
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

from collections.abc import Iterator, Sequence

from generator.annotate.model import Section
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, extent, parts, spot, words_of
from generator.diagnostics import Severity
from generator.regex import regex

_AIM = regex(
    r"(?<![比较与和同至到\d])(?P<year>20\d\d)年(?:度|内|全年)?(?!年?[底末初]|以来|的)[^,;:。\n]{0,16}?"
    r"(?:不少于|不低于|力争|确保|计划)(?=[^,;:。\n]{0,12}\d)"
)


def check(of: Subject) -> Iterator[Finding]:
    """Once, where no part of the plans names the year after the one reported on."""
    planned = parts(of, "plans")
    if planned and of.year and not any(f"{of.year + 1}年" in words_of(of, part) for part in planned):
        yield Finding(planned[0].spot, f"下一年度的安排没有写明“{of.year + 1}年”", f"标题写“{of.year + 1}年主要安排”")
    elif planned and of.year:
        yield from _of_this_year(of, planned)


def _of_this_year(of: Subject, planned: Sequence[Section]) -> Iterator[Finding]:
    """Each aim that names the year that is over: 安排里的“2024年演练不少于100场” of a report on 2024."""
    for part in planned:
        begin, end = extent(of, part)
        for match in _AIM.finditer(of.folded, begin, end):
            if int(match["year"]) == of.year:
                said = f"安排里写的是“{match[0]}”，{of.year}年已经过去"
                place = spot(of, match.start(), match.end())
                yield Finding(place, said, f"写“{of.year + 1}年”", severity=Severity.WARNING)


RULE = Rule("STA012", "安排没有写明是哪一年", Severity.INFO, check, __doc__)

"""不足里只说“有待加强”，没有说什么事。

为什么：没有具体的对象，写不写都一样，也对应不出措施。
依据：本工具的取值。
反例：
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、存在的不足和原因
    （一）执法力量不足。执法人员只有3名持证，主要原因是编制少、考试通过率低。
    （二）工作还需进一步加强。
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
from generator.check.subject import Subject, children, parts, words_of
from generator.diagnostics import Severity
from generator.regex import regex

_COUNTED = regex(r"\d[件次场期名人个份项户家起条卷宗%]")


def check(of: Subject) -> Iterator[Finding]:
    """Each problem of one short sentence that holds an empty phrase, no word of substance and no count."""
    empty = of.words.get("空话", ())
    known = of.words.get("实词", ())
    for part in parts(of, "problems"):
        for item in children(of, part):
            told = words_of(of, item)
            phrase = next((p for p in empty if p in told), "")
            if phrase and len(told) < 60 and not any(word in told for word in known) and not _COUNTED.search(told):
                yield Finding(item.spot, f"这一条只说“{phrase}”，没有说什么事", "写明具体的事、表现和原因")


RULE = Rule("STA021", "不足是空话", Severity.INFO, check, __doc__)

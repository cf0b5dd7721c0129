"""第一责任人履职情况没有写到职务、所做的事和次数。

为什么：只说“切实履行职责”，看不出主要负责人做了什么。
依据：《党政主要负责人履行推进法治建设第一责任人职责规定》所列职责；写到职务、事、次数是本工具的要求。
反例：
    一、主要举措和成效
    （一）规范行政执法。现有执法人员25名，开展检查12次。
    二、存在的不足和原因
    （一）执法力量不足。执法人员只有3名持证，主要原因是编制少、考试通过率低。
    （二）普法方式单一。以发放资料为主，原因在于缺少懂新媒体的人员。
    三、党政主要负责人履行推进法治建设第一责任人职责情况
    认真落实第一责任人职责，切实加强法治政府建设。
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

from collections.abc import Iterator, Sequence

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, body_of, first_responsible, found
from generator.diagnostics import Severity
from generator.regex import regex

_COUNT = regex(r"(?:\d+|[一二两三四五六七八九十]+)余?(?:次|件|场|期|人|份|条|个|名|项|宗|起|轮)")
_HEADS = regex(
    r"(?:(?P<both>(?<=[委组,。;\n是])书记[和与及、]?[^、,。;\d\n]{0,6}(?:[省市县区旗镇乡局厅]长|主任|苏木达))"
    r"|(?<![村位门所])主要(?:负责人|负责同志|领导))(?!任|担任|为)[^。;\n]{2,80}"
)
"""Those who are first responsible, and what a sentence says of them."""

_CLAUSES = regex(r"[,;。\n]")


def check(of: Subject) -> Iterator[Finding]:
    """The part on the first responsible persons, where all of it together lacks one of the three."""
    held = first_responsible(of)
    told = "\n".join(body_of(of, part) for part in held)
    if not held:
        return
    lacking = _lacking(of, told)
    at = of.text.find("第一责任人") if lacking else -1
    if lacking and not (at >= 0 and facts(of, at)):
        message = f"第一责任人履职情况没有写{'、'.join(lacking)}"
        yield Finding(held[0].spot, message, "如：镇党委书记主持召开党委会议4次，听取法治政府建设汇报2次")


def facts(of: Subject, at: int) -> bool:
    """Whether the sentence there, or the next, tells who did what, and how often."""
    return not _lacking(of, _told(of, at))


def facts_around(of: Subject, at: int) -> bool:
    """Whether the paragraph there tells as much: what the committee deliberated is counted beside what its head did."""
    begin, end = of.text.rfind("\n", 0, at) + 1, of.text.find("\n", at)
    told = of.folded[begin : end if end >= 0 else len(of.text)]
    deeds = of.words.get("履职", ())
    return not _lacking(of, told) and _counted(told, deeds) and sum(word in told for word in deeds) > 1


def heads(of: Subject) -> int:
    """Where a sentence begins to tell two deeds of those who are first responsible, or one with a count of both
    together, though it does not call them so; -1 if none does."""
    deeds = of.words.get("履职", ())
    for _, match in found(of, _HEADS):
        if sum(word in match[0] for word in deeds) > 1 or (match["both"] and _counted(match[0], deeds)):
            return match.start()
    return -1


def _told(of: Subject, at: int) -> str:
    """The sentence that names them, and the next."""
    begin = max(of.text.rfind("。", 0, at), of.text.rfind("\n", 0, at)) + 1
    end = of.text.find("。", at)
    end = of.text.find("。", end + 1) if end >= 0 else end
    return of.folded[begin : end if end >= 0 else len(of.text)].partition("\n")[0]


def _lacking(of: Subject, told: str) -> list[str]:
    return [
        what
        for what, there in (
            ("职务", any(word in told for word in of.words.get("职务", ()))),
            ("做的事", _did(told, of.words.get("履职", ()))),
            ("次数", _COUNT.search(told)),
        )
        if not there
    ]


def _did(told: str, deeds: Sequence[str]) -> bool:
    """Whether two deeds are named, or one that was counted (听取法治工作汇报4次)."""
    if sum(word in told for word in deeds) >= 2:
        return True
    return _counted(told, deeds)


def _counted(told: str, deeds: Sequence[str]) -> bool:
    return any(_COUNT.search(clause) for clause in _CLAUSES.split(told) if any(word in clause for word in deeds))


RULE = Rule("STA008", "第一责任人情况没有人、事、次数", Severity.WARNING, check, __doc__)

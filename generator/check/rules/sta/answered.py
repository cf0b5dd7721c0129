"""存在的不足，在下一年度的安排里没有对应。

为什么：指出了问题而没有打算，上级会问：这一条明年怎么办？
依据：多地测评办法要求下一年度安排与不足对应；判断的办法是本工具的。
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
    （二）化解矛盾纠纷。开展排查12次。
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

import re
from collections.abc import Iterator

from generator.annotate.model import Section
from generator.check.concordance import places
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, below, body_of, children, folded_words, once, parts, words_of
from generator.diagnostics import Severity
from generator.regex import regex

_RUN = regex("(?=([\u4e00-\u9fff]{4}))")
_HEAD = regex("(?=((?![不仍还有较]|[\u4e00-\u9fff]{1,3}[不仍还有较])[\u4e00-\u9fff]{4}))")
"""Four signs of what is lacking; the plan that takes them up answers it."""
_WORD = regex(
    "(?![不仍还有较的])(?!法治|建设|工作|行政|依法|能力|水平|意识|机制|政府|部门|基层|不足|不够|问题)[\u4e00-\u9fff]{2}"
)
_RARE = 2
_CLAUSE = regex("[;。\n]")
_SHORT = 4
"""Characters of what is no plan."""


def check(of: Subject) -> Iterator[Finding]:
    """Each problem whose matters, by the list 对应, are not planned for, nor its theme, nor rare words of its own."""
    planned = parts(of, "plans")
    matters = [regex(words) for words in of.words.get("对应", ())]
    if not planned:
        return
    plans = [plan for part in planned for plan in _plans(of, part)]
    listed = any(children(of, part) for part in planned)
    themes = {theme for part in planned for inner in (part, *below(of, part)) for theme in inner.themes}
    problems = [item for part in parts(of, "problems") for item in children(of, part)]
    every = {theme for item in problems for theme in item.themes}
    for number, item in enumerate(problems):
        if themes.intersection(item.themes):
            continue
        told = item.text or words_of(of, item)[:60]
        named = [matter for matter in matters if matter.search(told)]
        others = every.difference(item.themes)
        # What answers another problem answers this one only by its heading: 规范行政决策。组织决策程序培训.
        said = [plan.text if others.issuperset(plan.themes) and plan.themes else words for plan, words in plans]
        met = any(matter.search(words) for matter in named for words in said)
        heads = _HEAD.findall(re.split("[,;:。]", told)[0])
        met = met or any(run in words for run in heads for words in said)
        met = met or any(_two_words(re.split("[,;:。]", told)[0], words) for _, words in plans)
        # Those that stand in the same order answer each other where they share a word: 败诉风险 … 压降败诉率.
        facing = plans[number][1] if len(problems) <= len(plans) and number < len(plans) else ""
        met = met or bool(_shared(re.split("[,;:。]", told)[0], facing)) or _two_words(words_of(of, item), facing)
        # A clause is short: one word of the problem or of its cause is as much as it can take up.
        met = met or (not listed and bool(_shared(words_of(of, item), facing)))
        met = met or (len(problems) <= len(plans) and _rare_word(of, words_of(of, item), facing))
        if not met and not _recurs(of, words_of(of, item)) and (named or item.themes):
            name = told.strip("一二三四五六七八九十是、()。")
            name = name if len(name) <= 20 else f"{name[:20]}…"
            yield Finding(item.spot, f"“{name}”在下一年度的安排里没有对应", "在安排里写一条针对它的措施")


def _plans(of: Subject, part: Section) -> list[tuple[Section, str]]:
    """Each plan with its words: those below a part, else its clauses."""
    each = children(of, part)
    if each:
        return [(plan, words_of(of, plan)) for plan in each]
    return [(part, clause) for clause in _CLAUSE.split(body_of(of, part)) if len(clause) > _SHORT]


def _two_words(head: str, planned: str) -> bool:
    """Whether one plan takes up two words of what is lacking: 热线办理时效有短板 … 提升热线时效."""
    at = _shared(head, planned)
    return bool(at) and at[-1] - at[0] > 1


def _shared(head: str, planned: str) -> list[int]:
    """Where the words begin that a plan takes up."""
    return [n for n in range(len(head) - 1) if head[n : n + 2] in planned and _WORD.fullmatch(head[n : n + 2])]


@once
def _planned(of: Subject) -> str:
    return "\n".join(words_of(of, part) for part in parts(of, "plans"))


@once
def _planned_runs(of: Subject) -> frozenset[str]:
    return frozenset(_RUN.findall(_planned(of)))


def _recurs(of: Subject, told: str) -> bool:
    """Whether the plans use words of a problem or its cause that the report hardly uses elsewhere (业委会组建率)."""
    planned = _planned_runs(of)
    return any(run in planned and len(places(folded_words(of), run)) <= _RARE for run in _RUN.findall(told))


def _rare_word(of: Subject, told: str, facing: str) -> bool:
    """Whether the plan in the same order takes up a word of a problem or its cause that stands nowhere else (分包)."""
    every = folded_words(of)
    return any(len(places(every, told[at : at + 2])) <= _RARE for at in _shared(told, facing))


RULE = Rule("STA011", "不足没有对应的安排", Severity.WARNING, check, __doc__)

"""同一级标题的序号跳号、重号，或缺了序号。

为什么：序号不连，读者会以为少了一部分。
依据：GB/T 9704—2012 7.3.3 的层次序数；同级连续是通行要求。
反例：
    一、主要举措和成效
    （一）规范行政执法
    检查12次。
    （三）加强普法宣传
    宣传20次。
    二、存在的不足
    执法力量不足，原因在于编制少。
    三、下一步安排
    评查30卷。

    一、主要举措和成效
    检查12次。
    二、存在的不足
    执法力量不足，原因在于编制少。
    四、下一步安排
    评查30卷。
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
from generator.check.ordinals import value
from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, heading, offset
from generator.diagnostics import Severity
from generator.numbering import chinese
from generator.regex import regex

_NUMBER = regex(r"[(（]?([一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]")
_EMPTY = regex(r"[(（]?[)）]")


def check(of: Subject) -> Iterator[Finding]:
    """Each heading whose number does not follow its elder sibling's, and each whose number is lost."""
    last: dict[int, int] = {}
    begin = 0
    for section in of.annotation.outline.sections:
        for deeper in [level for level in last if level > section.level]:
            del last[deeper]
        numbered = _NUMBER.fullmatch(section.marker)
        if _EMPTY.fullmatch(section.marker):
            yield Finding(section.spot, f"标题“{heading(section)}”的序号丢了", "补上序号")
            last[section.level] = last.get(section.level, 0) + 1
        elif numbered:
            number, want = value(numbered[1]), last.get(section.level, 0) + 1
            if number and number != want and not (number > want and _written_wrong(of, begin, section, want, number)):
                said = f"序号“{section.marker}”应是第{want}个" if number > want else f"序号“{section.marker}”重复或倒退"
                yield Finding(section.spot, said, "补上缺的一项，或重新编号")
            last[section.level] = number or want
        begin = offset(of, section.spot)


def _written_wrong(of: Subject, begin: int, section: Section, want: int, number: int) -> bool:
    """Whether the numbers left out stand at the start of lines between a heading and the one before it, which begins
    at `begin`, with marks that PUN007 and PUN009 tell of."""
    between = of.folded[begin : offset(of, section.spot)]
    return all(
        re.search(rf"^[ \u3000]*(?:\({chinese(n)}\)[、,.:;]|{chinese(n)}[.,:)])", between, re.MULTILINE)
        for n in range(want, number)
    )


RULE = Rule("PUN013", "标题的序号不连续", Severity.WARNING, check, __doc__)

"""一段话里套话太多。

为什么：“进一步”“切实”“不断”连篇，读不出做了什么。
依据：本工具的取值：一段之内每百字超过3次，且不少于5次。
反例：
    进一步加强组织领导，切实提高认识，不断完善机制，全面落实责任，深入推进工作，持续改进作风，着力提升水平，大力开展宣传，努力取得实效，扎实做好各项工作，进一步巩固成果，切实转变作风，不断提高能力。
正例：
    全年开展执法检查12次，发现问题8个，全部整改；组织培训4期，参加200人次，考试合格率96%，进一步提升了执法能力。
"""

import re
from collections import Counter
from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.subject import Subject, spot
from generator.diagnostics import Severity
from generator.regex import regex

_MOST = 3.0
"""Times in a hundred characters."""
_LEAST, _SHORTEST = 5, 80


def check(of: Subject) -> Iterator[Finding]:
    """Each paragraph in which the words under 套话 stand too close."""
    words = of.words.get("套话", ())
    if not words:
        return
    pattern = regex("|".join(map(re.escape, words)))
    often = Counter(of.folded.rfind("\n", 0, match.start()) + 1 for match in pattern.finditer(of.folded))
    for begin, times in often.items():
        end = of.folded.find("\n", begin)
        length = (end if end >= 0 else len(of.folded)) - begin
        if times >= _LEAST and length >= _SHORTEST and times * 100 > _MOST * length:
            said = f"这一段{length}字，“{'”“'.join(words[:3])}”一类的词用了{times}次"
            yield Finding(spot(of, begin, begin + length), said, "删去套话，写做了什么、做了多少")


RULE = Rule("WRD030", "套话太密", Severity.INFO, check, __doc__)

"""差一点也写成了100%或“全部”。

为什么：1000件办结999件，写100%就是不实；四舍五入也不能进到100%。
依据：未达到全部的不写100%，是统计工作的惯例。
反例：
    收到政协提案154件，办复153件，办复率100%。
    收到依申请公开13件，答复12件，全部按期答复。
正例：
    收到政协提案154件，办复154件，办复率100%。
    收到依申请公开13件，全部按期答复。
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.check.rule import Finding, Rule
from generator.check.rules.fig._rates import explained, rates
from generator.check.stated import Sentence, covered, sentences, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity

_ALL = re.compile(r"^[^,;:。]{0,8},(?:已|均|现已)?(?:全部|均已|均按|悉数)[^,;。率]{0,8}$")


def check(of: Subject) -> Iterator[Finding]:
    """Each 100%, and each 全部, of which a part is missing."""
    for found in rates(of):
        part = found.part
        if part is None or not found.wholes or found.printed != 100:
            continue
        if explained(found):
            continue
        whole = found.wholes[0]
        if not covered(of, (found.rate, part, whole)):
            said = f"“{found.name}率{words(found.rate)}”写满了，但{words(part)} ÷ {words(whole)}不足100%"
            yield Finding(where(of, found.rate), said, "未达到全部的，不写100%")
    for row in sentences(of):
        yield from _all(of, row)


def _all(of: Subject, row: Sentence) -> Iterator[Finding]:
    done = of.words.get("办件", ())
    for whole, part in pairwise(row):
        lead = re.split("[,;:、]", part.lead)[-1]
        alike = whole.kind == part.kind and whole.exact and part.exact and part.amount < whole.amount
        if not alike or not lead.endswith(done) or not lead:
            continue
        said = _ALL.match(re.split("[;。]", part.tail)[0])
        if said and any(word in said[0] for word in done) and not covered(of, (whole, part)):
            told = f"{words(whole)}中{lead}{words(part)}，不是“全部”"
            yield Finding(where(of, part), told, f"核对这两个数，或写 {lead}{words(part)}，其余正在办理")


RULE = Rule("FIG013", "不足全部写成100%", Severity.WARNING, check, __doc__)

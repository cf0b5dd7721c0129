"""“其余”与总数对不上。

为什么：写了“其余”“其他”，就是说前后相加正好是总数；对不上，不是总数错了，就是还有一类没有写。
依据：算术。
反例：
    接到行政复议申请45件，其中23件已受理，审结20件，其余19件不符合受理条件。

    民事案件33起，完结18起，其他14起没有完结。
正例：
    接到行政复议申请42件，其中23件已受理，审结20件，其余19件不符合受理条件。
    应诉案件共72起，其中：行政案件31起，民事案件41起，民事案件审结26起，其他15起还没有审结。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.rules.fig._lists import contradictions
from generator.check.stated import printed, summed, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each rest that does not make the total together with the parts named before it."""
    for found in contradictions(of):
        if found.doubt != "rest":
            continue
        total, parts = found.total, found.parts
        come_to = summed(parts)
        reckoned = f"{' + '.join(words(one) for one in parts)} = {printed(come_to, total)}"
        least = printed(abs(total.amount - come_to), total)
        gap = f"少{least}没有交代" if come_to < total.amount else f"多出{least}"
        said = f"{reckoned}，与“{words(total)}”不符，{gap}"
        yield Finding(where(of, parts[-1]), said, "核对总数和各项，没有写到的一类补上")


RULE = Rule("FIG009", "“其余”与总数对不上", Severity.WARNING, check, __doc__)

"""分项多于总数。

为什么：部分不会多于全体；“其中”后面的数比前面的还大，一定有一个写错了。
依据：算术。
反例：
    制定抽查计划99个，其中联合抽查计划128个。

    调解矛盾纠纷205起，其中口头协议120起、书面协议95起。
正例：
    制定抽查计划99个，其中联合抽查计划28个。
    调解矛盾纠纷205起，其中口头协议120起、书面协议85起。
    办理人大建议20件、政协提案30件，其中满意件48件。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.rules.fig._lists import contradictions
from generator.check.stated import printed, summed, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each part, or sum of parts, above the total that it is named of."""
    for found in contradictions(of):
        if found.doubt != "exceeds":
            continue
        total, parts = found.total, found.parts
        if len(parts) == 1:
            said = f"其中的“{words(parts[0])}”多于总数“{words(total)}”"
        else:
            reckoned = f"{' + '.join(words(one) for one in parts)} = {printed(summed(parts), total)}"
            said = f"其中各项{reckoned}，多于总数“{words(total)}”"
        yield Finding(where(of, parts[-1]), said, "核对总数和分项；分项有交叉的在文中说明")


RULE = Rule("FIG008", "分项多于总数", Severity.WARNING, check, __doc__)

"""逐类写出的数与总数对不上。

为什么：总数在前，各类在后，分在几个逗号、几句话里，写的人不再加一遍，读的人会加。
依据：算术；把各类写全了的（名称与总数列的相同，专职与兼职、初次与重复这样只有两类的，写明再没有别的），各类之和等于总数；
没有写全的，不会多于总数。
反例：
    收到人大代表建议和政协提案共21件。人大代表建议14件。政协提案9件。
反例：
    现有网格员85名。专职网格员32名，兼职网格员43名。
反例：
    举办讲座23场，面向干部9场，面向学生8场，面向群众7场。
反例：
    全年组织培训14次。春季5次，秋季7次，全年再无其他培训。
正例：
    收到人大代表建议和政协提案共21件。人大代表建议14件。政协提案7件。
    现有网格员85名。专职网格员32名，党员网格员41名。
    举办讲座23场，面向学生的就有8场，面向企业的也有4场。
"""

from collections.abc import Iterator

from generator.check.rule import Finding, Rule
from generator.check.rules.fig._lists import contradictions
from generator.check.rules.fig._sorts import apart
from generator.check.stated import covered, printed, summed, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity


def check(of: Subject) -> Iterator[Finding]:
    """Each total that the sorts behind it contradict."""
    sure = (found for found in contradictions(of) if found.doubt != "near")
    told = {one.at for found in sure for one in (found.total, *found.parts)}
    seen: set[int] = set()
    for found in apart(of):
        total, parts = found.total, found.parts
        if total.at in told or covered(of, (total, *parts)) or not seen.isdisjoint(one.at for one in parts):
            continue
        seen.update(one.at for one in (total, *parts))
        come_to = printed(summed(parts), total)
        way = "不符" if found.closed else "不符，各类多于总数"
        said = f"{' + '.join(words(one) for one in parts)} = {come_to}，与前面的“{words(total)}”{way}"
        hint = f"核对总数和各类；各类无误的，总数写 {come_to}"
        yield Finding(where(of, total), said, hint, severity=Severity.INFO if found.hint else None)


RULE = Rule("FIG029", "逐类写出的数与总数不符", Severity.WARNING, check, __doc__)

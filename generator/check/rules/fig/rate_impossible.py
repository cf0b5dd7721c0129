"""率由文中的分母得不出来。

为什么：分母是整数件，率只能取有限的几个值；取任何整数都得不出的率，不是分母不对，就是率的口径没有写明。
依据：算术；分母由模板的 indicators.yml（denominator）指明，别的率以同一句里唯一的件数为分母，只作提醒。
反例：
    梳理公布政务服务事项1253项，全程网办率达84.64%。

    受理信访事项37件，办结率达96%。
正例：
    梳理公布政务服务事项1253项，全程网办率达84.68%。
    受理信访事项37件，办结率达97%。
"""

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN
from itertools import permutations

from generator.check.figures import attainable, rounded
from generator.check.rule import Finding, Rule
from generator.check.rules.fig._rate import Rate, fits
from generator.check.rules.fig._rates import rates
from generator.check.stated import Stated, as_printed, covered, line, named, sentence_of, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_LEFT = regex("另有|还有|尚有|仍有|其余|剩余|尚未")
"""Before what is left, of which no rate is reckoned."""


def check(of: Subject) -> Iterator[Finding]:
    """Each rate without its part that no whole number over its denominator gives."""
    for found in rates(of):
        if found.part is not None or found.printed > 100:
            continue
        whole = found.wholes[0] if found.wholes else _only(of, found)
        if whole is not None and _LEFT.search(re.split("[,;:、]", whole.lead)[-1]):
            continue
        if whole is None or not whole.amount or whole.amount != whole.amount.to_integral_value():
            continue
        if not found.near and _by_its_own(of, found):
            continue
        if attainable(found.printed, whole.amount) or covered(of, (found.rate, whole)):
            continue
        spot = where(of, found.rate)
        said = (
            f"“{found.name}率{words(found.rate)}”与“{named(whole)}”{_at(of, found, whole)}对不上："
            "以它为分母，取任何整数都得不出这个率"
        )
        hint = f"核对分母，或写明率的口径（{_nearest(found, whole)}）"
        yield Finding(spot, said, hint, severity=None if found.wholes else Severity.INFO)


def _by_its_own(of: Subject, found: Rate) -> bool:
    """Whether two figures of its own sentence give it (停车纠纷8起，调成7起，调解成功率87.5%)."""
    before = [one for one in sentence_of(of, found.rate) if one.at < found.rate.at and one.exact and one.amount]
    return any(
        whole.kind == part.kind != "%" and fits(part.amount, whole.amount, as_printed(found.rate))
        for whole, part in permutations(before, 2)
    )


def _at(of: Subject, found: Rate, whole: Stated) -> str:
    return "" if found.near else f"（第{line(of, whole)}行）"


def _nearest(found: Rate, whole: Stated) -> str:
    """The shares next to the printed one: 1216项为84.62%."""
    low = (found.printed * whole.amount / 100).to_integral_value(ROUND_DOWN)
    said = (
        f"{count}{whole.unit}为{rounded(count * 100 / whole.amount, found.printed):f}%"
        for count in (low, low + 1)
        if count <= whole.amount
    )
    return "，".join(said)


def _only(of: Subject, found: Rate) -> Stated | None:
    """The only count of the sentence before a rate of work done."""
    shares = (*of.words.get("办件", ()), *of.words.get("评定", ()))
    if found.name.endswith("满意") and re.match("[^,;]{0,10}(?:回访|测评|问卷)[^,;]{0,4},[^,;]{0,6}$", found.rate.lead):
        shares = (*shares, "满意")
    if re.search("(?:代表|委员|人大|政协)[^,;]{0,4}满意$|办[复理]满意$", found.name):
        shares = (*shares, "满意")
    shares = (*shares, "及格")
    if not any(found.name.endswith(word[-2:]) for word in shares):
        return None
    row = sentence_of(of, found.rate)
    at = row.index(found.rate)
    begin = max((n for n in range(at + 1) if ";" in row[n].lead), default=0)
    before = [one for one in row[begin:at] if one.unit != "%"]
    if len(before) != 1 or not before[0].exact or re.search("[余多近约]", before[0].tail[:2]):
        return None
    one = before[0]
    kinds = ("件", "个", "项", "条", "卷", "份", *(("人",) if found.name.endswith(("通过", "合格", "及格")) else ()))
    return one if one.kind in kinds and one.mention.quantity.sense == "value" else None


RULE = Rule("FIG011", "率由分母得不出来", Severity.WARNING, check, __doc__)

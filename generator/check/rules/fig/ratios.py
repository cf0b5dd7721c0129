"""写出的比与数不符。

为什么：“二者之比为3∶1”前面就写着两个数，约分就知道对不对。
依据：算术；带“约”的相差一成以内、不带的相差百分之四以内不算。
反例：
    村级调处126件，乡级调处49件，二者之比为18∶5。

    送审合同72份，其中工程45份、租赁18份、其他9份，三者之比为5:3:1。

    独立检查42次，联合检查14次，独立与联合之比为4∶1。
正例：
    村级调处126件，乡级调处49件，二者之比为18∶7。
    送审合同72份，其中工程45份、租赁18份、其他9份，三者之比为5∶2∶1。
    独立检查42次，联合检查14次，独立与联合之比为3∶1，联合与独立之比约为1∶3。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations
from math import gcd

from generator.check.figures import rounded
from generator.check.rule import Finding, Rule
from generator.check.stated import Stated, covered, sentences, summed, words
from generator.check.subject import Subject, found
from generator.diagnostics import Severity
from generator.regex import regex

_RATIO = regex(
    r"(?P<of>[\u4e00-\u9fff、]{0,16}?)(?:之比|的?比例|的?比值|的比)(?:大致|基本)?"
    r"(?P<about>大?约|接近|近)?(?:为|是|达到?|在)?(?P<more>大?约|接近|近)?"
    r"(?P<ratio>\d+(?:\.\d+)?(?:[:∶比]\d+(?:\.\d+)?)+)(?![\d%]|[\u4e00-\u9fff]?[件个人次])"
)
_SIGN = regex("[:∶比]")
_ALL = regex("(?:^|[,。])(?:前|这|上述|以上)?[二两三四五](?:者|类|种|项|级|方|部分)(?:数量|件数)?$|^前者[与和]后者$|^$")
"""What was named right before."""
_PAIR = regex("^(?P<one>[\u4e00-\u9fff]{2,8}?)[与和同](?P<other>[\u4e00-\u9fff]{2,8})$")
_SLACK, _ABOUT = Decimal("0.04"), Decimal("0.1")
_TWO, _FIGURES = 2, 6
"""Figures in whose ratio the order is not plain; figures before it that it may be of."""


def check(of: Subject) -> Iterator[Finding]:
    """Each ratio that no figures before it have, where it is said which they are."""
    for where, match in found(of, _RATIO):
        ratio = [Decimal(part) for part in _SIGN.split(match["ratio"])]
        near = _near(of, match.start(), len(ratio))
        meant = _meant(near, match["of"], len(ratio))
        if not meant or not all(ratio) or covered(of, meant):
            continue
        slack = _ABOUT if match["about"] or match["more"] else _SLACK
        # 9240件，其中网上7392件、窗口1848件，二者之比: the total is none of the two.
        some_of = [one for one in near[-_FIGURES:] if one in meant or one.amount != summed(meant)]
        every = _orders(some_of, len(ratio)) if _ALL.search(match["of"]) else [meant]
        if not any(_fits(some, ratio, slack) for some in every):
            said = f"{'、'.join(map(words, meant))}之比是{_simple(meant)}，与“{match['ratio']}”不符"
            yield Finding(where, said, "核对这几个数和它们的比")


def _orders(figures: Sequence[Stated], many: int) -> Iterator[tuple[Stated, ...]]:
    """Those that a ratio may be of: two in any order, more of them as they are told, or from the last to the first."""
    if many == _TWO:
        yield from permutations(figures, many)
        return
    for some in combinations(figures, many):
        yield from (some, some[::-1])


def _near(of: Subject, at: int, least: int) -> list[Stated]:
    """The exact figures of the last one's kind in the sentence up to there, with those of the one before if they are
    too few."""
    begin = max(of.folded.rfind(sign, 0, at) for sign in "。\n") + 1
    line = of.folded.rfind("\n", 0, at) + 1
    before = [one for row in sentences(of) for one in row if line <= one.at and one.end <= at]
    for start in (begin, of.folded.rfind("。", line, max(begin - 1, line)) + 1 or line):
        told = [one for one in before if one.at >= start]
        same = [one for one in told if one.kind == told[-1].kind != "%" and one.exact and one.amount]
        if len(same) >= least:
            return same
    return []


def _meant(near: Sequence[Stated], name: str, many: int) -> Sequence[Stated]:
    """The figures that the ratio is said to be of, none where that is not certain."""
    if _ALL.search(name):
        return near[-many:]
    named = _PAIR.match(name) if many == 2 else None
    if named is None:
        return ()
    each = [[one for one in near if named[who] in one.own] for who in ("one", "other")]
    return [each[0][0], each[1][0]] if len(each[0]) == len(each[1]) == 1 and each[0] != each[1] else ()


def _fits(figures: Sequence[Stated], ratio: Sequence[Decimal], slack: Decimal) -> bool:
    unit = min(ratio)
    least = figures[ratio.index(unit)].amount
    for one, part in zip(figures, ratio, strict=True):
        exact = one.amount * unit / least
        if abs(exact - part) > part * slack and not (unit == 1 and rounded(exact, part) == part):
            return False
    return True


def _simple(figures: Sequence[Stated]) -> str:
    """The ratio in whole numbers without a common divisor, else to one."""
    if all(one.amount == one.amount.to_integral_value() for one in figures):
        by = gcd(*(int(one.amount) for one in figures))
        return "∶".join(str(int(one.amount) // by) for one in figures)
    return "∶".join(f"{rounded(one.amount / figures[-1].amount, Decimal('0.1')):f}" for one in figures)


RULE = Rule("FIG040", "写出的比与数不符", Severity.WARNING, check, __doc__, looks_for=(_RATIO,))

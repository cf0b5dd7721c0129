"""What is said to have doubled (行政处罚8件，上年4件，翻了一番; 由60名增至120名，翻两番): part of FIG014."""

from collections.abc import Iterator
from decimal import Decimal

from generator.annotate.numbers import amount
from generator.check.figures import rounded
from generator.check.near import rows_with
from generator.check.rule import Finding
from generator.check.stated import Sentence, Stated, covered, where, words
from generator.check.subject import Subject
from generator.diagnostics import Severity
from generator.regex import regex

_DOUBLED = regex(
    "(?P<about>将?近|接近|约|大约|超过?)?(?:同比|增长|实现|总体|基本)?(?P<near>将?近|接近|约|大约|超过?)?"
    "翻(?:了|近|将近|约)?(?:(?P<n>[一两二三四])番(?P<more>多|有余|以上)?|番)"
)
_THEN = regex(r"(?:上年|去年|上一年|20\d\d年)[^,;:]{0,8}$")
_YEAR = regex(r"(20\d\d)年[^,;:]{0,8}$")
_FROM, _TO = regex("[由从][^,;:、]{0,16}$"), regex("[到至为](?:年底|年末)?的?[^,;:、]{0,6}$")
_BESIDE = 12
_JUST, _ABOUT, _NEARLY = Decimal("0.03"), Decimal("0.075"), Decimal("0.25")
"""By what part the ratio may miss the power of two: unnoticed; with a hint; where words say that it is not exact."""


def doubled(of: Subject) -> Iterator[Finding]:
    """Each two figures whose ratio is not the power of two that is told beside them."""
    for row in rows_with(of, _DOUBLED):
        for told in _DOUBLED.finditer(of.folded, row[0].begin, row[-1].stop):
            found = _before(of, row, told.start()) or _behind(of, row, told.end())
            if found is None or not found[1].amount or covered(of, found):
                continue
            now, then = found
            times, right = now.amount / then.amount, 2 ** int(amount((told["n"] or "一").replace("两", "二")) or 1)
            roughly = told["about"] or told["near"] or told["more"]
            off = abs(times / right - 1)
            many = f"{rounded(times, Decimal('0.01')).normalize():f}倍"
            said = f"“{words(now)}”是“{words(then)}”的{many}，不是“{told[0]}”"
            if off > (_NEARLY if roughly else _ABOUT):
                yield Finding(where(of, now), said, "翻一番是原来的两倍，翻两番是四倍，核对这两个数")
            elif off > _JUST and not roughly:
                hint = "核对这两个数；不是正好两倍的，写“翻了一番多”“近一番”"
                yield Finding(where(of, now), said, hint, severity=Severity.INFO)


def _before(of: Subject, row: Sentence, at: int) -> tuple[Stated, Stated] | None:
    """This year's figure and the earlier one, told right before."""
    near = [one for one in row if one.end <= at][-2:]
    if len(near) < 2 or at - near[1].end > _BESIDE or ";" in of.folded[near[1].end : at]:
        return None
    years = [_YEAR.search(one.lead) for one in near]
    if years[0] and years[1] and years[0][1] < years[1][1]:
        # 2021年12家，2022年24家: told in the order of the years.
        return (near[1], near[0]) if _alike(*near) else None
    return _pair(*near) or ((near[0], near[1]) if _alike(*near) and _THEN.search(near[1].lead) else None)


def _behind(of: Subject, row: Sentence, at: int) -> tuple[Stated, Stated] | None:
    """The same right behind: 翻了一番，由32名增加到64名."""
    near = [one for one in row if one.at >= at][:2]
    if len(near) < 2 or near[0].at - at > _BESIDE or ";" in of.folded[at : near[0].at]:
        return None
    return _pair(*near)


def _pair(then: Stated, now: Stated) -> tuple[Stated, Stated] | None:
    spanned = _alike(then, now) and _FROM.search(then.lead) and _TO.search(now.lead)
    return (now, then) if spanned else None


def _alike(one: Stated, other: Stated) -> bool:
    return one.kind == other.kind != "%" and one.exact and other.exact

"""How many times another figure one is (海上96件；陆上288件，为海上纠纷的3倍; 前者是后者的两倍): part of FIG034."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.annotate.numbers import amount
from generator.check.figures import rounded, truncated
from generator.check.near import rows_with
from generator.check.rule import Finding
from generator.check.stated import Sentence, Stated, covered, words
from generator.check.subject import Subject, spot
from generator.regex import regex

_TIMES = regex(
    r"(?:^|(?<=[,;。\n]))(?P<of>[\u4e00-\u9fff]{0,10}?)(?:是|为|相当于|达到?)(?P<base>[\u4e00-\u9fff]{2,10}?)的"
    r"(?P<about>将?近|接近|大?约|超过)?(?P<n>\d+(?:\.\d+)?|[两二三四五六七八九十])倍(?P<more>多|以上|有余|左右)?"
)
_OF_BEFORE = regex(
    r"(?:是|为|相当于|达到?)(?:原来|原先|此前|以前|年初|上年|去年|当初)的(?P<about>将?近|接近|大?约|超过)?"
    r"(?P<n>\d+(?:\.\d+)?|[两二三四五六七八九十])倍(?P<more>多|以上|有余|左右)?"
)
_FROM, _TO = regex("[由从][^,;:、]{0,12}$"), regex("[到至为]$")
_PAIR, _BESIDE = 2, 8
_YEARS = regex("上年|去年|同期|往年|年初|此前|以往|平均|原来|全[国省市县]")
_SORT = regex("(?<=[\u4e00-\u9fff]{2})(?:案件|纠纷|事项|人员|数量|数)$")
_FAR = 40
"""Characters between the two figures and the times."""
_TENTH = Decimal("0.1")
_SLACK, _ABOUT = Decimal("0.05"), Decimal("0.15")


def manifold(of: Subject) -> Iterator[Finding]:
    """Each two figures of a sentence that are not so many times each other as is said of them by name."""
    for row in rows_with(of, _TIMES):
        for told in _TIMES.finditer(of.folded, row[0].begin, row[-1].stop):
            name, base = told["of"], told["base"]
            found = None if _YEARS.search(name + base) else _meant(row, told.start(), name, base)
            if found is None or not found[1].amount or covered(of, found):
                continue
            one, other = found
            exact, value = one.amount / other.amount, amount(told["n"].replace("两", "二")) or Decimal(1)
            if not _fits(exact, value, told["about"] or "", told["more"] or ""):
                said = f"“{words(one)}”是“{words(other)}”的{rounded(exact, Decimal('0.1')):f}倍，不是“{told['n']}倍”"
                yield Finding(spot(of, told.start("n"), told.end()), said, "核对两个数和倍数")


def of_before(of: Subject) -> Iterator[Finding]:
    """How many times what it was something is now: 由2人增加到6人，是原来的3倍."""
    for row in rows_with(of, _OF_BEFORE):
        for told in _OF_BEFORE.finditer(of.folded, row[0].end, row[-1].stop):
            near = [one for one in row if one.end <= told.start() + 1]
            if len(near) < _PAIR or told.start() - near[-1].end > _BESIDE:
                continue
            then, now = near[-2:]
            spanned = _FROM.search(then.lead) and _TO.search(now.lead) and then.kind == now.kind
            if not spanned or _roughly(then, now) or not then.amount or covered(of, (then, now)):
                continue
            exact, value = now.amount / then.amount, amount(told["n"].replace("两", "二")) or Decimal(1)
            if not _fits(exact, value, told["about"] or "", told["more"] or ""):
                said = f"“{words(now)}”是“{words(then)}”的{rounded(exact, Decimal('0.1')):f}倍，不是“{told['n']}倍”"
                yield Finding(spot(of, told.start("n"), told.end()), said, "核对两个数和倍数")


def _roughly(*figures: Stated) -> bool:
    return any(one.mention.quantity.qualifier for one in figures)


def _meant(row: Sentence, at: int, name: str, base: str) -> tuple[Stated, Stated] | None:
    """The figure that is so many times the other, and that one."""
    near = [one for one in row if one.end <= at and one.exact and one.kind != "%"]
    if not near and name and base:
        # 民事案件是刑事案件的两倍，其中民事186件、刑事93件: they stand behind.
        behind = [one for one in row if one.unit != "倍"][:_PAIR]
        behind = [one for one in behind if one.exact and one.kind == behind[0].kind != "%"]
        ones, bases = _called(behind, name), _called(behind, base)
        return (ones[0], bases[0]) if len(ones) == len(bases) == 1 and ones[0] is not bases[0] else None
    if not near or at - near[-1].end > _FAR:
        return None
    same = [one for one in near if one.kind == near[-1].kind]
    former, latter = name.startswith("前者"), name.startswith("后者")
    if (former and base.startswith("后者")) or (latter and base.startswith("前者")):
        two = len(same) == _PAIR or (len(same) > _PAIR and "其中" in same[-2].lead)
        pair = (same[-2], same[-1]) if former else (same[-1], same[-2])
        return pair if two else None
    bases = _called(same, base)
    ones = _called(same, name) if name else near[-1:] if at - near[-1].end < 2 else []
    return (ones[0], bases[0]) if len(ones) == len(bases) == 1 and ones[0] is not bases[0] else None


def _called(figures: Sequence[Stated], name: str) -> list[Stated]:
    """Those told by a name, or by it without what kind of thing it is (海上纠纷 for 海上)."""
    return [one for one in figures if name in one.own] or [one for one in figures if _SORT.sub("", name) in one.own]


def _fits(exact: Decimal, value: Decimal, about: str, more: str) -> bool:
    if more in ("多", "以上", "有余") or about == "超过":
        return value <= exact <= value + 1
    if about or more:
        return abs(exact - value) <= value * _ABOUT
    if value == value.to_integral_value():
        return abs(exact - value) <= value * _TENTH
    return abs(exact - value) <= value * _SLACK or value in (rounded(exact, value), truncated(exact, value))
